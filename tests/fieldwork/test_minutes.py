"""Minutes: statements, two writers at once, approval by the chair's side, corrections after it."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput, Refused
from phongtrao.fieldwork.meetings import actions
from phongtrao.fieldwork.meetings.models import Invitation, Meeting, Statement
from phongtrao.org.models import Posting
from phongtrao.planning.models import Programme, Proposal
from tests.fieldwork.meetings_cases import held, meeting, said
from tests.world import World

pytestmark = pytest.mark.database

_TEXT = "Khai mạc\nÝ kiến A\nKết luận"


def _begun(world: World) -> Meeting:
    return actions.save_minutes(
        held(world, chair="Giám đốc"), text=_TEXT, by=world.actor("An")
    ).entry


def test_two_writers_of_different_paragraphs_lose_nothing(
    world: World, programme: Programme
) -> None:
    made, by = _begun(world), world.actor("An")
    actions.save_minutes(made, text=_TEXT.replace("Ý kiến A", "Ý kiến A dài hơn"), by=by, base=1)
    second = actions.save_minutes(made, text=f"{_TEXT}\nBế mạc", by=by, base=1)
    assert second.outcome == "merged"
    assert second.entry.minutes == "Khai mạc\nÝ kiến A dài hơn\nKết luận\nBế mạc"


def test_a_paragraph_that_two_changed_is_kept_unmerged_until_somebody_chooses(
    world: World, programme: Programme, desk: Any
) -> None:
    made = _begun(world)
    client, address = desk("An"), reverse("meetings:meeting-minute", args=[made.pk])
    for word in ("của người một", "của người hai"):
        page = client.get(f"/hoi-nghi/{made.pk}/bien-ban/").content.decode()
        key = page.split('name="_once" value="', 1)[1].split('"', 1)[0]
        text = _TEXT.replace("Ý kiến A", f"Ý kiến {word}")
        answer = client.post(address, {"text": text, "base": 1, "_once": key})
    kept = made.versions.get(number=3)
    assert (kept.outcome, kept.waits) == ("unmerged", True)
    assert answer.url == reverse("meetings:version-merge", args=[kept.pk])
    shown = client.get(answer.url).content.decode()
    assert "của người một" in shown
    assert "của người hai" in shown
    with pytest.raises(Refused):
        actions.approve_minutes(made, by=world.actor("An"))
    key = shown.split('name="_once" value="', 1)[1].split('"', 1)[0]
    client.post(answer.url, {"base": 2, "take_0": "both", "words_0": "", "_once": key})
    made.refresh_from_db()
    assert made.minutes == "Khai mạc\nÝ kiến của người một\nÝ kiến của người hai\nKết luận"
    kept.refresh_from_db()
    assert kept.merged_as == 4
    compared = client.get(reverse("meetings:version-compare", args=[kept.pk]))
    assert "<ins>" in compared.content.decode()


def test_the_chairs_side_approves_once_and_what_comes_later_is_a_correction(
    world: World, programme: Programme
) -> None:
    made, by = _begun(world), world.actor("An")
    with pytest.raises(Forbidden):
        actions.approve_minutes(made, by=world.actor("Chi"))
    world.add_posting("Lãnh đạo", "ca", "quang-ngai", "leader")
    done = actions.approve_minutes(made, by=world.actor("Lãnh đạo"))
    assert done.minutes_approved_as == "Giám đốc"
    for again in (
        lambda: actions.approve_minutes(made, by=by),
        lambda: actions.save_minutes(made, text="Khác", by=by),
        lambda: said(world, made),
    ):
        with pytest.raises(Refused):
            again()
    today = clock.today()
    for text, reason, day in (
        ("", "nhầm", today),
        ("Sửa", " ", today),
        ("Sửa", "nhầm", today - timedelta(days=1)),
    ):
        with pytest.raises(InvalidInput):
            actions.add_addendum(made, actions.Correction(text, reason, day), by=by)
    added = actions.add_addendum(made, actions.Correction("12 mô hình", "ghi nhầm", today), by=by)
    made.refresh_from_db()
    assert (added.number, made.minutes) == (1, _TEXT)


def test_statements_are_written_in_order_and_how_they_read_before_stays(
    world: World, programme: Programme, desk: Any
) -> None:
    made = held(world)
    client, address = desk("An"), f"/hoi-nghi/{made.pk}/y-kien/"
    for text in ("Đề nghị bổ sung kinh phí", "Nhất trí với báo cáo"):
        page = client.get(address).content.decode()
        key = page.split('name="_once" value="', 1)[1].split('"', 1)[0]
        sent = {"body": "Công an xã Đăk Hà", "post": "Trưởng Công an xã", "text": text}
        assert client.post(address, sent | {"_once": key}).url == address
    first, second = made.statements.all()
    assert (first.place, second.place) == (1, 2)
    by = world.actor("An")
    terms = actions.StatementTerms("Đề nghị bổ sung 10 triệu đồng", first.body, first.post)
    actions.change_statement(first, terms, by=by)
    assert [old.text for old in first.former.all()] == ["Đề nghị bổ sung kinh phí"]
    with pytest.raises(InvalidInput):
        actions.strike_statement(second, reason="", by=by)
    actions.strike_statement(second, reason="ghi nhầm", by=by)
    Invitation.objects.create(
        entry=made, body=first.body, post="Phó Trưởng Công an xã", role="du", attended=2
    )
    draft = client.get(f"/hoi-nghi/{made.pk}/bien-ban/?soan=1").content.decode()
    assert "- Trưởng Công an xã, Công an xã Đăk Hà: Đề nghị bổ sung 10 triệu đồng" in draft
    assert "- Công an xã Đăk Hà, Phó Trưởng Công an xã: 2 người dự" in draft
    assert "Nhất trí với báo cáo" not in draft.split('name="text"')[1].split("</textarea>")[0]


@pytest.mark.parametrize("facts", [{"text": " "}, {"body": None, "post": ""}])
def test_a_statement_of_nobody_or_without_words_is_refused(
    world: World, programme: Programme, facts: dict[str, Any]
) -> None:
    with pytest.raises(InvalidInput):
        said(world, held(world), **facts)
    with pytest.raises(Refused):
        said(world, meeting(world, held_on=clock.today() + timedelta(days=2)))
    assert not Statement.objects.exists()


def test_what_a_body_proposes_at_a_meeting_is_answered_by_a_conclusion(
    world: World, programme: Programme
) -> None:
    made, by = held(world), world.actor("An")
    asked = actions.raise_proposal(said(world, made), by=by)
    assert (asked.asker, asked.origin) == (world.body("ca", "dak-ha"), "meeting")
    terms = actions.ConclusionTerms("quyet_nghi", "Đồng ý bổ sung kinh phí năm 2027")
    concluded = actions.add_conclusion(made, terms, by=by)
    actions.answer_with(concluded, asked.addressees.get(), "agree", by=by)
    answer = Proposal.objects.get().addressees.get()
    assert (answer.state, answer.answer_text) == ("agreed", terms.text)
    with pytest.raises(Refused):
        actions.drop_conclusion(concluded, by=by)


def test_a_text_sent_by_somebody_who_lost_the_posting_is_shown_to_be_copied(
    world: World, programme: Programme, desk: Any
) -> None:
    made, client = _begun(world), desk("An")
    page = client.get(f"/hoi-nghi/{made.pk}/bien-ban/").content.decode()
    key = page.split('name="_once" value="', 1)[1].split('"', 1)[0]
    Posting.objects.filter(pk=world.posting("An").pk).update(valid_to=clock.today())
    answer = client.post(
        reverse("meetings:meeting-minute", args=[made.pk]),
        {"text": "Nội dung đã gõ suốt buổi họp", "base": 1, "_once": key},
    )
    assert answer.status_code == 403
    assert "Nội dung đã gõ suốt buổi họp" in answer.content.decode()


def test_pages_of_minutes_take_few_queries_at_any_number_of_statements(
    world: World, programme: Programme, desk: Any, django_assert_max_num_queries: Any
) -> None:
    made, by = held(world), world.actor("An")
    for number in range(12):
        row = said(world, made)
        terms = actions.StatementTerms(f"Ý kiến {number}", row.body, row.post)
        actions.change_statement(row, terms, by=by)
        saved = actions.save_minutes(made, text=f"Bản {number}", by=by)
    client = desk("An")
    for address in ("", "bien-ban/", "bien-ban/?soan=1", "y-kien/"):
        with django_assert_max_num_queries(20):
            assert client.get(f"/hoi-nghi/{made.pk}/{address}").status_code == 200
    with django_assert_max_num_queries(20):
        client.get(reverse("meetings:version-compare", args=[saved.pk]))
