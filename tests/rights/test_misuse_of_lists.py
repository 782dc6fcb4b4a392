"""CR-21, stories of misuse through lists, searches, exports and roll-ups."""

import io
import logging
import uuid
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.planning.conftest import Plan
from tests.reporting import cases
from tests.rights.conftest import NUMBER

pytestmark = pytest.mark.database
ClientFor = Callable[..., Client]
LISTS = [
    "/van-ban-den/",
    "/chuong-trinh/van-ban/",
    "/chuong-trinh/nhiem-vu/",
    "/bao-cao/",
    "/bao-cao/danh-sach/",
    "/bao-cao/chi-tieu/",
    "/an-pham/",
    "/dia-ban/",
    "/thong-bao/",
]
WANTED = [
    f"CCCD {NUMBER}",
    NUMBER,
    "0912 345 678",
    "82A-123.45",
    "STK 0123456789012 Vietcombank",
]


def _text(answer: Any) -> str:
    """The words of a page, or of every part of a workbook."""
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            data = b"".join(parts.read(name) for name in parts.namelist())
    return str(data.decode())


@pytest.mark.parametrize("wanted", WANTED)
def test_14_somebody_looked_for_by_a_number(
    plan: Plan, client_for: ClientFor, wanted: str, caplog: pytest.LogCaptureFixture
) -> None:
    an = client_for(plan.world.posting("An"))
    with caplog.at_level(logging.DEBUG):
        for address in LISTS:
            answer = an.get(address, {"q": wanted, "tim": "x"})
            assert answer.status_code == 422, address
            assert "Không tìm theo số giấy tờ" in _text(answer)
            assert wanted not in _text(answer)
            assert wanted.replace(" ", "+") not in _text(answer)
    assert wanted not in caplog.text


def test_14_honest_searches_pass(plan: Plan, client_for: ClientFor) -> None:
    an = client_for(plan.world.posting("An"))
    for words in ("125/KH-CAT-PV05", "Đăk Hà", "tuyên truyền 2026", "21484", "15/12/2026"):
        for address in LISTS:
            assert an.get(address, {"q": words}).status_code == 200, (address, words)


def test_15_a_number_carried_into_the_address_of_the_sign_in(plan: Plan) -> None:
    visitor = Client()
    answer = visitor.get("/chuong-trinh/nhiem-vu/", {"q": NUMBER})
    assert answer.status_code == 422
    assert NUMBER not in answer.get("Location", "")
    assert not visitor.session.items()


def test_16_a_number_put_into_the_filter_of_an_export(plan: Plan, client_for: ClientFor) -> None:
    an = client_for(plan.world.posting("An"))
    for address in ("/chuong-trinh/nhiem-vu/xuat-excel/", "/bao-cao/danh-sach/xuat-excel/"):
        answer = an.get(address, {"tu_khoa": f"số định danh {NUMBER}"})
        assert answer.status_code == 422
        assert "attachment" not in answer.get("Content-Disposition", "")


@pytest.mark.parametrize("split", ["dan_toc", "ton_giao", "dân tộc", "area_class", "loai_dia_ban"])
def test_17_a_dashboard_of_peoples_through_the_roll_up(
    plan: Plan, client_for: ClientFor, split: str
) -> None:
    round_ = cases.open_round(plan.world)
    cases.approved(plan.world, round_)
    an = client_for(plan.world.posting("An"))
    address = reverse("reporting:rollup-detail", args=[round_.pk])
    asked = an.get(address, {"phan_to": split, "nhom": split, split: "1", "cot": split})
    page = _text(asked).casefold()
    assert asked.status_code in (200, 404, 422)
    for word in ("dân tộc", "tôn giáo", "khmer", "công giáo"):
        assert word not in page


@pytest.mark.parametrize("address", ["/chuong-trinh/nhiem-vu/", "/bao-cao/danh-sach/"])
def test_18_a_league_table_of_officers(plan: Plan, client_for: ClientFor, address: str) -> None:
    chi = plan.world.posting("Chi")
    chi.account.full_name = "Phạm Hư Cấu"
    chi.account.save()
    plan.reported()
    cases.approved(plan.world, cases.open_round(plan.world))
    binh = client_for(plan.world.posting("Bình"))
    persons = ["nguoi", "can_bo", "tai_khoan", "created_by", "reported_account", "submitted_by"]
    asked = {"cot": ["nhiem_vu", "co_quan", *persons], "sap_xep": "nguoi", "nguoi": "Hư Cấu"}
    for place in (address, address + "xuat-excel/"):
        answer = binh.get(place, asked)
        assert answer.status_code == 200
        assert "Phạm Hư Cấu" not in _text(answer), place


def test_19_what_one_officer_did_read_off_the_audit_chain(
    plan: Plan, client_for: ClientFor
) -> None:
    plan.reported()
    for name in ("An", "Bình", "Vân", "Quản"):
        client = client_for(plan.world.posting(name))
        for address in ("/nhat-ky/", "/nhat-ky/xuat-excel/"):
            assert client.get(address, {"nguoi": "Chi"}).status_code == 403
    auditor = _text(client_for(plan.world.posting("Kiểm")).get("/nhat-ky/", {"nguoi": "Chi"}))
    for word in ("xếp hạng", "số lượt theo cán bộ", "trung bình"):
        assert word not in auditor.casefold()


@pytest.mark.parametrize("name", ["An", "Bình", "Vân", "Kiểm"])
def test_20_officials_searched_across_the_country(
    plan: Plan, client_for: ClientFor, name: str
) -> None:
    client = client_for(plan.world.posting(name))
    for address in ("/dia-ban/can-bo/", "/dia-ban/can-bo/xuat-excel/"):
        assert client.get(address, {"q": "Giang"}).status_code == 403
    page = _text(client.get("/dia-ban/", {"q": "Giang"}))
    assert plan.world.posting("Giang").account.username not in page


def test_21_where_somebody_was_when_he_worked(
    plan: Plan, client_for: ClientFor, kept: Callable[[str], list[str]]
) -> None:
    chi = client_for(plan.world.posting("Chi"))
    headers = {"x-forwarded-for": "203.0.113.9", "user-agent": "MayCuaChi"}
    form = {
        "_once": uuid.uuid4().hex,
        "text": "Đã họp thôn.",
        "lat": "15.12",
        "toa_do": "15.12,108",
    }
    address = reverse("planning:task-report", args=[plan.task().pk])
    answer = chi.post(address, form, headers=headers)
    assert answer.status_code == 302
    assert answer["Permissions-Policy"] == "geolocation=(), camera=(), microphone=()"
    assert kept("Đã họp thôn.")
    for trace in ("203.0.113.9", "MayCuaChi", "15.12,108"):
        assert kept(trace) == []
