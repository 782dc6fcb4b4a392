"""One file from its bytes to its faults; the reader that runs in the upload wall's child."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from phongtrao.core.errors import N_
from phongtrao.intake.rules import secrecy_mark
from phongtrao.publishing.layout_check.checks import Fault, faults_of
from phongtrao.publishing.layout_check.components import take_apart
from phongtrao.publishing.layout_check.package import UnreadablePaperError
from phongtrao.publishing.layout_check.reading import read
from phongtrao.publishing.layout_check.rules import Rule, Severity, rules_on

READER = "phongtrao.publishing.layout_check.check:check_file"
KIND = "docx"
# A paper wrong on every line has as many faults as lines; nobody reads more than these.
MOST_PLACES = 20
# Only the code leaves the wall's child process; whoever shows it looks the sentence up here.
_REFUSALS = {
    "kind": N_(
        "Chỉ kiểm tra được thể thức của tệp Word; tệp này không có gì được lưu. Hãy lưu văn bản"
        " thành docx rồi gửi lại."
    ),
    "secret": N_(
        "Văn bản có dấu chỉ độ mật nên không được đưa lên hệ thống này. Không có gì được lưu; hãy"
        " xử lý văn bản theo quy định về bảo vệ bí mật nhà nước."
    ),
    "broken": N_(
        "Tệp Word bị hỏng hoặc quá dài nên không đọc được thể thức; không có gì được lưu. Hãy mở"
        " bằng Word, lưu lại thành docx rồi gửi lại."
    ),
}
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class RuleFaults:
    """The faults of one rule; `more` are those beyond the places that are shown."""

    rule: Rule
    places: tuple[Fault, ...]
    more: int = 0

    @property
    def count(self) -> int:
        """How many faults there are."""
        return len(self.places) + self.more

    @property
    def is_grave(self) -> bool:
        """Whether a component is missing or says something wrong."""
        return self.rule.severity is Severity.GRAVE

    def as_dict(self) -> dict[str, Any]:
        """Everything about it as plain values."""
        return {
            "number": self.rule.number,
            "code": self.rule.code,
            "fault": self.rule.fault,
            "fix": self.rule.fix,
            "article": self.rule.article,
            "severity": str(self.rule.severity),
            "verified": self.rule.verified,
            "count": self.count,
            "places": [{"text": each.excerpt, "seen": each.seen} for each in self.places],
        }

    @property
    def fails(self) -> bool:
        """Whether the paper fails by them: a rule whose text was not seen never fails one."""
        return self.rule.verified


def check(data: bytes) -> list[Fault]:
    """Every fault of a docx. Raises UnreadablePaperError."""
    return list(faults_of(take_apart(read(data))))


def check_file(path: Path, kind: str | None) -> dict[str, Any]:
    """The faults of a file as plain values, or why there are none; runs in the child."""
    return answer_about(path.read_bytes()) if kind == KIND else {"refused": "kind"}


def answer_about(data: bytes) -> dict[str, Any]:
    """The same for the bytes of a docx."""
    try:
        paper = read(data)
    except UnreadablePaperError:
        return {"refused": "broken"}
    # Line by line: the guard of uploads joins the paragraphs of a cell, where the mark may stand.
    if secrecy_mark("\n".join(line.text for line in paper.printed())):
        return {"refused": "secret"}
    found = faults_of(take_apart(paper))
    counts: dict[str, int] = {}
    shown = []
    for fault in found:
        counts[fault.code] = counts.get(fault.code, 0) + 1
        if counts[fault.code] <= MOST_PLACES:
            shown.append([fault.code, fault.excerpt, fault.seen])
    return {"faults": shown, "counts": counts}


def refusal_of(answer: Mapping[str, Any]) -> str:
    """The sentence of a file that could not be checked; "" where it was."""
    if not isinstance(answer.get("faults"), list):
        return _REFUSALS.get(str(answer.get("refused")), _REFUSALS["broken"])
    return ""


def by_rule(answer: Mapping[str, Any], day: date) -> list[RuleFaults]:
    """What the child has said, by rule in the order of the rules; it is trusted in nothing."""
    rules = rules_on(day)
    places: dict[str, list[Fault]] = {}
    for entry in _list(answer.get("faults")):
        code, excerpt, seen = (str(each)[:_LONGEST] for each in (*_list(entry), "", "", "")[:3])
        if code in rules:
            places.setdefault(code, []).append(Fault(code, excerpt, seen))
    counts = answer.get("counts")
    told = counts if isinstance(counts, dict) else {}
    return [
        RuleFaults(rule, tuple(places[code]), _more(told.get(code), len(places[code])))
        for code, rule in rules.items()
        if code in places
    ]


def _list(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list) else ()


def _more(count: Any, shown: int) -> int:
    return max(0, count - shown) if isinstance(count, int) else 0
