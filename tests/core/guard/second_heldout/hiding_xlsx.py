"""Xlsx files with one number in one place of the workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .office_zip import (
    HEAD,
    NAMES,
    REL,
    SHEET_MAIN,
    SHEET_TYPE,
    Part,
    chart,
    core_properties,
    custom_property,
    pack,
)

_BOOK = "xl/workbook.xml"
_SHEET = "xl/worksheets/sheet1.xml"
_SPACES = f'xmlns="{SHEET_MAIN}" xmlns:r="{REL}"'
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


_LOOKS = (
    '<numFmts count="1"><numFmt numFmtId="170" formatCode="{code}"/></numFmts><fonts count="1">'
    '<font><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill>'
    '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="170" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '</cellXfs><cellStyles count="1"><cellStyle name="{name}" xfId="0"/></cellStyles>'
)


@dataclass
class _Workbook:
    """What differs from an honest workbook of two sheets."""

    strings: str = ""
    cells: str = ""  # further rows of the first sheet
    before_rows: str = ""
    after_rows: str = ""
    second_rows: str = ""
    second_state: str = ""
    second_name: str = "Phụ lục"
    names: str = ""
    format_code: str = "000000000000"
    style_name: str = "Normal"
    extra: list[Part] = field(default_factory=list)

    def build(self) -> bytes:
        return pack([*self._base(), *self.extra])

    def _base(self) -> list[Part]:
        rows = _text_row(1, "TT", "Đơn vị", "Số buổi") + _text_row(2, "1", "Xã An Khê", "12")
        first = _sheet_xml(rows + self.cells, self.before_rows, self.after_rows)
        second = _sheet_xml(_text_row(1, "Ghi chú", "Kỳ báo cáo") + self.second_rows)
        state = f' state="{self.second_state}"' if self.second_state else ""
        sheets = (
            '<sheet name="Biểu 1" sheetId="1" r:id="rS1"/>'
            f'<sheet name="{self.second_name}" sheetId="2"{state} r:id="rS2"/>'
        )
        book = f"{HEAD}<workbook {_SPACES}><sheets>{sheets}</sheets>{self.names}</workbook>"
        shared = f"{HEAD}<sst {_SPACES}>{self.strings}</sst>"
        looks = _LOOKS.format(code=self.format_code, name=self.style_name)
        styles = f"{HEAD}<styleSheet {_SPACES}>{looks}</styleSheet>"
        main, page = SHEET_TYPE + "sheet.main+xml", SHEET_TYPE + "worksheet+xml"
        return [
            Part(_BOOK, book, main, "", "officeDocument"),
            Part(_SHEET, first, page, _BOOK, "worksheet", "rS1"),
            Part("xl/worksheets/sheet2.xml", second, page, _BOOK, "worksheet", "rS2"),
            Part("xl/styles.xml", styles, SHEET_TYPE + "styles+xml", _BOOK, "styles"),
            Part("xl/sharedStrings.xml", shared, SHEET_TYPE + "sharedStrings+xml", _BOOK,
                 "sharedStrings"),
        ]  # fmt: skip


def _sheet_xml(rows: str, before: str = "", after: str = "") -> str:
    return f"{HEAD}<worksheet {_SPACES}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def _text_row(number: int, *texts: str, look: str = "") -> str:
    cells = "".join(
        f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for at, text in enumerate(texts)
    )
    return f'<row r="{number}"{look}>{cells}</row>'


def _number_row(number: int, value: str, style: int = 0) -> str:
    return f'<row r="{number}"><c r="A{number}" s="{style}"><v>{value}</v></c></row>'


def workbook_with_cell(text: str) -> bytes:
    """Return a workbook with ``text`` in a cell (used inside a chart of a docx)."""
    return _Workbook(cells=_text_row(5, text)).build()


def _exponent(digits: str) -> str:
    return f"{digits[0]}.{digits[1:]}E+{len(digits) - 1}"


def _number_under(
    header: str, digits: Callable[[str], str], style: int = 0
) -> Callable[[str, str], bytes]:
    def build(_label: str, v: str) -> bytes:
        rows = _text_row(5, header) + _number_row(6, digits(v), style)
        return _Workbook(cells=rows).build()

    return build


def _shared(form: str, used: bool = True) -> Callable[[str, str], bytes]:
    def build(label: str, v: str) -> bytes:
        text = form.replace("{label}", label).replace("{v}", v).replace("{a}", v[:6])
        cell = '<row r="5"><c r="A5" t="s"><v>0</v></c></row>' if used else ""
        return _Workbook(strings=f"<si>{text.replace('{b}', v[6:])}</si>", cells=cell).build()

    return build


def _after(form: str) -> Callable[[str, str], bytes]:
    def build(label: str, v: str) -> bytes:
        return _Workbook(after_rows=form.replace("{label}", label).replace("{v}", v)).build()

    return build


def _cell(form: str) -> Callable[[str, str], bytes]:
    def build(label: str, v: str) -> bytes:
        return _Workbook(cells=form.replace("{label}", label).replace("{v}", v)).build()

    return build


def _second(state: str) -> Callable[[str, str], bytes]:
    return lambda label, v: _Workbook(
        second_rows=_text_row(3, f"{label} {v}"), second_state=state
    ).build()


def _comment(label: str, v: str) -> bytes:
    inner = (
        f"<comments {_SPACES}><authors><author>An</author></authors><commentList><comment ref='A1' "
        f"authorId='0'><text><r><t>{label} {v}</t></r></text></comment></commentList></comments>"
    )
    kind = SHEET_TYPE + "comments+xml"
    return _Workbook(
        extra=[Part("xl/comments1.xml", HEAD + inner, kind, _SHEET, "comments")]
    ).build()


def _threaded(label: str, v: str) -> bytes:
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    inner = (
        f'{HEAD}<ThreadedComments xmlns="{space}"><threadedComment ref="A1" id="{{1}}">'
        f"<text>{label} {v}</text></threadedComment></ThreadedComments>"
    )
    rel = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    kind = "application/vnd.ms-excel.threadedcomments+xml"
    name = "xl/threadedComments/threadedComment1.xml"
    return _Workbook(extra=[Part(name, inner, kind, _SHEET, rel)]).build()


def _drawing(inner: str, further: list[Part] | None = None) -> bytes:
    name = "xl/drawings/drawing1.xml"
    anchor = f"<xdr:absoluteAnchor><xdr:pos x='0' y='0'/><xdr:ext cx='9' cy='9'/>{inner}"
    xml = f"{HEAD}<xdr:wsDr {NAMES}>{anchor}<xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>"
    parts = [Part(name, xml, _DRAWING_TYPE, _SHEET, "drawing", "rD"), *(further or [])]
    return _Workbook(after_rows='<drawing r:id="rD"/>', extra=parts).build()


def _shape(text: str, descr: str) -> bytes:
    return _drawing(
        f"<xdr:sp><xdr:nvSpPr><xdr:cNvPr id='2' name='Hộp 1' descr='{descr}'/><xdr:cNvSpPr/>"
        "</xdr:nvSpPr><xdr:spPr/><xdr:txBody><a:bodyPr/><a:p><a:r>"
        f"<a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    )


def _chart(title: str, category: str) -> bytes:
    frame = (
        "<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id='2' name='Biểu đồ'/>"
        "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm/><a:graphic><a:graphicData "
        f"uri='{NAMES.split('xmlns:c=')[1].split(chr(34))[1]}'><c:chart r:id='rC'/>"
        "</a:graphicData></a:graphic></xdr:graphicFrame>"
    )
    xml = chart(title, category)
    part = Part("xl/charts/chart1.xml", xml, _CHART_TYPE, "xl/drawings/drawing1.xml", "chart", "rC")
    return _drawing(frame, [part])


def _table(label: str, v: str) -> bytes:
    inner = (
        f'{HEAD}<table {_SPACES} id="1" name="B1" displayName="B1" ref="A1:A2"><tableColumns '
        f'count="1"><tableColumn id="1" name="{label} {v}"/></tableColumns></table>'
    )
    part = Part("xl/tables/table1.xml", inner, SHEET_TYPE + "table+xml", _SHEET, "table", "rT")
    after = '<tableParts count="1"><tablePart r:id="rT"/></tableParts>'
    return _Workbook(after_rows=after, extra=[part]).build()


def _pivot(_label: str, v: str) -> bytes:
    inner = (
        f'{HEAD}<pivotCacheDefinition {_SPACES}><cacheSource type="worksheet">'
        f'<worksheetSource ref="A1:B2" sheet="Biểu 1"/></cacheSource>'
        '<cacheFields count="1"><cacheField name="So">'
        f'<sharedItems><s v="{v}"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>'
    )
    name = "xl/pivotCache/pivotCacheDefinition1.xml"
    kind = SHEET_TYPE + "pivotCacheDefinition+xml"
    caches = '<pivotCaches><pivotCache cacheId="1" r:id="rP"/></pivotCaches>'
    part = Part(name, inner, kind, _BOOK, "pivotCacheDefinition", "rP")
    return _Workbook(names=caches, extra=[part]).build()


def _style_name(_label: str, v: str) -> bytes:
    return _Workbook(style_name=f"CCCD {v}").build()


def _format_code(_label: str, v: str) -> bytes:
    return _Workbook(format_code=f"&quot;CCCD {v}&quot;0").build()


def _custom_xml(_label: str, v: str) -> bytes:
    part = Part("customXml/item1.xml", f"{HEAD}<f><so>{v}</so></f>", "", _BOOK, "customXml")
    return _Workbook(extra=[part]).build()


def _defined(form: str) -> Callable[[str, str], bytes]:
    def build(_label: str, v: str) -> bytes:
        inner = form.replace("{v}", v)
        return _Workbook(names=f"<definedNames>{inner}</definedNames>").build()

    return build


_VALID = (
    '<dataValidations count="1"><dataValidation sqref="B9" {more}</dataValidation>'
    "</dataValidations>"
)
PLACES: dict[str, Callable[[str, str], bytes]] = {
    "inline-cell": lambda label, v: workbook_with_cell(f"{label} {v}"),
    "shared-string": _shared("<t>{label} {v}</t>"),
    "rich-string": _shared("<r><t>CCCD {a}</t></r><r><t>{b}</t></r>"),
    "phonetic-run": _shared("<t>x</t><rPh sb='0' eb='1'><t>{v}</t></rPh>"),
    "unused-string": _shared("<t>{label} {v}</t>", used=False),
    "lost-zero-number": _number_under("Số CCCD", lambda v: v.lstrip("0")),
    "formatted-number": _number_under("Mã", lambda v: v.lstrip("0"), style=1),
    "exponent-number": _number_under("Số CCCD", lambda v: _exponent(v.lstrip("0"))),
    "hidden-sheet": _second("hidden"),
    "very-hidden-sheet": _second("veryHidden"),
    "second-sheet": _second(""),
    "hidden-row": lambda label, v: _Workbook(
        cells=_text_row(7, f"{label} {v}", look=' hidden="1"')
    ).build(),
    "hidden-column": lambda label, v: _Workbook(
        before_rows='<cols><col min="3" max="3" width="0" hidden="1"/></cols>',
        cells=_text_row(7, "a", "b", f"{label} {v}"),
    ).build(),
    "far-cell": _cell('<row r="900"><c r="XA900" t="inlineStr"><is><t>{v}</t></is></c></row>'),
    "formula-cached": _cell(
        '<row r="5"><c r="A5" t="str"><f>CONCATENATE(B5,C5)</f><v>{label} {v}</v></c></row>'
    ),
    "formula-constant": _cell(
        '<row r="5"><c r="A5" t="str"><f>IF(1=2,"{v}","x")</f><v>x</v></c></row>'
    ),
    "sheet-name": lambda _label, v: _Workbook(second_name=f"CCCD {v}").build(),
    "defined-name-value": _defined('<definedName name="so_a">"{v}"</definedName>'),
    "defined-name-name": _defined('<definedName name="CCCD_{v}">5</definedName>'),
    "defined-name-comment": _defined('<definedName name="a1b" comment="CCCD {v}">5</definedName>'),
    "validation-list": _after(
        _VALID.replace("{more}", 'type="list"><formula1>"{v},khác"</formula1>')
    ),
    "validation-prompt": _after(_VALID.replace("{more}", 'prompt="{label} {v}">')),
    "validation-error": _after(_VALID.replace("{more}", 'error="{label} {v}">')),
    "page-header": _after("<headerFooter><oddHeader>&amp;C{label} {v}</oddHeader></headerFooter>"),
    "even-footer": _after(
        "<headerFooter><evenFooter>&amp;L{label} {v}</evenFooter></headerFooter>"
    ),
    "link-tooltip": _after(
        '<hyperlinks><hyperlink ref="A1" location="A2" tooltip="{label} {v}"/></hyperlinks>'
    ),
    "filter-value": _after(
        '<autoFilter ref="A1:B9"><filterColumn colId="0"><filters><filter val="{v}"/></filters>'
        "</filterColumn></autoFilter>"
    ),
    "format-condition": _after(
        '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1="{v}"'
        "</formula></cfRule></conditionalFormatting>"
    ),
    "comment": _comment,
    "threaded-comment": _threaded,
    "text-box": lambda label, v: _shape(f"{label} {v}", ""),
    "shape-alt": lambda label, v: _shape("x", f"{label} {v}"),
    "chart-title": lambda label, v: _chart(f"{label} {v}", "Quý IV"),
    "chart-category": lambda label, v: _chart("Kết quả", f"{label} {v}"),
    "table-column": _table,
    "pivot-cache": _pivot,
    "style-name": _style_name,
    "number-format-text": _format_code,
    "custom-xml": _custom_xml,
    "core-subject": lambda label, v: _Workbook(
        extra=[core_properties(dc_subject=f"{label} {v}")]
    ).build(),
    "custom-property": lambda _label, v: _Workbook(extra=[custom_property("ghi chu", v)]).build(),
}
