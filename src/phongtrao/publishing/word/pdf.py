"""A paper as PDF by Typst, from the very Word file that `render_paper` and its like have made.

One source for both, so that they cannot differ in a word. Only for our own files: those of users
go through LibreOffice.
"""

import json
from functools import cache

from phongtrao.core.errors import N_, Refused
from phongtrao.publishing.word.pdf_template import TEMPLATE
from phongtrao.publishing.word.read_back import pages_of

# The face of the profile, then faces of the same widths; exactly one of them is used.
FACES = ("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman", "TeX Gyre Termes")


def pdf_of(word_file: bytes, *, title: str = "") -> bytes:
    """The PDF of one of our Word files; the same file gives the same bytes.

    Raises Refused where the server has no face with the letters of Times New Roman.
    """
    paper = pages_of(word_file) | {"title": title}
    inputs = {"paper": json.dumps(paper, ensure_ascii=False), "faces": json.dumps([_face()])}
    # Typst starts in 0.1 s and most processes never print: imported where it is used.
    import typst

    return typst.compile(TEMPLATE.encode(), font_paths=_fonts(), sys_inputs=inputs)


@cache
def _fonts():  # type: ignore[no-untyped-def]  # the type would need typst at import
    import typst

    return typst.Fonts(include_embedded_fonts=False)


def _face() -> str:
    known = set(_fonts().families())
    found = next((face for face in FACES if face in known), None)
    if found is None:
        raise Refused(
            N_(
                "Máy chủ chưa có phông chữ Times New Roman hoặc Liberation Serif nên chưa tạo được"
                " PDF; bản Word vẫn tải được. Người quản trị hãy cài gói phông fonts-liberation"
                " rồi thử lại."
            ),
            code="no_font",
        )
    return found
