"""Notices follow the account; the audit chain is read, exported and checked by its auditor."""

import io
import re
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.core import audit
from phongtrao.core.models import AuditEntry, Notice
from phongtrao.core.notify import notify
from phongtrao.org.models import Account
from phongtrao.portal.rules import VERBS


def _tell(posting, count=1, address="/bao-cao/"):
    for number in range(count):
        notify([posting.account_id], kind="t", text=f"Tin số {number}", address=address)


def _record(world, count=1, by="An"):
    with transaction.atomic():
        for number in range(count):
            audit.record(
                "report.submitted", world.area("dak-ha"), by=world.actor(by), number=number
            )


def test_notices_are_counted_and_listed(world, client_for):
    _tell(world.posting("An"), 3)
    client = client_for(world.posting("An"))
    page = client.get("/thong-bao/").content.decode()
    assert page.count("Tin số") >= 3
    assert "3 thông báo chưa đọc" in page


def test_another_accounts_notices_are_not_there(world, client_for, once):
    _tell(world.posting("Giang"))
    notice = Notice.objects.get()
    client = client_for(world.posting("An"))
    assert "Tin số" not in client.get("/thong-bao/").content.decode()
    answer = client.post(f"/thong-bao/{notice.pk}/da-doc/", {"_once": once()})
    assert answer.status_code == 404
    notice.refresh_from_db()
    assert notice.read_at is None


def test_a_notice_is_read_and_leads_to_its_place(world, client_for, once):
    _tell(world.posting("An"))
    notice = Notice.objects.get()
    client = client_for(world.posting("An"))
    answer = client.post(f"/thong-bao/{notice.pk}/da-doc/", {"_once": once()})
    assert answer["Location"] == "/bao-cao/"
    notice.refresh_from_db()
    assert notice.read_at is not None


def test_a_notice_leads_to_no_other_site(world, client_for, once):
    _tell(world.posting("An"), address="https://evil.example/")
    notice = Notice.objects.get()
    answer = client_for(world.posting("An")).post(
        f"/thong-bao/{notice.pk}/da-doc/", {"_once": once()}
    )
    assert answer["Location"] == "/"


def test_all_notices_are_read_at_once(world, client_for, once):
    _tell(world.posting("An"), 3)
    _tell(world.posting("Chi"))
    client = client_for(world.posting("An"))
    client.post("/thong-bao/da-doc/", {"_once": once()})
    assert Notice.objects.filter(read_at=None).count() == 1
    assert "Tin số" not in client.get("/thong-bao/?trang_thai=chua-doc").content.decode()


@pytest.mark.parametrize("name", ["An", "Bình", "Vân", "Quản", "Giang"])
@pytest.mark.parametrize("address", ["/nhat-ky/", "/nhat-ky/xuat-excel/", "/nhat-ky/kiem-tra/"])
def test_only_an_auditor_reads_the_chain(world, client_for, name, address):
    assert client_for(world.posting(name)).get(address).status_code == 403


def test_the_auditor_filters_the_chain(world, client_for):
    _record(world, by="An")
    _record(world, by="Giang")
    client = client_for(world.posting("Kiểm"))
    page = client.get("/nhat-ky/").content.decode()
    assert "Giang" in page
    only = client.get("/nhat-ky/", {"co_quan": "tỉnh Quảng Ngãi"}).content.decode()
    assert "An, Cán bộ" in only
    assert "Giang, Cán bộ" not in only
    by_name = client.get("/nhat-ky/", {"co_quan": "Giang"}).content.decode()
    assert "Giang, Cán bộ" not in by_name  # officials are found through their unit only


@pytest.mark.parametrize(
    "query",
    [
        "tu_ngay=31/02/2026",
        "tu_ngay=%00",
        "trang=-1",
        "sap_xep=;drop",
        "cot=x",
        "viec=%25%27",
        "co_quan=(%5B",
        "co_quan=%00",
    ],
)
def test_hostile_filters_are_answered_calmly(world, client_for, query):
    _record(world)
    assert client_for(world.posting("Kiểm")).get(f"/nhat-ky/?{query}").status_code in {200, 400}


def test_an_auditor_of_a_province_sees_only_its_entries(world, client_for):
    auditor = world.add_posting("Kiểm tỉnh", "ca", "gia-lai", "auditor")
    _record(world, by="An")
    _record(world, by="Giang")
    page = client_for(auditor).get("/nhat-ky/").content.decode()
    assert "Giang, Cán bộ" in page
    assert "An, Cán bộ" not in page


def test_the_chain_is_exported_with_its_filter(world, client_for):
    _record(world, 3)
    answer = client_for(world.posting("Kiểm")).get("/nhat-ky/xuat-excel/?viec=report")
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    verbs = [row[3] for row in sheet.iter_rows(values_only=True) if len(row) > 3]
    assert verbs.count("Gửi báo cáo (report.submitted)") == 3


def test_every_act_of_the_chain_has_its_words():
    package = Path(__file__).parents[2] / "src" / "phongtrao"
    acts = set()
    for source in package.rglob("*.py"):
        text = source.read_text(encoding="utf-8")
        acts |= set(re.findall(r'audit\.record\(\s*"([a-z_]+\.[a-z_]+)"', text))
    assert "report.submitted" in acts
    assert acts <= set(VERBS), sorted(acts - set(VERBS))


def test_a_whole_chain_is_confirmed(world, client_for):
    _record(world, 3)
    page = client_for(world.posting("Kiểm")).get("/nhat-ky/kiem-tra/").content.decode()
    assert "Chuỗi nhật ký nguyên vẹn." in page


def test_a_changed_entry_is_named(world, client_for):
    _record(world, 3)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_auditentry SET actor = 'ai đó' WHERE sequence = 2")
    page = client_for(world.posting("Kiểm")).get("/nhat-ky/kiem-tra/").content.decode()
    assert "nội dung dòng đã bị thay đổi" in page
    assert "nguyên vẹn." not in page.replace("không còn nguyên vẹn", "")


def test_the_chain_asks_few_queries_at_any_size(world, client_for, django_assert_max_num_queries):
    client = client_for(world.posting("Kiểm"))
    for more in (3, 57):
        _record(world, more)
        with django_assert_max_num_queries(20) as counted:
            assert client.get("/nhat-ky/").status_code == 200
        asked = len(counted)
    assert AuditEntry.objects.count() == 60
    assert asked <= 20


def test_the_language_is_kept_in_a_cookie(client, db):
    answer = client.post("/ngon-ngu/", {"language": "en", "next": "/tai-khoan/login/"})
    assert answer["Location"] == "/tai-khoan/login/"
    assert answer.cookies["django_language"].value == "en"


@pytest.mark.parametrize("sent", [{"language": "xx"}, {"language": ""}, {}])
def test_an_unknown_language_changes_nothing(client, db, sent):
    answer = client.post("/ngon-ngu/", sent | {"next": "//evil.example/"})
    assert answer["Location"] == "/"
    assert "django_language" not in answer.cookies


def test_the_pattern_page_is_not_there_in_real_use(world, client_for, settings):
    client = client_for(world.posting("An"))
    assert client.get(reverse("portal:components")).status_code == 404
    settings.DEMO = True
    page = client.get(reverse("portal:components"))
    assert page.status_code == 200
    assert "SỐ LIỆU GIẢ ĐỊNH" in page.content.decode()


def test_a_sign_of_life_answers_nothing(world, client_for):
    assert client_for(world.posting("An")).get("/con-lam-viec/").status_code == 204
    assert Account.objects.exists()
