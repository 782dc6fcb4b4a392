"""Everything that is wrong with a list of areas in time; a list without faults may be used.

Pure. Works on versions and successions as they are written, so that a broken list is described
instead of failing to load. The rules are those of identity and succession in `docs/adr/0003`.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from phongtrao.core.vietnamese import name_key
from phongtrao.org.gazetteer.records import LEVELS, AreaVersion, Succession

MAX_DENOMINATOR: Final = 10_000
FOREVER: Final = date.max


class Fault(NamedTuple):
    """One fault: its kind, the lineage it is about and a sentence for the person who mends it."""

    kind: str
    lineage_id: int
    sentence: str


class _Life:
    """The versions of a lineage, oldest first, with the days it was in force."""

    def __init__(self, versions: list[AreaVersion]):
        self.versions = sorted(versions, key=lambda each: each.valid_from)
        self.first = self.versions[0].valid_from
        self.last = max(_end(each) for each in versions)

    def covers(self, start: date, end: date) -> bool:
        """Whether it was in force on every day from `start` up to `end`."""
        for version in self.versions:
            if version.valid_from <= start < _end(version):
                start = _end(version)
        return start >= end


def find_faults(versions: Iterable[AreaVersion], successions: Iterable[Succession]) -> list[Fault]:
    """All faults of a list of areas, in the order of the rules; empty when it is sound."""
    by_lineage: dict[int, list[AreaVersion]] = defaultdict(list)
    for version in versions:
        by_lineage[version.lineage_id].append(version)
    lives = {lineage_id: _Life(life) for lineage_id, life in by_lineage.items()}
    links = list(successions)
    found = [*_time_faults(lives), *_parent_faults(lives), *_twin_faults(lives)]
    found += [*_link_faults(lives, links), *_share_faults(lives, links), *_cycle_faults(links)]
    return found


def _time_faults(lives: dict[int, _Life]) -> Iterator[Fault]:
    for lineage_id, life in lives.items():
        for version in life.versions:
            if _end(version) <= version.valid_from:
                yield _fault("empty", version, f"kết thúc trước khi bắt đầu {_span(version)}.")
        for earlier, later in pairwise(life.versions):
            if later.valid_from < _end(earlier):
                sentence = f"có hai bản ghi chồng nhau: {_span(earlier)} và {_span(later)}."
                yield _fault("overlap", later, sentence)
            elif later.valid_from > _end(earlier):
                sentence = f"đứt quãng từ {_day(_end(earlier))} đến {_day(later.valid_from)}."
                yield _fault("gap", later, sentence)
            if later.level != earlier.level:
                yield Fault("level", lineage_id, f"{_named(later)} đổi cấp giữa chừng.")


def _parent_faults(lives: dict[int, _Life]) -> Iterator[Fault]:
    for life in lives.values():
        for version in life.versions:
            if version.parent_id is None:
                if version.level != LEVELS[0]:
                    yield _fault("parent", version, "không ghi cấp trên.")
                continue
            parent = lives.get(version.parent_id)
            if parent is None:
                yield _fault("parent", version, f"có cấp trên không tồn tại ({version.parent_id}).")
                continue
            above = parent.versions[0]
            if LEVELS.index(above.level) >= LEVELS.index(version.level):
                yield _fault("level", version, f"không thể thuộc {above.full_name}.")
            if not parent.covers(version.valid_from, _end(version)):
                sentence = f"{_span(version)} có ngày không còn cấp trên {above.full_name}."
                yield _fault("outlives-parent", version, sentence)
    yield from _loops(lives)


def _loops(lives: dict[int, _Life]) -> Iterator[Fault]:
    """Areas that lie in themselves at some time."""
    parents = {
        lineage_id: [v.parent_id for v in life.versions if v.parent_id in lives]
        for lineage_id, life in lives.items()
    }
    for lineage_id in _in_cycles(
        {each: [p for p in above if p] for each, above in parents.items()}
    ):
        yield _fault("cycle", lives[lineage_id].versions[0], "nằm trong chính nó.")


def _twin_faults(lives: dict[int, _Life]) -> Iterator[Fault]:
    """Two areas with one code, or with one name under one parent, on the same day."""
    by_code: dict[str, list[AreaVersion]] = defaultdict(list)
    by_name: dict[tuple[object, ...], list[AreaVersion]] = defaultdict(list)
    for life in lives.values():
        for version in life.versions:
            by_code[version.code].append(version)
            name = version.parent_id, version.type, name_key(version.name)
            by_name[name].append(version)
    for kind, words, groups in (
        ("code-twice", "cùng mã", by_code.values()),
        ("name-twice", "cùng tên, cùng cấp trên", by_name.values()),
    ):
        for group in groups:
            ordered = sorted(group, key=lambda each: (each.valid_from, _end(each)))
            one = ordered[0]
            for other in ordered[1:]:
                if one.lineage_id != other.lineage_id and other.valid_from < _end(one):
                    yield _fault(kind, other, f"trùng với {_named(one)}: {words}, cùng thời gian.")
                one = max(one, other, key=_end)


def _link_faults(lives: dict[int, _Life], links: list[Succession]) -> Iterator[Fault]:
    taken = {link.from_id for link in links}
    for lineage_id, life in lives.items():
        if life.last != FOREVER and lineage_id not in taken:
            yield _fault("no-successor", life.versions[-1], "đã kết thúc mà không có nơi kế thừa.")
    for link in links:
        before, after = lives.get(link.from_id), lives.get(link.to_id)
        if before is None or after is None:
            sentence = f"Kế thừa {link.from_id} → {link.to_id}: có địa bàn không tồn tại."
            yield Fault("unknown-area", link.from_id, sentence)
            continue
        if link.on != before.last:
            sentence = f"kết thúc ngày {_day(before.last)} nhưng kế thừa ghi {_day(link.on)}."
            yield _fault("succession-day", before.versions[-1], sentence)
        if not after.first <= link.on < after.last:
            sentence = f"được ghi kế thừa ngày {_day(link.on)}, khi chưa có hoặc không còn."
            yield _fault("succession-day", after.versions[0], sentence)


def _share_faults(lives: dict[int, _Life], links: list[Succession]) -> Iterator[Fault]:
    by_area: dict[int, list[Succession]] = defaultdict(list)
    for link in links:
        by_area[link.from_id].append(link)
    for lineage_id, parts in by_area.items():
        name = _named(lives[lineage_id].versions[-1]) if lineage_id in lives else str(lineage_id)
        total = sum((part.share for part in parts), Fraction(0))
        if total != 1:
            sentence = f"{name}: các phần cộng lại là {total}, phải đúng bằng 1."
            yield Fault("shares", lineage_id, sentence)
        if any(part.share <= 0 for part in parts):
            yield Fault("shares", lineage_id, f"{name}: mỗi phần phải lớn hơn 0.")
        if math.lcm(*(part.share.denominator for part in parts)) > MAX_DENOMINATOR:
            yield Fault("shares", lineage_id, f"{name}: mẫu số chung vượt quá 10.000.")
        if len({part.to_id for part in parts}) < len(parts):
            yield Fault("succession-twice", lineage_id, f"{name}: một nơi kế thừa ghi hai lần.")


def _cycle_faults(links: list[Succession]) -> Iterator[Fault]:
    after: dict[int, list[int]] = defaultdict(list)
    for link in links:
        after[link.from_id].append(link.to_id)
    for lineage_id in _in_cycles(after):
        sentence = f"Kế thừa đi vòng, trở lại địa bàn {lineage_id}."
        yield Fault("cycle", lineage_id, sentence)


def _in_cycles(arrows: dict[int, list[int]]) -> list[int]:
    """The ids on or behind a cycle: what is left when ends are taken away again and again."""
    waiting = {each: len(arrows[each]) for each in arrows}
    into: dict[int, list[int]] = defaultdict(list)
    for each, targets in arrows.items():
        for target in targets:
            into[target].append(each)
    ends = [target for target in into if not waiting.get(target)]
    ends += [each for each, count in waiting.items() if not count and each not in into]
    for end in ends:
        for each in into[end]:
            waiting[each] -= 1
            if not waiting[each]:
                ends.append(each)
    return [each for each, count in waiting.items() if count]


def _fault(kind: str, version: AreaVersion, rest: str) -> Fault:
    return Fault(kind, version.lineage_id, f"{_named(version)} {rest}")


def _named(version: AreaVersion) -> str:
    return f"{version.full_name} ({version.code})"


def _end(version: AreaVersion) -> date:
    return version.valid_to or FOREVER


def _span(version: AreaVersion) -> str:
    end = _day(version.valid_to) if version.valid_to else "nay"
    return f"{_day(version.valid_from)}–{end}"


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
