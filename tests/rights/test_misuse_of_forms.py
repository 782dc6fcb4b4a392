"""CR-21, stories of misuse through forms and files: each ends at a refusal, nothing is kept."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from phongtrao.org.models import Account
from phongtrao.planning import actions
from phongtrao.planning.models import ProgressEntry, Task
from phongtrao.reporting.models import WorkingCopy
from tests.planning.conftest import Plan
from tests.reporting import cases
from tests.rights.conftest import NUMBER, PEOPLE, refused_unkept

pytestmark = pytest.mark.database
Kept = Callable[[str], list[str]]
Send = Callable[..., Any]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _report(task: Task) -> str:
    return reverse("planning:task-report", args=[task.pk])


def _book(*rows: tuple[str, ...], hidden: bool = False) -> SimpleUploadedFile:
    """A workbook with these rows, on its only sheet or on a hidden second one."""
    book = Workbook()
    sheet = book.active
    if hidden:
        assert sheet is not None
        sheet.append(["Kế hoạch tuần tra"])
        sheet = book.create_sheet("du lieu")
        sheet.sheet_state = "hidden"
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return SimpleUploadedFile("so-do.xlsx", stream.getvalue(), content_type=XLSX)


HOUSEHOLDS = (
    ("STT", "Họ tên chủ hộ", "Năm sinh", "Số nhà", "Tôn giáo"),
    ("1", "Lò Thị Bịa", "1971", "12", "x"),
    ("2", "Đinh Văn Giả", "1968", "14", "y"),
)


def test_1_members_of_a_pagoda_listed_in_the_report_of_a_task(
    plan: Plan, client_for: Callable[..., Client], send: Send, kept: Kept
) -> None:
    task, chi = plan.task(), client_for(plan.world.posting("Chi"))
    answer = send(chi, _report(task), text=f"Người đi chùa Bịa Đặt:\n{PEOPLE}", done="")
    assert refused_unkept(answer)
    assert kept("Lò Thị Bịa") == []
    assert not ProgressEntry.objects.exists()


def test_2_critics_tagged_through_a_task(
    plan: Plan, client_for: Callable[..., Client], send: Send, kept: Kept
) -> None:
    task, chi = plan.task(), client_for(plan.world.posting("Chi"))
    tags = {"nhan": "NhanChongDoi", "tags": "NhanChongDoi", "custom_loai": "NhanChongDoi"}
    assert send(chi, _report(task), text="Đã họp thôn.", **tags).status_code == 302
    assert ProgressEntry.objects.get().text == "Đã họp thôn."
    assert kept("NhanChongDoi") == []


@pytest.mark.parametrize("hidden", [False, True], ids=["open sheet", "hidden sheet"])
def test_3_and_4_a_map_of_households_attached_to_a_task(
    plan: Plan, client_for: Callable[..., Client], send: Send, kept: Kept, hidden: bool
) -> None:
    task, chi = plan.task(), client_for(plan.world.posting("Chi"))
    answer = send(chi, _report(task), text="Kèm sơ đồ.", file=_book(*HOUSEHOLDS, hidden=hidden))
    assert refused_unkept(answer)
    assert not ProgressEntry.objects.exists()
    assert kept("so-do.xlsx") == []


def test_5_people_imported_through_the_calendar(
    plan: Plan, client_for: Callable[..., Client], send: Send, kept: Kept
) -> None:
    chief = client_for(plan.world.posting("Quản"))
    table = "Họ và tên,Ngày sinh,Nơi thường trú\nLò Thị Bịa,1/2/1971,thôn 3\n"
    sheet = SimpleUploadedFile("lich.csv", table.encode(), content_type="text/csv")
    answer = send(chief, "/lich-nghi/nhap/", file=sheet)
    assert refused_unkept(answer)
    assert kept("Lò Thị Bịa") == []


def test_6_a_private_person_opened_as_an_account(
    plan: Plan, client_for: Callable[..., Client], send: Send, kept: Kept
) -> None:
    chief = client_for(plan.world.posting("Quản"))
    before = Account.objects.count()
    answer = send(
        chief, "/dia-ban/can-bo/mo/", full_name="Lò Thị Bịa", username=NUMBER,
        body="Công an xã Đăk Hà", role="clerk", capacity="Công dân", basis="không",
        valid_from="01/11/2026",
    )  # fmt: skip
    assert refused_unkept(answer)
    assert Account.objects.count() == before
    assert kept(NUMBER) == []


def test_7_a_person_hidden_in_the_name_of_a_file(
    plan: Plan, client_for: Callable[..., Client], send: Send, kept: Kept
) -> None:
    task, chi = plan.task(), client_for(plan.world.posting("Chi"))
    named = SimpleUploadedFile(f"CCCD {NUMBER}.txt", b"ok", content_type="text/plain")
    assert refused_unkept(send(chi, _report(task), text="Kèm tệp.", file=named))
    assert kept(NUMBER) == []


def test_8_tips_told_in_the_narrative_of_a_report(
    plan: Plan, client_for: Callable[..., Client], send: Send, kept: Kept
) -> None:
    round_ = cases.open_round(plan.world)
    address = reverse("reporting:report-fill", args=[cases.report_of(round_, plan.world).pk])
    told = f"- Quần chúng báo: ông Đinh Văn Giả, CCCD {NUMBER}, hay tụ tập"
    form = cases.typed({}, row_version="0", verb="luu", **{"yk-result": told})
    answer = client_for(plan.world.posting("Chi")).post(address, form)
    assert refused_unkept(answer)
    assert kept(NUMBER) == []


def test_9_a_list_pasted_into_the_cells_of_a_report(
    plan: Plan, client_for: Callable[..., Client], send: Send, kept: Kept
) -> None:
    round_ = cases.open_round(plan.world)
    address = reverse("reporting:report-fill", args=[cases.report_of(round_, plan.world).pk])
    form = cases.typed({3: f"Lò Thị Bịa {NUMBER}"}, row_version="0", verb="luu")
    answer = client_for(plan.world.posting("Chi")).post(address, form)
    assert refused_unkept(answer)
    assert not WorkingCopy.objects.exists()
    assert kept(NUMBER) == []


def test_10_telephones_gathered_in_the_reason_of_an_extension(
    plan: Plan, client_for: Callable[..., Client], send: Send, kept: Kept
) -> None:
    task, chi = plan.task(), client_for(plan.world.posting("Chi"))
    address = reverse("planning:extension-ask", args=[task.pk])
    reason = "Chưa liên lạc được: Bịa 0912 345 678, Giả 0987 654 321"
    answer = send(chi, address, asked_due_on=plan.day(20).strftime("%d/%m/%Y"), reason=reason)
    assert refused_unkept(answer)
    assert kept("345 678") == []


def test_11_somebody_accused_in_the_reason_of_a_return(
    plan: Plan, client_for: Callable[..., Client], send: Send, kept: Kept
) -> None:
    task, an = plan.reported(), client_for(plan.world.posting("An"))
    address = reverse("planning:task-confirm", args=[task.pk])
    reason = f"Bổ sung lý lịch của Đinh Văn Giả, số định danh {NUMBER}"
    answer = send(an, address, decision="return", reason=reason)
    assert refused_unkept(answer)
    assert kept("Đinh Văn Giả") == []


def test_12_a_paper_that_is_a_register_of_residents(
    plan: Plan, client_for: Callable[..., Client], send: Send, kept: Kept
) -> None:
    paper = SimpleUploadedFile("danh-sach.txt", PEOPLE.encode(), content_type="text/plain")
    answer = send(client_for(plan.world.posting("An")), "/van-ban-den/tiep-nhan/", files=paper)
    assert refused_unkept(answer)
    assert kept("Lò Thị Bịa") == []


def test_13_a_task_to_watch_a_household(
    plan: Plan, client_for: Callable[..., Client], send: Send, kept: Kept
) -> None:
    address = reverse("planning:task-assign")
    an = client_for(plan.world.posting("An"))
    answer = send(
        an, address, title="Theo dõi hộ ông Đinh Văn Giả, trú tại số nhà 12 ngõ 4",
        product="Sổ theo dõi", lead="Công an xã Đăk Hà", due_on=plan.day(9).strftime("%d/%m/%Y"),
    )  # fmt: skip
    assert refused_unkept(answer)
    assert not Task.objects.exists()
    assert kept("Đinh Văn Giả") == []


def test_the_same_doors_take_honest_work(
    plan: Plan, client_for: Callable[..., Client], send: Send, kept: Kept
) -> None:
    task, chi = plan.task(), client_for(plan.world.posting("Chi"))
    book = _book(("Xã", "Số buổi tuyên truyền"), ("Đăk Hà", "12"))
    answer = send(chi, _report(task), text="Đã họp 3 thôn, 120 lượt người.", file=book)
    assert answer.status_code == 302
    assert kept("so-do.xlsx")
    actions.ask_extension(
        task, asked_due_on=plan.day(20), reason="Chờ ý kiến", by=plan.actor("Chi")
    )
