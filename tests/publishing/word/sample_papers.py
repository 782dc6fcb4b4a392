"""The papers that the tests of this folder render: our own text, invented figures."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.papers import (
    Absent,
    Appendix,
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
    SubmissionMemo,
    change_between,
    percent_of,
)

LETTERHEAD = Letterhead(
    parent_body="UBND tỉnh Quảng Ngãi",
    issuer="Ban Chỉ đạo phong trào toàn dân bảo vệ an ninh Tổ quốc",
    number=5,
    symbol="BC-BCĐ",
    place="Quảng Ngãi",
    issued_on=date(2026, 2, 5),
)
SIGNATURE = SignatureBlock(
    lines=(
        AuthorityLine(Authority.COLLECTIVE, "Ban Chỉ đạo"),
        AuthorityLine(Authority.FOR_HEAD, "Trưởng ban"),
        AuthorityLine(Authority.OWN, "Phó Trưởng ban thường trực"),
    ),
    name="Nguyễn Thị Ngọc Ưởng",
    other_office="Giám đốc Công an tỉnh",
)


def figure_row(tt: str, name: str, now: int, before: int, target: int) -> FigureRow:
    """A row whose change and percentage follow from its figures."""
    return FigureRow(
        tt=tt,
        name=name,
        unit="mô hình",
        this_period=now,
        cumulative=now * 2,
        same_period_last_year=before,
        change=change_between(now, before),
        target=target,
        achieved_pct=percent_of(now, target),
        n=3,
        of=96,
    )


def wide_rows() -> tuple[FigureRow, ...]:
    """Every kind of row, missing figures included."""
    return (
        FigureRow("I", "Công tác tham mưu, chỉ đạo", kind=RowKind.SECTION),
        figure_row("1", "Số văn bản chỉ đạo, hướng dẫn đã ban hành ở các cấp", 1234, 1100, 1500),
        replace(figure_row("1.1", "Kế hoạch", 234, 0, 200), kind=RowKind.SUB_ITEM, unit="văn bản"),
        replace(figure_row("a", "Cấp tỉnh", 12, 15, 12), kind=RowKind.DETAIL),
        replace(figure_row("", "phối hợp với Mặt trận", 7, 7, 8), kind=RowKind.OF_WHICH),
        FigureRow("II", "Xây dựng mô hình", kind=RowKind.SECTION),
        replace(
            figure_row("2", "Mô hình đang hoạt động", 0, 0, 0),
            this_period=Absent.NO_REPORT,
            cumulative=None,
            change=None,
            n=0,
        ),
        replace(
            figure_row("3", "Tỷ lệ khu dân cư đạt tiêu chuẩn", 0, 0, 0),
            unit="%",
            this_period=Decimal("87.5"),
            cumulative=None,
            target=Decimal(90),
            achieved_pct=percent_of(Decimal("87.5"), Decimal(90)),
            same_period_last_year=Decimal("85.25"),
            change=change_between(Decimal("87.5"), Decimal("85.25")),
            decimals=1,
        ),
        replace(figure_row("", "", 1253, 1122, 1700), kind=RowKind.TOTAL, unit=""),
    )


def narrow_rows(count: int = 3) -> tuple[FigureRow, ...]:
    """Plain rows with the columns that fit an upright page."""
    return tuple(
        FigureRow(
            str(place),
            f"Số cuộc tuyên truyền, vận động ở địa bàn thứ {place}",
            "cuộc",
            this_period=place * 137,
            same_period_last_year=place * 120,
            change=change_between(place * 137, place * 120),
        )
        for place in range(1, count + 1)
    )


def sample_report(**changes: object) -> OfficialPaper:
    """A report with every component of the layout."""
    report = OfficialPaper(
        kind=PaperKind.REPORT,
        letterhead=LETTERHEAD,
        abstract=(
            "Kết quả thực hiện Chương trình phối hợp về xây dựng phong trào toàn dân"
            " bảo vệ an ninh Tổ quốc 6 tháng đầu năm 2026"
        ),
        addressees=("Bộ Công an", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"),
        legal_bases=(
            "Căn cứ Chương trình phối hợp số 07/CTrPH-BCA-MTTW ngày 17 tháng 10 năm 2023",
            "Căn cứ Kế hoạch số 12/KH-BCĐ ngày 15 tháng 01 năm 2026 của Ban Chỉ đạo tỉnh;",
        ),
        opening="Ban Chỉ đạo tỉnh Quảng Ngãi báo cáo kết quả thực hiện như sau:",
        completeness=Completeness(
            3, 96, not_approved=1, noun="xã, phường, đặc khu", missing=("xã Trà Bồng", "xã Ba Tơ")
        ),
        sections=(
            PaperSection(SectionLevel.SECTION, "I", "Công tác lãnh đạo, chỉ đạo"),
            PaperSection(
                SectionLevel.CLAUSE,
                "1",
                "Ban hành văn bản",
                (
                    Statement(
                        "Các cấp đã ban hành 1.234 văn bản, trong đó có 234 kế hoạch; nội dung bám"
                        " sát chỉ đạo của Trung ương và tình hình từng địa bàn.\n"
                        "Ban Chỉ đạo tỉnh đã tổ chức 03 đoàn kiểm tra tại các xã Tu Mơ Rông,"
                        " Măng Ri, Ngọk Bay và đặc khu Lý Sơn."
                    ),
                ),
            ),
            PaperSection(
                SectionLevel.POINT, "a", "Về tuyên truyền", (Statement("Đã tổ chức 274 cuộc."),)
            ),
            PaperSection(
                SectionLevel.SECTION,
                "II",
                "Kết quả thực hiện các chỉ tiêu",
                (
                    Statement("Kết quả chính được nêu tại bảng sau:"),
                    FigureTable(
                        "Biểu 1. Kết quả tuyên truyền, vận động",
                        narrow_rows(),
                        notes=("Cùng kỳ được tính theo địa giới hiện nay.",),
                    ),
                ),
            ),
        ),
        closing="Trên đây là báo cáo kết quả 6 tháng đầu năm 2026 của Ban Chỉ đạo tỉnh.",
        recipients=Recipients(
            ("Như trên", "Thường trực Tỉnh ủy;", "Các thành viên Ban Chỉ đạo"), "VT, PV05"
        ),
        signatures=(SIGNATURE,),
        appendices=(
            Appendix(
                "Tổng hợp số liệu",
                (FigureTable("", wide_rows()),),
            ),
        ),
    )
    return replace(report, **changes)


def sample_memo(**changes: object) -> SubmissionMemo:
    """A phiếu trình with every part filled."""
    memo = SubmissionMemo(
        letterhead=replace(
            LETTERHEAD,
            parent_body="Công an tỉnh Quảng Ngãi",
            issuer="Phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc",
            number=None,
            symbol="PTr-PV05",
            issued_on=None,
        ),
        addressee="Đồng chí Phó Trưởng ban thường trực Ban Chỉ đạo tỉnh",
        from_body="Công an tỉnh Quảng Ngãi (cơ quan thường trực Ban Chỉ đạo)",
        from_unit="Phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc",
        matter="Về việc trình ký Báo cáo kết quả 6 tháng đầu năm 2026",
        summary=("Dự thảo báo cáo tổng hợp từ báo cáo của các xã, phường, đặc khu.",),
        documents=("Dự thảo Báo cáo;", "Phụ lục tổng hợp số liệu."),
        completeness=Completeness(3, 96, not_approved=1, noun="xã, phường, đặc khu"),
        proposals=("Ký ban hành Báo cáo.", "Giao cơ quan thường trực đôn đốc các xã chưa báo cáo."),
        signature=SignatureBlock(
            (AuthorityLine(Authority.OWN, "Trưởng phòng"),), name="Trần Văn Bình"
        ),
    )
    return replace(memo, **changes)
