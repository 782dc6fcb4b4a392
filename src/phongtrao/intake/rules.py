"""What holds for arrived papers whatever extraction proposes: secrecy, types, marked passages.

Pure: no Django.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from phongtrao.core.errors import N_
from phongtrao.core.vietnamese import fold, tidy_line

# A paper longer than this is a book: some 350 pages.
LONGEST_TEXT = 1_000_000
FILES_AT_ONCE = 10
# What reads a file in the wall's child process; named, as only the child loads it.
READER = "phongtrao.intake.imports:read_paper"

# Kinds of papers, as extraction names them and as officials say them (NĐ 30/2020, Điều 7).
TYPE_NAMES: Mapping[str, str] = {
    "ke_hoach": N_("Kế hoạch"),
    "ctr_phoi_hop": N_("Chương trình phối hợp"),
    "ctr_hanh_dong": N_("Chương trình hành động"),
    "chuong_trinh": N_("Chương trình"),
    "quy_che": N_("Quy chế"),
    "thong_bao": N_("Thông báo"),
    "ket_luan": N_("Kết luận"),
    "cong_van": N_("Công văn"),
    "cong_dien": N_("Công điện"),
    "chi_thi": N_("Chỉ thị"),
    "nghi_quyet": N_("Nghị quyết"),
    "quyet_dinh": N_("Quyết định"),
    "huong_dan": N_("Hướng dẫn"),
    "quy_dinh": N_("Quy định"),
    "bao_cao": N_("Báo cáo"),
    "to_trinh": N_("Tờ trình"),
    "de_an": N_("Đề án"),
    "phuong_an": N_("Phương án"),
    "thong_tri": N_("Thông tri"),
    "thong_tu": N_("Thông tư"),
    "nghi_dinh": N_("Nghị định"),
    "phap_lenh": N_("Pháp lệnh"),
    "luat": N_("Luật"),
    "tin_bai": N_("Tin, bài"),
}

# The mark of secrecy stands in the head of a paper, alone in its line or cell (Luật Bảo vệ bí mật
# nhà nước 2018, Điều 8, and its forms); a sentence that speaks of secrecy is not a mark.
_HEAD_LINES = 60
_HEAD_CHARS = 5_000
# What else stands in the lines of a head: a PDF may print a mark beside it.
_BESIDE = (
    r"CỘNG HO[ÀÒ]A? XÃ HỘI CHỦ NGHĨA VIỆT NAM|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    r"|Độc lập\W+Tự do\W+Hạnh phúc|ĐẢNG CỘNG SẢN VIỆT NAM|Số\s?:\s*\S+"
)
_CELLS = re.compile(rf"[\t|]+| {{3,}}|{_BESIDE}", re.IGNORECASE)
_MARK = re.compile(r"(?:(?:do|muc do|dau|dau chi do) mat\W+)?(tuyet mat|toi mat|mat)")
_SPACED = re.compile(r"(?:\w ){2,}\w")
MARK_NAMES = {"mat": "Mật", "toi mat": "Tối mật", "tuyet mat": "Tuyệt mật"}
_ACCENTED = {"mat": {"mật"}, "toi mat": {"tối mật"}, "tuyet mat": {"tuyệt mật"}}


def secrecy_mark(text: str) -> str | None:
    """The mark of secrecy in the head of a paper (Mật, Tối mật, Tuyệt mật); None without one."""
    for line in text[:_HEAD_CHARS].split("\n")[:_HEAD_LINES]:
        for cell in _CELLS.split(line):
            found = _mark_of(cell)
            if found:
                return found
    return None


def _mark_of(cell: str) -> str | None:
    words = tidy_line(cell).strip(" .:*-–()[]\"'“”")
    if not words or len(words) > 40:
        return None
    if _SPACED.fullmatch(words):
        words = words.replace(" ", "")
        words = {"TỐIMẬT": "TỐI MẬT", "TUYỆTMẬT": "TUYỆT MẬT"}.get(words.upper(), words)
    found = _MARK.fullmatch(fold(words))
    if not found:
        return None
    said = found[1]
    # "MẶT" and "MẤT" fold alike: the accented word decides, unless a scan lost its marks.
    plain = words[-len(said) :].casefold()
    return MARK_NAMES[said] if plain in _ACCENTED[said] | {said} else None


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that a card speaks of: `kind` colours it, `key` names the card."""

    key: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text under the same marks; `starts` = marks that begin here, innermost last.

    `pieces` are (text, name of a hidden character or ""): what cannot be seen is shown as a box.
    """

    at: int
    pieces: tuple[tuple[str, str], ...]
    marks: tuple[Mark, ...]
    starts: tuple[Mark, ...]

    @property
    def length(self) -> int:
        """Its length in code points."""
        return sum(len(text) for text, _name in self.pieces)


def passages(text: str, marks: Iterable[Mark]) -> list[Passage]:
    """The whole text cut wherever a mark begins or ends; marks outside the text are left out."""
    valid = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in sorted(valid, key=lambda m: (m.start, -m.end)):
        opening.setdefault(mark.start, []).append(mark)
        closing.setdefault(mark.end, []).append(mark)
    cuts = sorted({0, len(text), *opening, *closing})
    found: list[Passage] = []
    active: list[Mark] = []
    for start, end in pairwise(cuts):
        ended = {id(m) for m in closing.get(start, ())}
        active = [m for m in active if id(m) not in ended]
        begun = opening.get(start, [])
        active = sorted([*active, *begun], key=lambda m: m.start - m.end)
        found.append(Passage(start, tuple(_pieces(text[start:end])), tuple(active), tuple(begun)))
    return found


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Runs of plain text, and hidden characters one by one with their names."""
    start = 0
    for at, char in enumerate(text):
        if not _is_hidden(char):
            continue
        if at > start:
            yield text[start:at], ""
        yield char, f"U+{ord(char):04X}"
        start = at + 1
    if start < len(text):
        yield text[start:], ""


