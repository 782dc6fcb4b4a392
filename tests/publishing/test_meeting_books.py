"""All materials of a meeting in one PDF: what goes in, page numbers, who may have it when made."""

import io
from typing import Any

import pytest
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from phongtrao.core import clock, files
from phongtrao.core.errors import NotFound, Refused
from phongtrao.fieldwork.meetings.models import AgendaItem, Meeting, MeetingPaper
from phongtrao.org.models import Account, Posting
from phongtrao.publishing.actions.meeting_books import ask_book, make_book
from phongtrao.publishing.queries.meeting_books import book_for
from tests.fieldwork import meetings_cases
from tests.packs import load_pack
from tests.world import World

pytestmark = pytest.mark.database


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(out, format="PDF")
    return out.getvalue()


def _paper(world: World, meeting: Meeting, title: str, kind: str, **facts: Any) -> None:
    data = _picture() if kind == "pdf" else title.encode()
    kept = files.store(data, name=f"{title}.{kind}", kind=kind, by=world.actor("An"))
    usual = {"kind": "tham_luan", "body": world.body("ca", "dak-ha"), "state": "approved"}
    MeetingPaper.objects.create(entry=meeting, title=title, file=kept, **usual | facts)


@pytest.fixture
def meeting(world: World) -> Meeting:
    """With an agenda, two approved papers of which one has no pages, and one not approved."""
    load_pack()
    held = meetings_cases.held(world, title="Hội nghị sơ kết", chair="Giám đốc")
    AgendaItem.objects.create(entry=held, place=1, content="Báo cáo kết quả", presenter="PV05")
    _paper(world, held, "Tham luận một", "pdf")
    _paper(world, held, "Bảng tính hai", "xlsx")
    _paper(world, held, "Chưa duyệt ba", "pdf", state="received")
    return held


def test_the_book_holds_what_is_approved_with_true_page_numbers(
    world: World, meeting: Meeting
) -> None:
    made = meetings_cases.bound(world, meeting)
    assert (made.state, made.done, made.only_named) == ("ready", 2, 1)
    assert made.file is not None
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(files.read(made.file))).pages]
    whole = "\n".join(pages)
    assert "Báo cáo kết quả" in whole
    assert "Chưa duyệt ba" not in whole
    assert "Bảng tính hai.xlsx" in whole
    assert f"{len(pages)}/{len(pages)}" in pages[-1]
    line = next(row for row in pages[0].splitlines() if "Tham luận một" in row)
    assert line.rstrip().endswith(str(len(pages)))


def test_who_lost_the_posting_meanwhile_gets_no_book(world: World, meeting: Meeting) -> None:
    asked = ask_book(meeting, by=world.actor("An"))
    with pytest.raises(Refused):
        ask_book(meeting, by=world.actor("An"))
    Posting.objects.filter(pk=world.posting("An").pk).update(valid_to=clock.today())
    assert make_book(asked.pk) == "failed"
    asked.refresh_from_db()
    assert asked.file is None
    assert make_book(asked.pk) == ""


def test_a_book_is_read_by_the_body_that_asked_for_it(
    world: World, meeting: Meeting, client_for: Any, django_assert_max_num_queries: Any
) -> None:
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    made = meetings_cases.bound(world, meeting)
    client = client_for(world.posting("An"))
    with django_assert_max_num_queries(20):
        page = client.get(reverse("publishing:meeting-book", args=[meeting.pk]))
    assert "Tham luận một" in page.content.decode()
    assert client.get(reverse("publishing:book-file", args=[made.pk])).status_code == 200
    for stranger in ("Chi", "Giang"):
        with pytest.raises(NotFound):
            book_for(world.actor(stranger), made.pk)
