"""Asking the general path: questions in, exact figures out."""

from collections.abc import Mapping, Sequence
from typing import Any

from phongtrao.analytics.general.backends import Backend
from phongtrao.analytics.general.batches import Asking, Batch, Question, batches
from phongtrao.analytics.general.figures import figures
from phongtrao.reporting.rules.figures import Area
from phongtrao.reporting.rules.roll_up import RollUp, with_adjusted


def answer(
    questions: Sequence[Question],
    asking: Asking,
    backend: Backend,
    more: Mapping[str, Any] | None = None,
) -> list[dict[Area, RollUp]]:
    """The figures of each question by group; raises `Refusal` where only the specification can.

    `more`: ``fresh`` and ``retired`` where rows came after the record was written, ``lines`` where
    signed lines enter.
    """
    given = more or {}
    reported = _answers(questions, asking, backend, given, adjusted=False)
    if "lines" not in given:
        return reported
    whole = _answers(questions, asking, backend, given, adjusted=True)
    return [with_adjusted(*both) for both in zip(whole, reported, strict=True)]


def _answers(
    questions: Sequence[Question],
    asking: Asking,
    backend: Backend,
    more: Mapping[str, Any],
    *,
    adjusted: bool,
) -> list[dict[Area, RollUp]]:
    found: list[dict[Area, RollUp]] = [{} for _question in questions]
    for batch in batches(questions, asking, adjusted=adjusted):
        for q, by_group in _of_batch(batch, backend, more).items():
            found[q] = by_group
    return found


def _of_batch(
    batch: Batch, backend: Backend, more: Mapping[str, Any]
) -> dict[int, dict[Area, RollUp]]:
    rows = backend.run(batch.shape, {**batch.tables, **more})
    by_question: dict[int, list[Mapping[str, Any]]] = {asked.q: [] for asked in batch.asked}
    for row in rows.to_pylist():
        by_question[row["q"]].append(row)
    return {asked.q: figures(asked, by_question[asked.q]) for asked in batch.asked}
