"""The general path on the record: the files of a generation, and whatever came after them."""

from random import Random

import pytest

from phongtrao.analytics.actions import rebuild
from phongtrao.analytics.general.refusals import Reason, Refusal
from phongtrao.analytics.queries import FiguresAsked, figures_everywhere
from phongtrao.analytics.queries.figures import forget
from phongtrao.core.periods import Period, parse_scheme
from phongtrao.reporting.models import Report
from tests.analytics import asking
from tests.analytics.record import Record
from tests.analytics.test_cube_equals_specification import _tell_round, _write

pytestmark = pytest.mark.django_db
WHOLE = FiguresAsked(asking.SUMS, [Period(asking.FIRST + 1, asking.LAST)], "province")


@pytest.fixture
def record() -> Record:
    """A record and the files that were made of it."""
    forget()
    random = Random(7)
    found = Record(random)
    found.prepare()
    _write(found, random)
    rebuild()
    return found


def same(asked: FiguresAsked) -> bool:
    """Whether the general path says what the specification says."""
    told = figures_everywhere(asked, path="specification")
    found = figures_everywhere(asked, path="general")
    assert found.source == "general"
    return list(found.rows()) == list(told.rows())


def test_it_answers_one_kind_of_bodies_from_the_files_and_what_came_later(record: Record) -> None:
    by_body = FiguresAsked(WHOLE.indicators[:6], WHOLE.periods, "commune", body="ca")
    assert same(by_body)
    # A round told anew, and a report taken back: the files are older than both.
    _tell_round(record, record.random, record.rounds[-1])
    record.take_back(Report.objects.earliest("pk"))
    assert same(by_body)


def test_a_new_generation_takes_over_years_without_changes(record: Record) -> None:
    _tell_round(record, record.random, record.rounds[-1])
    rebuild(whole=False)
    assert same(WHOLE)


def test_what_does_not_add_up_over_bodies_is_left_to_the_specification(record: Record) -> None:
    asked = FiguresAsked(asking.CODES, WHOLE.periods, "province")
    with pytest.raises(Refusal, check=lambda refusal: refusal.reason is Reason.JOINT):
        figures_everywhere(asked, path="general")
    assert asking.differences(asked) == []


def test_cumulative_figures_are_never_added(record: Record) -> None:
    scheme = parse_scheme("CUMULATIVE(2025-01-01)")
    form = record.form(["TT01"])
    months = [Period(asking.FIRST + n, asking.FIRST + n) for n in range(2)]
    for month in months:
        record.tell(record.open(form, month, scheme, "commune"), 106, "ca")
    assert same(FiguresAsked(["TT01"], months, "commune", scheme=scheme))
