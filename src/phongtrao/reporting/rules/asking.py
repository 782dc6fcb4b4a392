"""What a one-off request may not ask for: persons, lists, faith, opinions (DESIGN.md §3). Pure.

Labels and questions are typed in haste and have no source behind them, so they are read more
strictly than the catalogue: tips, arrests and protests, which a scored indicator may not count,
are not asked for here either.
"""

import re
from collections.abc import Iterable

from phongtrao.core.boundary.indicators import SENTENCES, Definition, indicator_faults
from phongtrao.core.errors import N_, Sentence
from phongtrao.core.vietnamese import fold, tidy_line

_LISTING = "danh sach|ke khai|liet ke|neu ten|ghi ten|cho biet ten|ho ten|ho va ten|ten tuoi|lap so"
_PERSONS = (
    "nguoi|ho|ho dan|ho gia dinh|gia dinh|cong dan|ca nhan|nhan khau|hoi vien|doan vien|thanh vien"
    "|hoc sinh|thanh nien|phu nu|chu ho|nguoi dan|ba con|truong hop"
)
_LISTS = re.compile(rf"\b(?:{_LISTING})\b(?:\W+\w+){{0,4}}?\W+(?:{_PERSONS})\b")
_WATCHED = re.compile(
    rf"\b(?:{_PERSONS})\b(?:\W+\w+){{0,4}}?\W+(?:danh sach|lap ho so|theo doi|dien quan ly"
    r"|dang quan ly|duoc quan ly|bi quan ly|sang loc|can chu y|de mat|goi hoi|tien an|nghien)\b"
)
_NAMES = re.compile(r"\b(?:ho va ten|ho ten|nhung ai|la ai|so can cuoc|cccd|ngay sinh)\b")
_STRICTER = {
    "tips": N_("Không hỏi về tin báo, tố giác hay nguồn tin của người dân."),
    "arrests": N_("Không hỏi về việc bắt giữ, đầu thú hay xử lý người."),
    "places_of_faith": N_("Không hỏi về sự kiện, cơ sở tôn giáo, dân tộc."),
    "protests": N_("Không hỏi về khiếu kiện, tụ tập hay dư luận."),
}
# Honest counts of harm ("hộ bị ngập", "người mất tích") read like this rule of scored indicators.
_LEFT_OUT = frozenset({"lists"})
_NO_WATCHING = N_("Không hỏi về người bị lập danh sách, quản lý, theo dõi.")
_NO_LISTS = N_(
    "Không yêu cầu danh sách, tên hay thông tin của từng người, từng hộ; hãy hỏi số lượng."
)


def asking_faults(text: str, *, unit: str = "") -> list[Sentence]:
    """Every reason why this label or question may not be asked; an empty list lets it pass."""
    found: dict[str, Sentence] = {}
    for line in _lines(text):
        folded = fold(line)
        if _LISTS.search(folded) or _NAMES.search(folded):
            found["person"] = Sentence(_NO_LISTS)
        if _WATCHED.search(folded):
            found["watched"] = Sentence(_NO_WATCHING)
        for fault in indicator_faults(Definition("", line, unit=unit, is_scored=True)):
            if fault.rule in _LEFT_OUT:
                continue
            words = {"word": fault.word}
            sentence = _STRICTER.get(fault.rule) or SENTENCES[fault.rule]
            found.setdefault(fault.rule, Sentence(sentence, words))
    return list(found.values())


def _lines(text: str) -> Iterable[str]:
    """The sentences of a text: what is asked in one says nothing about another."""
    return [line for part in re.split(r"[\n;.?!]+", text) if (line := tidy_line(part))]
