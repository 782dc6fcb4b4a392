"""From the sheet of a form in use to a proposal; nothing is made before it is confirmed. Pure.

A proposal is plain JSON, so that it can travel with the page that asks: ``{title, sheet, columns,
rows, checks, split, notes}``. What could not be used stands in `notes` with its cell and why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.gate import legacy_text
from phongtrao.core.vietnamese import fold
from phongtrao.reporting.grid import sheet_formulas as formulas
from phongtrao.reporting.grid import sheet_heads as heads
from phongtrao.reporting.grid import sheet_matching as matching
from phongtrao.reporting.grid.design import CELL, HEADING, NOTE
from phongtrao.reporting.grid.sheet_heads import Cells, Head
from phongtrao.reporting.grid.sheet_matching import Known
from phongtrao.reporting.grid.sheet_reader import address
from phongtrao.reporting.grid.sheet_rows import SECTION, TOTAL, FormRow, rows_of

RATIO = "ratio"
MOST_FORM_ROWS = 400
_ENCODINGS = {"tcvn3": "TCVN3", "vni": "VNI"}
_STOCK = ("hien co", "dang duy tri", "hien nay", "dang hoat dong", "cuoi ky", "tong so hien")
_IGNORED = {
    heads.CUMULATIVE: N_("Cột lũy kế: hệ thống tự cộng, không nhập."),
    heads.BEFORE: N_("Cột kỳ trước: hệ thống tự lấy số đã báo cáo."),
    heads.LAST_YEAR: N_("Cột cùng kỳ: hệ thống tự lấy số đã báo cáo."),
    heads.COMPARE: N_("Cột so sánh: hệ thống tự tính khi tổng hợp."),
    heads.TARGET: N_("Cột chỉ tiêu giao: quản lý ở mục Chỉ tiêu giao, không nhập vào biểu."),
    heads.OTHER: N_("Chưa rõ cột này ghi gì nên không đưa vào biểu."),
}
_CALCULATIONS = {
    formulas.FOREIGN: N_("Công thức lấy số từ trang hoặc tệp khác nên không thành ràng buộc."),
    formulas.UNKNOWN: N_("Công thức “%(shown)s” không phải phép cộng trừ hay tỷ lệ của các dòng."),
    formulas.ACROSS: N_("Công thức so giữa các cột; hệ thống tự tính cột này."),
}


@dataclass
class _Proposal:
    """What has been understood so far."""

    head: Head
    cells: Cells
    rows: list[dict[str, Any]] = field(default_factory=list)
    checks: list[dict[str, Any]] = field(default_factory=list)
    notes: list[dict[str, Any]] = field(default_factory=list)

    def note(self, at: str, template: str, **data: Any) -> None:
        """Something that is not taken over, at its cell."""
        self.notes.append({"at": at, "template": template, "data": data})


def propose(
    read: Mapping[str, Any],
    known: Sequence[Known],
    lists: Sequence[Mapping[str, Any]] = (),
    *,
    sheet: str = "",
) -> dict[str, Any]:
    """The form that a read workbook proposes; `sheet` names the one that is meant.

    Raises ``InvalidInput`` where no sheet holds a table of figures.
    """
    notes: list[dict[str, Any]] = []
    chosen, cells, head = _chosen(read, sheet, notes)
    if head is None or heads.NAME not in head.of_role:
        raise InvalidInput(
            N_(
                "Không thấy bảng số liệu trong tệp: không trang nào có dòng tiêu đề gồm cột nội"
                " dung và cột số liệu. Chưa tạo gì. Hãy chọn tệp biểu khác, hoặc lập biểu trống."
            ),
            "sheet.no_table",
        )
    proposal = _Proposal(head, cells, notes=notes)
    rows = _bounded(rows_of(head, cells), proposal)
    _take_rows(rows, proposal)
    _take_formulas(proposal)
    _match(proposal, known, lists)
    _note_columns(proposal)
    return {
        "title": head.title or chosen["title"],
        "sheet": chosen["title"],
        "columns": [
            {"letter": address(1, c.number)[:-1], "title": c.title, "role": c.role}
            for c in head.columns
        ],
        "rows": proposal.rows,
        "checks": proposal.checks,
        "split": _column_split(proposal, lists),
        "notes": proposal.notes,
    }


def note_sentence(note: Mapping[str, Any]) -> Sentence:
    """The words of a note."""
    return Sentence(note["template"], note["data"])


def _chosen(
    read: Mapping[str, Any], wanted: str, notes: list[dict[str, Any]]
) -> tuple[Mapping[str, Any], Cells, Head | None]:
    """The sheet with the table: the one asked for, else the first shown one that has a head."""
    best: tuple[Mapping[str, Any], Cells, Head | None] | None = None
    for sheet in read["sheets"]:
        if not sheet["shown"]:
            said = N_("Trang ẩn, không đọc. Nếu cần, hãy bỏ ẩn rồi tải lại.")
            notes.append({"at": sheet["title"], "template": said, "data": {}})
            continue
        cells = _converted(sheet, notes)
        head = heads.find_head(cells)
        is_asked = sheet["title"] == wanted
        is_better = best is None or best[2] is None or (best[2].is_guessed and head is not None)
        if is_asked or (not wanted and is_better and head is not None):
            if best is not None and best[2] is not None:
                _note_other(best[0], notes)
            best = (sheet, cells, head)
        elif sheet["cells"]:
            _note_other(sheet, notes)
    for title in read.get("left_out", []):
        _note_other({"title": title}, notes)
    if best is None:
        return {"title": ""}, {}, None
    if best[0]["cut"]:
        said = N_("Trang quá lớn nên chỉ đọc phần đầu; các dòng sau không có trong đề xuất.")
        notes.append({"at": best[0]["title"], "template": said, "data": {}})
    return best


def _note_other(sheet: Mapping[str, Any], notes: list[dict[str, Any]]) -> None:
    said = N_("Trang này không dùng; mỗi lần chỉ lập biểu từ một trang.")
    notes.append({"at": sheet["title"], "template": said, "data": {}})


def _converted(sheet: Mapping[str, Any], notes: list[dict[str, Any]]) -> Cells:
    """The cells of a sheet in Unicode; a text from before it is converted and told."""
    texts = [text for _row, _column, kind, text, _bold in sheet["cells"] if kind == "t"]
    encoding = legacy_text.detect("\n".join(texts))
    if encoding is None:
        return heads.cells_of(sheet)
    said = N_(
        "Chữ theo bảng mã cũ (%(encoding)s) đã được chuyển sang Unicode; hãy xem lại các tên."
    )
    told = {"encoding": _ENCODINGS[encoding]}
    notes.append({"at": sheet["title"], "template": said, "data": told})
    cells = [
        [row, column, kind, legacy_text.convert(text, encoding) if kind == "t" else text, bold]
        for row, column, kind, text, bold in sheet["cells"]
    ]
    return heads.cells_of({**sheet, "cells": cells})


def _bounded(rows: list[FormRow], proposal: _Proposal) -> list[FormRow]:
    if len(rows) > MOST_FORM_ROWS:
        at = address(rows[MOST_FORM_ROWS].row, rows[MOST_FORM_ROWS].column)
        said = N_("Từ dòng này trở đi không đọc: biểu chỉ nhận %(most)s dòng.")
        proposal.note(at, said, most=MOST_FORM_ROWS)
    return rows[:MOST_FORM_ROWS]


def _take_rows(rows: Iterable[FormRow], proposal: _Proposal) -> None:
    for row in rows:
        at = address(row.row, row.column)
        if row.kind == TOTAL:
            proposal.note(at, N_("Dòng cộng chung: hệ thống tự cộng khi tổng hợp."))
            continue
        proposal.rows.append(_row(row, at))
        if row.kind == SECTION and row.has_figure:
            whole = _row(row, at) | {"kind": CELL, "order": "", "id": f"{row.row}t"}
            proposal.rows.append(whole)


def _row(row: FormRow, at: str) -> dict[str, Any]:
    return {
        "id": str(row.row),
        "at": at,
        "kind": row.kind,
        "order": row.order if row.order not in tuple("-–—+*•●▪") else "",
        "name": row.name[:200],
        "unit": row.unit[:40],
        "depth": row.depth,
        "stock": any(word in fold(row.name) for word in _STOCK),
    }


def _take_formulas(proposal: _Proposal) -> None:
    """Formulas of the column of this period become checks, shares become recomputed rows."""
    column = proposal.head.of_role.get(heads.THIS) or proposal.head.of_role.get(heads.CUMULATIVE)
    by_line = {_line(row): row for row in proposal.rows if row["kind"] == CELL}
    for line, row in by_line.items():
        held = proposal.cells.get((line, column.number)) if column else None
        if column is None or held is None or held.kind != "f" or held.is_copy:
            continue
        told = formulas.read_formula(held.text, line, column.number)
        at = address(line, column.number)
        if told.kind in _CALCULATIONS:
            proposal.note(at, _CALCULATIONS[told.kind], shown=held.text[:80])
        else:
            _take_formula(proposal, row, told, by_line, at)
    for row in proposal.rows:
        if row["kind"] == CELL and row["unit"].strip() == "%":
            said = N_("Tỷ lệ không nhập tay; hãy chọn chỉ tiêu tỷ lệ hoặc bỏ dòng.")
            proposal.note(row["at"], said)


def _take_formula(
    proposal: _Proposal,
    row: dict[str, Any],
    told: formulas.Formula,
    by_line: Mapping[int, dict[str, Any]],
    at: str,
) -> None:
    terms = [(sign, line) for sign, line in told.terms if line in by_line]
    divisor = [(sign, line) for sign, line in told.divisor if line in by_line]
    lost = [line for _sign, line in (*told.terms, *told.divisor) if line not in by_line]
    own = _line(row)
    if any(line == own for _sign, line in (*terms, *divisor)):
        proposal.note(at, N_("Công thức nhắc lại chính ô này nên không dùng."))
        return
    if told.kind == formulas.RATIO:
        if lost or any(sign < 0 for sign, _l in (*terms, *divisor)) or not (terms and divisor):
            proposal.note(at, N_("Tỷ lệ này dùng dòng không có số liệu nên chưa tính được."))
            return
        row["kind"], row["factor"] = RATIO, 100 if "%" in row["unit"] else told.factor
        row["numerator"] = [by_line[line]["id"] for _sign, line in terms]
        row["denominator"] = [by_line[line]["id"] for _sign, line in divisor]
        return
    if lost and len(terms) < 2:
        said = N_("Công thức cộng các dòng không nhận ra được nên không thành ràng buộc.")
        proposal.note(at, said)
        return
    signed = [[sign, by_line[line]["id"]] for sign, line in terms]
    proposal.checks.append({"left": row["id"], "terms": signed, "at": at})


def _line(row: Mapping[str, Any]) -> int:
    return int(str(row["id"]).rstrip("t"))


def _match(proposal: _Proposal, known: Sequence[Known], lists: Sequence[Mapping[str, Any]]) -> None:
    """The likeliest indicator of each row; a code is proposed once, where it fits best."""
    parents: dict[int, str] = {}
    for row in proposal.rows:
        if row["kind"] in (SECTION, HEADING):
            parents = {} if row["kind"] == SECTION else {-1: row["name"]}
        if row["kind"] not in (CELL, RATIO):
            continue
        parent = parents.get(row["depth"] - 1) or parents.get(-1, "")
        parents[row["depth"]] = row["name"]
        found = matching.matches(row["name"], row["unit"], parent, known)
        row["parent"] = parent if row["depth"] else ""
        row["candidates"] = [[each.code, each.certainty, each.score] for each in found]
    _split_children(proposal.rows, lists)
    _settle([row for row in proposal.rows if "candidates" in row], known)


def _settle(rows: list[dict[str, Any]], known: Sequence[Known]) -> None:
    """Each code to the row that it fits best; another unit than the catalogue's asks for a look."""
    offers = sorted(
        (-score, place, code, certainty)
        for place, row in enumerate(rows)
        for code, certainty, score in row["candidates"]
        if certainty != matching.GUESS and not row.get("split")
    )
    taken: set[str] = set()
    for _score, place, code, certainty in offers:
        if code not in taken and "match" not in rows[place]:
            rows[place] |= {"match": code, "certainty": certainty}
            taken.add(code)
    units = {each.code: each.unit for each in known}
    for row in rows:
        other = units.get(row.get("match", ""), "")
        if other and row["unit"] and matching.plain(other) != matching.plain(row["unit"]):
            row |= {"other_unit": other, "certainty": matching.LOOK}
        row.setdefault("match", "")
        row.setdefault("certainty", matching.GUESS if row["candidates"] else matching.NEW)
        row["candidates"] = [code for code, _certainty, _score in row["candidates"]]


