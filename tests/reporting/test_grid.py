"""The entry grid without a database: nothing typed is lost, nothing typed breaks it."""

import hashlib
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from phongtrao.reporting.cells import CellState, canonical_json, pack, parse_cell
from phongtrao.reporting.grid.content import (
    CellSpec,
    Content,
    Statement,
    differences,
    read_content,
    statements_of,
    stored_content,
)
from phongtrao.reporting.grid.faults import Findings, empty_cells, find_faults
from phongtrao.reporting.grid.record import GENESIS, Origin, version_hash

SPECS = [
    CellSpec(0, "HG03", "HG03", "I", "1.1", "Số vụ tiếp nhận", "vụ", "flow", 0),
    CellSpec(1, "HG04", "HG04", "I", "1.2", "Số vụ hòa giải thành", "vụ", "flow", 0),
    CellSpec(2, "KP02", "KP02", "II", "2.1", "Kinh phí đã chi", "triệu đồng", "flow", 2),
]
CHECKS = [
    {"check": "HG04 <= HG03", "weight": "block"},
    {"check": "KP02 <= HG03", "weight": "ask"},
]
_text = st.text(max_size=60)
_any_figures = st.fixed_dictionaries(dict.fromkeys(range(3), _text))


def _read(*figures: str, **said: Any) -> Content:
    return read_content(SPECS, dict(enumerate(figures)), **said)


def _find(content: Content, last: dict[str, str] | None = None) -> Findings:
    before = {key: parse_cell(text) for key, text in (last or {}).items()}
    return find_faults(SPECS, CHECKS, content, before)


@given(_any_figures, st.dictionaries(st.integers(0, 2), _text), _text)
def test_anything_typed_can_be_kept_shown_judged_and_read_back(
    figures: dict[int, str], notes: dict[int, str], reason: str
) -> None:
    typed = read_content(SPECS, figures, notes=notes, reason=reason)
    kept = stored_content(
        typed.cells, typed.as_text(), {str(index): text for index, text in typed.typed.items()}
    )
    assert kept == typed
    shown = {spec.index: typed.shown(spec) for spec in SPECS}
    assert read_content(SPECS, shown, notes=notes, reason=reason) == typed
    assert differences(SPECS, typed, kept) == {}
    for faults in _find(typed).at.values():
        assert all(str(fault.sentence) for fault in faults)


@given(_any_figures, _any_figures)
def test_differences_are_empty_only_for_equal_contents(
    mine: dict[int, str], theirs: dict[int, str]
) -> None:
    left, right = read_content(SPECS, mine), read_content(SPECS, theirs)
    assert (differences(SPECS, left, right) == {}) is (left == right)


def test_each_line_is_a_statement_without_its_list_mark() -> None:
    told = statements_of("result", "- Một\r\n\n + Hai \n•Ba\n   \n-12 độ\n- 3 lớp\n-")
    assert [s.text for s in told] == ["Một", "Hai", "Ba", "-12 độ", "3 lớp"]
    assert {s.topic for s in told} == {"result"}


def test_a_blocking_check_is_not_answered_by_a_note_and_an_asking_one_is() -> None:
    faulty = _read("3", "4", "5", notes={1: "đúng", 2: "đúng"})
    blocking = _find(faulty).blocking
    assert [fault.index for fault in blocking] == [1]
    assert [fault.index for fault in _find(faulty).asking] == [2]


def test_one_reason_answers_every_question_but_no_fault() -> None:
    content = _read("", "abc", "", reason="chưa có số liệu")
    assert [fault.index for fault in _find(content).blocking] == [1]


def test_sections_count_empty_and_faulty_cells_apart() -> None:
    content = _read("", "x", "")
    findings = _find(content)
    assert [empty_cells(SPECS, content, code) for code in ("I", "II")] == [1, 1]
    assert [findings.of_section(SPECS, code, content) for code in ("I", "II")] == [1, 0]


def test_decimals_are_those_of_the_cell() -> None:
    content = _read("1,5", "1", "1,55")
    assert content.typed == {0: "1,5"}
    assert (content.cells[2].state, content.cells[2].scaled) == (CellState.VALUE, 155)


def test_ten_times_the_last_figure_asks() -> None:
    findings = _find(_read("41", "1", "1"), {"HG03": "4"})
    assert [fault.index for fault in findings.asking] == [0]
    assert _find(_read("40", "1", "1"), {"HG03": "4"}).asking == []


_ORIGIN = {"posting_id", "account_id", "at", "file_sha256"}


def _hash(**changes: Any) -> str:
    known: dict[str, Any] = {
        "report_id": 1,
        "n": 1,
        "template_hash": "a",
        "packed": pack(_read("1", "0", "-").cells),
        "count": 3,
        "text_json": canonical_json({"notes": {}, "reason": "", "statements": []}),
        "prev_hash": GENESIS,
    }
    origin = {"posting_id": 7, "account_id": 9, "at": datetime(2026, 6, 15, 9, tzinfo=UTC)}
    origin |= {name: changes.pop(name) for name in list(changes) if name in _ORIGIN}
    return version_hash(**known | changes, origin=Origin(**origin))


def test_the_hash_vouches_for_every_part_of_a_version() -> None:
    changes: list[dict[str, Any]] = [
        {"report_id": 2},
        {"n": 2},
        {"template_hash": "b"},
        {"packed": pack(_read("1", "-", "0").cells)},
        {"text_json": canonical_json({"notes": {}, "reason": "x", "statements": []})},
        {"prev_hash": "1" * 64},
        {"posting_id": 8},
        {"file_sha256": "c"},
        {"account_id": 8},
        {"at": datetime(2026, 6, 15, 9, 0, 0, 1, tzinfo=UTC)},
    ]
    hashes = {_hash(), *(_hash(**change) for change in changes)}
    assert len(hashes) == len(changes) + 1


def test_the_hash_is_that_of_the_canonical_json_of_the_whole_version() -> None:
    content = {
        "account": 9,
        "at": "2026-06-15T09:00:00.000000+00:00",
        "by": 7,
        "cells": [[1, 1], [2, 0], [3, 0]],
        "n": 1,
        "prev": GENESIS,
        "report": 1,
        "template": "a",
        "text": {"notes": {}, "reason": "", "statements": []},
    }
    assert _hash() == hashlib.sha256(canonical_json(content)).hexdigest()


def test_a_statement_of_white_space_is_none() -> None:
    content = _read("1", "1", "1", statements=[Statement("result", " \u200b ")])
    assert content.statements == ()
