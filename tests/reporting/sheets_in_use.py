"""Forms as communes and provinces keep them in spreadsheets, each with what a clerk would read.

Written by hand from the look of such forms; nothing here is taken from the recogniser, and its
words are not looked up from it.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet


@dataclass
class SheetInUse:
    """A workbook and what stands in it for a reader: figures, sections, sums, shares."""

    title: str
    build: Callable[[Workbook], None]
    figures: dict[str, tuple[str, str]] = field(default_factory=dict)  # name → (order, unit)
    sections: list[str] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)  # name → code of the catalogue
    sums: dict[str, list[str]] = field(default_factory=dict)  # cell of the sum → names of its parts
    shares: list[str] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)  # cells that must be named as left out

    @property
    def data(self) -> bytes:
        """The file."""
        book = Workbook()
        self.build(book)
        buffer = io.BytesIO()
        book.save(buffer)
        return buffer.getvalue()


def _put(sheet: Worksheet, top: int, rows: list[tuple[object, ...]]) -> None:
    for number, row in enumerate(rows, start=top):
        for column, value in enumerate(row, start=1):
            if value is not None:
                sheet.cell(number, column, value)


def _bold(sheet: Worksheet, *cells: str) -> None:
    for cell in cells:
        sheet[cell].font = Font(bold=True)


def _plain_half_year(book: Workbook) -> None:
    """The commonest shape: Roman parts, 1 and 2 in them, one head row."""
    sheet = book.worksheets[0]
    sheet.title = "Bieu 6 thang"
    _put(sheet, 1, [("CÔNG AN XÃ BA TƠ",), ("BIỂU SỐ LIỆU KẾT QUẢ CÔNG TÁC 6 THÁNG",), ()])
    sheet.merge_cells("A2:F2")
    _put(sheet, 5, [
        ("STT", "Nội dung", "ĐVT", "Kết quả 6 tháng", "Cùng kỳ", "Ghi chú"),
        ("I", "CÔNG TÁC TUYÊN TRUYỀN", None, None, None, None),
        (1, "Số buổi tuyên truyền, PBGDPL trực tiếp", "buổi", None, None, None),
        (2, "Số lượt người tham dự tuyên truyền", "lượt người", None, None, None),
        (3, "Số pa nô, áp phích, băng rôn", "chiếc", None, None, None),
        ("II", "MÔ HÌNH TỰ QUẢN", None, None, None, None),
        (1, "Số mô hình đang duy trì", "mô hình", None, None, None),
        (2, "Mô hình xây dựng mới", "mô hình", None, None, None),
        (None, "Người lập biểu", None, "Trưởng Công an xã", None, None),
    ])  # fmt: skip
    _bold(sheet, "B6", "B10")


def _two_row_head(book: Workbook) -> None:
    """A head over two rows with merged cells, comparison columns with formulas, 1.1 and a."""
    sheet = book.worksheets[0]
    _put(sheet, 1, [("TỔNG HỢP KẾT QUẢ XÂY DỰNG PHONG TRÀO QUÝ III",), ()])
    _put(sheet, 3, [
        ("TT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", None, "So sánh cùng kỳ", None, "Ghi chú"),
        (None, None, None, "Trong kỳ", "Luỹ kế từ đầu năm", "Số", "%", None),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"),
        ("1", "Hòa giải ở cơ sở", None, None, None, None, None, None),
        ("1.1", "Số vụ mâu thuẫn tiếp nhận", "vụ", 12, None, "=D7-E7", "=D7/E7*100", None),
        ("1.2", "Số vụ hòa giải thành", "vụ", 9, None, "=D8-E8", None, None),
        ("1.3", "Tỷ lệ hòa giải thành", "%", "=IF(D7=0,0,D8/D7*100)", None, None, None, None),
        ("2", "Lực lượng nòng cốt", None, None, None, None, None, None),
        ("2.1", "Số Tổ bảo vệ ANTT", "tổ", 7, None, None, None, None),
        ("2.2", "Số thành viên Tổ bảo vệ ANTT", "người", 21, None, None, None, None),
    ])  # fmt: skip
    for area in ("A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:G3", "H3:H4"):
        sheet.merge_cells(area)
    _bold(sheet, "B6", "B10")


def _sum_with_parts(book: Workbook) -> None:
    """A figure that is the sum of its parts, *trong đó* and letters below it."""
    sheet = book.worksheets[0]
    _put(sheet, 1, [("BÁO CÁO KẾT QUẢ NGÀY HỘI TOÀN DÂN BẢO VỆ ANTQ NĂM 2026",)])
    _put(sheet, 4, [
        ("Số TT", "Danh mục", "Đơn vị", "Số lượng", "Ghi chú"),
        ("1", "Số điểm tổ chức Ngày hội", "điểm", "=SUM(D7:D10)", None),
        (None, "Trong đó:", None, None, None),
        ("a", "Cấp tỉnh", "nt", None, None),
        ("b", "Cấp xã", "nt", None, None),
        ("c", "Khu dân cư", "nt", None, None),
        ("d", "Cơ quan, doanh nghiệp, nhà trường", "nt", None, None),
        ("2", "Số lượt người dự", "lượt người", None, None),
        ("3", "Trị giá quà, an sinh", "triệu đồng", None, None),
        ("4", "Kinh phí tổ chức", "triệu đồng", "=D14+D15", None),
        ("-", "Ngân sách", "triệu đồng", None, None),
        ("-", "Xã hội hóa", "triệu đồng", None, None),
        (None, "Nơi nhận: Công an tỉnh", None, None, None),
    ])  # fmt: skip


def _letters_and_romans(book: Workbook) -> None:
    """Capital letters over Roman numerals, a total row, a foreign formula."""
    sheet = book.worksheets[0]
    other = book.create_sheet("Nguon")
    other["B2"] = 14
    _put(sheet, 1, [("PHỤ LỤC SỐ LIỆU TỔNG KẾT NĂM",)])
    _put(sheet, 3, [
        ("Stt", "Nội dung công việc", "Đvt", "Năm 2025", "Năm 2026", "Tăng, giảm"),
        ("A", "XÂY DỰNG PHONG TRÀO", None, None, None, None),
        ("I", "Chỉ đạo", None, None, None, None),
        ("1", "Số văn bản chỉ đạo, triển khai ban hành", "văn bản", 3, 5, "=E6-D6"),
        ("2", "Hội nghị sơ kết, tổng kết, chuyên đề", "cuộc", 1, "=Nguon!B2", "=E7-D7"),
        ("B", "KHEN THƯỞNG", None, None, None, None),
        ("1", "Số tập thể được khen thưởng", "tập thể", 2, 2, None),
        ("2", "Số cá nhân được khen thưởng", "người", 4, 6, None),
        (None, "Tổng cộng", None, "=SUM(D6:D10)", "=SUM(E6:E10)", None),
    ])  # fmt: skip


def _numbers_in_names(book: Workbook) -> None:
    """No column of numbers: they stand in the names, the units in brackets."""
    sheet = book.worksheets[0]
    _put(sheet, 1, [("BẢNG THỐNG KÊ HOẠT ĐỘNG PHỐI HỢP QUÝ",), ()])
    _put(sheet, 3, [
        ("NỘI DUNG BÁO CÁO", "SỐ LIỆU", "GHI CHÚ"),
        ("I. Phối hợp với Mặt trận", None, None),
        ("1. Số hoạt động phối hợp (hoạt động)", None, None),
        ("2. Số lượt đoàn viên, hội viên tham gia (lượt người)", None, None),
        ("II. Tập huấn", None, None),
        ("1. Số lớp tập huấn, bồi dưỡng (lớp)", None, None),
        ("2. Số lượt người được tập huấn (lượt người)", None, None),
    ])  # fmt: skip


def _part_columns(book: Workbook) -> None:
    """The figure divided into columns under one merged head."""
    sheet = book.worksheets[0]
    _put(sheet, 1, [("BIỂU TỔNG HỢP LỰC LƯỢNG",)])
    _put(sheet, 2, [
        ("TT", "Tên chỉ tiêu", "ĐV tính", "Hiện có", None, None),
        (None, None, None, "Tổng số", "Nam", "Nữ"),
        ("1", "Số thành viên Tổ bảo vệ ANTT (tổng)", "người", None, None, None),
        ("2", "Số hòa giải viên", "người", None, None, None),
    ])  # fmt: skip
    for area in ("A2:A3", "B2:B3", "C2:C3", "D2:F2"):
        sheet.merge_cells(area)


def _hidden_and_other(book: Workbook) -> None:
    """A guide first, the form on the second sheet, a hidden one behind."""
    guide = book.worksheets[0]
    guide.title = "Huong dan"
    guide["A1"] = "Các đơn vị gửi trước ngày 20 hằng tháng về Phòng tham mưu."
    sheet = book.create_sheet("Bieu 01")
    _put(sheet, 2, [("BIỂU 01: TUYÊN TRUYỀN TRÊN MẠNG",)])
    _put(sheet, 4, [
        ("Mục", "Chỉ tiêu thống kê", "Đơn vị tính", "Tháng này", "Tháng trước"),
        ("1", "Số tin bài đăng trên mạng xã hội", "bài", None, None),
        ("2", "Số lượt tiếp cận/tương tác trên mạng xã hội", "lượt", None, None),
    ])  # fmt: skip
    hidden = book.create_sheet("Tam")
    hidden["A1"] = "số cũ"
    hidden.sheet_state = "hidden"


def _old_letters(book: Workbook) -> None:
    """Written in TCVN3 with an old font."""
    sheet = book.worksheets[0]
    _put(sheet, 1, [("B¸o c¸o kÕt qu¶ c«ng t¸c x©y dùng phong trµo",), ()])
    _put(sheet, 3, [
        ("STT", "Néi dung", "§¬n vÞ tÝnh", "KÕt qu¶", "Ghi chó"),
        ("1", "Sè buæi tuyªn truyÒn trùc tiÕp", "buæi", None, None),
        ("2", "Sè vô hßa gi¶i thµnh", "vô", None, None),
        ("3", "Sè tËp thÓ ®­îc khen th­ëng", "tËp thÓ", None, None),
    ])  # fmt: skip


def _shares_of_recognition(book: Workbook) -> None:
    """Recognition with shares and a difference as a sum."""
    sheet = book.worksheets[0]
    _put(sheet, 1, [("KẾT QUẢ XÉT CÔNG NHẬN AN TOÀN VỀ AN NINH, TRẬT TỰ",)])
    _put(sheet, 3, [
        ("STT", "Tiêu chí", "ĐVT", "Chỉ tiêu giao", "Thực hiện", "Đạt %"),
        ("1", "Số đơn vị thuộc diện xét", "đơn vị", None, None, None),
        ("2", "Số đơn vị đăng ký", "đơn vị", 20, None, "=E5/D5*100"),
        ("3", "Tỷ lệ đăng ký", "%", None, "=ROUND(E5/E4*100,1)", None),
        ("4", "Số đơn vị được công nhận đạt", "đơn vị", None, None, None),
        ("5", "Số đơn vị chưa đạt", "đơn vị", None, "=E5-E7", None),
        ("6", "Tỷ lệ đạt trên đăng ký", "%", None, "=IFERROR(E7/E5,0)", None),
    ])  # fmt: skip


def _unit_for_all(book: Workbook) -> None:
    """One unit for the whole table, told above it; a lone section-less list."""
    sheet = book.worksheets[0]
    _put(
        sheet,
        1,
        [
            ("TÌNH HÌNH KINH PHÍ XÂY DỰNG PHONG TRÀO",),
            (
                None,
                "Đơn vị tính: triệu đồng",
            ),
        ],
    )
    _put(sheet, 4, [
        ("TT", "Khoản mục", "Trong năm", "Năm trước"),
        ("1", "Kinh phí NSNN đã chi", None, None),
        ("2", "Kinh phí xã hội hóa huy động", None, None),
        ("3", "Chi cho xây dựng, duy trì mô hình", None, None),
    ])  # fmt: skip


def _new_figures(book: Workbook) -> None:
    """Figures that no catalogue knows, one of which may not be asked."""
    sheet = book.worksheets[0]
    _put(sheet, 1, [("BIỂU THEO DÕI CAMERA, ĐÈN ĐƯỜNG AN NINH",)])
    _put(sheet, 3, [
        ("STT", "Nội dung", "ĐVT", "Số lượng"),
        ("1", "Chiều dài tuyến đường có đèn chiếu sáng an ninh", "km", None),
        ("2", "Số cổng chào khu dân cư được lắp đặt", "cổng", None),
        ("3", "Số hộ theo tôn giáo tham gia", "hộ", None),
    ])  # fmt: skip


def _head_over_three_rows(book: Workbook) -> None:
    """A head over three rows, names merged over two columns, dashes as numbers."""
    sheet = book.worksheets[0]
    _put(sheet, 1, [("BIỂU TỔNG HỢP CÔNG TÁC DÂN VẬN",)])
    _put(sheet, 3, [
        ("TT", "Nội dung", None, "Đơn vị tính", "Kết quả thực hiện", None, None),
        (None, None, None, None, "Kỳ báo cáo", None, "Cùng kỳ năm trước"),
        (None, None, None, None, "Trong kỳ", "Lũy kế", None),
        ("1", "Số diễn đàn Công an lắng nghe ý kiến Nhân dân", None, "cuộc", None, None, None),
        ("2", "Số ý kiến, kiến nghị tiếp nhận", None, "ý kiến", "=E9+E10", None, None),
        (None, "Trong đó:", None, None, None, None, None),
        ("-", "Lĩnh vực an ninh", None, "ý kiến", None, None, None),
        ("-", "Lĩnh vực trật tự, an toàn xã hội", None, "ý kiến", None, None, None),
    ])  # fmt: skip
    for area in ("A3:A5", "B3:C5", "D3:D5", "E3:G3", "E4:F4", "G4:G5", "B6:C6", "B7:C7"):
        sheet.merge_cells(area)


def _no_head(book: Workbook) -> None:
    """Somebody's list without any head."""
    sheet = book.worksheets[0]
    _put(sheet, 1, [
        ("1", "Số tài liệu, tờ rơi cấp phát", "bản", 200),
        ("2", "Số lượt phát loa truyền thanh cơ sở", "lượt phát", 31),
    ])  # fmt: skip


