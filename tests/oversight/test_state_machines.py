"""Every edge of both state machines, and the actions over them in any order: nothing closes
without each remedy verified by a body that is not its owner.
"""

from collections import deque
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from phongtrao.core.errors import DomainError
from phongtrao.oversight import actions
from phongtrao.oversight.models import Inspection, Recommendation, RemedyStep
from phongtrao.oversight.workflow import (
    INSPECTION,
    OF_VERIFIER,
    REMEDY,
    InspectionState,
    RemedyState,
)
from phongtrao.planning.models import Programme
from tests.oversight import inspection_cases as cases
from tests.world import World

_DONE = (InspectionState.FOLLOWED_UP, InspectionState.CLOSED)


def _walk(workflow: Any) -> dict[str, list[tuple[str, ...]]]:
    """State → the verbs of every way there that takes no edge twice."""
    edges = [(s, t.verb, str(t.target)) for t in workflow.transitions for s in map(str, t.sources)]
    found: dict[str, list[tuple[str, ...]]] = {}
    waiting: deque[tuple[str, tuple[Any, ...]]] = deque([(str(workflow.initial), ())])
    while waiting:
        state, way = waiting.popleft()
        found.setdefault(state, []).append(tuple(verb for _s, verb, _t in way))
        if len(way) < 7:
            waiting.extend(
                (edge[2], (*way, edge)) for edge in edges if edge[0] == state and edge not in way
            )
    return found


def test_every_way_to_closed_leads_through_the_conclusion_and_the_count_of_open_remedies() -> None:
    ways = _walk(INSPECTION)
    assert set(ways) == {str(state) for state in InspectionState}
    for way in ways[InspectionState.CLOSED]:
        last = len(way) - 1 - way[::-1].index("close")
        assert way[last - 1] == "follow_up"
        assert "conclude" in way[: last - 1]


def test_every_way_to_confirmed_ends_with_the_verifier_and_every_edge_is_walked() -> None:
    ways = _walk(REMEDY)
    assert set(ways) == {str(state) for state in RemedyState}
    for way in ways[RemedyState.VERIFIED]:
        assert way[-2:] == ("submit", "verify")
    walked = {verb for state in ways.values() for way in state for verb in way}
    assert walked == {step.verb for step in REMEDY.transitions}
    assert "verify" in OF_VERIFIER
    assert "submit" not in OF_VERIFIER


class Walk(RuleBasedStateMachine):
    """An inspection and its recommendations under whatever its people do, in whatever order."""

    world: World

    def __init__(self) -> None:
        super().__init__()
        self.before = transaction.savepoint()
        self.pk = cases.planned(self.world).pk

    def teardown(self) -> None:
        """Each walk begins with the same tables."""
        transaction.savepoint_rollback(self.before)

    def _try(self, act: Any) -> None:
        try:
            act()
        except DomainError:
            return

    @property
    def _inspection(self) -> Inspection:
        return Inspection.objects.get(pk=self.pk)

    @rule(
        verb=st.sampled_from(sorted({step.verb for step in INSPECTION.transitions})),
        who=st.sampled_from(("An", "An", "An", "Chi", "Dũng")),
    )
    def take(self, verb: str, who: str) -> None:
        """A verb of the inspection, by anybody."""
        by, entry = self.world.actor(who), self._inspection
        if verb in ("decide", "amend"):
            self._try(lambda: actions.decide(entry, cases.team(self.world), by=by))
        elif verb == "conclude":
            self._try(lambda: actions.conclude(entry, cases.conclusion(), by=by))
        else:
            self._try(lambda: actions.take_step(entry, verb, by=by, reason="Lý do"))

    @rule(
        verifier=st.sampled_from((("ca", "quang-ngai"), ("mttq", "quang-ngai"), ("ca", "dak-ha")))
    )
    def recommend(self, verifier: tuple[str, str]) -> None:
        """A recommendation, one time in three with its owner as verifier."""
        wanted = cases.wanted(self.world, verifier=self.world.body(*verifier))
        self._try(lambda: actions.recommend(self._inspection, wanted, by=self.world.actor("An")))

    @rule(
        verb=st.sampled_from(sorted({step.verb for step in REMEDY.transitions})),
        who=st.sampled_from(("An", "Chi", "Dũng")),
        which=st.integers(0, 2),
    )
    def remedy(self, verb: str, who: str, which: int) -> None:
        """A verb of a remedy, by anybody."""
        found = Recommendation.objects.order_by("pk")[which : which + 1].first()
        by = self.world.actor(who)
        if found is not None:
            self._try(lambda: actions.take_remedy_step(found, verb, by=by, text="Đã làm"))

    @rule()
    def go_on(self) -> None:
        """The next step of those who do all rightly, so that walks come to an end."""
        state = self._inspection.state
        if state == InspectionState.CONCLUDED:
            for number in range(3):
                self.remedy("submit", "Chi", number)
                self.remedy("verify", "An", number)
        onwards = {
            InspectionState.PLANNED: "decide",
            InspectionState.DECIDED: "begin",
            InspectionState.UNDER_WAY: "conclude",
            InspectionState.CONCLUDED: "follow_up",
            InspectionState.FOLLOWED_UP: "close",
        }
        if state in onwards:
            self.take(onwards[InspectionState(state)], "An")

    @invariant()
    def what_is_done_is_verified_by_another(self) -> None:
        """The rule of the issue, after every step."""
        asked = list(Recommendation.objects.filter(entry=self.pk).select_related("verified_by"))
        for each in asked:
            assert each.body_id
            assert each.due_on
            assert each.verifier_id not in (None, each.body_id)
        if self._inspection.state in _DONE:
            for each in asked:
                assert each.state == RemedyState.VERIFIED
                assert each.verified_by.body_id == each.verifier_id != each.body_id
                last = RemedyStep.objects.filter(recommendation=each).order_by("pk").last()
                assert last.verb == "verify"


@pytest.mark.database
@pytest.mark.django_db
def test_whatever_is_done_by_whom_nothing_ends_without_a_verifier(
    world: World, programme: Programme
) -> None:
    few = settings(
        max_examples=12,
        stateful_step_count=16,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    machine = type("WalkHere", (Walk,), {"world": world})
    run_state_machine_as_test(machine, settings=few)
