"""The files say what the specification says, over mergers, splits, forms, bodies and windows.

A plain run tries a few records; `make test-figures` (PHONGTRAO_FIGURES=full) many.
"""

import os
from random import Random

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phongtrao.analytics.actions import rebuild
from phongtrao.analytics.queries import figures_everywhere
from phongtrao.analytics.queries.figures import forget
from phongtrao.core.periods import Period
from phongtrao.reporting.models import Report, Round
from tests.analytics import asking
from tests.analytics.record import Record
from tests.reporting.oracle import at_level

CASES = 120 if os.environ.get("PHONGTRAO_FIGURES") == "full" else 3

pytestmark = [pytest.mark.django_db]


def _write(record: Record, random: Random) -> None:
    """Rounds of one to three forms, each told by most of those who should."""
    forms = [
        record.form(random.sample(asking.TYPED, random.randint(1, 8)), random.choice([0, 0, 1, 2]))
        for _each in range(random.randint(1, 3))
    ]
    months = [Period(each, each) for each in range(asking.FIRST, asking.LAST + 1)]
    longer = [asking.any_period(random) for _each in range(random.randint(0, 3))]
    for period in dict.fromkeys([*random.sample(months, random.randint(2, 13)), *longer]):
        for form in random.sample(forms, random.randint(1, len(forms))):
            level = random.choice(["commune"] * 8 + ["province", "district"])
            scheme = random.choice(asking.SCHEMES)
            _tell_round(record, random, record.open(form, period, scheme, level))


def _tell_round(record: Record, random: Random, round_: Round) -> None:
    chance = random.choice([0.5, 0.9, 1.0])
    day = random.choice([round_.first_day, round_.last_day, round_.last_day, round_.last_day])
    for area in at_level(round_.level, day):
        for kind in random.choice([("ca",), ("ca",), ("ca", "mttq")]):
            if kind in record.kinds and random.random() < chance:
                record.tell(round_, area, kind)


def _compare(random: Random, questions: int) -> int:
    from_cube = 0
    for _each in range(questions):
        asked = asking.any_question(random)
        wrong = asking.differences(asked)
        assert not wrong, (asked, wrong[:3])
        from_cube += figures_everywhere(asked).source == "cube"
    return from_cube


@given(seed=st.integers(0, 2**32))
@settings(
    max_examples=CASES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_door_says_what_the_specification_says(seed: int) -> None:
    random = Random(seed)
    with transaction.atomic():
        forget()
        record = Record(random, kinds=random.choice([("ca",), ("ca", "mttq")]))
        record.prepare()
        _write(record, random)
        rebuild()
        assert _compare(random, 6)
        for round_ in random.sample(record.rounds, min(3, len(record.rounds))):
            _tell_round(record, random, round_)
        told = list(Report.objects.all())
        for report in random.sample(told, min(5, len(told))):
            record.take_back(report)
        for report in random.sample(told, random.choice([0, 0, min(3, len(told))])):
            record.adjust(report)
        assert _compare(random, 6)
        transaction.set_rollback(True)
    forget()
