"""One sentence in a paper of its kind, and what is read in it; identifiers without the province."""

from dataclasses import dataclass

from phongtrao.intake.extraction import extract
from phongtrao.intake.extraction.records import BodyMention, Requirement

_HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\nSố: 12/{symbol}\nHà Tĩnh, ngày 10 tháng 3 năm 2026\n"
    "{kind}\nVề phong trào năm 2026\n"
)
PLAN = _HEAD.format(symbol="KH-UBND", kind="KẾ HOẠCH") + "III. TỔ CHỨC THỰC HIỆN\n"
CONCLUSION = _HEAD.format(symbol="TB-UBND", kind="THÔNG BÁO")
REPORT = _HEAD.format(symbol="BC-UBND", kind="BÁO CÁO")
NEWS = (
    "Sơ kết phong trào tại Hà Tĩnh\n15/04/2026 08:00\n\n"
    "Sáng 14/4, Ban Chỉ đạo 138 tỉnh Hà Tĩnh tổ chức hội nghị sơ kết.\n\n"
)
PROGRAMME = (
    "CÔNG AN TỈNH HÀ TĨNH - LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ TĨNH\nSố: 01/CTrPH-CAT-LĐLĐ\n"
    "Hà Tĩnh, ngày 10 tháng 3 năm 2026\nCHƯƠNG TRÌNH PHỐI HỢP\nVề an ninh trật tự\n"
)


@dataclass(frozen=True)
class Asked:
    """A requirement, short: who leads, who assists, until when, the words."""

    lead: tuple[str, ...]
    coord: tuple[str, ...]
    deadline: str | None
    words: str


def _kinds(bodies: tuple[BodyMention, ...]) -> tuple[str, ...]:
    return tuple(sorted(b.org_id.partition("@")[0] for b in bodies))


def _short(text: str, made: Requirement) -> Asked:
    words = " ".join(text[made.action.start : made.action.end].split())
    due = made.deadline.norm if made.deadline else None
    return Asked(_kinds(made.lead), _kinds(made.coord), due, words)


def asked_in(paper: str) -> list[Asked]:
    """The requirements of a paper."""
    found = extract(paper, "x")
    return [_short(found.text, made) for made in found.requirements]


def who(paper: str) -> list[tuple[str, ...]]:
    """Who leads each requirement of a paper."""
    return [asked.lead for asked in asked_in(paper)]
