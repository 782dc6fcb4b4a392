"""Workbooks in the part layout of Microsoft Excel, written by hand: the base."""

from tests.core.gate.honest_files.opc import DECLARATION, TRANSITIONAL, Opc, Way, words
from tests.core.gate.honest_files.prose import Prose
from tests.core.gate.honest_files.word_layout import THEME, add_properties

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
MAIN = f"{SHEET_TYPE}.sheet.main+xml"
BOOK, SHEET, STYLES = "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"
SPACES = (
    f'xmlns="{S}" xmlns:r="{TRANSITIONAL}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'mc:Ignorable="x14ac xr xr2 xr3" '
    'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" '
    'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" '
    'xmlns:xr2="http://schemas.microsoft.com/office/spreadsheetml/2015/revision2" '
    'xmlns:xr3="http://schemas.microsoft.com/office/spreadsheetml/2016/revision3"'
)
# Formats of Vietnamese workbooks: day, money, share, hours, lost zeros.
FORMATS = (
    "dd/mm/yyyy", '#,##0\\ "đồng"', "0.0%", "[h]:mm", "000", '_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-',
    '"ngày" dd "tháng" mm "năm" yyyy', "[Red]-0.00;0.00", "[$-42A]d mmmm yyyy", "General",
)  # fmt: skip
DAY_STYLE = 2


def letter(column: int) -> str:
    """A, B … AA for 1, 2 … 27."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


class Workbook:
    """A workbook as Excel saves it; features add parts, cells and what follows them."""

    def __init__(self, seed: int, salt: str = "excel", rows: int = 0) -> None:
        """The workbook of a seed, with the parts that every Excel file has."""
        self.seed = seed
        self.prose = Prose(seed, salt)
        self.package = Opc(BOOK, MAIN)
        self.strings: dict[str, int] = {}
        self.rows: list[str] = []
        self.before = self.after = self.book = ""
        self.space = S  # the strict form of the standard has a space of its own
        self.names = ["Tổng hợp"]
        self.package.parts[BOOK] = b""
        self.package.link(BOOK, "worksheet", SHEET)
        self._fill([self.prose.header(), *self.prose.table(rows)])
        self._standard_parts()

    def cell(self, column: int, row: int, value: object, style: int = 0) -> str:
        """One cell; text goes to the shared strings."""
        place = f'r="{letter(column)}{row}"' + (f' s="{style}"' if style else "")
        if isinstance(value, str):
            number = self.strings.setdefault(value, len(self.strings))
            return f'<c {place} t="s"><v>{number}</v></c>'
        return f"<c {place}><v>{value}</v></c>"

    def row(self, cells: str, number: int = 0) -> None:
        """One row; the next one unless its number is given."""
        number = number or len(self.rows) + 1
        self.rows.append(f'<row r="{number}" spans="1:6" x14ac:dyDescent="0.25">{cells}</row>')

    def sheet(self, content: str, name: str) -> str:
        """A further sheet.  Returns the name of its part."""
        self.names.append(name)
        path = f"xl/worksheets/sheet{len(self.names)}.xml"
        text = f"{DECLARATION}<worksheet {SPACES}>{content}</worksheet>"
        self.package.add(path, text, f"{SHEET_TYPE}.worksheet+xml", "worksheet", BOOK)
        return path

    def add(self, name: str, content: str, kind: str, relation: str, source: str = SHEET) -> str:
        """A part of the spreadsheet family.  Returns the relation's id."""
        kind = kind if "/" in kind else f"{SHEET_TYPE}.{kind}+xml"
        return self.package.add(name, f"{DECLARATION}{content}", kind, relation, source)

    def bytes(self, way: Way | None = None) -> bytes:
        """The file."""
        sheets = "".join(
            f'<sheet name="{words(name)}" sheetId="{n}" r:id="{self._sheet_link(n)}"/>'
            for n, name in enumerate(self.names, 1)
        )
        inner = self.book if "<sheets" in self.book else f"<sheets>{sheets}</sheets>{self.book}"
        self._set(BOOK, f"<workbook {SPACES}>{inner}</workbook>")
        data = f"<sheetData>{''.join(self.rows)}</sheetData>"
        self._set(SHEET, f"<worksheet {SPACES}>{self.before}{data}{self.after}</worksheet>")
        items = "".join(f'<si><t xml:space="preserve">{words(s)}</t></si>' for s in self.strings)
        count = len(self.strings)
        table = f'<sst xmlns="{S}" count="{count}" uniqueCount="{count}">{items}</sst>'
        self._set("xl/sharedStrings.xml", table)
        for name, content in self.package.parts.items():
            if self.space != S and name.startswith("xl/") and name.endswith(".xml"):
                self.package.parts[name] = content.replace(S.encode(), self.space.encode())
        return self.package.packed(way or Way(padding=520))

    def _sheet_link(self, number: int) -> str:
        path = f"xl/worksheets/sheet{number}.xml"
        return next(link.id for link in self.package.links[BOOK] if link.target.lstrip("/") == path)

    def _set(self, name: str, text: str) -> None:
        self.package.parts[name] = f"{DECLARATION}{text}".encode()

    def _fill(self, table: list[list]) -> None:
        for line in table:
            number = len(self.rows) + 1
            self.row("".join(self.cell(c, number, value) for c, value in enumerate(line, 1)))

    def _standard_parts(self) -> None:
        self.package.put(SHEET, b"", f"{SHEET_TYPE}.worksheet+xml")
        theme = "application/vnd.openxmlformats-officedocument.theme+xml"
        self.package.add("xl/theme/theme1.xml", THEME, theme, "theme", BOOK)
        self.package.add(STYLES, styles(), f"{SHEET_TYPE}.styles+xml", "styles", BOOK)
        kind = f"{SHEET_TYPE}.sharedStrings+xml"
        self.package.add("xl/sharedStrings.xml", b"", kind, "sharedStrings", BOOK)
        add_properties(self.package, self.prose.title(), "Microsoft Excel")


def styles(extra: int = 0) -> str:
    """xl/styles.xml with the formats above as cell styles 1, 2 … and ``extra`` further ones."""
    formats = "".join(
        f'<numFmt numFmtId="{164 + n}" formatCode="{words(code).replace(chr(34), "&quot;")}"/>'
        for n, code in enumerate(FORMATS)
    )
    looks = '<xf numFmtId="0"/><xf numFmtId="3"/>'
    looks += "".join(f'<xf numFmtId="{164 + n}"/>' for n in range(len(FORMATS)))
    looks += '<xf numFmtId="9" applyAlignment="1"/>' * extra
    return (
        f'{DECLARATION}<styleSheet xmlns="{S}"><numFmts>{formats}</numFmts>'
        '<fonts><font><name val="Times New Roman"/></font></fonts><fills><fill>'
        '<patternFill patternType="none"/></fill></fills>'
        '<borders><border/></borders><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>'
        f"<cellXfs>{looks}</cellXfs><dxfs><dxf><font><b/></font></dxf></dxfs></styleSheet>"
    )
