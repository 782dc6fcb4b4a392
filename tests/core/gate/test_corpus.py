"""Every kind of the table in security.md §3.5 gets the verdict its Treatment paragraph says."""

import pytest

from phongtrao.core.gate import inspect
from phongtrao.core.gate.sentences import KEPT_NOTHING
from phongtrao.core.gate.verdicts import Verdict
from tests.core.gate import kinds_table
from tests.core.gate.case import Case

CASES = kinds_table.HOSTILE


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_kind_is_treated_as_the_table_says_in_whole_sentences(case: Case) -> None:
    verdict = inspect(case.build(), case.filename)
    assert (verdict.verdict, verdict.codes) == (
        case.verdict,
        (case.code,) if case.code else verdict.codes,
    )
    if verdict.accepted:
        assert all(reason.sentence.endswith(".") for reason in verdict.reasons)
    else:
        _says_what_happened_what_was_kept_and_what_to_do(verdict)


def _says_what_happened_what_was_kept_and_what_to_do(verdict: Verdict) -> None:
    for reason in verdict.reasons:
        what, kept, step = reason.sentence.partition(KEPT_NOTHING)
        assert what.strip().endswith(".")
        assert kept
        assert step.strip()


def test_kinds_have_names_of_their_own() -> None:
    assert len({case.id for case in CASES}) == len(CASES)


def test_the_reference_page_lists_what_is_tried() -> None:
    assert kinds_table.PAGE.read_text("utf-8") == kinds_table.page()