SHEETS = {
    "half year": SheetInUse(
        "BIỂU SỐ LIỆU KẾT QUẢ CÔNG TÁC 6 THÁNG",
        _plain_half_year,
        figures={
            "Số buổi tuyên truyền, PBGDPL trực tiếp": ("1", "buổi"),
            "Số lượt người tham dự tuyên truyền": ("2", "lượt người"),
            "Số pa nô, áp phích, băng rôn": ("3", "chiếc"),
            "Số mô hình đang duy trì": ("1", "mô hình"),
            "Mô hình xây dựng mới": ("2", "mô hình"),
        },
        sections=["CÔNG TÁC TUYÊN TRUYỀN", "MÔ HÌNH TỰ QUẢN"],
        codes={
            "Số buổi tuyên truyền, PBGDPL trực tiếp": "TT01",
            "Số lượt người tham dự tuyên truyền": "TT02",
            "Số pa nô, áp phích, băng rôn": "TT09",
            "Số mô hình đang duy trì": "MH02",
            "Mô hình xây dựng mới": "MH06",
        },
        untold=["E5"],
    ),
    "two row head": SheetInUse(
        "TỔNG HỢP KẾT QUẢ XÂY DỰNG PHONG TRÀO QUÝ III",
        _two_row_head,
        figures={
            "Số vụ mâu thuẫn tiếp nhận": ("1.1", "vụ"),
            "Số vụ hòa giải thành": ("1.2", "vụ"),
            "Số Tổ bảo vệ ANTT": ("2.1", "tổ"),
            "Số thành viên Tổ bảo vệ ANTT": ("2.2", "người"),
        },
        sections=["Hòa giải ở cơ sở", "Lực lượng nòng cốt"],
        codes={
            "Số vụ mâu thuẫn tiếp nhận": "HG03",
            "Số vụ hòa giải thành": "HG04",
            "Tỷ lệ hòa giải thành": "HG05",
            "Số Tổ bảo vệ ANTT": "LL01",
            "Số thành viên Tổ bảo vệ ANTT": "LL02",
        },
        shares=["Tỷ lệ hòa giải thành"],
        untold=["E3", "F3", "G3"],
    ),
    "sum with parts": SheetInUse(
        "BÁO CÁO KẾT QUẢ NGÀY HỘI TOÀN DÂN BẢO VỆ ANTQ NĂM 2026",
        _sum_with_parts,
        figures={
            "Số điểm tổ chức Ngày hội": ("1", "điểm"),
            "Cấp tỉnh": ("a", "điểm"),
            "Khu dân cư": ("c", "điểm"),
            "Số lượt người dự": ("2", "lượt người"),
            "Kinh phí tổ chức": ("4", "triệu đồng"),
        },
        codes={"Số điểm tổ chức Ngày hội": "NH01", "Số lượt người dự": "NH04"},
        sums={
            "D5": ["Cấp tỉnh", "Cấp xã", "Khu dân cư", "Cơ quan, doanh nghiệp, nhà trường"],
            "D13": ["Ngân sách", "Xã hội hóa"],
        },
    ),
    "letters and romans": SheetInUse(
        "PHỤ LỤC SỐ LIỆU TỔNG KẾT NĂM",
        _letters_and_romans,
        figures={
            "Số văn bản chỉ đạo, triển khai ban hành": ("1", "văn bản"),
            "Số cá nhân được khen thưởng": ("2", "người"),
        },
        sections=["XÂY DỰNG PHONG TRÀO", "KHEN THƯỞNG"],
        codes={
            "Số văn bản chỉ đạo, triển khai ban hành": "CD01",
            "Hội nghị sơ kết, tổng kết, chuyên đề": "CD10",
            "Số tập thể được khen thưởng": "KG01",
            "Số cá nhân được khen thưởng": "KG02",
        },
        untold=["E7", "B11", "D3", "F3", "Nguon"],
    ),
    "numbers in names": SheetInUse(
        "BẢNG THỐNG KÊ HOẠT ĐỘNG PHỐI HỢP QUÝ",
        _numbers_in_names,
        figures={
            "Số hoạt động phối hợp": ("1", "hoạt động"),
            "Số lượt người được tập huấn": ("2", "lượt người"),
        },
        sections=["Phối hợp với Mặt trận", "Tập huấn"],
        codes={
            "Số hoạt động phối hợp": "PH02",
            "Số lượt đoàn viên, hội viên tham gia": "PH03",
            "Số lớp tập huấn, bồi dưỡng": "TH01",
            "Số lượt người được tập huấn": "TH02",
        },
    ),
    "part columns": SheetInUse(
        "BIỂU TỔNG HỢP LỰC LƯỢNG",
        _part_columns,
        figures={
            "Số thành viên Tổ bảo vệ ANTT (tổng)": ("1", "người"),
            "Số hòa giải viên": ("2", "người"),
        },
        codes={"Số thành viên Tổ bảo vệ ANTT (tổng)": "LL02", "Số hòa giải viên": "HG02"},
    ),
    "hidden and other sheets": SheetInUse(
        "BIỂU 01: TUYÊN TRUYỀN TRÊN MẠNG",
        _hidden_and_other,
        figures={"Số tin bài đăng trên mạng xã hội": ("1", "bài")},
        codes={
            "Số tin bài đăng trên mạng xã hội": "TT06",
            "Số lượt tiếp cận/tương tác trên mạng xã hội": "TT07",
        },
        untold=["Huong dan", "Tam", "E4"],
    ),
    "old letters": SheetInUse(
        "Báo cáo kết quả công tác xây dựng phong trào",
        _old_letters,
        figures={"Số buổi tuyên truyền trực tiếp": ("1", "buổi")},
        codes={"Số vụ hòa giải thành": "HG04", "Số tập thể được khen thưởng": "KG01"},
        untold=["Sheet"],
    ),
    "shares of recognition": SheetInUse(
        "KẾT QUẢ XÉT CÔNG NHẬN AN TOÀN VỀ AN NINH, TRẬT TỰ",
        _shares_of_recognition,
        figures={"Số đơn vị đăng ký": ("2", "đơn vị"), "Số đơn vị chưa đạt": ("5", "đơn vị")},
        codes={
            "Số đơn vị thuộc diện xét": "AT01",
            "Số đơn vị đăng ký": "AT02",
            "Số đơn vị được công nhận đạt": "AT05",
            "Tỷ lệ đăng ký": "AT03",
            "Tỷ lệ đạt trên đăng ký": "AT07",
        },
        sums={"E8": ["Số đơn vị đăng ký", "Số đơn vị được công nhận đạt"]},
        shares=["Tỷ lệ đăng ký", "Tỷ lệ đạt trên đăng ký"],
        untold=["D3", "F3"],
    ),
    "one unit for all": SheetInUse(
        "TÌNH HÌNH KINH PHÍ XÂY DỰNG PHONG TRÀO",
        _unit_for_all,
        figures={
            "Kinh phí NSNN đã chi": ("1", "triệu đồng"),
            "Chi cho xây dựng, duy trì mô hình": ("3", "triệu đồng"),
        },
        codes={"Kinh phí xã hội hóa huy động": "KP04"},
        untold=["D4"],
    ),
    "new figures": SheetInUse(
        "BIỂU THEO DÕI CAMERA, ĐÈN ĐƯỜNG AN NINH",
        _new_figures,
        figures={
            "Chiều dài tuyến đường có đèn chiếu sáng an ninh": ("1", "km"),
            "Số cổng chào khu dân cư được lắp đặt": ("2", "cổng"),
        },
        codes={
            "Chiều dài tuyến đường có đèn chiếu sáng an ninh": "",
            "Số cổng chào khu dân cư được lắp đặt": "",
        },
    ),
    "head over three rows": SheetInUse(
        "BIỂU TỔNG HỢP CÔNG TÁC DÂN VẬN",
        _head_over_three_rows,
        figures={
            "Số diễn đàn Công an lắng nghe ý kiến Nhân dân": ("1", "cuộc"),
            "Số ý kiến, kiến nghị tiếp nhận": ("2", "ý kiến"),
            "Lĩnh vực an ninh": ("", "ý kiến"),
        },
        codes={
            "Số diễn đàn Công an lắng nghe ý kiến Nhân dân": "TT19",
            "Số ý kiến, kiến nghị tiếp nhận": "TT21",
        },
        sums={"E7": ["Lĩnh vực an ninh", "Lĩnh vực trật tự, an toàn xã hội"]},
        untold=["F3", "G3"],
    ),
    "no head": SheetInUse(
        "Sheet",
        _no_head,
        figures={
            "Số tài liệu, tờ rơi cấp phát": ("1", "bản"),
            "Số lượt phát loa truyền thanh cơ sở": ("2", "lượt phát"),
        },
        codes={
            "Số tài liệu, tờ rơi cấp phát": "TT10",
            "Số lượt phát loa truyền thanh cơ sở": "TT08",
        },
        untold=["A1"],
    ),
}
