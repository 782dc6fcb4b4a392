"""What a rule is, and the two sources that rules are taken from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Severity(StrEnum):
    """How grave a fault is; the value is the word on screens and in files."""

    GRAVE = "nặng"
    ORDINARY = "thường"


@dataclass(frozen=True, slots=True)
class Source:
    """A legal text, in force on the half-open days [valid_from, valid_to)."""

    name: str
    valid_from: date
    valid_to: date | None = None

    def is_in_force(self, day: date) -> bool:
        """Whether the text binds a paper of this day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True)
class Rule:
    """One layout rule. `number` is for people, `code` for programs; neither is given out anew.

    `fault` says what is wrong and `fix` what to do. A rule whose text was not seen is not
    `verified`: it is told as "chưa đối chiếu" and never fails a paper.
    """

    number: str
    code: str
    fault: str
    fix: str
    place: str
    source: Source
    severity: Severity = Severity.ORDINARY
    verified: bool = True

    @property
    def article(self) -> str:
        """Source and place in it, as a citation."""
        return f"{self.source.name}, {self.place}" if self.place else self.source.name


DECREE = Source("Nghị định 30/2020/NĐ-CP", date(2020, 3, 5))
PARTY_GUIDE = Source("Hướng dẫn 36-HD/VPTW", date(2018, 4, 3))
_APPENDIX = "Phụ lục I, Phần I, Mục "

# The first letter of a rule's number, in the order of a paper from its sheet to its end.
GROUPS = {
    "A": "Khổ giấy, lề, phông chữ, số trang",
    "B": "Quốc hiệu, Tiêu ngữ",
    "C": "Tên cơ quan ban hành",
    "D": "Số, ký hiệu",
    "E": "Địa danh, thời gian",
    "F": "Tên loại, trích yếu",
    "G": "Kính gửi",
    "H": "Căn cứ ban hành",
    "I": "Nội dung văn bản",
    "K": "Chức vụ, họ tên người ký",
    "L": "Nơi nhận",
    "M": "Phụ lục",
    "N": "Dấu chỉ độ khẩn",
    "P": "Thể thức văn bản của Đảng",
}


def section(place: str) -> str:
    """A place in Appendix I, Part I of the decree."""
    return _APPENDIX + place


def decree(number: str, code: str, fault: str, fix: str, place: str) -> Rule:
    """A rule of the decree about how something looks."""
    return Rule(number, code, fault, fix, place, DECREE)


def grave(number: str, code: str, fault: str, fix: str, place: str) -> Rule:
    """A rule of the decree about a component that is not there or says something wrong."""
    return Rule(number, code, fault, fix, place, DECREE, Severity.GRAVE)


def unseen(number: str, code: str, fault: str, fix: str, place: str = "") -> Rule:
    """A rule that rests on custom or memory: its text in the decree was not seen."""
    return Rule(number, code, fault, fix, place, DECREE, verified=False)
