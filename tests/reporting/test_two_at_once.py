"""A training round is erased in the moment in which something of it is decided."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from phongtrao.core import clock
from phongtrao.core.errors import Refused
from phongtrao.reporting import actions, queries
from phongtrao.reporting.actions import AdjustmentDraft, Erasure
from phongtrao.reporting.models import DeadlineExtension, Report, Round
from tests.at_once import both, needs_rows_held
from tests.reporting import cases
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True), needs_rows_held]


def _adjusted(world: World, practice: Round) -> Callable[[], Any]:
    report = cases.submitted(world, practice)
    version = queries.newest_version(report)
    assert version is not None
    key = str(practice.template_version.cells[0]["key"])
    line = actions.propose_adjustment(
        version, AdjustmentDraft(key, "+3", "Đếm sót"), by=world.actor("An")
    )
    line.refresh_from_db()
    return partial(actions.decide_adjustment, line, approve=True, by=world.actor("Bình"))


def _extended(world: World, practice: Round) -> Callable[[], Any]:
    report = cases.report_of(practice, world)
    asked = actions.ask_extension(
        report,
        deadline_at=report.deadline_at + timedelta(days=3),
        reason="Mất điện",
        by=world.actor("Chi"),
    )
    fresh = DeadlineExtension.objects.get(pk=asked.pk)
    return partial(actions.decide_extension, fresh, grant=True, by=world.actor("Bình"))


@pytest.mark.parametrize("prepare", [_adjusted, _extended])
def test_erasing_and_deciding_wait_for_each_other_in_one_order(
    world: World, prepare: Callable[[World, Round], Callable[[], Any]]
) -> None:
    later = clock.now() + timedelta(days=1)
    practice = cases.open_training(world, deadline_at=later)
    decide = prepare(world, practice)
    erase = partial(actions.erase_training_round, practice, reason="Xong", by=world.actor("An"))
    report = Report.objects.filter(pk=cases.report_of(practice, world).pk)
    erased, decided = both(report, erase, decide)
    assert isinstance(erased, Erasure), erased
    # Whoever came first was served: a decision before the erasure goes with the round.
    if isinstance(decided, Exception):
        assert isinstance(decided, Refused), decided
        assert decided.code == "erased"
    assert not Round.objects.filter(pk=practice.pk).exists()
