"""A report of nobody, with everything that a template can print: for trying a template out."""

from datetime import date
from typing import Any

from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.papers import (
    Authority,
    AuthorityLine,
    Completeness,
    FigureRow,
    FigureTable,
    Letterhead,
    OfficialPaper,
    PaperSection,
    Recipients,
    RowKind,
    SectionLevel,
    SignatureBlock,
    Statement,
    change_between,
)
from phongtrao.publishing.word_templates.values import values_of

_TABLE = FigureTable(
    caption="Số liệu thực hiện 6 tháng đầu năm 2026",
    rows=(
        FigureRow("I", "Công tác tuyên truyền", kind=RowKind.SECTION),
        FigureRow(
            "1",
            "Số buổi tuyên truyền",
            "buổi",
            this_period=1250,
            cumulative=1250,
            same_period_last_year=1100,
            change=change_between(1250, 1100),
            n=90,
            of=96,
        ),
        FigureRow("2", "Số mô hình được duy trì", "mô hình", this_period=310, n=96, of=96),
    ),
    notes=("Dấu “–”: chưa có số liệu hoặc không so sánh được; không tính là 0.",),
)
_SECTIONS = (
    PaperSection(SectionLevel.SECTION, "I", "Kết quả thực hiện"),
    PaperSection(SectionLevel.CLAUSE, "1", "Số liệu thực hiện", (_TABLE,)),
    PaperSection(
        SectionLevel.CLAUSE, "2", "Kết quả nổi bật", (Statement("Phong trào được duy trì đều."),)
    ),
    PaperSection(
        SectionLevel.SECTION, "II", "Phương hướng, nhiệm vụ", (Statement("Tiếp tục phối hợp."),)
    ),
)


def sample_paper() -> OfficialPaper:
    """The report whose words stand in for those of a real one."""
    return OfficialPaper(
        kind=PaperKind.REPORT,
        letterhead=Letterhead(
            "Cơ quan cấp trên", "Cơ quan lập báo cáo", 5, "BC-CQ", "Địa danh", date(2026, 6, 15)
        ),
        abstract="Kết quả thực hiện chương trình phối hợp 6 tháng đầu năm 2026",
        addressees=("Cơ quan cấp trên",),
        legal_bases=("Căn cứ chương trình phối hợp đã ký kết",),
        opening="Thực hiện chương trình phối hợp, kết quả như sau:",
        completeness=Completeness(n=90, of=96, noun="xã, phường"),
        sections=_SECTIONS,
        closing="Trên đây là báo cáo kết quả thực hiện.",
        recipients=Recipients(("Như trên", "Các cơ quan phối hợp"), "VT"),
        signatures=(
            SignatureBlock(
                (
                    AuthorityLine(Authority.FOR_HEAD, "Thủ trưởng"),
                    AuthorityLine(Authority.OWN, "Phó thủ trưởng"),
                ),
                "Họ và tên",
            ),
        ),
    )


def sample_values() -> dict[str, Any]:
    """The same as values of a template."""
    return values_of(sample_paper(), DECREE_30_2020)
