import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phongtrao.intake.extraction import extract, extraction_as_json, requirement_drafts
from phongtrao.intake.extraction.canon import canon, folded
from tests.extent import drawn

ROOT = Path(__file__).parents[3]
PLAN = (ROOT / "examples" / "01-ke-hoach-ngay-hoi.txt").read_text(encoding="utf-8")
PIECES = st.sampled_from(
    [
        "Công an tỉnh", "giao ", "phối hợp với ", "Số: 12/KH-UBND", "\n", "- ", "1. ", "; ", ". ",
        "trước ngày 15/6", "KẾ HOẠCH", "| a | b |", "\t", "ngày 31/02/2026", "\u00a0", "\u00ad",
        "Kính gửi:", "I. NỘI DUNG", "𝒳", "e\u0302\u0301", "12,5%", "từ ngày ", "\r\n", "Đ", "ŉ",
    ]
)  # fmt: skip


def spans_in(node):
    """Every span in an extraction's JSON."""
    if isinstance(node, dict):
        if node.get("start") is not None:
            yield node
        for value in node.values():
            yield from spans_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from spans_in(value)


@given(st.lists(PIECES | st.text(max_size=6), max_size=40).map("".join))
@settings(max_examples=drawn(120), deadline=None)
def test_any_text_is_read_and_every_quote_stands_at_its_offsets(text):
    record = extraction_as_json(extract(text, "x"))
    canonical = canon(text)
    for span in spans_in(record):
        assert canonical[span["start"] : span["end"]] == span["quote"]


@given(st.text(max_size=60))
def test_folding_keeps_the_length(text):
    assert len(folded(canon(text))) == len(canon(text))


def test_decomposed_text_with_mark_and_windows_line_ends_gives_the_same_extraction():
    damaged = "\ufeff" + unicodedata.normalize("NFD", PLAN).replace("\n", "\r\n")
    assert extraction_as_json(extract(damaged, "x")) == extraction_as_json(extract(PLAN, "x"))


def test_a_draft_shows_its_words_rule_and_certainty():
    draft = requirement_drafts(extract(PLAN, "x"))[0]
    assert draft.leads[0].org_id == "ca@quang-ngai"
    assert draft.deadline == "BY:2026-05-15"
    assert (draft.rule, draft.certainty_words) == ("T06", "chắc chắn")
    assert draft.rule_title == "Việc dưới đề mục hoặc câu dẫn nêu cơ quan"


WORST = ["1/2/3 - 4.5 ", "CÔNG AN TỈNH - ", "giao Công an tỉnh; ", " ", "\n", "a", "phối hợp với ",
         "12/KH-UBND", "| a ", "(“", "tháng ", "các xã, phường ", "A@"]  # fmt: skip


@pytest.mark.parametrize("piece", WORST, ids=repr)
def test_a_pathological_text_ends(piece):
    code = (
        "import sys\nfrom phongtrao.intake.extraction import extract\n"
        "extract(sys.argv[1] * (100_000 // len(sys.argv[1])), 'x')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, piece],
        timeout=120,
        check=False,
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr.decode()[-400:]
