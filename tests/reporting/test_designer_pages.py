"""The designer's pages: from the file in use to an issued form, all without script."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phongtrao.org.models import Posting
from phongtrao.reporting import imports
from phongtrao.reporting.models import (
    Indicator,
    ReportTemplate,
    Round,
    TemplateDraft,
    TemplateVersion,
)
from tests.reporting import cases, designed
from tests.reporting.sheets_in_use import SHEETS
from tests.world import World

pytestmark = pytest.mark.django_db
ClientFor = Callable[[Posting], Client]


@pytest.fixture
def an(world: World, client_for: ClientFor) -> Client:
    """An at his desk; the catalogue is there."""
    imports.load_catalogue()
    return client_for(world.posting("An"))


def _upload(client: Client, name: str) -> Any:
    file = SimpleUploadedFile("bieu.xlsx", SHEETS[name].data)
    return client.post(reverse("reporting:template-upload"), cases.once() | {"file": file})


def _as_sent(page: str) -> dict[str, str]:
    """What the form of a proposal sends when nothing is changed on it."""
    form = page[page.index("xac-nhan/") :]
    told = dict(re.findall(r'<input[^>]*name="([^"]+)" value="([^"]*)"', form))
    told |= dict(re.findall(r'<input[^>]*id="dvt-\d+"[^>]*name="([^"]+)" value="([^"]*)"', form))
    for name, options in re.findall(r'<select[^>]*name="([^"]+)">(.*?)</select>', form, re.S):
        told[name] = re.findall(r'value="([^"]*)" selected', options)[0]
    told |= dict.fromkeys(re.findall(r'type="checkbox" name="([^"]+)" checked', form), "on")
    return {name: html.unescape(value) for name, value in told.items()} | cases.once()


def _version(pk: int) -> dict[str, str]:
    return cases.once() | {"row_version": str(TemplateDraft.objects.get(template=pk).row_version)}


def test_a_sheet_in_use_becomes_an_issued_form_that_opens_a_round(an: Client) -> None:
    answer = _upload(an, "sum with parts")
    assert answer.status_code == 200
    assert not ReportTemplate.objects.filter(owner__isnull=False).exists()  # nothing yet
    sent = _as_sent(answer.content.decode())
    done = an.post(reverse("reporting:template-confirm"), sent)
    assert done.status_code == 302, done.content.decode()
    template = ReportTemplate.objects.get(owner__isnull=False)
    for address in ("draft", "preview", "issue", "general", "section", "cells", "row", "check"):
        page = an.get(reverse(f"reporting:template-{address}", args=[template.pk]))
        assert page.status_code == 200, address
    book = an.get(reverse("reporting:template-workbook", args=[template.pk]) + "?soan=1")
    assert b"".join(book.streaming_content).startswith(b"PK")
    general = _version(template.pk) | {
        "name": template.name,
        "period_kind": "window",
        "kinds": "ca",
        "commune_on": "on",
        "commune_approve": "ca",
        "commune_days": "3",
        "commune_time": "16:00",
    }
    assert (
        an.post(reverse("reporting:template-general", args=[template.pk]), general).status_code
        == 302
    )
    issue = reverse("reporting:template-issue", args=[template.pk])
    assert an.post(issue, _version(template.pk)).status_code == 302
    version = TemplateVersion.objects.get(template=template)
    keys = [each["key"] for each in version.cells]
    assert keys[:3] == ["NH01", "NH01.diem_hoi.tinh", "NH01.diem_hoi.xa"]
    assert version.checks[0]["check"].startswith("NH01 = NH01.diem_hoi.tinh + NH01.diem_hoi.xa")
    assert version.deadlines == {"commune": {"days": 3, "time": "16:00"}}
    asked = {
        "template_version": str(version.pk),
        "period": "2027-07/2027-08",
        "scheme": "CALENDAR",
        "level": "commune",
        "deadline_time": "16:00",
        "holiday_rule": "next_working_day",
    }
    address = reverse("reporting:round-open")
    ahead = cases.post(an, address, asked | {"verb": "xem"})
    assert "03/09/2027" in ahead.content.decode() or "06/09/2027" in ahead.content.decode()
    assert not Round.objects.exists()
    assert cases.post(an, address, asked).status_code == 302
    assert Round.objects.get().reports.count() == 3


def test_what_may_not_be_counted_is_dropped_and_refused_where_it_is_insisted_on(
    an: Client,
) -> None:
    page = _upload(an, "new figures").content.decode()
    sent = _as_sent(page)
    assert sent["viec-6"] == "bo"
    assert "“tôn giáo” không được có" in page
    refused = an.post(reverse("reporting:template-confirm"), sent | {"viec-6": "moi"})
    assert refused.status_code == 422
    assert "Số hộ theo tôn giáo tham gia" in refused.content.decode()
    assert not Indicator.objects.filter(owner__isnull=False).exists()
    done = an.post(reverse("reporting:template-confirm"), sent | cases.once())
    assert done.status_code == 302
    assert list(Indicator.objects.filter(owner__isnull=False).values_list("code", "unit")) == [
        ("BM001", "km"),
        ("BM002", "cổng"),
    ]


def test_a_paper_is_no_form(an: Client) -> None:
    text = SimpleUploadedFile("cong-van.txt", "Kính gửi các đơn vị".encode())
    answer = an.post(reverse("reporting:template-upload"), cases.once() | {"file": text})
    assert answer.status_code == 422
    assert "không phải là tệp Excel" in answer.content.decode()
    forged = cases.post(an, reverse("reporting:template-confirm"), {"de_xuat": "x", "ten": "y"})
    assert forged.status_code == 422


def test_the_buttons_of_a_draft_arrange_it_without_script(an: Client, world: World) -> None:
    draft = designed.draft(world, "Biểu thử", ["TT01", "TT02"])
    pk = draft.template_id
    address = reverse("reporting:template-arrange", args=[pk])
    for verb, what, order in (
        ("row-down", "1", ["TT02", "TT01"]),
        ("row-drop", "2", ["TT01"]),
    ):
        done = an.post(address, _version(pk) | {"verb": verb, "what": what, "anchor": "phan-I"})
        assert done["Location"].endswith("#phan-I")
        rows = TemplateDraft.objects.get(template=pk).content["sections"][0]["rows"]
        assert [row["indicator"] for row in rows] == order
    cells = reverse("reporting:template-cells", args=[pk]) + "?phan=I"
    an.post(cells, _version(pk) | {"ma": ["HG03", "HG04"]})
    split = reverse("reporting:template-split", args=[pk]) + "?dong=1"
    page = an.get(split).content.decode()
    chosen = re.findall(r'<option value="(\d+)">giới', page)[0]
    an.post(split, _version(pk) | {"breakdown": chosen, "adds_up": "on"})
    check = reverse("reporting:template-check", args=[pk])
    asked = {"kind": "lech", "left": "HG03", "when": "truoc", "percent": "40", "weight": "ask"}
    assert an.post(check, _version(pk) | asked).status_code == 302
    content = TemplateDraft.objects.get(template=pk).content
    assert [each["check"] for each in content["checks"]] == [
        "TT01 = TT01.gioi.nam + TT01.gioi.nu",
        "HG03 ~40% truoc(HG03)",
    ]
    stale = an.post(address, cases.once() | {"row_version": "1", "verb": "row-up", "what": "1"})
    assert stale.status_code == 409


def test_the_lists_ask_the_database_as_often_for_many_as_for_few(an: Client, world: World) -> None:
    def asked(name: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert an.get(reverse(name)).status_code == 200
        return len(seen)

    names = ("reporting:template-list", "reporting:indicator-list", "reporting:breakdown-list")
    designed.draft(world, "Biểu đầu", ["TT01"])
    for name in names:
        an.get(reverse(name))  # what is read once for all is read now
    before = [asked(name) for name in names]
    for number in range(12):
        designed.draft(world, f"Biểu {number}", ["TT01"])
    assert [asked(name) for name in names] == before
    assert max(before) <= 20
