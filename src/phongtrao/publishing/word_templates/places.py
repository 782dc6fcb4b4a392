"""Where in a Word file something stands, and what is wrong there, in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from phongtrao.core.errors import N_
from phongtrao.core.vietnamese import tidy_line

LONGEST_SHOWN = 80
_PLACES: Mapping[str, str] = {
    "paragraph": N_("đoạn %(first)s"),
    "cell": N_("bảng %(first)s, hàng %(second)s, cột %(third)s"),
    "inline": N_("đoạn %(first)s, trong một liên kết, ô nội dung hay chỗ đang theo dõi sửa đổi"),
    "box": N_("một hộp chữ"),
    "hidden": N_("phần ẩn của văn bản (mã trường, thuộc tính, chữ đã xóa)"),
    "header": N_("đầu trang"),
    "footer": N_("chân trang"),
    "notes": N_("chú thích cuối trang"),
    "comments": N_("nhận xét bên lề"),
    "properties": N_("thuộc tính của tệp"),
    "other": N_("một phần khác của tệp"),
    "file": N_("cả tệp"),
}
_FAULTS: Mapping[str, str] = {
    "broken": N_("Tệp Word bị hỏng nên không đọc được. Hãy mở bằng Word, lưu lại thành docx."),
    "strict": N_("Tệp lưu theo dạng Strict Open XML. Hãy lưu lại theo dạng Word Document (docx)."),
    "empty": N_(
        "Tệp không có chỗ điền nào nên không phải là mẫu báo cáo. Hãy bắt đầu từ mẫu có sẵn."
    ),
    "too-long": N_("Mẫu quá dài (%(place)s): mẫu chỉ cần khung trình bày, hãy bớt nội dung."),
    "too-many": N_("Mẫu có quá nhiều chỗ điền hoặc vòng lặp. Hãy bớt các chỗ lặp lại."),
    "unknown": N_("Không có chỗ điền %(tag)s (%(place)s). Hãy xem bảng chỗ điền."),
    "marks": N_(
        "%(tag)s (%(place)s) có ký tự lạ hoặc không nhìn thấy. Hãy xóa đi và gõ lại bằng chữ thường"
        " không dấu."
    ),
    "near": N_("Không có chỗ điền %(tag)s (%(place)s). Có phải là %(hint)s?"),
    "construct": N_(
        "Không được dùng %(tag)s (%(place)s): mẫu chỉ nhận các chỗ điền trong bảng và hai dạng lặp."
    ),
    "brace": N_(
        "Dấu ngoặc nhọn lẻ ở %(place)s, gần %(tag)s. Trong mẫu, ngoặc nhọn chỉ dùng cho chỗ điền."
    ),
    "place": N_(
        "%(tag)s nằm ở %(place)s. Chỗ điền chỉ đặt được trong đoạn văn và ô bảng của thân văn bản."
    ),
    "scope": N_("%(tag)s (%(place)s) phải nằm trong vòng lặp %(hint)s."),
    "loop-alone": N_("%(tag)s (%(place)s) phải đứng một mình trong một đoạn riêng."),
    "loop-row": N_("%(tag)s (%(place)s) phải đứng một mình trong một hàng riêng của bảng."),
    "loop-open": N_("Vòng lặp %(tag)s (%(place)s) không được đóng bằng %(hint)s ở cùng chỗ."),
    "loop-close": N_("%(tag)s (%(place)s) không đóng vòng lặp nào."),
    "loop-outside": N_("Vòng lặp %(tag)s (%(place)s) phải đứng ngoài mọi vòng lặp khác."),
    "engine": N_(
        "Mẫu không điền thử được nên không nhận. Hãy tải mẫu có sẵn và chuyển dần trình bày sang."
    ),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its kind, and what is counted there (paragraph; or table, row, column)."""

    kind: str
    first: int = 0
    second: int = 0
    third: int = 0


WHOLE_FILE = Place("file")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that keeps a file from being a template."""

    code: str
    place: Place = WHOLE_FILE
    tag: str = ""
    hint: str = ""

    def plain(self) -> list[Any]:
        """The fault as plain values, to leave the child process."""
        at = self.place
        return [self.code, at.kind, at.first, at.second, at.third, self.tag, self.hint]

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """What is wrong, where, and what to do."""
        at = self.place
        numbers = {"first": at.first, "second": at.second, "third": at.third}
        words = {
            "place": translate(_PLACES[at.kind]) % numbers,
            "tag": f"“{shown(self.tag)}”",
            "hint": f"“{shown(self.hint)}”",
        }
        return translate(_FAULTS[self.code]) % words


def fault_of(values: Sequence[Any]) -> Fault | None:
    """A fault from what the child process has said; it is trusted in nothing."""
    if len(values) != len(Fault("").plain()):
        return None
    code, kind, *numbers, tag, hint = values
    if code not in _FAULTS or kind not in _PLACES:
        return None
    if not all(isinstance(each, int) for each in numbers):
        return None
    return Fault(code, Place(kind, *numbers), str(tag), str(hint))


def shown(text: str) -> str:
    """Text of a foreign file on one line, with nothing hidden in it, cut to what can be read."""
    line = tidy_line(text)
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"
