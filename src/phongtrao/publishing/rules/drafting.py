"""Rules of drafting a paper: its outline, title, first words, and what changed. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from phongtrao.core.errors import N_
from phongtrao.core.vietnamese import name_key

_REPORT_PREFIX = re.compile(
    r"^báo cáo\s+(?:(?:tuần|tháng|quý|năm|[369] tháng|định kỳ)\s+)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the outline: "section" (I) or "clause" (1), its topic or the figures."""

    level: str
    title: str
    topic: str = ""
    holds_figures: bool = False


# The order in which state reports tell: what was done, what hindered and why, what follows.
OUTLINE: tuple[Heading, ...] = (
    Heading("section", "Kết quả thực hiện"),
    Heading("clause", "Số liệu thực hiện", holds_figures=True),
    Heading("clause", "Kết quả nổi bật", topic="result"),
    Heading("section", "Khó khăn, vướng mắc và nguyên nhân"),
    Heading("clause", "Khó khăn, vướng mắc", topic="difficulty"),
    Heading("clause", "Nguyên nhân", topic="cause"),
    Heading("section", "Bài học kinh nghiệm", topic="lesson"),
    Heading("section", "Phương hướng, nhiệm vụ kỳ tới", topic="plan"),
    Heading("section", "Kiến nghị, đề xuất", topic="proposal"),
)


# How a level is called where its areas are counted.
_LEVELS: Mapping[str, str] = {
    "province": "cấp tỉnh",
    "district": "cấp huyện",
    "commune": "cấp xã",
    "residential_area": "khu dân cư",
}
_SAYING: Mapping[str, str] = {"plan": "xác định", "result": "báo cáo"}


def said_together(
    topic: str, text: str, *, areas: int, of: int, level: str, member: str = ""
) -> str:
    """A statement as a paper says it: "12/96 cấp xã nêu: Kinh phí còn hạn hẹp."

    What one area alone says keeps its own words. `member` names the member organisation whose
    bodies say it; the standing body's own reports name none.
    """
    verb = _SAYING.get(topic, "nêu")
    who = f" ({member})" if member else ""
    if areas > 1:
        return f"{areas}/{of} {_LEVELS.get(level, 'địa bàn')}{who} {verb}: {text}"
    return f"{member} {verb}: {text}" if member else text


_TOGETHER = re.compile(
    rf"(\d+)/(\d+) (?:{'|'.join([*_LEVELS.values(), 'địa bàn'])})(?: \([^)]*\))? [^:]+: (.*)",
    re.DOTALL,
)


def counted_together(text: str) -> tuple[int, int, str] | None:
    """The count at the head of a merged statement and what follows it; None where it has none."""
    found = _TOGETHER.fullmatch(text)
    return (int(found[1]), int(found[2]), found[3]) if found else None


def abstract_of(template_name: str, period_name: str) -> str:
    """The abstract of a report: "Kết quả thực hiện … 6 tháng đầu năm 2026"."""
    subject = _REPORT_PREFIX.sub("", template_name.strip()) or template_name
    when = period_name[:1].lower() + period_name[1:]
    return f"{subject[:1].upper()}{subject[1:]} {when}"


def numbers_of(levels: Sequence[str]) -> list[int]:
    """The ordinal of each heading among its neighbours: I, 1, 2, II, 1 …"""
    section = clause = 0
    found = []
    for level in levels:
        if level == "section":
            section, clause = section + 1, 0
            found.append(section)
        else:
            clause += 1
            found.append(clause)
    return found


def printed(levels: Sequence[str], filled: Sequence[bool]) -> list[bool]:
    """Which headings are printed: those with content, and sections over a printed clause."""
    found = list(filled)
    above: int | None = None
    for place, level in enumerate(levels):
        if level == "section":
            above = place
        elif filled[place] and above is not None:
            found[above] = True
    return found


