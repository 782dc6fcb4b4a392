"""From typed lines to areas: one name or code, a list of them, and the form of a reorganisation."""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.vietnamese import name_key, tidy_line
from phongtrao.org import queries
from phongtrao.org.models import AreaVersion
from phongtrao.org.queries.finding import areas_called
from phongtrao.org.reshaping.operations import NewArea, Part, default_parts
from phongtrao.org.reshaping.typed import TypedLine, parse_share, type_and_name, typed_lines

T = TypeVar("T")
_MOST_NAMED = 6
_LONGEST_SHOWN = 80


def area_called(typed: str, day: date, *, level: str = "") -> AreaVersion:
    """The one area in force on a day that is meant; "51 tỉnh Quảng Ngãi" is read by its code.

    Raises InvalidInput for an unknown one and for several, which it names with their provinces.
    """
    text = tidy_line(typed)
    code = text.split(maxsplit=1)[0] if text else ""
    wanted = code if code.isascii() and code.isdigit() else text
    found = [each for each in areas_called(wanted, day) if level in ("", each.level)]
    if len(found) == 1:
        return found[0]
    data: dict[str, Any] = {"text": text[:_LONGEST_SHOWN], "day": f"{day:%d/%m/%Y}"}
    if not found:
        raise InvalidInput(
            N_('Không có địa bàn nào là "%(text)s" vào ngày %(day)s.'), "area.unknown", **data
        )
    raise InvalidInput(
        N_('"%(text)s" có thể là: %(names)s. Hãy ghi mã, hoặc ghi thêm tỉnh, thành phố.'),
        "area.several",
        names="; ".join(_with_place(found[:_MOST_NAMED], day)),
        **data,
    )


def _with_place(areas: Sequence[AreaVersion], day: date) -> list[str]:
    parents = queries.area_labels({each.parent_id for each in areas if each.parent_id}, day)
    return [
        f"{each.full_name}, {parents.get(each.parent_id or 0, '')} ({each.code})" for each in areas
    ]


def each_line(text: str, read: Callable[[TypedLine], T], faults: list[str]) -> list[T]:
    """Read every line; what is wrong is added to `faults` with the number of its line."""
    found: list[T] = []
    try:
        lines = typed_lines(text)
    except InvalidInput as fault:
        faults.append(fault.shown(_))
        return []
    for line in lines:
        try:
            found.append(read(line))
        except InvalidInput as fault:
            faults.append(at_line(line.number, fault))
    return found


def at_line(number: int, fault: InvalidInput) -> str:
    """The sentence of a fault with the number of its line."""
    return _("Dòng %(line)s: %(why)s") % {"line": number, "why": fault.shown(_)}


def areas_listed(text: str, day: date, faults: list[str], *, level: str = "") -> list[AreaVersion]:
    """The areas of a pasted list, one a line; unknown, ambiguous and doubled ones are faults."""
    seen: dict[int, int] = {}

    def read(line: TypedLine) -> AreaVersion:
        area = area_called(" ".join(part for part in line.parts if part), day, level=level)
        if area.lineage_id in seen:
            raise InvalidInput(
                Sentence(
                    N_("%(area)s đã có ở dòng %(line)s."),
                    {"area": area.full_name, "line": seen[area.lineage_id]},
                )
            )
        seen[area.lineage_id] = line.number
        return area

    return each_line(text, read, faults)


class Reorganisation:
    """The text boxes of a reorganisation read together; `faults` by field."""

    def __init__(self, data: dict[str, Any], day: date, level: str) -> None:
        """Read the old areas, the new ones, then the shares and children that name both."""
        self.faults: dict[str, list[str]] = {name: [] for name in ("olds", "news", "shares",
                                                                   "children")}  # fmt: skip
        self.day, self.level = day, level
        self.olds = areas_listed(data["olds"], day, self.faults["olds"], level=level)
        self.news = each_line(data["news"], self._new_area, self.faults["news"])
        shares = each_line(data["shares"], self._part, self.faults["shares"])
        children = each_line(data["children"], self._child, self.faults["children"])
        self.children, self._shares = dict(children), shares

    @property
    def parts(self) -> tuple[Part, ...]:
        """The typed shares; an old area without any goes to all new ones in equal parts."""
        named = {part.from_id for part in self._shares}
        rest = {
            each.lineage_id: tuple(range(len(self.news)))
            for each in self.olds
            if each.lineage_id not in named
        }
        by_old = {part: place for place, part in enumerate(each.lineage_id for each in self.olds)}
        parts = [*self._shares, *default_parts(rest)]
        return tuple(sorted(parts, key=lambda part: (by_old[part.from_id], part.to)))

    @property
    def needs_source(self) -> bool:
        """Whether somebody has typed a share of less than the whole."""
        return any(part.share != 1 for part in self._shares)

    def _new_area(self, line: TypedLine) -> NewArea:
        named = type_and_name(line.part(1), self.level)
        if named is None:
            raise InvalidInput(
                N_('Hãy ghi như "12345; phường Tên; 51": mã, loại và tên, rồi cấp trên nếu khác.')
            )
        return NewArea(line.part(0), named[1], named[0], self.level, self._parent(line.part(2)))

    def _parent(self, typed: str) -> int:
        if typed:
            return area_called(typed, self.day).lineage_id
        parents = {each.parent_id for each in self.olds if each.parent_id is not None}
        if len(parents) != 1:
            raise InvalidInput(
                N_("Các địa bàn cũ thuộc nhiều nơi; hãy ghi địa bàn cấp trên ở phần thứ ba.")
            )
        return parents.pop()

    def _part(self, line: TypedLine) -> Part:
        old = self._old(line.part(0))
        share = parse_share(line.part(2)) if line.part(2) else Fraction(1)
        return Part(old.lineage_id, self._place(line.part(1)), share)

    def _child(self, line: TypedLine) -> tuple[int, int]:
        return area_called(line.part(0), self.day).lineage_id, self._place(line.part(1))

    def _old(self, typed: str) -> AreaVersion:
        found = [each for each in self.olds if _is_called(typed, each.code, each.type, each.name)]
        if len(found) != 1:
            raise InvalidInput(N_('"%(text)s" không phải một địa bàn cũ ở trên.'), text=typed)
        return found[0]

    def _place(self, typed: str) -> int:
        found = [
            place
            for place, each in enumerate(self.news)
            if _is_called(typed, each.code, each.type, each.name)
        ]
        if len(found) != 1:
            raise InvalidInput(N_('"%(text)s" không phải một địa bàn mới ở trên.'), text=typed)
        return found[0]


def _is_called(typed: str, code: str, type_word: str, name: str) -> bool:
    wanted = name_key(typed)
    return wanted in (name_key(code), name_key(name), name_key(f"{type_word} {name}"))
