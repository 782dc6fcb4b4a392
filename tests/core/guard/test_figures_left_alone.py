"""Figures of honest papers: counts, sums, codes and tables are no persons' numbers."""

import random

import pytest

from phongtrao.core.guard import Finding, read_text, verdict


@pytest.mark.parametrize(
    "text",
    [
        "Đã cấp 12.345.678 thẻ CCCD; thu nhận 212.345.678 hồ sơ",
        "Số lượng CCCD đã cấp: 12.345.678",
        "BHXH tự nguyện 1.234.567 người; chi 1.234.567.890 đồng",
        "Tổng chi BHXH 1.234.567.890 đồng",
        "912.345 người tham gia BHXH tự nguyện.\n+ Duy trì đường dây nóng 113, 114, 115",
        "chuẩn hóa biển số định danh.\nYêu cầu\n• Đường dây nóng 113, 114, 115 và 1900 1022",
        "Kích hoạt 163.641 tài khoản định danh mức 2",
        "Chuyển khoản 50000000 đồng; tài khoản kế toán 111, 112, 131",
        "Điện thoại 113, 114, 115; tổng đài 1900 1022, 1800 1234",
        "Mã hồ sơ 000.00.17.H48-240612-0001; mã H48.12; mã xã 23227, 03469, 03433",
        "Mã QHNS 1054321, chương 009, mục 7049",
        "Công văn số 2292/BCA-V05 ngày 22/6/2026; 415/BHXH-TST; 07/CTrPH-BCA-MTTW",
        "Quốc lộ 24C, 24B; Tỉnh lộ 624B km 12+500",
        "Mẫu số 02A-2023, biểu 12A 2024, lớp 12C 1234",
        "07h30 - 11h30, 13h30 - 17h00 ngày 02/9/2025",
        "Tọa độ 15.123456, 108.801234; thửa 345 diện tích 1.234,5 m2",
        "0.952  0.879  0.914\n0.942  0.757  0.839",
        "Giai đoạn 2021-2025, 2026-2030; năm 2024 2025 2026",
        "Xã A 12 05 03 07 11 22\nXã B 09 12 34 56 78 01\nXã C 11 22 33 44 55 66",
        "Ban An 3 12 05 11 20 04 02\nThôn Ba 3 05 07 12 11 20 04",
        "sha256 4fb6b687eed05da239472614dd3f557300503f7546ce036136915877fa",
        "thư công vụ: congan41@mau.gov.vn. Quá thời hạn trên, đơn vị tự chịu trách nhiệm",
        "def mau():\n    return a\n\n\n@transaction.atomic",
        "Quản lý cư trú\n3. Công tác khác",
        "Căn cứ Luật Cư trú 2020; Nghị định về cư trú số 62/2021/NĐ-CP",
        "Số hộ tạm trú: 125; tạm vắng: 34; thường trú: 3.418",
        "Thời hạn tạm trú: 12/5/2025; kiểm tra cư trú tại 05 thôn, 06 tổ dân phố",
        "12 hộ tạm trú tại thôn 5; các hộ dân thường trú tại thôn Mẫu đều ký cam kết",
        "Trụ sở: số nhà 12 đường Hùng Vương",
    ],
)
def test_a_figure_of_an_honest_paper_is_left_alone(text: str) -> None:
    assert read_text(text) == []


HEADERS = [
    "TT Đơn vị Số hộ CCCD BHYT Tạm trú ĐT",
    "STT | Khu dân cư | Hộ | Khẩu | Tin | Mô hình",
    "Biểu 3: Kết quả cấp CCCD, định danh",
    "Tham gia BHXH, BHYT theo thôn",
    "Thu, chi quỹ qua tài khoản ngân hàng",
]


def _figure(draw: random.Random) -> str:
    return draw.choice(
        [
            f"{draw.randrange(31):02d}",
            str(draw.randrange(10)),
            str(draw.randrange(10, 1000)),
            f"{draw.randrange(1, 99)}.{draw.randrange(1000):03d}",
            f"{draw.randrange(99)},{draw.randrange(100):02d}",
        ]
    )


def _table(draw: random.Random, cut: str) -> str:
    columns = draw.randint(3, 12)
    rows = [draw.choice(HEADERS)]
    for row in range(draw.randint(3, 8)):
        figures = [_figure(draw) for _ in range(columns)]
        rows.append(cut.join([str(row + 1), draw.choice(["Xã Mẫu", "Ba Tơ", "Thôn 5"]), *figures]))
    return "\n".join(rows)


def _numbers(text: str) -> list[Finding]:
    """Findings of numbers: whether a table is a list of persons is told by its headers."""
    return [found for found in read_text(text) if found.kind != "person_list"]


@pytest.mark.parametrize("cut", [" ", "  ", "\t", " | ", "|", ";", ", "])
def test_tables_of_figures_are_not_refused(cut: str) -> None:
    draw = random.Random(20261126)
    verdicts = [verdict(_numbers(_table(draw, cut))) for _ in range(150)]
    assert verdicts.count("block") == 0
    assert verdicts.count("ask") <= 3
