"""Faults and right papers made by other means of Word: stops, cells, fields, revisions, lists."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from phongtrao.publishing.layout_check.check import check
from tests.publishing.layout.papers import PAPERS
from tests.publishing.layout.sheets import P, Source, Table
from tests.publishing.layout.test_other_ways import text
from tests.publishing.layout.test_rules import look

Change = Callable[[Source], Source]

_CENTRE = {"align": "center", "first": 0, "after": 0, "line": 1}
_DRAWN = '<w:r>{look}<w:pict><v:line from="0,0" to="100,0"{more}/></w:pict></w:r>'
_HELD = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"


def drawn(look_: str = "", more: str = "") -> Change:
    """The line under the motto as a drawing of this look."""
    raw = _DRAWN.format(look=look_, more=more)
    return look(motto_rule={"rule": False}, motto={"raw": raw})


def raw_run(text_: str, size: float, look_: str = "") -> str:
    """A run as Word writes it; ``\\n`` is a forced line break."""
    parts = "<w:br/>".join(f'<w:t xml:space="preserve">{each}</w:t>' for each in text_.split("\n"))
    return f'<w:r><w:rPr>{look_}<w:sz w:val="{size * 2:.0f}"/></w:rPr>{parts}</w:r>'


def typed(block: str, words: str, size: float, look_: str = "") -> Change:
    """A paragraph that holds one run of these words, ``\\n`` a forced break."""
    return look(**{block: {"text": "", "raw": raw_run(words, size, look_)}})


def revised(block: str, tag: str) -> Change:
    """A paragraph whose letters are a tracked insertion or deletion."""

    def change(source: Source) -> Source:
        old = source.blocks[block]
        run = raw_run(old.text, old.size, "<w:b/>" if old.b else "")
        if tag == "del":
            run = run.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        wrapped = f'<w:{tag} w:id="7" w:author="a">{run}</w:{tag}>'
        return source.changed(**{block: {"text": "", "raw": wrapped}})

    return change


def two_issue(source: Source) -> Source:
    """The letter with a second body in its head, which does not sign."""
    rows = source.blocks["head"].rows
    names = ("issuer", "second", "issuer_rule")
    second = P("SỞ Y TẾ", size=12, b=True, **_CENTRE)
    table = Table(((names, rows[0][1]), rows[1]))
    return replace(source, blocks={**source.blocks, "head": table, "second": second})


def cut(block: str, at: str) -> Change:
    """A paragraph with a forced line break before some words of it."""

    def change(source: Source) -> Source:
        old = source.blocks[block]
        words = old.text.replace(at, f"\n{at}", 1)
        run = raw_run(words, old.size, "<w:i/>" if old.i else "")
        return source.changed(**{block: {"text": "", "raw": run}})

    return change


def signed(*offices: str, name: str = "Lê Văn Chung") -> Change:
    """The letter signed like this."""

    def change(source: Source) -> Source:
        lines = {f"office{n}": P(words, b=True, **_CENTRE) for n, words in enumerate(offices)}
        left = source.blocks["end"].rows[0][0]
        table = Table(((left, (*lines, "room", "signer")),))
        blocks = {**source.without("authority1", "authority2").blocks, "end": table, **lines}
        return replace(source, blocks=blocks).changed(signer={"text": name})

    return change


WRONG: tuple[tuple[str, str, Change], ...] = (
    ("motto.rule", "letter", drawn(more=' stroked="f"')),
    ("motto.rule", "letter", drawn("<w:rPr><w:vanish/></w:rPr>")),
    ("motto.missing", "letter", revised("motto", "del")),
    ("motto.hyphens", "letter", text("motto", "Độc lập  -  Tự do  -  Hạnh phúc")),
    ("nation.wording", "letter", text("nation", "VIỆT NAM DÂN CHỦ CỘNG HÒA")),
    ("nation.wording", "letter", text("nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.")),
    ("number.spaces", "decision", text("number", "Số: 45/QĐ UBND")),
    ("number.capitals", "decision", text("number", "Số: 45/QĐ-UBnd")),
    ("date.wording", "letter", text("date", "Quảng Ngãi, ngày 12 tháng Mười năm 2026")),
    ("date.wording", "letter", text("date", "Quảng Ngãi, ngày 12 tháng 10")),
    ("date.impossible", "letter", text("date", "Quảng Ngãi, ngày 12 tháng 10 năm 20266")),
    ("urgency.style", "plan", look(urgent={"i": True})),
    ("basis.citation", "decision",
     text("basis3", "Theo đề nghị của Trưởng Công an xã tại Tờ trình của Công an xã.")),
    ("basis.own-line", "decision",
     text("basis1", "Căn cứ Hiến pháp và căn cứ Luật Tổ chức chính quyền địa phương;")),
    ("body.align", "report", look(plain={"align": "center"})),
    ("division.roman", "plan", text("chapter1", "Chương một")),
    ("article.full-stop", "decision", look(article1={"lead": "Điều 1,"})),
    ("clause.full-stop", "decision", text("clause1", "(1) Chỉ đạo các thôn.")),
    ("clause.sequence", "report", text("clause2", "1. Tổ chức hội nghị")),
    ("words.people", "decision", text("abstract", "Về việc vận động nhân dân")),
    ("words.state", "report", text("point2", "b) Những việc để nhà nước quản lý.")),
    ("words.citation", "report", text("point2", "b) Thực hiện theo điều 7.")),
    ("authority.prefix", "letter", signed("KT, GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
    ("authority.deputy", "letter", signed("GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
    ("signer.title", "letter", signed("GIÁM ĐỐC", name="Nhà giáo ưu tú Lê Văn Chung")),
    ("signer.title", "letter", typed("signer", "Thạc sĩ\nLê Văn Chung", 14, "<w:b/>")),
    ("signer.capitals", "letter", signed("GIÁM ĐỐC", name="Lê Văn CHUNG")),
    ("addressee.dash", "letter", text("address", "Kính gửi: Sở Nội vụ, Công an xã Đăk Hà.")),
    ("appendix.numbering", "report", text("labelII", "Phụ lục I")),
    ("appendix.reference-missing", "report", text("referenceI", "(Đơn vị tính: người)")),
    ("joint.signatures", "letter", two_issue),
    ("party.title-rule", "party", look(nation={"u": True}, nation_rule={"rule": False})),
    ("party.asterisk", "party", text("star", "* * *")),
)  # fmt: skip


@pytest.mark.parametrize(("code", "name", "change"), WRONG)
def test_a_fault_by_other_means_is_told(code: str, name: str, change: Change) -> None:
    assert {fault.code for fault in check(change(PAPERS[name]()).docx())} == {code}


RIGHT: tuple[tuple[str, Change], ...] = (
    ("letter", drawn()),
    ("letter", revised("motto", "ins")),
    ("letter", text("motto", "Độc lập \u2011 Tự do\u00a0- Hạnh phúc")),
    ("letter", typed("nation", "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM", 12, "<w:b/>")),
    ("letter", text("number", "Số:...../CAT-PV05")),
    ("letter", typed("about", "V/v kỷ niệm\nngày 30 tháng 4 năm 2026", 12)),
    ("letter", signed("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND TỈNH")),
    ("letter", signed("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", name="Viên Đình Chánh")),
    ("decision", cut("basis2", "ngày 05")),
    ("report", cut("plain", "có 3 mô hình")),
    ("report", typed("kind", "Báo cáo", 14, "<w:b/><w:smallCaps/>")),
    ("report", look(issuer={"text": "PHÒNG VĂN HÓA - XÃ HỘI"})),
    ("report", look(abstract_rule={"rule": False, "raw": _DRAWN.format(look="", more="")})),
)  # fmt: skip


@pytest.mark.parametrize(("name", "change"), RIGHT)
def test_a_right_paper_by_other_means_is_right(name: str, change: Change) -> None:
    assert check(change(PAPERS[name]()).docx()) == []


def rewritten(data: bytes, part: str, pattern: str, new: Callable[[re.Match[str]], str]) -> bytes:
    """The file with some of the text of its parts of a name written anew."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(written, "w") as target:
        for name in source.namelist():
            text_ = source.read(name).decode()
            if name.startswith(f"word/{part}"):
                text_, count = re.subn(pattern, new, text_, flags=re.DOTALL)
                assert count
            target.writestr(name, text_)
    return written.getvalue()


