"""What is hidden: one structured number of an invented person, with its sentence."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from . import invent

KINDS = ("cccd", "cmnd", "bhyt", "mobile", "bank", "plate")
MAKERS: dict[str, Callable[[Random], str]] = {
    "cccd": invent.cccd, "cmnd": invent.cmnd, "bhyt": invent.bhyt,
    "mobile": invent.mobile, "bank": invent.bank, "plate": invent.plate,
}  # fmt: skip
SHORT = {
    "cccd": "CCCD {v}", "cmnd": "CMND {v}", "bhyt": "BHYT {v}",
    "mobile": "nhà bà Tư {v}", "bank": "số tài khoản {v}", "plate": "BKS {v}",
}  # fmt: skip
LONG = {
    "cccd": "Người nhận quà là {name}, CCCD {v}, đã ký nhận.",
    "cmnd": "Bà {name} xuất trình CMND {v} cấp năm 2008.",
    "bhyt": "Cụ {name} có thẻ BHYT {v} khám tại trạm.",
    "mobile": "Hộ ông {name} ở cuối xóm, gọi {v} thì mở cửa.",
    "bank": "Chuyển cho {name} vào số tài khoản {v} tại Agribank.",
    "plate": "Xe máy của anh {name} mang biển số {v} gửi ở sân.",
}


@dataclass(frozen=True)
class Payload:
    """One planted number; ``short`` fits names, ``text`` is a sentence around it."""

    kind: str
    value: str
    short: str
    text: str


def payload(kind: str, rng: Random) -> Payload:
    """Return a fresh payload of a kind."""
    value = MAKERS[kind](rng)
    text = LONG[kind].format(name=invent.full_name(rng), v=value)
    return Payload(kind, value, SHORT[kind].format(v=value), text)


HONEST = (
    "Căn cứ Kế hoạch số 188/KH-UBND ngày 29/12/2025, Ban Chỉ đạo yêu cầu các xã báo cáo.",
    "Toàn xã có 3.456 hộ, đã ký cam kết 3.210 hộ, đạt 92,88%.",
    "Tổ chức 24 buổi tuyên truyền với 2.315 lượt người tham dự.",
    "Kinh phí 125.000.000 đồng từ nguồn chi thường xuyên năm 2026.",
)
