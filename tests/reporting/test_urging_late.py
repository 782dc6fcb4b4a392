"""Urging the late of a round: who is named, for which time, and the words that leave the house."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput
from phongtrao.core.models import AuditEntry, Notice
from phongtrao.org import scope
from phongtrao.org.models import Posting
from phongtrao.reporting import actions, exports, queries
from phongtrao.reporting.models import Report, Round
from tests.publishing.docx_text import text_of
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database
ClientFor = Callable[[Posting], Client]
DEADLINE = datetime(2026, 6, 30, 17, tzinfo=clock.VIETNAM)
LATE = ["Công an xã Ba Tơ", "Công an đặc khu Lý Sơn"]


@pytest.fixture
def round_(world: World) -> Round:
    """A round over its deadline: Đăk Hà has sent late, the two others have not."""
    found = cases.open_round(world, deadline_at=DEADLINE)
    cases.submitted(world, found)
    return found


def _overdue(world: World, round_: Round, name: str = "An") -> list[queries.Overdue]:
    return queries.overdue_in(world.actor(name), round_, clock.now())


def _names(found: list[queries.Overdue]) -> list[str]:
    return [item.report.body.name for item in found]


def _urge(world: World, round_: Round, *, only: int | None = None, paper: str = "12/CAT") -> int:
    ids = [only] if only else [item.report.pk for item in _overdue(world, round_)]
    return actions.note_urging(
        round_, ids, paper=paper, issued_on=clock.today(), by=world.actor("An")
    )


def test_the_late_are_those_without_a_report_after_the_deadline(
    world: World, round_: Round
) -> None:
    found = _overdue(world, round_)
    assert sorted(_names(found)) == sorted(LATE)
    assert found[0].days_late == (clock.today() - date(2026, 6, 30)).days
    version = queries.newest_version(cases.report_of(round_, world))
    assert version is not None
    actions.return_report(version, reason="Sai", by=world.actor("An"))
    assert "Công an xã Đăk Hà" in _names(_overdue(world, round_))


@pytest.mark.parametrize("name", ["Giang", "Chi", "Cường", "Dũng", "Kiểm", "Vân"])
def test_only_the_body_that_approves_urges(world: World, round_: Round, name: str) -> None:
    assert _overdue(world, round_, name) == []
    with pytest.raises(Forbidden):
        actions.note_urging(
            round_, [1], paper="1/CAT", issued_on=clock.today(), by=world.actor(name)
        )


def test_before_the_deadline_and_after_the_figures_are_closed_nobody_is_late(world: World) -> None:
    round_ = cases.open_round(world)
    assert _overdue(world, round_) == []
    past = cases.open_round(world, period="2025-H2", deadline_at=DEADLINE)
    actions.lock_round(past, by=world.actor("An"))
    assert _overdue(world, queries.round_for(world.actor("An"), past.pk)) == []


def test_a_noted_letter_makes_the_next_one_the_second(world: World, round_: Round) -> None:
    assert _urge(world, round_) == 2
    first = _overdue(world, round_)
    assert [(item.ordinal, item.last_paper) for item in first] == [(2, "12/CAT")] * 2
    _urge(world, round_, only=first[0].report.pk, paper="15/CAT")
    again = {item.report.pk: item for item in _overdue(world, round_)}
    assert again[first[0].report.pk].ordinal == 3
    assert again[first[1].report.pk].ordinal == 2
    assert AuditEntry.objects.filter(verb="report.urged").count() == 3
    told = Notice.objects.filter(kind="report.urged").values_list("account_id", flat=True)
    assert {world.posting("Ba").account_id, world.posting("Lý").account_id} <= set(told)
    assert world.posting("Chi").account_id not in told


@pytest.mark.parametrize(
    ("paper", "days"), [("", 0), ("   ", 0), ("12/CAT", 1), ("12/CAT", -1_000)]
)
def test_a_letter_without_number_or_with_an_impossible_day_is_not_noted(
    world: World, round_: Round, paper: str, days: int
) -> None:
    ids = [item.report.pk for item in _overdue(world, round_)]
    day = clock.today() + timedelta(days=days)
    with pytest.raises(InvalidInput):
        actions.note_urging(round_, ids, paper=paper, issued_on=day, by=world.actor("An"))
    assert not AuditEntry.objects.filter(verb="report.urged").exists()


def test_a_body_that_has_just_sent_is_not_urged(world: World, round_: Round) -> None:
    ids = [item.report.pk for item in _overdue(world, round_)]
    cases.submitted(world, round_, "ba-to", "Ba")
    with pytest.raises(InvalidInput):
        actions.note_urging(
            round_, ids, paper="1/CAT", issued_on=clock.today(), by=world.actor("An")
        )
    assert not AuditEntry.objects.filter(verb="report.urged").exists()


def test_the_message_names_bodies_and_nothing_that_was_counted(world: World, round_: Round) -> None:
    issuer = world.body("ca", "quang-ngai")
    message = exports.urging_message(round_, _overdue(world, round_), issuer=issuer)
    assert all(f"- {name}" in message for name in LATE)
    assert "Đăk Hà" not in message
    assert "17:00" in message
    assert "http" not in message
    assert "/bao-cao/" not in message


def test_the_word_names_the_ticked_bodies_under_the_time_they_are_urged_for(
    world: World, client_for: ClientFor, round_: Round
) -> None:
    found = {item.report.body.name: item.report.pk for item in _overdue(world, round_)}
    _urge(world, round_, only=found["Công an xã Ba Tơ"])
    an = client_for(world.posting("An"))
    address = reverse("publishing:late-word", args=[round_.pk])
    text = text_of(_content(an.get(address)))
    assert "đôn đốc gửi báo cáo quá hạn (lần 2)" in text
    assert text.index("Đôn đốc lần 2") < text.index("Đôn đốc lần 1")
    assert "đã đôn đốc tại 12/CAT" in text
    assert "Đăk Hà" not in text
    one = text_of(_content(an.get(address, {"b": found["Công an đặc khu Lý Sơn"]})))
    assert "Lý Sơn" in one
    assert "Ba Tơ" not in one
    assert an.get(address, {"b": cases.report_of(round_, world).pk}).status_code == 409


def _content(answer: Any) -> bytes:
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def test_the_page_goes_from_the_round_to_the_noted_letter(
    world: World, client_for: ClientFor, round_: Round
) -> None:
    an = client_for(world.posting("An"))
    late = reverse("reporting:round-late", args=[round_.pk])
    assert late in an.get(reverse("reporting:round-detail", args=[round_.pk])).content.decode()
    html = an.get(late).content.decode()
    assert "Sao chép tin nhắn" in html
    ids = [item.report.pk for item in _overdue(world, round_)]
    address = reverse("reporting:round-urge", args=[round_.pk])
    wrong = cases.post(an, address, {"b": ids, "paper": "", "issued_on": "x"})
    assert wrong.status_code == 422
    done = cases.post(
        an, address, {"b": ids, "paper": "12/CAT", "issued_on": f"{clock.today():%d/%m/%Y}"}
    )
    assert done["Location"] == late
    assert "12/CAT" in an.get(late).content.decode()
    report = Report.objects.get(pk=ids[0])
    page = an.get(reverse("reporting:report-detail", args=[report.pk])).content.decode()
    assert "Đôn đốc" in page


def test_the_page_costs_the_same_with_2_and_with_62_late(
    world: World, client_for: ClientFor, round_: Round
) -> None:
    an = client_for(world.posting("An"))
    address = reverse("reporting:round-late", args=[round_.pk])
    few = _count(an, address)
    first = Report.objects.get(round=round_, area=world.area("ba-to"))
    for key in cases.add_communes(world, 60):
        first.pk, first._state.adding = None, True
        first.area, first.body = world.area(key), world.bodies["ca", key]
        first.save()
    many = _count(an, address)
    assert few == many <= 20


def _count(client: Client, address: str) -> int:
    client.get(address)
    scope.forget()
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)
