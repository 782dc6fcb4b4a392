"""Word, unlike LibreOffice, refuses elements out of order: the order of the schema, checked."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word.memo import render_submission_memo
from phongtrao.publishing.word.render import render_paper
from tests.publishing.word.sample_papers import sample_memo, sample_report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The part of each sequence of ECMA-376 that we use.
SEQUENCES = {
    "pPr": "pStyle keepNext framePr pBdr spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rFonts b bCs i iCs color sz szCs lang",
    "pBdr": "top left bottom right between",
    "tblPr": "tblW jc tblInd tblBorders tblLayout tblCellMar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tcPr": "tcW gridSpan vMerge vAlign",
    "sectPr": "headerReference type pgSz pgMar pgNumType titlePg",
    "style": "name basedOn uiPriority semiHidden qFormat pPr rPr tblPr",
    "styles": "docDefaults style",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol"
    " listSeparator",
    "p": "pPr r",
    "r": "rPr t fldChar instrText",
}
REPEATED = {"tr", "tc", "headerReference", "style", "r", "t", "fldChar", "instrText"}


@pytest.fixture(scope="module", params=["report", "memo"])
def elements(request: pytest.FixtureRequest) -> list[ElementTree.Element]:
    """Every element of every part of a paper."""
    render = {
        "report": lambda: render_paper(sample_report(), profile=DECREE_30_2020, demo_mark=True),
        "memo": lambda: render_submission_memo(
            sample_memo(), profile=DECREE_30_2020, demo_mark=True
        ),
    }[request.param]
    return list(_elements(render()))


def _elements(content: bytes) -> Iterator[ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                yield from ElementTree.fromstring(archive.read(name)).iter()


def test_children_stand_in_the_order_of_the_schema(elements: list[ElementTree.Element]) -> None:
    for element in elements:
        sequence = SEQUENCES.get(element.tag.removeprefix(W), "").split()
        if sequence:
            children = [child.tag.removeprefix(W) for child in element]
            assert set(children) <= set(sequence), element.tag
            assert children == sorted(children, key=sequence.index), element.tag


def test_no_property_is_given_twice(elements: list[ElementTree.Element]) -> None:
    for element in elements:
        if element.tag.removeprefix(W) in SEQUENCES:
            once = [c.tag for c in element if c.tag.removeprefix(W) not in REPEATED]
            assert len(once) == len(set(once)), element.tag


def test_every_cell_and_every_body_ends_in_a_paragraph(
    elements: list[ElementTree.Element],
) -> None:
    cells = [element for element in elements if element.tag == f"{W}tc"]
    bodies = [element for element in elements if element.tag == f"{W}body"]
    assert all(cell[-1].tag == f"{W}p" for cell in cells)
    assert all([c.tag for c in body][-2:] == [f"{W}p", f"{W}sectPr"] for body in bodies)
    assert cells
    assert bodies


def test_no_style_name_holds_a_comma_which_word_reads_as_an_alias() -> None:
    assert not any("," in style.name or ";" in style.name for style in DECREE_30_2020.styles)
