"""Clocks, classes, keys and marked text: pure rules."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core.calendar import shipped_calendar
from phongtrao.planning import rules
from phongtrao.planning.rules import TaskClass

DAY = date(2026, 11, 26)
days = st.integers(-400, 400).map(lambda n: DAY + timedelta(days=n))
texts = st.text(st.sampled_from("ab đ\n."), max_size=80)
spans = st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90), st.integers(1, 9)), max_size=8)


@pytest.mark.parametrize(
    ("state", "due", "stopped", "expected"),
    [
        ("assigned", 0, None, TaskClass.RUNNING_IN_TIME),
        ("in_progress", -1, None, TaskClass.RUNNING_LATE),
        ("reported_done", -3, -3, TaskClass.RUNNING_IN_TIME),
        ("reported_done", -3, -2, TaskClass.RUNNING_LATE),
        ("completed", -3, -3, TaskClass.DONE_IN_TIME),
        ("completed", -3, -2, TaskClass.DONE_LATE),
        ("suspended", -3, None, TaskClass.SUSPENDED),
        ("withdrawn", -3, None, TaskClass.WITHDRAWN),
    ],
)
def test_the_class_of_a_task(state, due, stopped, expected):
    stopped_on = None if stopped is None else DAY + timedelta(days=stopped)
    assert rules.clock_on(state, DAY + timedelta(days=due), stopped_on, DAY).task_class == expected


@given(days, days, days, st.booleans())
def test_a_later_date_never_makes_a_task_later(due, other, today, finished):
    early, late = sorted((due, other))
    state, stopped = ("completed", today) if finished else ("in_progress", None)
    first = rules.clock_on(state, early, stopped, today)
    second = rules.clock_on(state, late, stopped, today)
    assert second.days_late <= first.days_late
    assert second.days_left >= first.days_left


@given(days, days)
def test_late_and_due_soon_exclude_each_other(due, today):
    clocks = rules.clocks_on(
        "in_progress", original_due_on=due, due_on=due, stopped_on=None, today=today
    )
    assert not (clocks.is_due_soon and clocks.current.is_late)
    assert clocks.current.is_late == (due < today)


def test_the_original_clock_stays_when_the_date_moves():
    clocks = rules.clocks_on(
        "completed",
        original_due_on=DAY,
        due_on=DAY + timedelta(days=9),
        stopped_on=DAY + timedelta(days=5),
        today=DAY + timedelta(days=50),
    )
    assert clocks.is_extended
    assert clocks.original.task_class == TaskClass.DONE_LATE
    assert clocks.original.days_late == 5
    assert clocks.current.task_class == TaskClass.DONE_IN_TIME


def test_an_undated_requirement_is_never_late_but_an_open_one_can_be():
    assert not rules.is_concretising_late("open", None, DAY)
    assert not rules.is_concretising_late("open", DAY, DAY)
    assert rules.is_concretising_late("open", DAY, DAY + timedelta(days=1))
    assert not rules.is_concretising_late("standing", DAY, DAY + timedelta(days=99))


def test_the_time_to_make_concrete_counts_working_days_only():
    assert rules.concretise_by(date(2026, 10, 2), shipped_calendar()) == date(2026, 10, 16)


def test_every_unverified_term_has_a_source():
    for row in rules.terms().values():
        assert row["source"]
        assert row["is_verified"] is False


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("07/CTrPH-BCA-MTTW", "07/CTRPH-BCA-MTTW"),
        (" 125 / kh‑cat ", "125/KH-CAT"),
        ("22-CTr/ĐUCA-V28", "22-CTR/ĐUCA-V28"),
        ("Số: 05/BC", "05/BC"),
        ("", ""),
    ],
)
def test_two_spellings_of_a_number_are_one(text, key):
    assert rules.number_key(text) == key


@given(texts, spans)
def test_a_marked_text_is_the_text(text, marks):
    lines = rules.segments(text, marks)
    assert "\n".join("".join(piece.text for piece in line) for line in lines) == text


@given(texts, spans)
def test_each_visible_mark_is_anchored_once_and_covers_its_words(text, marks):
    pieces = [piece for line in rules.segments(text, marks) for piece in line]
    anchors = [anchor for piece in pieces for anchor in piece.anchors]
    assert len(anchors) == len(set(anchors))
    for start, end, key in marks:
        inside = text[max(0, start) : max(0, end)] if start < end else ""
        covered = "".join(piece.text for piece in pieces if key in piece.keys)
        assert len(covered) >= len(inside.replace("\n", ""))


def test_the_rate_counts_what_was_due_not_all():
    assert rules.rate(3, 4) == 0.75
    assert rules.rate(0, 0) is None
