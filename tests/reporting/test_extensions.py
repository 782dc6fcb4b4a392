"""More time for a report: asked, given, answered, taken back; both deadlines stay."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput, Refused, TransitionRefused
from phongtrao.core.inbox_sources import lines_of
from phongtrao.org.models import Posting
from phongtrao.reporting import actions, exports, queries
from phongtrao.reporting.models import DeadlineExtension, Report, Round
from tests.reporting import cases
from tests.world import World

ClientFor = Callable[[Posting], Client]
PAST = datetime(2026, 6, 30, 17, tzinfo=clock.VIETNAM)


def _later(days: int = 3) -> datetime:
    return clock.now() + timedelta(days=days)


@pytest.fixture
def soon(world: World) -> Report:
    """A report of Đăk Hà that is due tomorrow."""
    return cases.report_of(cases.open_round(world, deadline_at=_later(1)), world)


@pytest.fixture
def overdue(world: World) -> Round:
    """A round over its deadline in which nobody has sent."""
    return cases.open_round(world, period="2025-H2", deadline_at=PAST)


def _ask(world: World, report: Report, by: str = "Chi", days: int = 3) -> DeadlineExtension:
    return actions.ask_extension(
        report, deadline_at=_later(days), reason="Mất điện", by=world.actor(by)
    )


def _give(world: World, report: Report, by: str = "An", days: int = 3) -> DeadlineExtension:
    return actions.give_extension(
        report, deadline_at=_later(days), reason="Bão", by=world.actor(by)
    )


@pytest.mark.database
def test_a_granted_extension_decides_timeliness_and_the_first_deadline_stays(
    world: World, soon: Report
) -> None:
    asked = _ask(world, soon)
    soon.refresh_from_db()
    assert soon.extended_to is None  # nothing moves before the answer
    actions.decide_extension(asked, grant=True, by=world.actor("Bình"))
    with clock.set_to(_later(2)):
        sent = cases.submitted(world, soon.round)
        assert exports.lateness(sent) == ("Đúng hạn đã gia hạn", "success")
        assert "ban đầu" in exports.due_words(sent)
        now = clock.now()
        found = queries.completeness(world.actor("An"), soon.round, now)
        assert (found.on_time, found.late) == (1, 2)


@pytest.mark.database
def test_who_was_given_time_is_neither_late_nor_urged_until_it_ends(
    world: World, overdue: Round
) -> None:
    actor = world.actor("An")
    assert len(queries.overdue_in(actor, overdue, clock.now())) == 3
    _give(world, cases.report_of(overdue, world))
    names = [item.report.area_id for item in queries.overdue_in(actor, overdue, clock.now())]
    assert world.area("dak-ha").pk not in names
    assert queries.late_reports(actor, overdue, clock.now()).count() == 2
    with clock.set_to(_later(5)):
        items = queries.overdue_in(world.actor("An"), overdue, clock.now())
        days = {item.report.area_id: item.days_late for item in items}
    assert days[world.area("dak-ha").pk] == 2  # counted from the extended deadline
    assert max(days.values()) > 100


def test_it_is_undone_while_it_has_not_passed(world: World, soon: Report) -> None:
    given = _give(world, soon)
    with pytest.raises(InvalidInput):
        actions.take_back_extension(given, reason="", by=world.actor("An"))
    actions.take_back_extension(given, reason="Nhầm xã", by=world.actor("An"))
    soon.refresh_from_db()
    assert soon.extended_to is None
    again = _give(world, soon)
    with clock.set_to(_later(4)), pytest.raises(Refused):
        actions.take_back_extension(again, reason="Muộn rồi", by=world.actor("An"))


def test_a_second_extension_follows_the_first_and_undoing_it_returns_to_that(
    world: World, soon: Report
) -> None:
    first = _give(world, soon, days=3)
    second = _give(world, soon, days=6)
    soon.refresh_from_db()
    assert soon.extended_to == second.deadline_at
    actions.take_back_extension(second, reason="Không cần", by=world.actor("An"))
    soon.refresh_from_db()
    assert soon.extended_to == first.deadline_at


def test_each_side_does_its_own_part(world: World, soon: Report) -> None:
    for name in ("An", "Ba", "Giang", "Vân"):
        with pytest.raises(Forbidden):
            _ask(world, soon, by=name)
    for name in ("Chi", "Dũng", "Giang", "Vân"):
        with pytest.raises(Forbidden):
            _give(world, soon, by=name)
    asked = _ask(world, soon)
    with pytest.raises(Refused):
        _ask(world, soon, days=5)
    with pytest.raises(Forbidden):
        actions.decide_extension(asked, grant=True, by=world.actor("Chi"))
    with pytest.raises(InvalidInput):
        actions.decide_extension(asked, grant=False, by=world.actor("An"))
    actions.withdraw_extension(asked, by=world.actor("Chi"))
    with pytest.raises(TransitionRefused):
        actions.decide_extension(asked, grant=True, by=world.actor("An"))


def test_no_time_is_asked_after_the_deadline_or_backwards_or_when_sent(
    world: World, soon: Report, overdue: Round
) -> None:
    with pytest.raises(InvalidInput):
        _ask(world, soon, days=0)
    with pytest.raises(Refused):
        _ask(world, cases.report_of(overdue, world))
    sent = cases.submitted(world, soon.round)
    with pytest.raises(Refused):
        _give(world, sent)


@pytest.mark.database
def test_the_database_holds_one_grant_and_a_later_deadline(world: World, soon: Report) -> None:
    given = _give(world, soon)
    for change in (
        {"deadline_at": given.deadline_before},
        {"decided_at": None},
        {"state": "asked"},
        {"reason": ""},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            DeadlineExtension.objects.filter(pk=given.pk).update(**change)


def test_the_page_asks_and_answers(world: World, soon: Report, client_for: ClientFor) -> None:
    address = reverse("reporting:report-time", args=[soon.pk])
    day = clock.today() + timedelta(days=4)
    sent = {"deadline_on": f"{day:%d/%m/%Y}", "deadline_time": "09:30", "reason": "Mất mạng"}
    commune = client_for(world.posting("Chi"))
    assert cases.post(commune, address, sent).status_code == 302
    (item,) = [
        each
        for each in lines_of(queries.inbox_sources(world.actor("An"), clock.today()))
        if "Xin gia hạn" in each.title
    ]
    province = client_for(world.posting("An"))
    assert "Mất mạng" in province.get(item.url).content.decode()
    asked = DeadlineExtension.objects.get()
    decide = reverse("reporting:moretime-decide", args=[asked.pk])
    assert cases.post(province, decide, {"verb": "dong-y"}).status_code == 302
    page = commune.get(address).content.decode()
    assert "Hạn sau gia hạn" in page
    assert "09:30" in page
    late = cases.post(client_for(world.posting("Giang")), decide, {"verb": "dong-y"})
    assert late.status_code == 404