def changes_between(
    before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """What differs between two sets of figures, an indicator a line, in the order of the form."""
    old = {row["code"]: row for row in before}
    return [
        {
            "code": row["code"],
            "name": row["name"],
            "decimals": row["decimals"],
            "before": was.get("value"),
            "after": row["value"],
            "n_before": was.get("n", 0),
            "n_after": row["n"],
            "of": row["of"],
        }
        for row in after
        if _compared(was := old.get(row["code"], {})) != _compared(row)
    ]


def _compared(row: Mapping[str, Any]) -> tuple[Any, ...]:
    names = ("value", "adjusted", "n", "of", "cumulative", "last_year")
    return tuple(row.get(name) for name in names)


@dataclass(frozen=True, slots=True)
class HeadField:
    """A field of the head of a paper: what it is called, its longest text, whether it is needed.

    `lines` > 1 for a text of several lines.
    """

    label: str
    longest: int
    required: bool = False
    lines: int = 1
    hint: str = ""


HEAD: Mapping[str, HeadField] = {
    "title": HeadField(N_("Trích yếu"), 500, required=True, lines=2),
    "parent_body": HeadField(N_("Cơ quan chủ quản"), 200),
    "issuer": HeadField(N_("Cơ quan ban hành"), 200, required=True),
    "symbol": HeadField(
        N_("Ký hiệu"), 60, required=True, hint=N_("Phần sau dấu gạch chéo, ví dụ BC-CAT-PV05.")
    ),
    "place": HeadField(N_("Địa danh"), 120, required=True),
    "addressees": HeadField(N_("Kính gửi"), 2_000, lines=2, hint=N_("Mỗi dòng một nơi.")),
    "legal_bases": HeadField(N_("Căn cứ"), 4_000, lines=3, hint=N_("Mỗi dòng một căn cứ.")),
    "opening": HeadField(N_("Lời mở đầu"), 4_000, lines=3),
    "closing": HeadField(N_("Lời kết"), 4_000, lines=2),
    "recipients": HeadField(N_("Nơi nhận"), 2_000, lines=4, hint=N_("Mỗi dòng một nơi.")),
    "archive": HeadField(N_("Lưu"), 60, hint=N_("Ví dụ: VT, PV05.")),
    "signer_authority": HeadField(N_("Thẩm quyền ký"), 20, required=True),
    "signer_head": HeadField(
        N_("Ký thay, thay mặt ai"), 120, hint=N_("Ví dụ: Giám đốc. Bỏ trống khi ký trực tiếp.")
    ),
    "signer_office": HeadField(N_("Chức vụ người ký"), 120),
    "signer_name": HeadField(N_("Họ và tên người ký"), 120),
    "memo_addressee": HeadField(N_("Phiếu trình: kính trình"), 200),
    "memo_unit": HeadField(N_("Phiếu trình: đơn vị soạn thảo"), 200),
    "memo_office": HeadField(N_("Phiếu trình: chức vụ người trình"), 120),
    "memo_summary": HeadField(N_("Phiếu trình: tóm tắt nội dung"), 4_000, lines=3),
    "memo_proposals": HeadField(N_("Phiếu trình: đề xuất, kiến nghị"), 4_000, lines=2),
}

LONGEST_LINE = 4_000  # characters of one paragraph
MOST_DRAWN = 30  # statements of one topic that a draft begins with; the others stay beside it

# How the units of a level are called together in a sentence.
UNITS: Mapping[str, str] = {
    "province": "tỉnh, thành phố",
    "district": "quận, huyện, thị xã, thành phố",
    "commune": "xã, phường, đặc khu",
    "residential_area": "khu dân cư",
}
_NUMBER = re.compile(r"0*([1-9][0-9]{0,5}[a-zđ]?)", re.IGNORECASE)


def paper_number(text: str) -> str | None:
    """The number of a register without leading zeros: "05" → "5", "12a"; None if it is none."""
    found = _NUMBER.fullmatch(text.strip())
    return found[1].lower() if found else None


_SHORT_FORMS = {"UBND": "Ủy ban nhân dân", "MTTQ": "Mặt trận Tổ quốc"}


def post_in_full(post: str, body: str) -> str:
    """A post with its body as papers write it; what both say is said once.

    "Trưởng Công an" and "Công an xã Đăk Hà" → "Trưởng Công an xã Đăk Hà".
    """
    words = " ".join(_SHORT_FORMS.get(word, word) for word in post.split()).split()
    named = body.split()
    keys, body_keys = name_key(" ".join(words)).split(), name_key(body).split()
    for size in range(min(len(words), len(named)), 0, -1):
        if keys[-size:] == body_keys[:size]:
            return " ".join([*words[:-size], *named])
    return " ".join([*words, *named])