def _codes(data: bytes) -> set[str]:
    return {fault.code for fault in check(data)}


def test_cells_and_rows_in_content_controls_are_cells() -> None:
    held = rewritten(
        PAPERS["letter"]().docx(), "document", r"<w:tc>.*?</w:tc>", lambda f: _HELD.format(f[0])
    )
    held = rewritten(held, "document", r"<w:tr>.*?</w:tr>", lambda f: _HELD.format(f[0]))
    assert _codes(held) == set()


def test_a_line_under_a_cell_is_a_line_and_a_box_is_none() -> None:
    bare = PAPERS["letter"]().changed(motto_rule={"rule": False}, issuer_rule={"rule": False})
    for sides, told in ((("bottom",), set()), (("bottom", "left"), {"motto.rule", "issuer.rule"})):
        borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
        drawn_ = f"<w:tcPr><w:tcBorders>{borders}</w:tcBorders></w:tcPr>"
        found = rewritten(bare.docx(), "document", "<w:tcPr/>", lambda _, drawn_=drawn_: drawn_)
        assert _codes(found) == told


@pytest.mark.parametrize(("size", "told"), [(26, set()), (20, {"page.number-size"})])
def test_a_page_number_whose_figures_are_not_in_the_file_has_its_size(
    size: int, told: set[str]
) -> None:
    field = (
        f'<w:r><w:rPr><w:sz w:val="{size}"/></w:rPr><w:fldChar w:fldCharType="begin"/>'
        '<w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="end"/></w:r>'
    )
    plain = PAPERS["letter"]().docx()
    bare = rewritten(plain, "header", r"<w:fldSimple.*?</w:fldSimple>", lambda _: field)
    assert _codes(bare) == told


@pytest.mark.parametrize(
    ("stop", "told"), [("center", set()), ("left", {"letter.abstract-centred"})]
)
def test_the_stop_of_a_tab_says_how_it_sets_a_line(stop: str, told: set[str]) -> None:
    source = PAPERS["letter"]().changed(
        about={"text": "\tV/v gửi báo cáo quý III", "align": "left"}
    )
    set_ = rewritten(
        source.docx(),
        "document",
        r"<w:spacing(?=[^>]*/><w:ind[^>]*/><w:jc[^>]*/></w:pPr><w:r><w:rPr>[^V]*V/v)",
        lambda found: f'<w:tabs><w:tab w:val="{stop}" w:pos="1700"/></w:tabs>{found[0]}',
    )
    assert _codes(set_) == told


def test_a_paper_that_must_run_over_wants_page_numbers() -> None:
    source = PAPERS["letter"]().on(number=None)
    assert _codes(source.docx()) == set()
    longer = {f"more{n}": replace(source.blocks["opening"]) for n in range(18)}
    blocks = dict(source.blocks)
    last = blocks.pop("last")
    ends = {name: blocks.pop(name) for name in list(blocks)[list(blocks).index("end") :]}
    assert _codes(replace(source, blocks={**blocks, **longer, "last": last, **ends}).docx()) == {
        "page.number-missing"
    }
