"""What may stand in a body's own template: the placeholders and the loops, and nothing else.

This table is the allow-list. A tag of a template is compared with it letter by letter; whatever is
not here is refused, so nothing has to be known about what else the engine could do.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from phongtrao.core.errors import N_

PARAGRAPHS, ROWS = "p", "tr"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A name that is replaced by words of the paper.

    `lines`: it may stand for several paragraphs, each set like the one it stands in, or for none:
    then a paragraph that holds nothing else is left out.
    """

    name: str
    meaning: str
    lines: bool = False

    @property
    def tag(self) -> str:
        """As it is typed into the template."""
        return f"{{{{ {self.name} }}}}"


@dataclass(frozen=True, slots=True)
class Loop:
    """A part of the template that is repeated for each `item` of `source`.

    `tag` says what is repeated: whole paragraphs or whole rows of a table. `parent` is the item of
    the loop in which this one must stand, "" for one that stands in no other.
    """

    item: str
    source: str
    tag: str
    meaning: str
    fields: tuple[Placeholder, ...]
    parent: str = ""

    @property
    def opening(self) -> str:
        """The tag that begins the loop, as it is typed."""
        return f"{{%{self.tag} for {self.item} in {self.source} %}}"

    @property
    def closing(self) -> str:
        """The tag that ends it."""
        return CLOSINGS[self.tag]

    @property
    def collection(self) -> str:
        """The name of the list among the values, or in the item of the parent."""
        return self.source.rpartition(".")[2]


CLOSINGS: Mapping[str, str] = {tag: f"{{%{tag} endfor %}}" for tag in (PARAGRAPHS, ROWS)}

PLACEHOLDERS: tuple[Placeholder, ...] = (
    Placeholder("co_quan_chu_quan", N_("Cơ quan chủ quản, chữ in hoa.")),
    Placeholder("co_quan", N_("Cơ quan ban hành, chữ in hoa.")),
    Placeholder("ten_co_quan", N_("Cơ quan ban hành, chữ thường.")),
    Placeholder(
        "so_ky_hieu", N_("Số và ký hiệu, ví dụ 05/BC-CAT; chưa cấp số thì chừa chỗ ghi tay.")
    ),
    Placeholder("dia_danh", N_("Địa danh.")),
    Placeholder(
        "ngay_thang", N_("Ngày, tháng, năm ban hành bằng chữ; chưa ban hành thì chừa chỗ ghi tay.")
    ),
    Placeholder("ten_loai", N_("Tên loại văn bản, chữ in hoa.")),
    Placeholder("trich_yeu", N_("Trích yếu nội dung."), lines=True),
    Placeholder("kinh_gui", N_("Kính gửi và các nơi gửi, mỗi nơi một dòng."), lines=True),
    Placeholder("mo_dau", N_("Lời mở đầu."), lines=True),
    Placeholder(
        "muc_do_day_du", N_("Báo cáo dựa trên bao nhiêu địa bàn, nơi nào chưa có báo cáo."),
        lines=True,
    ),
    Placeholder("ten_bang", N_("Tên bảng số liệu đặt riêng.")),
    Placeholder("ket_thuc", N_("Lời kết, có dấu ./. ở cuối."), lines=True),
    Placeholder(
        "tham_quyen_ky", N_("Quyền hạn, chức vụ người ký, chữ in hoa (TM., KT., TL., TUQ., Q.)."),
        lines=True,
    ),
    Placeholder("nguoi_ky", N_("Họ và tên người ký.")),
    Placeholder("luu", N_("Nơi lưu, ví dụ VT, PV05.")),
)  # fmt: skip

