"""The closed lists of communication, with their source. Pure."""

from dataclasses import dataclass
from functools import cache

from phongtrao.core.errors import N_
from phongtrao.fieldwork.register.rules import Term, name_in, shipped


@dataclass(frozen=True, slots=True)
class OutputKind:
    """A kind of product of communication: how much of it, and what else is counted."""

    code: str
    name: str
    unit: str
    indicator: str
    reach_name: str = ""
    reach_indicator: str = ""


# The forms are the closed list of the indicators (reporting: "hình thức"), so that a session
# answers a cell broken down by form.
FORMS = (
    ("truc_tiep", N_("Trực tiếp")),
    ("truc_tuyen", N_("Trực tuyến")),
    ("loa", N_("Truyền thanh")),
    ("long_ghep", N_("Lồng ghép")),
)
# What may be made or put out beside sessions: code, name, unit of the quantity, what is counted
# besides (who took part, who was reached), and the indicators of both (movement.md §9 B).
OUTPUTS = (
    OutputKind("tin_bai", N_("Tin, bài trên báo, đài, cổng thông tin"), N_("tin, bài"), "TT04"),
    OutputKind("phong_su", N_("Phóng sự, chuyên mục phát thanh, truyền hình"), N_("phóng sự"),
               "TT05"),
    OutputKind("mang_xa_hoi", N_("Tin, bài đăng trên mạng xã hội"), N_("bài"), "TT06",
               N_("Lượt tiếp cận, tương tác"), "TT07"),
    OutputKind("loa", N_("Phát loa truyền thanh cơ sở"), N_("lượt phát"), "TT08"),
    OutputKind("pa_no", N_("Pa nô, áp phích, băng rôn"), N_("chiếc"), "TT09"),
    OutputKind("to_roi", N_("Tài liệu, tờ rơi cấp phát"), N_("bản"), "TT10"),
    OutputKind("hoi_thi", N_("Hội thi, cuộc thi tìm hiểu pháp luật"), N_("cuộc"), "TT11",
               N_("Lượt người dự thi"), "TT12"),
    OutputKind("tro_giup", N_("Trợ giúp pháp lý lưu động"), N_("buổi"), "TT23",
               N_("Lượt người được trợ giúp"), "TT24"),
)  # fmt: skip
OUTPUTS_BY_CODE = {output.code: output for output in OUTPUTS}
CHANNEL_KINDS = (
    ("zalo", N_("Nhóm, trang Zalo")),
    ("facebook", N_("Nhóm, trang Facebook")),
    ("trang_tin", N_("Trang, cổng thông tin")),
    ("loa", N_("Cụm loa truyền thanh")),
    ("bang_tin", N_("Bảng tin, điểm công cộng")),
    ("khac", N_("Kênh khác")),
)
SOCIAL = ("zalo", "facebook")  # what the indicators of social groups count
MOST_QUANTITY = 100_000_000
MOST_SESSIONS = 500  # in one line of the register
MOST_ATTENDANCES = 1_000_000


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The closed lists with where they come from and whether that was checked."""

    topics: tuple[Term, ...]
    audiences: tuple[Term, ...]
    source: str
    is_verified: bool


@cache
def vocabulary() -> Vocabulary:
    """The lists as the package holds them."""
    raw = shipped("phongtrao.fieldwork.outreach")
    return Vocabulary(raw["topics"], raw["audiences"], raw["source"], raw["is_verified"])


def topic_name(code: str) -> str:
    """What a topic is called; its code where it is not known any more."""
    return name_in(vocabulary().topics, code)


def audience_name(code: str) -> str:
    """What a group of attendants is called; its code where it is not known any more."""
    return name_in(vocabulary().audiences, code)
