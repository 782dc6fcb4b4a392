"""What LibreOffice prints from our files: fonts, lines, pages."""

import os
import shutil
from pathlib import Path

import pytest

from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.memo import render_submission_memo
from phongtrao.publishing.word.papers import FigureTable, PaperSection, SectionLevel
from phongtrao.publishing.word.party_guide_36 import PARTY_GUIDE_36
from phongtrao.publishing.word.render import render_paper
from tests.publishing.word.docx_facts import converted, font_families, printed
from tests.publishing.word.sample_kinds import joint_programme, sample_of
from tests.publishing.word.sample_papers import narrow_rows, sample_memo, sample_report

MISSING = [name for name in ("soffice", "pdffonts", "pdftotext") if shutil.which(name) is None]

pytestmark = pytest.mark.skipif(
    bool(MISSING) and os.environ.get("CI") != "true",
    reason=f"not installed: {', '.join(MISSING)}; install libreoffice-writer and poppler-utils",
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo report with a long table, as PDF."""
    table = FigureTable("Biểu 1", narrow_rows(100))
    section = PaperSection(SectionLevel.SECTION, "I", "Số liệu", (table,))
    paper = sample_report(sections=(*sample_report().sections, section))
    content = render_paper(paper, profile=DECREE_30_2020, demo_mark=True)
    return converted(content, tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="module")
def memo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A memo as PDF."""
    content = render_submission_memo(sample_memo(), profile=DECREE_30_2020, demo_mark=False)
    return converted(content, tmp_path_factory.mktemp("memo"))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A decision, a joint programme and a paper of a Party body, as PDF."""
    party = sample_of(PaperKind.CONCLUSION)
    made = (
        render_paper(sample_of(PaperKind.DECISION), profile=DECREE_30_2020, demo_mark=False),
        render_paper(joint_programme(), profile=DECREE_30_2020, demo_mark=False),
        render_paper(party, profile=PARTY_GUIDE_36, demo_mark=False),
    )
    return [
        converted(content, tmp_path_factory.mktemp(f"sample{place}"))
        for place, content in enumerate(made)
    ]


def test_papers_of_other_kinds_print_in_one_family_too(sample: list[Path]) -> None:
    families = set().union(*map(font_families, sample))
    assert len(families) == 1


def test_both_signatures_of_a_joint_paper_stand_level(sample: list[Path]) -> None:
    lines = [line for page in printed(sample[1]) for line in page.splitlines()]
    assert any("KT. BỘ TRƯỞNG" in line and "TM. BAN THƯỜNG TRỰC" in line for line in lines)


def test_the_title_of_the_party_stands_on_one_line(sample: list[Path]) -> None:
    lines = printed(sample[2])[0].splitlines()
    assert any("ĐẢNG CỘNG SẢN VIỆT NAM" in line for line in lines)


def test_one_serif_family_serves_every_vietnamese_letter(report: Path, memo: Path) -> None:
    families = font_families(report) | font_families(memo)
    assert len(families) == 1
    assert families <= {"LiberationSerif", "TimesNewRomanPSMT", "TimesNewRomanPS", "Tinos"}


def test_national_title_and_motto_stand_on_one_line_each(report: Path) -> None:
    lines = printed(report)[0].splitlines()
    assert sum("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in line for line in lines) == 1
    assert sum("Độc lập - Tự do - Hạnh phúc" in line for line in lines) == 1


def test_number_and_date_stand_on_the_same_line(report: Path) -> None:
    line = next(line for line in printed(report)[0].splitlines() if "Số: 05/BC-BCĐ" in line)
    assert "Quảng Ngãi, ngày 05 tháng 02 năm 2026" in line


def test_the_first_page_shows_no_number_and_the_second_does(report: Path) -> None:
    first, second, *_ = printed(report)
    assert _numbers_alone(first) == []
    assert _numbers_alone(second)[0] == "2"


def _numbers_alone(page: str) -> list[str]:
    stripped = (line.replace("SỐ LIỆU GIẢ ĐỊNH", "").strip() for line in page.splitlines())
    return [line for line in stripped if line.isdigit()]


def test_the_demo_mark_is_printed_on_every_page(report: Path) -> None:
    pages = printed(report)
    assert len(pages) >= 4
    assert all("SỐ LIỆU GIẢ ĐỊNH" in page for page in pages)


def test_the_head_of_a_long_table_is_printed_on_each_of_its_pages(report: Path) -> None:
    with_rows = [page for page in printed(report) if page.count("Số cuộc tuyên truyền") > 5]
    assert len(with_rows) >= 2
    assert all("Nội dung" in page and "Cùng" in page for page in with_rows)


def test_closing_words_and_signature_share_a_page(report: Path) -> None:
    page = next(page for page in printed(report) if "TM. BAN CHỈ ĐẠO" in page)
    assert "Trên đây là báo cáo" in page
    assert "Nguyễn Thị Ngọc Ưởng" in page
    assert "Nơi nhận:" in page


def test_a_short_memo_fits_on_one_page(memo: Path) -> None:
    assert len(printed(memo)) == 1
