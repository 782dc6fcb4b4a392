"""The workbook of a report, filled in: whose it is, what it says, and each fault at its cell.

Nothing is stored here. One fault and nothing of the workbook is taken; what only asks for a look
(a formula's result, a converted text) is shown with the changes before they are kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import get_column_letter

from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.gate import legacy_text
from phongtrao.core.periods import parse_period
from phongtrao.core.vietnamese import tidy, tidy_line
from phongtrao.reporting.cells import parse_cell
from phongtrao.reporting.grid import form_layout as layout
from phongtrao.reporting.grid.content import (
    LONGEST_NOTE,
    LONGEST_STATEMENT,
    CellSpec,
    Content,
    Statement,
    read_content,
    require_bounds,
    statements_of,
)
from phongtrao.reporting.grid.form_reader import (
    DATE,
    EMPTY,
    ERROR,
    FORMULA,
    PERCENT,
)
from phongtrao.reporting.imports.form_marks import FormMark, mark_for, mark_of
from phongtrao.reporting.models import Report

_FORMULA_RESULT = N_(
    "Ô này là công thức; kết quả lưu trong tệp là “%(shown)s” và có thể đã cũ. Hãy so lại với sổ"
    " sách; nếu chưa đúng, mở tệp, tính lại, lưu rồi nhập lại."
)
_CONVERTED = N_("Chữ trong ô theo bảng mã cũ (%(encoding)s), đã chuyển thành “%(shown)s”.")
_STRANGE_CODE = N_("Dòng này có mã “%(code)s” không thuộc biểu. Hãy xoá dòng hoặc sửa lại mã.")
_ENCODINGS = {"tcvn3": "TCVN3", "vni": "VNI"}
_KINDS = {
    DATE: N_(
        "Ô này đang là ngày tháng (%(shown)s), không phải số: bảng tính đã tự đổi số vừa gõ."
        " Hãy xoá ô, đặt lại định dạng số rồi gõ lại."
    ),
    PERCENT: N_("Ô này định dạng phần trăm (%(shown)s). Hãy đặt lại định dạng số rồi gõ lại số."),
    ERROR: N_("Ô này báo lỗi %(shown)s. Hãy gõ số thay cho công thức."),
}


@dataclass(frozen=True, slots=True)
class FormPlace:
    """A place in the workbook: its sheet, its cell, and what stands in that row."""

    sheet: str
    cell: str
    code: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class FormFault:
    """A sentence at a place: what is wrong and what to do."""

    place: FormPlace
    sentence: Sentence


@dataclass
class FilledForm:
    """What a workbook says. With faults, nothing of it may be kept."""

    base: int
    content: Content
    faults: list[FormFault] = field(default_factory=list)
    questions: list[FormFault] = field(default_factory=list)


def filled_form(report: Report, specs: list[CellSpec], read: Mapping[str, Any]) -> FilledForm:
    """Judge the answer of the reader. Raises ``InvalidInput`` for another report's workbook."""
    mark = _own_mark(report, read["mark"])
    filled = FilledForm(mark.base, Content(()))
    _whole_file(read, filled)
    figures, notes = _figures(specs, read[layout.FIGURES] or [], filled)
    statements, reason = _narrative(report, read[layout.NARRATIVE] or [], filled)
    filled.content = read_content(specs, figures, notes=notes, statements=statements, reason=reason)
    try:
        require_bounds(filled.content)
    except InvalidInput as refusal:
        filled.faults.append(FormFault(FormPlace(layout.NARRATIVE, ""), refusal.sentence))
    return filled


def _own_mark(report: Report, cells: list[str]) -> FormMark:
    mark, own = mark_of(cells), mark_for(report, 0)
    if mark is None:
        raise InvalidInput(
            N_(
                "Tệp này không phải biểu tải từ hệ thống, hoặc dấu nhận biết trong tệp đã mất."
                " Chưa nhập gì. Hãy bấm Tải biểu Excel, chép số liệu sang tệp đó rồi nhập lại."
            ),
            "form.unmarked",
        )
    if mark.report != own.report:
        raise InvalidInput(
            N_(
                "Tệp này là biểu “%(their_form)s”, kỳ %(their_period)s, của %(their_unit)s; báo"
                " cáo đang nhập là “%(form)s”, kỳ %(period)s, của %(unit)s. Chưa nhập gì. Hãy"
                " chọn đúng tệp hoặc mở đúng báo cáo."
            ),
            "form.other",
            **{f"their_{name}": value for name, value in _names(mark).items()},
            **_names(own),
        )
    if mark.form_version != own.form_version:
        raise InvalidInput(
            N_("Biểu mẫu đã đổi từ khi tải tệp này. Chưa nhập gì. Hãy tải lại biểu Excel."),
            "form.version",
        )
    return mark


def _names(mark: FormMark) -> dict[str, Any]:
    period = parse_period(mark.period).name
    return {"form": mark.form, "period": period, "unit": mark.unit}


def _whole_file(read: Mapping[str, Any], filled: FilledForm) -> None:
    """What is wrong with the workbook as a whole: sheets that are gone, hidden or merged."""
    for sheet in (layout.FIGURES, layout.NARRATIVE):
        if read[sheet] is None:
            said = Sentence(N_("Tệp không còn trang này. Hãy tải lại biểu Excel rồi nhập vào đó."))
            filled.faults.append(FormFault(FormPlace(sheet, ""), said))
    for title in read["hidden"]:
        said = Sentence(
            N_("Trang này bị ẩn và không thuộc biểu. Hãy bỏ ẩn, xem lại, xoá trang rồi lưu tệp.")
        )
        filled.faults.append(FormFault(FormPlace(tidy_line(title)[:31], ""), said))
    for sheet, ranges in read["merged"].items():
        said = Sentence(
            N_("Các ô này bị gộp nên không rõ số nào của dòng nào. Hãy bỏ gộp rồi ghi từng ô.")
        )
        filled.faults += [FormFault(FormPlace(sheet, each), said) for each in ranges[:50]]


