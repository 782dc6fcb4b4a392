"""PDFs by Typst: the words of the Word file, one family of letters, the pages of the sections."""

import os
import shutil
from collections import Counter
from pathlib import Path

import pytest

from phongtrao.core.errors import Refused
from phongtrao.publishing.word import pdf
from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.memo import render_submission_memo
from phongtrao.publishing.word.party_guide_36 import PARTY_GUIDE_36
from phongtrao.publishing.word.pdf import pdf_of
from phongtrao.publishing.word.render import render_paper
from tests.publishing.word.docx_facts import font_families, printed, text_of
from tests.publishing.word.sample_kinds import KINDS, joint_programme, sample_of
from tests.publishing.word.sample_papers import sample_memo, sample_report

MISSING = [name for name in ("pdffonts", "pdftotext") if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(
    bool(MISSING) and os.environ.get("CI") != "true", reason="install poppler-utils"
)
REPORT = render_paper(sample_report(), profile=DECREE_30_2020, demo_mark=True)
OTHERS = {
    "joint": render_paper(joint_programme(), profile=DECREE_30_2020, demo_mark=False),
    "memo": render_submission_memo(sample_memo(), profile=DECREE_30_2020, demo_mark=False),
    "party": render_paper(sample_of(PaperKind.CONCLUSION), profile=PARTY_GUIDE_36, demo_mark=False),
} | {
    kind.name: render_paper(sample_of(kind), profile=DECREE_30_2020, demo_mark=False)
    for kind in KINDS
}


def _saved(content: bytes, folder: Path) -> Path:
    path = folder / "paper.pdf"
    path.write_bytes(pdf_of(content))
    return path


def _letters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


@pytest.mark.parametrize("name", OTHERS)
def test_the_pdf_says_what_the_word_file_says(name: str, tmp_path: Path) -> None:
    """Letter for letter: what stands beside the text are page numbers and repeated heads."""
    path = _saved(OTHERS[name], tmp_path)
    told = _letters(text_of(OTHERS[name])) - _letters("".join(printed(path)))
    assert not told
    assert len(font_families(path)) == 1


def test_a_report_keeps_its_pages_numbers_and_mark(tmp_path: Path) -> None:
    pages = printed(_saved(REPORT, tmp_path))
    assert len(pages) == 3
    assert all("SỐ LIỆU GIẢ ĐỊNH" in page for page in pages)
    numbers = [
        [line.strip() for line in page.splitlines() if line.strip().isdigit()] for page in pages
    ]
    assert [found[:1] for found in numbers] == [[], ["2"], []]
    assert "TM. BAN CHỈ ĐẠO" in pages[1]
    assert "Trên đây là báo cáo" in pages[1]


def test_the_same_paper_gives_the_same_pdf() -> None:
    assert pdf_of(REPORT) == pdf_of(REPORT)


def test_a_server_without_the_letters_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "FACES", ("Không Có Phông Này",))
    with pytest.raises(Refused, match="fonts-liberation"):
        pdf_of(REPORT)
