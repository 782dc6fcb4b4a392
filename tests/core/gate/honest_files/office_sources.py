"""Sources that only LibreOffice reads here: web pages, RTF, flat OpenDocument, comma tables."""

from collections.abc import Callable
from xml.sax.saxutils import escape

from tests.core.gate.honest_files.plain_tables import ALL as TABLES
from tests.core.gate.honest_files.prose import Prose

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("table", "table"),
                         ("draw", "drawing"), ("form", "form"), ("style", "style"))
)  # fmt: skip


def web_page(seed: int) -> bytes:
    """A page with a list, a table and a link."""
    prose = Prose(seed, "html")
    items = "".join(f"<p>{escape(text)}</p>" for text in prose.paragraphs())
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(str(value))}</td>" for value in line) + "</tr>"
        for line in [prose.header(), *prose.table()]
    )
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{prose.title()}</title>'
        f'</head><body><h1>{prose.title()}</h1>{items}<table border="1">{rows}</table>'
        '<a href="https://quochoi.vn">Quốc hội</a></body></html>'
    ).encode()


def rich_text(seed: int) -> bytes:
    """RTF as WordPad writes it."""
    prose = Prose(seed, "rtf")
    body = "\\par ".join(_rtf(text) for text in [prose.title(), *prose.paragraphs()])
    head = "{\\rtf1\\ansi\\ansicpg1258\\deff0{\\fonttbl{\\f0 Times New Roman;}}\\uc1\\fs28 "
    return f"{head}{body}}}".encode("ascii")


def _rtf(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    return "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in plain)


def flat_paper(seed: int) -> bytes:
    """A text of LibreOffice with headings, a note, fields and a table."""
    prose = Prose(seed, "fodt")
    parts = [f'<text:h text:outline-level="1">{prose.title()}</text:h>']
    for text in prose.paragraphs():
        note = (
            f'<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
            f"<text:note-body><text:p>{prose.area()}</text:p></text:note-body></text:note>"
        )
        parts.append(f"<text:p>{escape(text)}{note}<text:page-number/><text:date/></text:p>")
    rows = "".join(
        "<table:table-row>" + "".join(
            f"<table:table-cell><text:p>{value}</text:p></table:table-cell>" for value in line
        ) + "</table:table-row>" for line in prose.table()
    )  # fmt: skip
    columns = '<table:table-column table:number-columns-repeated="5"/>'
    parts.append(f'<table:table table:name="Bảng">{columns}{rows}</table:table>')
    return _flat("text", "".join(parts))


def flat_sheet(seed: int) -> bytes:
    """A sheet of LibreOffice with formulas and repeated cells to the end of the grid."""
    prose = Prose(seed, "fods")
    rows = "".join(
        "<table:table-row>" + "".join(_cell(value) for value in line)
        + '<table:table-cell table:number-columns-repeated="16379"/></table:table-row>'
        for line in prose.table()
    )  # fmt: skip
    rest = (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    return _flat("spreadsheet", f'<table:table table:name="Biểu">{rows}{rest}</table:table>')


def _cell(value: object) -> str:
    if isinstance(value, str):
        return (
            f'<table:table-cell office:value-type="string"><text:p>{value}</text:p>'
            "</table:table-cell>"
        )
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def _flat(kind: str, inner: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.2" '
        f'office:mimetype="application/vnd.oasis.opendocument.{kind}"><office:body>'
        f"<office:{kind}>{inner}</office:{kind}></office:body></office:document>"
    ).encode()


_COMMA = next(kind.build for kind in TABLES if kind.id == "csv-excel-utf-8")
OTHERS: tuple[tuple[str, str, Callable[[int], bytes]], ...] = (
    ("text-html", "html", web_page), ("text-rtf", "rtf", rich_text),
    ("text-fodt", "fodt", flat_paper), ("sheet-fods", "fods", flat_sheet),
    ("sheet-csv", "csv", _COMMA),
)  # fmt: skip
