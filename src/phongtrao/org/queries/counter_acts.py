"""The act that turns another one back, as its form would be typed; for acts past their undo.

Nothing is deleted by it: it has a day and a paper of its own, and the series go through both.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from phongtrao.org.models import AreaChange, AreaVersion
from phongtrao.org.queries.areas import area_versions_on
from phongtrao.org.queries.known_areas import replaced_versions


@dataclass(frozen=True, slots=True)
class CounterAct:
    """The form that takes it, the area on whose page it stands, and what is typed beforehand."""

    page: str
    area_id: int
    proposed: Mapping[str, str]


def counter_act(change: AreaChange, day: date) -> CounterAct | None:
    """What turns an act back from a day on; None where its areas are not in force on that day.

    Opening is answered by closing, closing by opening, a change by the former values, and a
    reorganisation by one the other way, with shares only where several areas were cut together.
    """
    told = change.record["told"]
    former = _former(change)
    made = [each["id"] for each in told["opened"]]
    rows = area_versions_on(day).filter(lineage_id__in=_needed(told, former))
    today = {row.lineage_id: row for row in rows}
    if not set(made) <= set(today):
        return None
    if made and told["closed"]:
        return _joined(told, former, today)
    if made:
        return CounterAct("org:area-close", made[0], {})
    if told["closed"]:
        return _opened_again(former[told["closed"][0]["id"]], today)
    return _as_before(former[told["amended"][0]["after"]["id"]], today)


def _former(change: AreaChange) -> dict[int, AreaVersion]:
    """The areas as the act found them, by lineage."""
    ended = AreaVersion.objects.filter(pk__in=change.record["ended"])
    return {row.lineage_id: row for row in (*ended, *replaced_versions(change))}


def _needed(told: dict[str, list[dict[str, int]]], former: dict[int, AreaVersion]) -> set[int]:
    """The areas made or amended, and the parents that former ones would come back under."""
    parents = {row.parent_id for row in former.values() if row.parent_id is not None}
    return {*(each["id"] for each in told["opened"]), *former, *parents}


def _opened_again(old: AreaVersion, today: Mapping[int, AreaVersion]) -> CounterAct | None:
    if old.parent_id not in today:
        return None
    typed = {"code": old.code, "type": old.type, "name": old.name}
    return CounterAct("org:area-open", int(old.parent_id or 0), typed)


def _as_before(old: AreaVersion, today: Mapping[int, AreaVersion]) -> CounterAct | None:
    parent = today.get(old.parent_id or 0)
    if old.lineage_id not in today or parent is None:
        return None
    typed = {"name": old.name, "type": old.type, "code": old.code, "parent": _line(parent)}
    return CounterAct("org:area-amend", old.lineage_id, typed)


def _joined(
    told: dict[str, list[dict[str, int]]],
    former: dict[int, AreaVersion],
    today: Mapping[int, AreaVersion],
) -> CounterAct | None:
    olds = [former[each["id"]] for each in told["closed"]]
    parents = [today.get(row.parent_id or 0) for row in olds]
    typed = {
        "olds": "\n".join(_line(today[each["id"]]) for each in told["opened"]),
        "news": "\n".join(
            f"{old.code}; {old.full_name}; {_line(parent)}"
            for old, parent in zip(olds, parents, strict=True)
            if parent is not None
        ),
    }
    if len(told["opened"]) > 1 and len(olds) > 1:
        typed |= {"shares": _shares(told, former, today), "source": _("chia đều, ước tính")}
    if None in parents:
        return None
    return CounterAct("org:area-reorganise", told["opened"][0]["id"], typed)


def _shares(
    told: dict[str, list[dict[str, int]]],
    former: dict[int, AreaVersion],
    today: Mapping[int, AreaVersion],
) -> str:
    """One line a pair: each area that was made goes back to those it came from, in equal parts."""
    came_from: dict[int, list[int]] = {}
    for part in told["parts"]:
        came_from.setdefault(part["to"], []).append(part["from"])
    return "\n".join(
        f"{today[made].code}; {former[old].code}; {Fraction(1, len(olds))}"
        for made, olds in came_from.items()
        for old in olds
    )


def _line(area: AreaVersion) -> str:
    return f"{area.code} {area.full_name}"