def _figures(
    specs: list[CellSpec], rows: Iterable[list[Any]], filled: FilledForm
) -> tuple[dict[int, str], dict[int, str]]:
    """The figures and notes by cell; rows are known by their code, wherever they stand."""
    by_key = {spec.key: spec for spec in specs}
    figures: dict[int, str] = {}
    notes: dict[int, str] = {}
    for number, code, figure, note in rows:
        spec = by_key.get(tidy_line(code[-1]))
        at = _place(number, layout.FIGURE, spec)
        if spec is None:
            is_heading = not figures or not (figure[0] or note[0])
            if not is_heading:
                _fault(filled, at, _STRANGE_CODE, code=tidy_line(code[-1])[:20])
        elif spec.index in figures:
            said = N_("Mã %(code)s đứng ở hai dòng. Hãy giữ một dòng.")
            _fault(filled, at, said, code=spec.key)
        else:
            figures[spec.index] = _figure(at, spec, figure, filled)
            notes[spec.index] = _note(_place(number, layout.NOTE, spec), note, filled)
    for spec in specs:
        if spec.index not in figures and rows:
            at = FormPlace(layout.FIGURES, "", spec.key, f"{spec.order}. {spec.name}")
            _fault(filled, at, N_("Tệp thiếu dòng này. Hãy tải lại biểu Excel rồi nhập vào đó."))
    return figures, notes


def _figure(at: FormPlace, spec: CellSpec, held: list[str], filled: FilledForm) -> str:
    text = _settled(at, held, filled)
    kind = held[1] if held[0] == FORMULA else held[0]
    if kind in _KINDS:
        _fault(filled, at, _KINDS[kind], shown=text)
        return ""
    try:
        parse_cell(text, spec.decimals)
    except InvalidInput as refusal:
        filled.faults.append(FormFault(at, refusal.sentence))
    return text


def _settled(at: FormPlace, held: list[str], filled: FilledForm) -> str:
    """The text of a cell; a formula asks for a look at its result, or is a fault without one."""
    if held[0] != FORMULA:
        return held[1]
    _formula, kind, text = held
    if kind == EMPTY:
        said = N_(
            "Ô này là công thức chưa có kết quả. Hãy mở tệp trong Excel, lưu lại, hoặc gõ số."
        )
        _fault(filled, at, said)
    elif kind not in _KINDS:
        filled.questions.append(FormFault(at, Sentence(_FORMULA_RESULT, {"shown": text[:80]})))
    return text


def _note(at: FormPlace, held: list[str], filled: FilledForm) -> str:
    text = tidy_line(_words(at, held, filled))
    if len(text) > LONGEST_NOTE:
        said = N_("Ghi dài %(length)s ký tự, nhiều nhất %(most)s. Hãy rút gọn.")
        _fault(filled, at, said, length=len(text), most=LONGEST_NOTE)
    return text


def _words(at: FormPlace, held: list[str], filled: FilledForm) -> str:
    """The words of a cell in Unicode; those of an old encoding are converted and shown."""
    text = _settled(at, held, filled)
    encoding = legacy_text.detect(text)
    if encoding is None:
        return tidy(text)
    text = tidy(legacy_text.convert(text, encoding))
    told = {"encoding": _ENCODINGS[encoding], "shown": text[:200]}
    filled.questions.append(FormFault(at, Sentence(_CONVERTED, told)))
    return text


def _narrative(
    report: Report, rows: list[list[Any]], filled: FilledForm
) -> tuple[list[Statement], str]:
    topics = report.round.template_version.topics
    told: dict[str, list[Statement]] = {topic: [] for topic in topics}
    reason, seen = "", set()
    for number, topic, held in rows:
        name = tidy_line(topic[-1])
        at = FormPlace(layout.NARRATIVE, f"{get_column_letter(layout.TEXT)}{number}")
        seen.add(name)
        if name == layout.REASON:
            reason = _note(at, held, filled)
        elif name in told:
            told[name] += _statements(at, name, held, filled)
        elif held[0]:
            _fault(filled, at, N_("Dòng này không thuộc mục nào. Hãy chuyển nội dung vào ô vàng."))
    if rows and not seen.issuperset({*topics, layout.REASON}):
        said = N_("Trang này thiếu mục của biểu. Hãy tải lại biểu Excel rồi nhập vào đó.")
        _fault(filled, FormPlace(layout.NARRATIVE, ""), said)
    return [each for topic in topics for each in told[topic]], reason


def _statements(at: FormPlace, topic: str, held: list[str], filled: FilledForm) -> list[Statement]:
    statements = statements_of(topic, _words(at, held, filled))
    for each in statements:
        if len(each.text) > LONGEST_STATEMENT:
            said = N_("Ghi dài %(length)s ký tự, nhiều nhất %(most)s. Hãy rút gọn.")
            _fault(filled, at, said, length=len(each.text), most=LONGEST_STATEMENT)
    return statements


def _place(number: int, column: int, spec: CellSpec | None) -> FormPlace:
    cell = f"{get_column_letter(column)}{number}"
    if spec is None:
        return FormPlace(layout.FIGURES, cell)
    return FormPlace(layout.FIGURES, cell, spec.key, f"{spec.order}. {spec.name}")


def _fault(filled: FilledForm, at: FormPlace, template: str, **data: Any) -> None:
    filled.faults.append(FormFault(at, Sentence(template, data)))
