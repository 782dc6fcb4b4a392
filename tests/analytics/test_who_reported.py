"""Who should have reported and who did: from the files as from the record, within one's scope."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from random import Random

import pytest

from phongtrao.analytics.actions import rebuild
from phongtrao.analytics.queries import (
    FiguresAsked,
    Reports,
    ReportsAsked,
    completeness,
    figures,
    figures_everywhere,
)
from phongtrao.analytics.queries.figures import forget
from phongtrao.core import clock
from phongtrao.core.periods import DEFAULT_SCHEME, parse_period
from phongtrao.reporting import actions
from phongtrao.reporting.cells import NONE, Cell, CellState
from tests.analytics.record import Record
from tests.reporting import cases
from tests.world import World

pytestmark = [pytest.mark.django_db]

HALF = parse_period("2026-H1")


def _counts(found: Reports) -> dict[str, tuple[int, int, int]]:
    return {
        area.code: (
            int(found.expected[0, place]), int(found.received[0, place]),
            int(found.on_time[0, place]),
        )
        for place, area in found.shape.named[0]
    }  # fmt: skip


def test_the_same_with_and_without_files(world: World) -> None:
    forget()
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    late = cases.open_round(world, period="2026-Q1", deadline_at=clock.now() + timedelta(minutes=1))
    asked = ReportsAsked([HALF], "province")
    actor = world.actor("Trung")
    expected = {"51": (3, 1, 1), "52": (1, 0, 0)}
    assert _counts(completeness(actor, asked)) == expected
    rebuild()
    assert _counts(completeness(actor, asked)) == expected
    cases.submitted(world, round_, "ba-to", "Ba")
    assert _counts(completeness(actor, asked))["51"] == (3, 2, 2)
    report = cases.report_of(round_, world)
    version = report.versions.get()
    actions.return_report(version, reason="Xem lại", by=world.actor("An"))
    assert _counts(completeness(actor, asked))["51"] == (3, 1, 1)
    late.deadline_at = clock.now() - timedelta(minutes=1)
    late.save()
    assert _counts(completeness(actor, ReportsAsked([parse_period("2026-Q1")], "province"))) == {
        "51": (3, 0, 0),
        "52": (1, 0, 0),
    }
    forget()


@pytest.mark.parametrize("has_files", [True, False])
def test_nothing_outside_the_scope_is_answered(world: World, *, has_files: bool) -> None:
    forget()
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    if has_files:
        rebuild()
    asked = FiguresAsked(["TT01"], [HALF], "commune")
    seen = {name: {area.code for area in figures(world.actor(name), asked).areas}
            for name in ("An", "Chi", "Giang", "Trung", "Kiểm")}  # fmt: skip
    assert seen == {
        "An": {"23500", "21484", "21548"},
        "Chi": {"23500"},
        "Giang": {"23942"},
        "Trung": {"23500", "21484", "21548", "23942"},
        "Kiểm": set(),  # an auditor reads no figures
    }
    whole = FiguresAsked(["TT01"], [HALF], "country")
    assert not list(figures(world.actor("An"), whole).rows())
    assert not completeness(world.actor("Giang"), ReportsAsked([HALF], "country")).shape.areas
    forget()


def test_a_question_costs_one_query_while_nothing_changes(
    db: None, django_assert_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    forget()
    record = Record(Random(3))
    record.prepare()
    round_ = record.open(record.form(["TT01", "LL02"]), HALF, DEFAULT_SCHEME, "commune")
    for area in (106, 107, 201):
        record.tell(round_, area, "ca")
    rebuild()
    asked = FiguresAsked(["TT01", "LL02"], [HALF], "province")
    first = figures_everywhere(asked)
    with django_assert_num_queries(1):
        again = figures_everywhere(asked)
    assert list(first.rows()) == list(again.rows())
    record.tell(round_, 107, "ca", [NONE, *[Cell(CellState.VALUE, 8)] * 2])
    with django_assert_num_queries(4):  # the state, where the log goes on, its end, the report
        later = {
            (row.area_code, row.indicator): row.figure for row in figures_everywhere(asked).rows()
        }
    assert later["09", "TT01"].value == 8
    forget()