_ROW = (
    Placeholder("dong.tt", N_("Số thứ tự của dòng.")),
    Placeholder("dong.chi_tieu", N_("Tên chỉ tiêu.")),
    Placeholder("dong.don_vi", N_("Đơn vị tính.")),
    Placeholder("dong.ky_nay", N_("Số liệu kỳ này; chưa có thì ghi bằng chữ, không ghi 0.")),
    Placeholder("dong.luy_ke", N_("Lũy kế từ đầu năm.")),
    Placeholder("dong.cung_ky", N_("Số liệu cùng kỳ năm trước.")),
    Placeholder("dong.tang_giam", N_("Tăng, giảm so với cùng kỳ năm trước.")),
    Placeholder("dong.tang_giam_phan_tram", N_("Tăng, giảm tính bằng phần trăm.")),
    Placeholder("dong.dia_ban", N_("Số địa bàn có số liệu trên tổng số, ví dụ 90/96.")),
)
_NOTE = (Placeholder("ghi_chu", N_("Một ghi chú của bảng.")),)
LOOPS: tuple[Loop, ...] = (
    Loop(
        "can_cu", "cac_can_cu", PARAGRAPHS, N_("Từng căn cứ ban hành."),
        (Placeholder("can_cu", N_("Một căn cứ, có dấu câu cuối dòng.")),),
    ),
    Loop(
        "phan", "cac_phan", PARAGRAPHS, N_("Từng phần của báo cáo (I, II, III…)."),
        (
            Placeholder("phan.so", N_("Số thứ tự của phần có dấu, ví dụ “II.”.")),
            Placeholder("phan.ten", N_("Tên phần.")),
            Placeholder("phan.ten_hoa", N_("Tên phần, chữ in hoa.")),
        ),
    ),
    Loop(
        "cau", "phan.cac_cau", PARAGRAPHS, N_("Từng đoạn văn nằm ngay dưới tên phần."),
        (Placeholder("cau", N_("Một đoạn văn của phần.")),), parent="phan",
    ),
    Loop(
        "muc", "phan.cac_muc", PARAGRAPHS, N_("Từng mục của phần (1, 2, 3…)."),
        (
            Placeholder("muc.so", N_("Số thứ tự của mục có dấu, ví dụ “2.” hoặc “a)”.")),
            Placeholder("muc.ten", N_("Tên mục.")),
        ), parent="phan",
    ),
    Loop(
        "cau", "muc.cac_cau", PARAGRAPHS, N_("Từng đoạn văn của mục."),
        (Placeholder("cau", N_("Một đoạn văn của mục.")),), parent="muc",
    ),
    Loop(
        "bang", "muc.cac_bang", PARAGRAPHS, N_("Bảng số liệu của mục, nếu mục có bảng."),
        (Placeholder("bang.ten", N_("Tên bảng số liệu.")),), parent="muc",
    ),
    Loop("dong", "bang.cac_dong", ROWS, N_("Từng dòng của bảng trong mục."), _ROW, parent="bang"),
    Loop(
        "ghi_chu", "bang.cac_ghi_chu", PARAGRAPHS, N_("Từng ghi chú dưới bảng trong mục."), _NOTE,
        parent="bang",
    ),
    Loop("dong", "cac_dong", ROWS, N_("Từng dòng của bảng đặt riêng, ví dụ ở phụ lục."), _ROW),
    Loop("ghi_chu", "cac_ghi_chu", PARAGRAPHS, N_("Từng ghi chú dưới bảng đặt riêng."), _NOTE),
    Loop(
        "noi_nhan", "cac_noi_nhan", PARAGRAPHS, N_("Từng nơi ở phần Nơi nhận."),
        (Placeholder("noi_nhan", N_("Tên nơi nhận, có dấu câu cuối dòng.")),),
    ),
)  # fmt: skip

SINGLE: Mapping[str, Placeholder] = {each.name: each for each in PLACEHOLDERS}
OPENINGS: Mapping[str, Loop] = {loop.opening: loop for loop in LOOPS}
IN_LOOPS: Mapping[str, Placeholder] = {each.name: each for loop in LOOPS for each in loop.fields}
# Every tag that a template may hold, as it is typed.
TAGS: frozenset[str] = frozenset(
    [each.tag for each in (*SINGLE.values(), *IN_LOOPS.values())] + [*OPENINGS, *CLOSINGS.values()]
)


def loops_with(name: str) -> tuple[Loop, ...]:
    """The loops in which a placeholder may stand; none for one that stands anywhere."""
    return tuple(loop for loop in LOOPS if any(each.name == name for each in loop.fields))
