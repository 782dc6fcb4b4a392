"""However a paper was typed (tabs, boxes, lists, styles), it is read as it prints."""

import io
import zipfile
from dataclasses import replace

import pytest

from phongtrao.publishing.layout_check.check import check
from phongtrao.publishing.layout_check.package import UnreadablePaperError
from phongtrao.publishing.layout_check.reading import read
from tests.publishing.layout import papers
from tests.publishing.layout.sheets import P, Source, Table

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LINE = (
    '<w:r><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" from="0,0" to="100,0"/>'
    "</w:pict></w:r>"
)


def _codes(source: Source) -> set[str]:
    return {fault.code for fault in check(source.docx())}


def _run(text: str, size: float, *, b: bool = False, i: bool = False) -> str:
    look = f'{"<w:b/>" if b else ""}{"<w:i/>" if i else ""}<w:sz w:val="{size * 2:.0f}"/>'
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _tabbed(*parts: str) -> P:
    """A line of a head or foot that tabs divide."""
    stops = "<w:r><w:tab/></w:r>".join(parts)
    return P(raw=stops, align="left", first=0, after=0, line=1)


def _with(source: Source, before: dict, gone: tuple[str, ...], after: dict) -> Source:
    kept = {k: v for k, v in source.blocks.items() if k not in gone}
    return replace(source, blocks={**before, **kept, **after})


def _head_by_tabs(number: str = "Số: 05/CAT-PV05", drawn: str = LINE) -> Source:
    head = {
        "line1": _tabbed(
            _run("CÔNG AN TỈNH QUẢNG NGÃI", 12, b=True),
            _run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, b=True),
        ),
        "line2": _tabbed(drawn + LINE, _run("Độc lập - Tự do - Hạnh phúc", 13, b=True)),
        "line3": _tabbed(
            _run(number, 13), _run("Quảng Ngãi, ngày 12 tháng 10 năm 2026", 13, i=True)
        ),
        "line4": _tabbed(_run("V/v gửi báo cáo quý III", 12), ""),
    }
    gone = ("head", "issuer", "issuer_rule", "nation", "motto", "motto_rule", "number", "date")
    return _with(papers.letter(), head, (*gone, "about"), {})


def test_a_head_set_with_tabs_is_read_in_columns() -> None:
    assert _codes(_head_by_tabs()) == set()
    assert _codes(_head_by_tabs("Số: 5/CAT-PV05")) == {"number.padding"}


def test_of_two_lines_to_be_drawn_one_that_is_missing_is_told() -> None:
    assert _codes(_head_by_tabs(drawn="")) & {"motto.rule", "issuer.rule"}


def test_a_foot_set_with_tabs_is_read_in_columns() -> None:
    foot = {
        "foot1": _tabbed(_run("Nơi nhận:", 12, b=True, i=True), _run("KT. GIÁM ĐỐC", 14, b=True)),
        "foot2": _tabbed(_run("- Như trên;", 11), _run("PHÓ GIÁM ĐỐC", 14, b=True)),
        "foot3": _tabbed(_run("- Lưu: VT, PV05.", 11)),
        "foot4": _tabbed("", _run("Lê Văn Chung", 14, b=True)),
    }
    gone = ("end", "to", "to1", "to2", "authority1", "authority2", "room", "signer")
    right = _with(papers.letter(), {}, gone, foot)
    assert _codes(right) == set()
    wrong = _tabbed(_run("- Như trên;", 13), _run("PHÓ GIÁM ĐỐC", 14))
    faulty = replace(right, blocks={**right.blocks, "foot2": wrong})
    assert _codes(faulty) == {"recipients.size", "authority.style"}


def test_lines_broken_inside_one_paragraph_are_components_of_their_own() -> None:
    broken = P(
        raw=_run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, b=True)
        + "<w:r><w:br/></w:r>"
        + _run("Độc lập - Tự do - Hạnh phúc", 12, b=True),
        align="center", first=0, after=0, line=1,
    )  # fmt: skip
    source = papers.letter().without("motto")
    source = replace(source, blocks={**source.blocks, "nation": broken})
    assert _codes(source) == {"motto.size"}


def test_a_letterhead_in_text_boxes_is_found() -> None:
    source = papers.letter()
    named = (
        ("issuer", "issuer_rule"),
        ("nation", "motto", "motto_rule"),
        ("number", "about"),
        ("date",),
    )
    boxes = "".join(
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        + "".join(source.blocks[name].xml() for name in names)
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        for names in named
    )
    gone = ("head", *(name for names in named for name in names))
    boxed = _with(source, {"boxes": P(raw=boxes)}, gone, {})
    assert _codes(boxed) == set()


