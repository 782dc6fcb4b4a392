"""Every paper that the platform writes itself is without fault, doubtful rules included."""

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from phongtrao.publishing.layout_check.check import check
from phongtrao.publishing.layout_check.rules import RULES
from phongtrao.publishing.layout_check.rules_page import rules_page
from phongtrao.publishing.word import package
from phongtrao.publishing.word.comment_table import (
    CommentedClause,
    CommentRow,
    CommentTablePaper,
    render_comment_table,
)
from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word.duty_table import DutyPaper, DutyRow, render_duty_table
from phongtrao.publishing.word.memo import render_submission_memo
from phongtrao.publishing.word.papers import Recipients
from phongtrao.publishing.word.render import render_paper
from tests.architecture.test_docs import DOCS
from tests.publishing.word.sample_papers import (
    LETTERHEAD,
    SIGNATURE,
    sample_memo,
    sample_report,
)

RECIPIENTS = Recipients(("Như trên", "Công an tỉnh"))


def _report(**look: object) -> bytes:
    return render_paper(sample_report(), **look)


def _bare_report(**look: object) -> bytes:
    """A draft before anybody signs: no number, no day, no name."""
    head = replace(LETTERHEAD, number=None, issued_on=None)
    signature = replace(SIGNATURE, name=None)
    bare = sample_report(
        letterhead=head, signatures=(signature,), addressees=(), legal_bases=(), appendices=()
    )
    return render_paper(bare, **look)


def _memo(**look: object) -> bytes:
    return render_submission_memo(sample_memo(), **look)


def _comments(**look: object) -> bytes:
    row = CommentRow("Công an xã Ba Tơ", "Đề nghị ghi rõ thời hạn.", "Tiếp thu.")
    paper = CommentTablePaper(
        LETTERHEAD,
        "dự thảo Kế hoạch phối hợp",
        ("Dự thảo được gửi lấy ý kiến của 3 cơ quan.",),
        (CommentedClause("Điều 1", "Điều 1. Phạm vi", (row,)),),
        ("Chưa có ý kiến: 2 cơ quan.",),
        RECIPIENTS,
        SIGNATURE,
    )
    return render_comment_table(paper, **look)


def _duties(**look: object) -> bytes:
    row = DutyRow("1", "Tuyên truyền", ("Công an tỉnh",), ("Mặt trận Tổ quốc tỉnh",), ())
    paper = DutyPaper(
        "Chương trình phối hợp", "(Kèm theo Chương trình số 07/CTrPH-BCA-MTTW)", (row,)
    )
    return render_duty_table(paper, **look)


# The calendar of a week is a table across the page, no paper of the decree.
NO_PAPERS = {"week_table"}
GENERATORS: dict[str, Callable[..., bytes]] = {
    "report": _report,
    "report in draft": _bare_report,
    "memo": _memo,
    "comment table": _comments,
    "duty table": _duties,
}


@pytest.mark.parametrize("demo_mark", [False, True])
@pytest.mark.parametrize("name", GENERATORS)
def test_our_own_paper_has_no_fault(name: str, demo_mark: bool) -> None:
    assert check(GENERATORS[name](profile=DECREE_30_2020, demo_mark=demo_mark)) == []


def test_every_writer_of_word_files_is_among_them() -> None:
    folder = Path(package.__file__).parent
    writers = {
        path.stem
        for path in folder.glob("*.py")
        if re.search(r"^def render_\w+\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    imported = {name for name in sys.modules[__name__].__dict__ if name.startswith("render_")}
    assert len(imported) == len(writers - NO_PAPERS)


def test_the_page_of_rules_says_what_the_rules_say() -> None:
    page = (DOCS / "reference" / "layout-rules.md").read_text(encoding="utf-8")
    assert page == rules_page()
    assert all(page.count(f"| {rule.number} | `{rule.code}` |") == 1 for rule in RULES.values())


def test_numbers_and_codes_of_rules_are_given_once_and_name_their_group() -> None:
    numbers = [rule.number for rule in RULES.values()]
    assert len(set(numbers)) == len(numbers) >= 60
    assert all(
        rule.fix.endswith((".", "…")) and rule.fault.endswith(".") for rule in RULES.values()
    )
