"""The document of a form that is being designed, and what each change makes of it. Pure.

A design is plain JSON: ``{name, period_kind, kinds, approvals, deadlines, next_row, sections,
checks, computed}``; a section is ``{code, name, topics, required, rows}``; a row is ``{id, kind,
order, indicator, split, name, depth}`` for a cell, ``{id, kind, order, text}`` for a line that asks
for nothing. Changes answer a new design and leave the given one alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import count
from typing import Any

from phongtrao.core.errors import N_, Refused
from phongtrao.core.vietnamese import point_letter, roman

CELL, HEADING, OF_WHICH, NOTE = "cell", "heading", "of_which", "note"
LINES = (HEADING, OF_WHICH, NOTE)
UP, DOWN = -1, 1
MOST_SECTIONS, MOST_ROWS, MOST_CHECKS = 30, 600, 400
Design = dict[str, Any]
Row = dict[str, Any]


def empty_design(name: str, *, kind: str) -> Design:
    """A design without sections, reported by the bodies of one kind and approved by it."""
    return {
        "name": name,
        "period_kind": "half_year",
        "kinds": [kind],
        "approvals": {"commune": [{"kind": "approve", "body_kind": kind}]},
        "deadlines": {},
        "next_row": 1,
        "sections": [],
        "checks": [],
        "computed": [],
    }


def design_of(form: Mapping[str, Any], name: str) -> Design:
    """The design that a frozen form came from: every cell and line a row of its own."""
    numbers = count(1)
    sections = [_section_of(section, form["cells"], numbers) for section in form["sections"]]
    return {
        "name": name,
        "period_kind": form["period_kind"],
        "kinds": list(form["kinds"]),
        "approvals": deepcopy(dict(form["approvals"])),
        "deadlines": deepcopy(dict(form.get("deadlines") or {})),
        "next_row": next(numbers),
        "sections": sections,
        "checks": [dict(check) for check in form["checks"]],
        "computed": list(form.get("computed", [])),
    }


def _section_of(
    section: Mapping[str, Any], cells: Sequence[Mapping[str, Any]], numbers: Iterator[int]
) -> dict[str, Any]:
    rows: list[Row] = []
    for cell in (cell for cell in cells if cell["section"] == section["code"]):
        rows += [{"id": next(numbers), **line} for line in cell.get("above", ())]
        rows.append(
            {
                "id": next(numbers),
                "kind": CELL,
                "order": cell["order"],
                "indicator": cell["indicator"],
                "split": cell.get("disaggregation", ""),
                "name": cell.get("name", ""),
                "depth": cell.get("depth", 0),
            }
        )
    rows += [{"id": next(numbers), **line} for line in section.get("foot", ())]
    return {
        "code": section["code"],
        "name": section["name"],
        "topics": list(section.get("topics", [])),
        "required": list(section.get("required", [])),
        "rows": rows,
    }


def form_of(design: Design, code: str) -> dict[str, Any]:
    """The form as a packaged file holds it: lines stand over the cell that follows them."""
    sections, cells = [], []
    for section in design["sections"]:
        waiting: list[dict[str, str]] = []
        for row in section["rows"]:
            if row["kind"] == CELL:
                cells.append(_cell_of(section["code"], row, waiting))
                waiting = []
            else:
                waiting.append({key: row.get(key, "") for key in ("kind", "order", "text")})
        sections.append(_frozen_section(section, waiting))
    kept = ("name", "period_kind", "kinds", "approvals", "deadlines", "checks", "computed")
    return {"code": code, "sections": sections, "cells": cells} | {k: design[k] for k in kept}


def _cell_of(section: str, row: Row, above: list[dict[str, str]]) -> dict[str, Any]:
    cell = {"section": section, "order": row["order"], "indicator": row["indicator"]}
    told = {
        "disaggregation": row.get("split"),
        "name": row.get("name"),
        "depth": row.get("depth"),
        "above": above,
    }
    return cell | {key: value for key, value in told.items() if value}


def _frozen_section(section: Mapping[str, Any], foot: list[dict[str, str]]) -> dict[str, Any]:
    frozen = {"code": section["code"], "name": section["name"]}
    told = {"topics": section["topics"], "required": section["required"], "foot": foot}
    return frozen | {key: value for key, value in told.items() if value}


def cell_rows(design: Design) -> list[Row]:
    """The rows that ask for a figure, in their order."""
    return [row for section in design["sections"] for row in section["rows"] if row["kind"] == CELL]


def key_of(row: Row) -> str:
    """How checks name the cell of a row."""
    return f"{row['indicator']}.{row['split']}" if row.get("split") else str(row["indicator"])


def section_in(design: Design, code: str) -> dict[str, Any]:
    """A section by its code; ``Refused`` where the design no longer has it."""
    for section in design["sections"]:
        if section["code"] == code:
            return section
    raise _gone()


def row_in(design: Design, row_id: int) -> tuple[dict[str, Any], int]:
    """The section that holds a row, and the row's place there; ``Refused`` where it is gone."""
    for section in design["sections"]:
        for place, row in enumerate(section["rows"]):
            if row["id"] == row_id:
                return section, place
    raise _gone()