def test_what_styles_say_is_inherited_and_what_is_said_directly_wins() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:b/>'
        '<w:sz w:val="20"/></w:rPr><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Child"/>'
        '<w:basedOn w:val="Base"/><w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/>'
        "</w:rPr></w:style>"
    )
    plain = '<w:p><w:pPr><w:pStyle w:val="Child"/></w:pPr><w:r><w:t>Một</w:t></w:r>'
    strong = '<w:r><w:rPr><w:rStyle w:val="Strong"/><w:sz w:val="26"/></w:rPr><w:t>Hai</w:t></w:r>'
    source = Source({"one": _Raw(plain + strong + "</w:p>")}, styles=styles)
    line = read(source.docx()).lines[0]
    assert [(e.size, e.bold, e.italic) for e in line.letters] == [
        (10, True, True),
        (13, False, True),  # the style of letters turns the bold of the paragraph off again
    ]
    assert line.shape.align == "center"


def test_the_font_of_a_theme_is_the_font_that_prints() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
        "</a:fontScheme></a:themeElements></a:theme>"
    )
    run = (
        '<w:r><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr>'
        "<w:t>Đoạn này theo phông của mẫu.</w:t></w:r>"
    )
    source = papers.letter().changed(opening={"raw": run})
    assert _codes(replace(source, parts={"theme": theme})) == {"font.mixed"}


def test_numbers_that_word_counts_itself_are_read() -> None:
    numbering = (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/>'
        '<w:pPr><w:ind w:left="720"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    item = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        '<w:spacing w:after="120"/><w:jc w:val="both"/></w:pPr>'
        "<w:r><w:t>Nội dung.</w:t></w:r></w:p>"
    )
    source = papers.decision()
    blocks = {}
    for name, block in source.blocks.items():
        if name == "clause2":
            blocks |= {f"list{n}": _Raw(item) for n in range(5)}
        blocks[name] = block
    texts = [
        line.text
        for line in read(Source(blocks, parts={"numbering": numbering}).docx()).lines
        if line.text.endswith(") Nội dung.")
    ]
    assert texts == [f"{letter}) Nội dung." for letter in "abcde"]
    # Word's alphabet has no đ, the decree's has.
    assert _codes(Source(blocks, parts={"numbering": numbering})) == {"point.sequence"}


def test_deleted_hidden_and_commanding_text_prints_nothing() -> None:
    raw = (
        "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr>"
        '<w:t>ẩn</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t>'
        '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        "<w:ins><w:r><w:t> thêm</w:t></w:r></w:ins>"
    )
    line = read(Source({"one": P(raw=raw)}).docx()).lines[0]
    assert line.text == "3 thêm"
    assert [each.is_page_number for each in line.letters] == [True, False]


def test_a_table_of_figures_may_have_other_sizes_and_places() -> None:
    cells = {
        "figure": P("Số liệu của cả năm 2026", size=11, align="left", first=0, after=0, line=1)
    }
    source = papers.report()
    blocks = {}
    for name, block in source.blocks.items():
        blocks[name] = block
        if name == "plain":
            blocks |= {"figures": Table(((("figure",), ("figure",)),)), **cells}
    assert _codes(replace(source, blocks=blocks)) == set()


def test_notes_of_an_abstract_that_is_long_stay_with_it() -> None:
    source = papers.report()
    blocks = {}
    for name, block in source.blocks.items():
        blocks[name] = block
        if name == "abstract":
            blocks["abstract2"] = replace(block, text="trên địa bàn tỉnh Quảng Ngãi")
    assert _codes(replace(source, blocks=blocks)) == set()


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04 no archive", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Kế hoạch".encode()],
)
def test_what_is_no_word_file_is_refused_as_such(data: bytes) -> None:
    with pytest.raises(UnreadablePaperError):
        read(data)


def test_a_declared_entity_is_never_put_in() -> None:
    written = io.BytesIO()
    paper = zipfile.ZipFile(io.BytesIO(papers.letter().docx()))
    with paper as source, zipfile.ZipFile(written, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            if name == "word/document.xml":
                declared = '<!DOCTYPE w [<!ENTITY a "BOM"><!ENTITY b "&a;&a;&a;&a;">]>'
                text = declared + text.replace("Lê Văn Chung", "&b;")
            target.writestr(name, text)
    assert not any("BOM" in line.text for line in read(written.getvalue()).lines)


class _Raw:
    """A paragraph as it stands in the file."""

    def __init__(self, text: str) -> None:
        self._text = text

    def xml(self) -> str:
        """The text itself."""
        return self._text