def _split_children(rows: list[dict[str, Any]], lists: Sequence[Mapping[str, Any]]) -> None:
    """Rows under a figure that are the values of one closed list are its divided cells."""
    for place, row in enumerate(rows):
        if row["kind"] != CELL or row.get("split"):
            continue
        children: list[dict[str, Any]] = []
        for below in rows[place + 1 :]:
            if below["kind"] != CELL and not children:
                continue
            if below["kind"] != CELL or below["depth"] <= row["depth"]:
                break
            if below["depth"] == row["depth"] + 1:
                children.append(below)
        _divide(row, children, lists)


def _divide(
    row: dict[str, Any], children: list[dict[str, Any]], lists: Sequence[Mapping[str, Any]]
) -> None:
    best: list[str] = []
    code = ""
    for each in lists:
        told = [matching.value_of(child["name"], each["values"]) for child in children]
        if len(set(filter(None, told))) > len(set(filter(None, best))):
            best, code = told, each["code"]
    given = [value for value in best if value]
    if len(given) < 2 or len(given) < len(children) or len(set(given)) < len(given):
        return
    for child, value in zip(children, best, strict=True):
        child |= {"split": f"{code}.{value}", "of": row["id"]}


def _column_split(proposal: _Proposal, lists: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """The closed list whose values are the columns beside the one of this period."""
    parts = [c for c in proposal.head.columns if c.role == heads.PART]
    for each in lists if len(parts) > 1 else ():
        told = [matching.value_of(part.lowest, each["values"]) for part in parts]
        if all(told) and len(set(told)) == len(told):
            return {"code": each["code"], "name": each["name"], "values": told}
    for part in parts:
        at = address(proposal.head.last, part.number)
        said = N_("Cột “%(title)s” chia nhỏ số liệu nhưng chưa có danh mục phân tổ tương ứng.")
        proposal.note(at, said, title=part.title[:80])
    return None


def _note_columns(proposal: _Proposal) -> None:
    for column in proposal.head.columns:
        if column.role in _IGNORED:
            at = address(proposal.head.first, column.number)
            proposal.note(at, _IGNORED[column.role])
    if proposal.head.is_guessed:
        at = address(max(proposal.head.first, 1), proposal.head.columns[0].number)
        said = N_("Không thấy dòng tiêu đề; các cột được đoán theo nội dung. Hãy xem kỹ từng dòng.")
        proposal.note(at, said)
    if not any(row["kind"] in (CELL, RATIO, NOTE) for row in proposal.rows):
        at = address(proposal.head.first, proposal.head.columns[0].number)
        proposal.note(at, N_("Dưới dòng tiêu đề không có dòng số liệu nào."))
