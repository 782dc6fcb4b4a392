"""A workflow is a table; everything about it is read from the table."""

from enum import StrEnum

import pytest

from phongtrao.core.errors import TransitionRefused
from phongtrao.core.workflow import Transition, Workflow


class State(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"


REPORT = Workflow(
    Transition("submit", frozenset({State.DRAFT, State.RETURNED}), State.SUBMITTED, "Gửi"),
    Transition("return", frozenset({State.SUBMITTED}), State.RETURNED, "Trả lại"),
    Transition("approve", frozenset({State.SUBMITTED}), State.APPROVED, "Duyệt"),
    initial=State.DRAFT,
)


def test_every_step_of_the_table_leads_to_its_target() -> None:
    for step in REPORT.transitions:
        for source in step.sources:
            assert REPORT.target(step.verb, current=source) == step.target


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("verb", ["submit", "return", "approve", "destroy"])
def test_a_step_outside_the_table_is_refused(verb: str, state: State) -> None:
    if verb in REPORT.verbs(state):
        assert REPORT.target(verb, current=state) in State
    else:
        with pytest.raises(TransitionRefused, match="tải lại"):
            REPORT.target(verb, current=state)


def test_a_refused_step_is_named_in_vietnamese() -> None:
    with pytest.raises(TransitionRefused, match='Không thể "Duyệt"'):
        REPORT.target("approve", current="draft")


def test_verbs_come_in_the_order_of_the_table() -> None:
    assert REPORT.verbs("submitted") == ("return", "approve")
    assert REPORT.verbs(State.APPROVED) == ()


def test_the_table_lists_states_for_a_constraint_as_plain_values() -> None:
    assert REPORT.states == ("draft", "returned", "submitted", "approved")
    table = REPORT.condition_table()
    assert table == {
        "draft": [],
        "returned": ["submitted"],
        "submitted": ["draft", "returned"],
        "approved": ["submitted"],
    }
    assert all(type(state) is str for state in table)


def test_two_verbs_between_the_same_states_are_one_line_of_the_constraint() -> None:
    twice = Workflow(
        Transition("drop", frozenset({"open"}), "closed"),
        Transition("finish", frozenset({"open"}), "closed"),
    )
    assert twice.condition_table() == {"open": [], "closed": ["open"]}


def test_the_diagram_shows_every_step() -> None:
    diagram = REPORT.mermaid()
    assert diagram.startswith("stateDiagram-v2\n    [*] --> draft\n")
    assert "    returned --> submitted: submit\n" in diagram
    assert diagram.count("-->") == 5


def test_one_verb_may_not_lead_two_ways_from_one_state() -> None:
    with pytest.raises(ValueError, match="two transitions"):
        Workflow(
            Transition("close", frozenset({"open"}), "done"),
            Transition("close", frozenset({"open"}), "dropped"),
        )
