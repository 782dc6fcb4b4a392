"""Whatever the check lets pass, the engine fills whole; it never sees a tag that the check did not.

Templates are thrown together from pieces of tags, cut into runs anywhere.
"""

import io
from itertools import pairwise

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from phongtrao.publishing.word_templates.checking import check
from phongtrao.publishing.word_templates.engine import fill
from phongtrao.publishing.word_templates.sample import sample_values
from tests.extent import drawn
from tests.publishing.word_templates.files import docx, p, table

WHOLE = (
    "{{ luu }}", "{{so_ky_hieu }}", "{{ mo_dau }}", "{{ noi_nhan }}", "{{ dong.tt }}", "{{ cau }}",
    "{%p for noi_nhan in cac_noi_nhan %}", "{%p for phan in cac_phan %}", "{%p endfor %}",
    "{%p for cau in phan.cac_cau %}", "{%tr for dong in cac_dong %}", "{%tr endfor %}",
)  # fmt: skip
PIECES = ("{", "}", "{{", "}}", "{%", "%}", "#", "luu", " ", "|upper", "\u200b", "Lưu: ", "p ", "'")
texts = st.lists(st.sampled_from(WHOLE * 3 + PIECES), min_size=1, max_size=3).map("".join)


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Paragraphs and rows in any order, each text cut at any places."""
    blocks = []
    for text in draw(st.lists(texts, min_size=1, max_size=6)):
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
        edges = [0, *cuts, len(text)]
        runs = [text[a:b] for a, b in pairwise(edges)]
        is_row = draw(st.booleans()) and "{%p" not in text
        blocks.append(table([text], ["x"]) if is_row else p(*runs))
    return "".join(blocks)


def _whole() -> str:
    """Loops that belong together, so that something passes."""
    return (
        p("{%p for noi_nhan in cac_noi_nhan %}") + p("- {{ noi_nhan }}") + p("{%p endfor %}")
        + table(["{%tr for dong in cac_dong %}"], ["{{ dong.tt }}"], ["{%tr endfor %}"])
    )  # fmt: skip


@settings(max_examples=drawn(600), deadline=None)
@given(bodies(), st.booleans())
def test_what_the_check_lets_pass_is_filled_whole(body: str, whole: bool) -> None:
    data = docx(body + _whole() if whole else body)
    if check(data):
        return
    document = Document(io.BytesIO(fill(data, sample_values())))
    words = "".join(document.element.body.itertext())
    assert "{" not in words
    assert "}" not in words
