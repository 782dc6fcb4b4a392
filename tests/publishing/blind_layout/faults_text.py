"""Plants of the running text: its look, divisions, articles, clauses, points, end and words."""

from typing import Any

from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.parfmt import ParagraphFormat

from . import xml
from .changes import (
    align,
    bold,
    both,
    drop_line,
    indent,
    insert,
    italic,
    on_sheet,
    only,
    plant,
    restyle,
    resub,
    retype,
    reword,
    shape,
    size,
    swap,
)
from .looks import FLOWING
from .model import Change, Sheet


def _spacing(before: float, after: float) -> Change:
    def turn(found: ParagraphFormat) -> None:
        found.space_before, found.space_after = Pt(before), Pt(after)

    return shape(f"space{before:g}-{after:g}", turn, *FLOWING)


def _first_line_eight(style: Any) -> None:
    style.paragraph_format.first_line_indent = Pt(8)


def _lines(value: float | Pt) -> Change:
    return shape(f"line{value}", lambda f: setattr(f, "line_spacing", value), *FLOWING)


def _neighbours_close(sheet: Sheet) -> None:
    """Word's “no space between paragraphs of the same style”."""
    for piece in sheet.of(*FLOWING):
        properties = piece.paragraph._p.get_or_add_pPr()
        made = xml.element("contextualSpacing")
        properties.insert_element_before(made, "w:jc", "w:rPr", "w:outlineLvl")


BODY = [
    *plant(
        "body.size",
        bc=size(12, *FLOWING),
        hd=restyle("12", lambda s: setattr(s.font, "size", Pt(12)), *FLOWING),
        cv1=size(16, *FLOWING), qd=size(12, *FLOWING, way="char"),
    ),
    *plant(
        "body.align",
        bc=align("left", *FLOWING), cv1=align("left", *FLOWING),
        kh=restyle("left", lambda s: setattr(s.paragraph_format, "alignment", 0), *FLOWING),
        tb=align("left", *FLOWING, way="style"),
    ),
    *plant(
        "body.indent",
        bc=indent(0, *FLOWING), cv1=indent(20, *FLOWING), tb=indent(5, *FLOWING),
        kh=restyle("8pt", _first_line_eight, *FLOWING),
        nq=indent(-10, *FLOWING),
    ),
    *plant(
        "body.spacing",
        bc=_spacing(0, 0), cv1=_spacing(3, 0), qc=on_sheet("context", _neighbours_close),
        hd=restyle("0", lambda s: setattr(s.paragraph_format, "space_before", Pt(0)), *FLOWING),
    ),
    *plant(
        "body.line-spacing",
        bc=_lines(2.0), cv1=_lines(0.8), tb=_lines(Pt(12)),
        kh=restyle("1.8", lambda s: setattr(s.paragraph_format, "line_spacing", 1.8), *FLOWING),
    ),
    *plant(
        "body.size-mixed",
        bc=only("body", 2, size(13, "body")), hd=only("clause", 4, size(13, "clause", way="style")),
        tb=only("clause", 2, size(14, "clause", way="char")),
    ),
]  # fmt: skip

DIVISION = [
    *plant(
        "division.roman",
        ct=resub("chapter", "Chương II$", "Chương 2"), da=resub("part", "Phần I$", "Phần 1"),
        qc=both(
            reword("chapter", "III", "3"), reword("chapter", "II", "2"), reword("chapter", "I", "1")
        ),
    ),
    *plant(
        "division.arabic",
        qc=(resub("section", "Mục 2", "Mục II"), resub("section", "Mục 1", "Mục A")),
        da=both(reword("section", "1", "I"), reword("section", "2", "II")),
    ),
    *plant(
        "division.style",
        qc=bold(False, "chapter"), ct=italic(True, "chapter", way="style"),
        da=bold(False, "section"),
    ),
    *plant(
        "division.centred",
        qc=align("left", "chapter"), ct=align("both", "chapter", way="style"),
        da=align("left", "section", "section_title"),
    ),
    *plant(
        "division.title-capitals",
        qc=retype("chapter_title", str.capitalize, 0), ct=retype("chapter_title", str.capitalize),
        da=retype("section_title", str.capitalize),
    ),
]  # fmt: skip

