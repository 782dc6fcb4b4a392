"""Two dates side by side: what was opened, ended, renamed, retyped, recoded or moved between."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.areas import area_labels, area_on, area_versions_on
from phongtrao.org.queries.kinship import heirs_on, origins_on

KINDS = {
    "lap": _("Lập mới"),
    "ket-thuc": _("Kết thúc"),
    "doi-ten": _("Đổi tên"),
    "doi-loai": _("Đổi loại"),
    "doi-ma": _("Đổi mã"),
    "chuyen": _("Chuyển địa bàn cấp trên"),
}


@dataclass(slots=True)
class Difference:
    """One area that is not the same on both days; `kinds` are keys of KINDS."""

    lineage_id: int
    before: AreaVersion | None
    after: AreaVersion | None
    kinds: tuple[str, ...]
    before_parent: str = ""
    after_parent: str = ""
    may_open: bool = False
    kin: str = ""
    """What an ended area became, what a new one was made of."""

    @property
    def pk(self) -> int:
        """The lineage, as lists and their links expect it."""
        return self.lineage_id

    @property
    def shown(self) -> AreaVersion:
        """The later of both sides."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def sort_key(self) -> tuple[str, str]:
        """Provinces before what lies in them, then the Vietnamese order."""
        return (self.shown.level != "province" and "1") or "0", self.shown.sort_key


def differences(earlier: date, later: date, *, within: int | None = None) -> list[Difference]:
    """What differs between two days in the whole country or in one area, in Vietnamese order.

    An area that is not in force on one of the days is followed into what it became or came from.
    """
    before = _standing(earlier, later, within)
    after = _standing(later, earlier, within)
    found = []
    for lineage_id in before.keys() | after.keys():
        old, new = before.get(lineage_id), after.get(lineage_id)
        kinds = _kinds(old, new)
        if kinds:
            found.append(Difference(lineage_id, old, new, kinds))
    return sorted(found, key=lambda each: each.sort_key)


def complete(rows: Iterable[Difference], earlier: date, later: date, *, actor: Actor) -> None:
    """Give the rows of one page the names of parents and kin, in a handful of queries."""
    rows = list(rows)
    ended = [row.lineage_id for row in rows if row.after is None]
    opened = [row.lineage_id for row in rows if row.before is None]
    heirs, origins = heirs_on(ended, later), origins_on(opened, earlier)
    parents = {v.parent_id for row in rows for v in (row.before, row.after) if v and v.parent_id}
    then, now = area_labels(parents, earlier), area_labels(parents, later)
    for row in rows:
        row.before_parent = then.get(row.before.parent_id or 0, "") if row.before else ""
        row.after_parent = now.get(row.after.parent_id or 0, "") if row.after else ""
        kin = heirs.get(row.lineage_id) or origins.get(row.lineage_id) or []
        row.may_open = actor.scope.covers(row.lineage_id)
        row.kin = ", ".join(each.version.full_name for each in kin)


def _standing(day: date, other: date, within: int | None) -> dict[int, AreaVersion]:
    rows = area_versions_on(day).defer("name_folded", "slug")
    if within is None:
        return {row.lineage_id: row for row in rows}
    found: dict[int, AreaVersion] = {}
    for top in _tops(within, day, other):
        found |= {row.lineage_id: row for row in rows.under(top.path)}
    return found


def _tops(area_id: int, day: date, other: date) -> list[AreaVersion]:
    """The area itself on a day, or those that it became or came from."""
    itself = area_on(area_id, day)
    if itself is not None:
        return [itself]
    follow = heirs_on if day > other else origins_on
    return [kin.version for kin in follow([area_id], day)[area_id]]


def _kinds(old: AreaVersion | None, new: AreaVersion | None) -> tuple[str, ...]:
    if old is None:
        return ("lap",)
    if new is None:
        return ("ket-thuc",)
    pairs = {
        "doi-ten": (old.name, new.name),
        "doi-loai": (old.type, new.type),
        "doi-ma": (old.code, new.code),
        "chuyen": (old.parent_id, new.parent_id),
    }
    return tuple(kind for kind, (one, other) in pairs.items() if one != other)