def _is_hidden(char: str) -> bool:
    """Whether a character acts without being seen: direction marks, joiners, controls."""
    if char in "\n\t" or char.isprintable():
        return False
    return unicodedata.category(char) in {"Cf", "Cc", "Co", "Cs", "Cn", "Zl", "Zp"}


def cut_points(text: str, start: int, end: int) -> list[int]:
    """Where a requirement may be split: after ";", "," or the end of a sentence or a line."""
    places = []
    for found in re.finditer(r"[;,.](?=\s)\s*|\n+\s*", text[start:end]):
        at = start + found.end()
        if text[start:at].strip() and text[at:end].strip():
            places.append(at)
    return places


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the spaces and list marks at its ends."""
    while start < end and text[start] in " \t\n\u00a0-–•+*;,":
        start += 1
    while end > start and text[end - 1] in " \t\n\u00a0;,":
        end -= 1
    return start, end


def place_of(text: str, quote: str) -> tuple[int, int] | None:
    """Where a pasted stretch stands in the text; spaces and line ends may differ."""
    words = quote.split()
    if not words:
        return None
    pattern = r"\s+".join(re.escape(word) for word in words)
    found = re.search(pattern, text)
    return found.span() if found else None


# -- the same paper in another file ----------------------------------------------------------------
# As much of two papers as is laid beside each other, and what share of word pairs makes them one:
# a scan that is read with every tenth word wrong still keeps four pairs of five.
COMPARED_CHARS = 6_000
_FEWEST_PAIRS = 30
_ALIKE = 0.6
_SERIAL = re.compile(r"(?:so:?)?0*(\d+[a-z]?)(?:/(?:19|20)\d\d)?(.*)")
# One kind of paper whose symbol is written in several ways.
_SAME_SYMBOLS = re.compile(r"^(?:ctrph|ctph|ctr)")


def paper_key(number: str) -> str:
    """The key under which spellings of a paper's number are one; "" where it has no figure.

    "07/CTrPH-BCA-MTTW" = "7/CTr-BCA-MTTW", "44- KL/TW" = "44-KL/TW", "30c/NQCP" = "30c/NQ-CP".
    """
    found = _SERIAL.fullmatch("".join(fold(tidy_line(number)).split()))
    if not found:
        return ""
    symbol = re.sub(r"[^a-z0-9]", "", found[2])
    return f"{found[1]}/{_SAME_SYMBOLS.sub('ctr', symbol)}"


def may_be_one_issuer(first: str, second: str) -> bool:
    """Whether two readings of an issuer may mean one; an unknown one may be anybody."""
    one, other = (" ".join(re.findall(r"\w+", fold(text))) for text in (first, second))
    return one in other or other in one


def word_pairs(text: str) -> frozenset[tuple[str, str]]:
    """Neighbouring words of a paper's beginning, without case and marks: what it is known by."""
    return frozenset(pairwise(re.findall(r"\w+", fold(text[:COMPARED_CHARS]))))


def are_alike(first: frozenset[tuple[str, str]], second: frozenset[tuple[str, str]]) -> bool:
    """Whether two papers have nearly the same words; a few words are not enough to say so."""
    fewer, more = sorted((len(first), len(second)))
    if fewer < _FEWEST_PAIRS or more > 2 * fewer:
        return False
    return len(first & second) >= _ALIKE * fewer


def header_values(extraction: Mapping[str, Any]) -> dict[str, Any]:
    """What extraction proposes for the head of a paper, field by field; "" or None = not found."""
    found = extraction.get("metadata") or {}
    issuers = [row for row in found.get("issuers") or [] if row.get("role") != "parent"]
    names = dict.fromkeys(tidy_line(row.get("quote") or "") for row in issuers)
    kind = (found.get("doc_type") or {}).get("value") or ""
    return {
        "number": tidy_line((found.get("number") or {}).get("value") or "")[:80],
        "issued_on": full_date((found.get("date") or {}).get("value")),
        "issuer_text": " – ".join(name for name in names if name)[:300],
        "document_type": TYPE_NAMES.get(kind, ""),
        "title": tidy_line((found.get("title") or {}).get("quote") or ""),
    }


def full_date(text: Any) -> date | None:
    """The day of an ISO date; None for a partial one ("2025-07") or none."""
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None