ARTICLE = [
    *plant(
        "article.full-stop",
        qd=resub("article", r"^(Điều \d)\.", r"\1:"), ct=resub("article", r"^(Điều \d)\.", r"\1"),
        qc=resub("article_title", r"^(Điều 3)\.", r"\1:"),
        nq=resub("article", r"^(Điều 2)\.", r"\1)"),
    ),
    *plant(
        "article.style",
        qd=bold(False, "article_label"), nq=italic(True, "article_label"),
        ct=only("article_label", 3, bold(False, "article_label")), qc=bold(False, "article_title"),
    ),
    *plant(
        "article.sequence",
        ct=resub("article", "^Điều 8", "Điều 9"), nq=resub("article", "^Điều 2", "Điều 1"),
        qc=drop_line("article_title", 5),
    ),
]  # fmt: skip


def _list_text(part: str, text: str) -> Change:
    """Word's list writes its number in another way."""

    def turn(sheet: Sheet) -> None:
        next(sheet.lists[part].iter(qn("w:lvlText"))).set(qn("w:val"), text)

    return on_sheet(f"list-{part}", turn)


def _list_start(sheet: Sheet) -> None:
    """Word's list begins at three."""
    numbering = sheet.document.part.numbering_part.element
    next(numbering.iter(qn("w:startOverride"))).set(qn("w:val"), "3")


def _restarted(sheet: Sheet) -> None:
    """The last item of Word's list begins again at one."""
    piece = sheet.of("clause")[-1]
    numbering = sheet.document.part.numbering_part.element
    inside: Any = next(piece.paragraph._p.iter(qn("w:numPr")))
    old = next(n for n in numbering.num_lst if n.numId == inside.numId.val)
    num = numbering.add_num(old.abstractNumId.val)
    num.add_lvlOverride(ilvl=0).add_startOverride(1)
    inside.numId.val = num.numId


CLAUSE = [
    *plant(
        "clause.full-stop",
        cv1=resub("clause", r"^(\d)\.", r"\1/"), kh=resub("clause", r"^(\d)\.", r"\1)"),
        tb=resub("clause", r"^(2)\.", r"\1-"), bb=_list_text("clause", "%1/"),
        hd=_list_text("clause", "%1)"),
    ),
    *plant(
        "clause.sequence",
        cv1=resub("clause", r"^3\.", "4."), tb=drop_line("clause", 1),
        bb=on_sheet("list-start", _list_start), hd=on_sheet("list-again", _restarted),
        nq=resub("clause", r"^3\.", "2."),
    ),
    *plant(
        "point.bracket",
        qc=resub("point", r"^(.)\)", r"\1."), da=resub("point", r"^(.)\)", r"\1/"),
        hd=_list_text("point", "%1."), bc=resub("point", r"^(b)\)", r"\1."),
    ),
    *plant(
        "point.sequence",
        bc=resub("point", r"^c\)", "d)"),
        qc=both(
            resub("point", r"^e\) Đề xuất", "f) Đề xuất"), resub("point", r"^đ\)", "e)")
        ),
        da=both(resub("point", r"^e\)", "g)"), resub("point", r"^đ\)", "e)")),
        hd=insert(
            "point",
            ("point", "đ) Lưu bản đã gửi cùng tài liệu làm căn cứ trong hồ sơ của kỳ báo cáo."),
            ("point", "e) Theo dõi ý kiến phản hồi của cơ quan tổng hợp và giải trình khi cần."),
        ),
        cv2=swap("point", 1, "point", 2),
    ),
    *plant(
        "end.mark",
        bc=reword("end", "./.", "."), cv1=reword("end", "./.", "/"), kh=reword("end", "./.", ""),
        tb=reword("end", "./.", "..."), gm=reword("end", "./.", "."),
    ),
]  # fmt: skip

WORDS = [
    *plant(
        "words.people",
        kh=reword("body", "của Nhân dân", "của nhân dân"),
        ct=reword("article", "vận động Nhân dân", "vận động nhân dân"),
        da=reword("body", "để Nhân dân", "để nhân dân"),
    ),
    *plant(
        "words.state",
        kh=reword("body", "của Nhà nước", "của nhà nước"),
        ttr=reword("body", "của Nhà nước", "của nhà nước"),
        da=reword("body", "của Nhà nước", "của nhà nước"),
    ),
    *plant(
        "words.citation",
        qc=(
            reword("clause", "điểm d khoản 1 Điều 7", "Điểm d Khoản 1 Điều 7"),
            reword("clause", "điểm d khoản 1 Điều 7", "Điều 7 khoản 1 điểm d"),
        ),
        ttr=reword("body", "khoản 2 Điều 15", "khoản 2 điều 15"),
        hd=reword("clause", "điểm b khoản 3 Điều 9", "Điều 9 khoản 3 điểm b"),
    ),
]  # fmt: skip

PLANTS = [*BODY, *DIVISION, *ARTICLE, *CLAUSE, *WORDS]
