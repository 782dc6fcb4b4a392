"""Second set: plants of the running text: look, divisions, articles, clauses, points, words."""

from docx.oxml.ns import qn

from . import xml
from .changes import (
    align,
    bold,
    both,
    drop_line,
    insert,
    italic,
    on_sheet,
    only,
    plant,
    resub,
    retype,
    reword,
    size,
    swap,
)
from .looks import FLOWING
from .model import Change, Sheet
from .second_ways import around, by, first_line, jc, line, shaped


def _close_style(sheet: Sheet) -> None:
    """The styles of the text ask for no space between paragraphs of one style."""
    for piece in sheet.of(*FLOWING):
        properties = piece.paragraph.style.element.get_or_add_pPr()
        if properties.find(qn("w:contextualSpacing")) is None:
            properties.insert_element_before(
                xml.element("contextualSpacing"), "w:jc", "w:rPr", "w:outlineLvl"
            )
        piece.paragraph.style = sheet.document.styles["Body Text"]


def _hanging(sheet: Sheet) -> None:
    """The first lines hang: all lines but the first stand one centimetre in."""
    for piece in sheet.of(*FLOWING):
        shape = piece.paragraph.paragraph_format
        shape.left_indent, shape.first_line_indent = 360000, -360000


BODY = [
    *plant(
        "body.size",
        cva=by("linked", "size", 12, *FLOWING), ctr=by("chain", "size", 12, *FLOWING),
        bba=by("chain", "size", 11, *FLOWING), ttb=size(16, *FLOWING, way="style"),
        pan=by("linked", "size", 15.5, *FLOWING),
    ),
    *plant(
        "body.align",
        cvb=jc("start", *FLOWING), hdo=jc("left", *FLOWING, chain=True),
        bba=jc("right", *FLOWING), ctr=jc("center", *FLOWING),
        khb=align("left", *FLOWING, way="style"),
    ),
    *plant(
        "body.indent",
        cva=shaped("none", first_line(0), *FLOWING), ggt=shaped("three", first_line(3), *FLOWING),
        bca=shaped("twenty-five", first_line(25), *FLOWING), cde=on_sheet("hanging", _hanging),
        qdb=shaped("six", first_line(6), *FLOWING),
    ),
    *plant(
        "body.spacing",
        cva=shaped("none", around(0, 0), *FLOWING), bca=on_sheet("close", _close_style),
        pan=shaped("two", around(2, 1), *FLOWING), ttb=shaped("after", around(0, 3), *FLOWING),
    ),
    *plant(
        "body.line-spacing",
        cvb=shaped("double", line(2), *FLOWING), hdb=shaped("exact11", line(11, "exact"), *FLOWING),
        qda=shaped("more", line(1.75), *FLOWING), gma=shaped("least36", line(36, "at_least"),
        *FLOWING), pgu=shaped("less", line(0.7), *FLOWING),
    ),
    *plant(
        "body.size-mixed",
        cvb=only("clause", 1, by("chain", "size", 13, "clause")),
        pan=only("body", 2, by("linked", "size", 13, "body")),
        ttb=only("clause", 2, by("chain", "size", 13, "clause")),
        qdb=only("clause", 5, by("tail", "size", 13, "clause")),
    ),
]  # fmt: skip

_ARABIC = both(
    reword("chapter", "III", "3"), reword("chapter", "II", "2"), resub("chapter", "I$", "1")
)
DIVISION = [
    *plant(
        "division.roman",
        qdb=resub("chapter", "III$", "3"), khl=_ARABIC, dan=resub("part", "II$", "2"),
        ctr=(
            both(resub("part", " III$", " C"), resub("part", " II$", " B"),
                resub("part", " I$", " A")),
            both(resub("part", " III$", " thứ ba"), resub("part", " II$", " thứ hai"),
                resub("part", " I$", " thứ nhất")),
        ),
    ),
    *plant(
        "division.arabic",
        qdb=both(reword("section", "1", "I"), reword("section", "2", "II")),
        ctr=(both(reword("section", "1", "A"), reword("section", "2", "B")),
            resub("section", "2", "II")),
        dan=retype("section", lambda _: "Mục II", 3),
    ),
    *plant(
        "division.style",
        ctr=by("chain", "bold", False, "part"), dan=by("linked", "italic", True, "part"),
        khl=by("tail", "bold", False, "chapter_title"), qdb=bold(False, "section", way="style"),
    ),
    *plant(
        "division.centred",
        ctr=jc("start", "part", "part_title"), dan=jc("left", "section", chain=True),
        khl=jc("right", "chapter"), qdb=jc("both", "section", "section_title"),
    ),
    *plant(
        "division.title-capitals",
        ctr=retype("part_title", str.capitalize), dan=retype("part_title", str.capitalize, 1),
        qdb=retype("section_title", str.capitalize), khl=retype("chapter_title", str.capitalize, 1),
    ),
]  # fmt: skip

