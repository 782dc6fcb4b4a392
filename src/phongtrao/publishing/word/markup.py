"""WordprocessingML as strings: the smallest pieces from which papers are put together.

Strings, because a table of a thousand cells built element by element is ten times slower.
Lengths are twips (1/20 point), sizes half-points, borders eighths of a point.
"""

from xml.sax.saxutils import escape

from phongtrao.publishing.word.layout_profile import LayoutProfile, Part, TextStyle

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_NO_MARGINS = (
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)
CELL_PADDING = 70  # twips of inner margin at each side of a cell of a ruled table
TABLE_LOOK = (
    '<w:jc w:val="center"/><w:tblBorders>'
    + "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
    + f'<w:top w:w="20" w:type="dxa"/><w:left w:w="{CELL_PADDING}" w:type="dxa"/>'
    + f'<w:bottom w:w="20" w:type="dxa"/><w:right w:w="{CELL_PADDING}" w:type="dxa"/>'
    + "</w:tblCellMar>"
)
_RULE_HEIGHT = 80  # a rule is the top edge of a paragraph four points high

# Advance widths of a Times-like face in em, by kind of letter: enough for a rule or a column.
_NARROW = frozenset("fijltIJ.,;:!|'\"()[]-/ ")  # a no-break space is printed wider than a space
_WIDE = frozenset("mwMW%—")
_NARROW_EM, _LOWER_EM, _UPPER_EM, _WIDE_EM, _BOLD_FACTOR = 0.3, 0.49, 0.7, 0.85, 1.06
_SLACK = 1.06  # room for the error of the widths above


def twips(millimetres: float) -> int:
    """Millimetres as twips."""
    return round(millimetres * 1440 / 25.4)


def millimetres_to_points(millimetres: float) -> float:
    """Millimetres as points."""
    return millimetres * 72 / 25.4


def points_to_twips(points: float) -> int:
    """Points as twips."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Points as half-points."""
    return round(points * 2)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Approximate width of one line of `text` in points; within about 5 % for Vietnamese text."""
    width = 0.0
    for letter in text:
        if letter in _NARROW:
            width += _NARROW_EM
        elif letter in _WIDE:
            width += _WIDE_EM
        else:
            width += _UPPER_EM if letter.isupper() else _LOWER_EM
    return width * size * (_BOLD_FACTOR if bold else 1)


def balanced_width(text: str, size: float, width: float, *, bold: bool = False) -> float:
    """The least width in points at which `text` takes no more lines than at `width`."""
    words = [text_width(word, size, bold=bold) for word in text.split(" ")]
    space = text_width(" ", size, bold=bold)
    lines = _broken(words, space, width)
    limit = sum(lines) / len(lines) if lines else width
    while limit < width and len(_broken(words, space, limit)) > len(lines):
        limit *= 1.01
    return min(width, max(_broken(words, space, limit), default=0))


def line_count(text: str, size: float, width: float, *, bold: bool = False) -> int:
    """On how many lines `text` stands within `width` points; at least one."""
    words = [text_width(word, size, bold=bold) for word in text.split(" ")]
    return max(1, len(_broken(words, text_width(" ", size, bold=bold), width)))


def _broken(words: list[float], space: float, width: float) -> list[float]:
    lines: list[float] = []
    for word in words:
        if lines and lines[-1] + space + word <= width:
            lines[-1] += space + word
        else:
            lines.append(word)
    return lines


def run(
    text: str,
    *,
    size: float | None = None,
    bold: bool = False,
    italic: bool = False,
    struck: bool = False,
) -> str:
    """A run of already cleaned text; marks given here are added to those of the style."""
    look = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    look += "<w:strike/>" if struck else ""
    if size is not None:
        look += f'<w:sz w:val="{half_points(size)}"/><w:szCs w:val="{half_points(size)}"/>'
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(part: Part, content: str, properties: str = "") -> str:
    """A paragraph in the style of `part`; `content` is runs, `properties` further pPr elements."""
    return f'<w:p><w:pPr><w:pStyle w:val="{part}"/>{properties}</w:pPr>{content}</w:p>'


def line(style: TextStyle, text: str, properties: str = "") -> str:
    """A paragraph holding one cleaned text, in capitals where the component asks for them."""
    return paragraph(style.part, run(text.upper() if style.look.capitals else text), properties)


def balanced_line(style: TextStyle, text: str, width: float) -> str:
    """A centred paragraph whose lines are about equally long, so that no word stands alone."""
    shown = text.upper() if style.look.capitals else text
    size, bold = style.size.value, style.look.bold
    needed = balanced_width(shown, size, width, bold=bold) * _SLACK
    side = points_to_twips((width - needed) / 2)
    return line(style, text, f'<w:ind w:left="{side}" w:right="{side}"/>' if side > 0 else "")


def rule(length: float, available: float) -> str:
    """A centred solid rule `length` points long within `available` points."""
    side = max(0, points_to_twips((available - length) / 2))
    return (
        '<w:p><w:pPr><w:keepNext/><w:pBdr><w:top w:val="single" w:sz="6" w:space="1"'
        ' w:color="000000"/></w:pBdr>'
        f'<w:spacing w:before="60" w:after="0" w:line="{_RULE_HEIGHT}" w:lineRule="exact"/>'
        f'<w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
    )


def small_gap(section: str = "") -> str:
    """An almost invisible paragraph: what Word wants after a table; it may end a `section`."""
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        f'<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>{section}</w:pPr></w:p>'
    )


def plain_table(widths: tuple[int, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    """A table without borders or inner margins for things that stand side by side."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/>{_NO_MARGINS}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def page_section(
    profile: LayoutProfile,
    headers: tuple[str, str],
    *,
    landscape: bool = False,
    restart_numbers: bool = False,
) -> str:
    """The sectPr of a run of pages; `headers` are the ids of the first-page and later header."""
    page = profile.page
    width, height = twips(page.width.value), twips(page.height.value)
    size = f'w:w="{width}" w:h="{height}"'
    if landscape:
        size = f'w:w="{height}" w:h="{width}" w:orient="landscape"'
    numbers = '<w:pgNumType w:start="1"/>' if restart_numbers else ""
    distance = twips(page.header_distance.value)
    return (
        f'<w:sectPr><w:headerReference w:type="first" r:id="{headers[0]}"/>'
        f'<w:headerReference w:type="default" r:id="{headers[1]}"/><w:type w:val="nextPage"/>'
        f'<w:pgSz {size}/><w:pgMar w:top="{twips(page.top.value)}"'
        f' w:right="{twips(page.right.value)}" w:bottom="{twips(page.bottom.value)}"'
        f' w:left="{twips(page.left.value)}" w:header="{distance}" w:footer="{distance}"'
        f' w:gutter="0"/>{numbers}<w:titlePg/></w:sectPr>'
    )