def with_section(design: Design, name: str) -> Design:
    """One more section at the end, with the next Roman number as its code."""
    new = deepcopy(design)
    _require_room(new["sections"], MOST_SECTIONS)
    taken = {section["code"] for section in new["sections"]}
    code = next(each for each in map(roman, count(1)) if each not in taken)
    section = {"code": code, "name": name, "topics": [], "required": [], "rows": []}
    new["sections"].append(section)
    return new


def with_section_changed(design: Design, code: str, facts: Mapping[str, Any]) -> Design:
    """A section with another code, name, topics or required topics."""
    new = deepcopy(design)
    section_in(new, code).update(facts)
    return new


def with_section_moved(design: Design, code: str, step: int) -> Design:
    """A section one place up or down."""
    new = deepcopy(design)
    places = [section["code"] for section in new["sections"]]
    section_in(new, code)
    _swap(new["sections"], places.index(code), step)
    return new


def without_section(design: Design, code: str) -> Design:
    """The design without a section and its rows."""
    new = deepcopy(design)
    new["sections"].remove(section_in(new, code))
    return new


def with_row(design: Design, code: str, row: Row, *, after: int | None = None) -> Design:
    """A row more in a section: behind another row, else at the end."""
    new = deepcopy(design)
    section = section_in(new, code)
    _require_room([each for s in new["sections"] for each in s["rows"]], MOST_ROWS)
    place = len(section["rows"])
    if after is not None:
        section, place = row_in(new, after)
        place += 1
    section["rows"].insert(place, row | {"id": new["next_row"]})
    new["next_row"] += 1
    return new


def with_row_changed(design: Design, row_id: int, **facts: Any) -> Design:
    """A row with other facts."""
    new = deepcopy(design)
    section, place = row_in(new, row_id)
    section["rows"][place].update(facts)
    return new


def with_row_moved(design: Design, row_id: int, step: int) -> Design:
    """A row one place up or down; at the edge of its section it goes over into the next one."""
    new = deepcopy(design)
    section, place = row_in(new, row_id)
    if 0 <= place + step < len(section["rows"]):
        _swap(section["rows"], place, step)
        return new
    open_ones = [each for each in new["sections"] if not each["topics"]]
    at = open_ones.index(section) + step
    if 0 <= at < len(open_ones):
        row = section["rows"].pop(place)
        open_ones[at]["rows"].insert(0 if step == DOWN else len(open_ones[at]["rows"]), row)
    return new


def without_row(design: Design, row_id: int) -> Design:
    """The design without a row."""
    new = deepcopy(design)
    section, place = row_in(new, row_id)
    del section["rows"][place]
    return new


def with_check(design: Design, check: str, weight: str, words: str = "") -> Design:
    """One more check; the same comparison again replaces the earlier one."""
    new = deepcopy(design)
    kept = [each for each in new["checks"] if each["check"] != check]
    _require_room(kept, MOST_CHECKS)
    told = {"words": words} if words else {}
    new["checks"] = [*kept, {"check": check, "weight": weight, **told}]
    return new


def with_split(
    design: Design, row_id: int, code: str, values: Sequence[Mapping[str, str]], *, adds_up: bool
) -> Design:
    """The figure of a row divided by a closed list: *trong đó* and one row a value under it."""
    section, place = row_in(design, row_id)
    row = section["rows"][place]
    depth = int(row.get("depth", 0)) + 1
    new, after = design, row_id
    line: Row = {"kind": OF_WHICH, "order": "", "text": ""}
    for number, each in enumerate([line, *values]):
        added = line
        if number:
            added = {
                "kind": CELL,
                "order": point_letter(number),
                "indicator": row["indicator"],
                "split": f"{code}.{each['code']}",
                "name": each["name"],
                "depth": depth,
            }
        new, after = with_row(new, section["code"], added, after=after), new["next_row"]
    if not adds_up:
        return new
    parts = " + ".join(f"{row['indicator']}.{code}.{value['code']}" for value in values)
    return with_check(new, f"{row['indicator']} = {parts}", "block")


def without_check(design: Design, check: str) -> Design:
    """The design without a check."""
    new = deepcopy(design)
    new["checks"] = [each for each in new["checks"] if each["check"] != check]
    return new


def next_order(design: Design, code: str, depth: int = 0) -> str:
    """The number that a further row of a section would bear: 2.4 after 2.3, b after a."""
    rows = section_in(design, code)["rows"]
    if depth:
        below: list[Row] = []
        for row in rows:
            below = [*below, row] if row.get("depth") else []
        return str(point_letter(len(below) + 1))
    top = [row for row in rows if row["kind"] == CELL and not row.get("depth")]
    head, dot, last = (top[-1]["order"] if top else "").rpartition(".")
    if last.isdecimal():
        return f"{head}{dot}{int(last) + 1}"
    place = 1 + [section["code"] for section in design["sections"]].index(code)
    return f"{place}.{len(top) + 1}"


def _swap(items: list[Any], place: int, step: int) -> None:
    if 0 <= place + step < len(items):
        items[place], items[place + step] = items[place + step], items[place]


def _require_room(items: Sequence[Any], most: int) -> None:
    if len(items) >= most:
        raise Refused(
            N_("Biểu mẫu chỉ chứa được %(most)s mục loại này. Chưa thêm gì."),
            code="design_full",
            most=most,
        )


def _gone() -> Refused:
    return Refused(
        N_("Phần này của biểu mẫu không còn: có người vừa sửa. Hãy tải lại trang rồi làm lại."),
        code="design_gone",
    )