ARTICLE = [
    *plant(
        "article.full-stop",
        qda=resub("article", r"^(Điều 2)\.", r"\1:"), hdo=resub("article_title", r"^(Điều \d)\.",
            r"\1:"),
        khl=resub("article", r"^(Điều 4)\.", r"\1/"), nqa=resub("article", r"^(Điều \d)\.", r"\1"),
        qdb=resub("article_title", r"^(Điều 5)\.", r"\1"),
    ),
    *plant(
        "article.style",
        qda=only("article_label", 1, bold(False, "article_label")),
        nqa=by("linked", "bold", False, "article_label"), hdo=by("linked", "italic", True,
            "article_title"),
        khl=only("article_label", 2, italic(True, "article_label")),
        qdb=only("article_title", 3, by("chain", "bold", False, "article_title")),
    ),
    *plant(
        "article.sequence",
        qda=resub("article", "^Điều 3", "Điều 4"), hdo=resub("article_title", "^Điều 3", "Điều 2"),
        khl=drop_line("article", 3), qdb=resub("article_title", "^Điều 8", "Điều 10"),
    ),
]  # fmt: skip


def _list_says(part: str, text: str) -> Change:
    """Word's list writes its numbers in another way."""

    def turn(sheet: Sheet) -> None:
        next(sheet.lists[part].iter(qn("w:lvlText"))).set(qn("w:val"), text)

    return on_sheet(f"list-{part}-{text}", turn)


def _begins(at: int, start: int) -> Change:
    """The list of clauses that a clause begins starts at another number."""

    def turn(sheet: Sheet) -> None:
        num_pr = next(sheet.of("clause")[at].paragraph._p.iter(qn("w:numPr")))
        numbering = sheet.document.part.numbering_part.element
        num = next(n for n in numbering.num_lst if n.numId == num_pr.numId.val)
        next(num.iter(qn("w:startOverride"))).set(qn("w:val"), str(start))

    return on_sheet(f"begins-{at}-{start}", turn)


CLAUSE = [
    *plant(
        "clause.full-stop",
        cva=resub("clause", r"^(\d)\.", r"\1)"), tba=_list_says("clause", "%1/"),
        ttb=resub("clause", r"^(\d)\.", r"\1 -"), qdb=resub("clause", r"^(\d)\. ", r"\1: "),
        hdb=_list_says("clause", "%1-"),
    ),
    *plant(
        "clause.sequence",
        cva=resub("clause", r"^2\.", "3."), tba=_begins(0, 2), ttb=drop_line("clause", 1),
        hdb=_begins(2, 3), hdo=resub("clause", "^2. Bên A thanh", "1. Bên A thanh"),
    ),
    *plant(
        "point.bracket",
        cvb=resub("point", r"^(.)\)", r"\1."), tba=_list_says("point", "%1/"),
        pan=resub("point", r"^(.)\)", r"\1 -"), dan=resub("point", r"^(.)\)", r"\1:"),
        khb=resub("point", r"^(c)\)", r"\1."),
    ),
    *plant(
        "point.sequence",
        cvb=resub("point", r"^d\)", "đ)"), qdb=resub("point", r"^đ\)", "e)"),
        dan=swap("point", 3, "point", 4), khb=resub("point", r"^b\) Rà", "c) Rà"),
        hdo=drop_line("point", 1),
        hdb=insert("point", ("point", "đ) Kết quả được công bố ngay sau khi kiểm phiếu.")),
    ),
    *plant(
        "end.mark",
        cva=reword("end", "./.", "."), tba=reword("end", "./.", "/."), ctr=reword("end", "./.", ""),
        gma=reword("end", "./.", "…"), bca=reword("end", "./.", "./"),
    ),
]  # fmt: skip

WORDS = [
    *plant(
        "words.people",
        cva=reword("clause", "vận động Nhân dân", "vận động nhân dân"),
        cvb=reword("point", "do Nhân dân", "do nhân dân"),
        tba=reword("clause", "được Nhân dân", "được nhân dân"),
        bca=reword("body", "vận động Nhân dân", "vận động nhân dân"),
        hdb=reword("body", "với Nhân dân", "với nhân dân"),
    ),
    *plant(
        "words.state",
        cva=reword("clause", "của Nhà nước", "của nhà nước"),
        ctr=reword("body", "của Nhà nước", "của nhà nước"),
        pan=reword("point", "của Nhà nước", "của nhà nước"),
        hdb=reword("body", "của Nhà nước", "của nhà nước"),
        khl=reword("article", "của Nhà nước", "của nhà nước"),
    ),
    *plant(
        "words.citation",
        ctr=reword("clause", "điểm a khoản 2 Điều 4", "Điểm a khoản 2 Điều 4"),
        dan=reword("body", "điểm c khoản 1 Điều 3", "khoản 1 điểm c Điều 3"),
        hdo=reword("clause", "điểm b khoản 1 Điều 7", "điểm b, khoản 1, điều 7"),
        khb=reword("clause", "điểm a khoản 3 Điều 10", "Điều 10 khoản 3 điểm a"),
        cva=reword("clause", "khoản 2 Điều 8", "Khoản 2 điều 8"),
    ),
]  # fmt: skip

PLANTS = [*BODY, *DIVISION, *ARTICLE, *CLAUSE, *WORDS]
