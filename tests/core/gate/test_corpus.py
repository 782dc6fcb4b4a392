"""Every kind of the table in security.md §3.5 gets the verdict its Treatment paragraph says."""

from functools import cache

import pytest

from phongtrao.core.gate import inspect
from phongtrao.core.gate.sentences import KEPT_NOTHING
from phongtrao.core.gate.verdicts import Verdict
from tests.core.gate import corpus_archives, corpus_bombs, corpus_papers, corpus_twins
from tests.core.gate.case import Case

CASES = [*corpus_archives.ALL, *corpus_bombs.ALL, *corpus_papers.ALL, *corpus_twins.ALL]


@cache
def verdict_of(case: Case) -> Verdict:
    """Each kind is built and judged once; the large ones take seconds."""
    return inspect(case.build(), case.filename)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_kind_is_treated_as_the_table_says(case: Case) -> None:
    verdict = verdict_of(case)
    assert (verdict.verdict, verdict.codes) == (
        case.verdict,
        (case.code,) if case.code else verdict.codes,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_refusal_says_what_happened_what_was_kept_and_what_to_do(case: Case) -> None:
    verdict = verdict_of(case)
    if verdict.accepted:
        assert all(reason.sentence.endswith(".") for reason in verdict.reasons)
        return
    for reason in verdict.reasons:
        what, kept, step = reason.sentence.partition(KEPT_NOTHING)
        assert what.strip().endswith(".")
        assert kept
        assert step.strip()


def test_kinds_have_names_of_their_own() -> None:
    assert len({case.id for case in CASES}) == len(CASES)
