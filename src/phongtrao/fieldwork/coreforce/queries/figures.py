"""Allowances and other head-counts as far as an actor sees them; the mean allowance of a day."""

from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Value

from phongtrao.fieldwork.coreforce.models import (
    AllowanceRule,
    HeadCount,
    NucleusActivity,
    Team,
    TeamReading,
)
from phongtrao.fieldwork.coreforce.queries.teams import living_on
from phongtrao.fieldwork.coreforce.rules import SECURITY, mean_allowance
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.org.models import AreaVersion, Succession
from phongtrao.org.permissions import Actor


def allowance_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the register of allowances."""
    return visible(actor, AllowanceRule.objects.select_related("programme", "body"))


def allowance_for(actor: Actor, pk: int) -> Any:
    """One visible resolution; raises NotFound."""
    return entry_of(allowance_rows(actor).select_related("recorded_by__account"), pk)


def headcount_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the other head-counts; `keeper` is the acting body (`rules.shown`)."""
    rows = visible(actor, HeadCount.objects.select_related("programme", "body"))
    return rows.annotate(keeper=Value(actor.body_id or 0))


def headcount_for(actor: Actor, pk: int) -> Any:
    """One visible head-count; raises NotFound."""
    return entry_of(headcount_rows(actor).select_related("recorded_by__account"), pk)


def nucleus_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the activities of nucleus roles."""
    return visible(actor, NucleusActivity.objects.select_related("programme", "body"))


def nucleus_for(actor: Actor, pk: int) -> Any:
    """One visible entry; raises NotFound."""
    return entry_of(nucleus_rows(actor).select_related("recorded_by__account"), pk)


def mean_on(area_id: int, day: date) -> int | None:
    """The mean allowance below an area on a day, weighted by the members of the security teams.

    After a merger the resolution of the former province goes before that of the present one for
    as long as it holds. None where no resolution or no head-count is known.
    """
    amounts = dict(_in_force(day))
    here = AreaVersion.objects.on(day).filter(lineage_id=area_id).first()
    if not amounts or here is None:
        return None
    below = AreaVersion.objects.on(day).under(here.path)
    last = TeamReading.objects.filter(team=OuterRef("pk"), read_on__lte=day).order_by("-read_on")
    teams = living_on(Team.objects.filter(kind=SECURITY), day).filter(
        area_id__in=below.values("lineage_id")
    )
    rows = teams.annotate(n=Subquery(last.values("total")[:1])).values_list("area_id", "n")
    members: dict[int, int] = {}
    for area, total in rows:
        members[area] = members.get(area, 0) + (total or 0)
    granted = _granted(members, amounts, day)
    return mean_allowance((granted[area], n) for area, n in members.items() if area in granted)


def _in_force(day: date) -> list[tuple[int, int]]:
    rules = counted(AllowanceRule.objects.all()).filter(valid_from__lte=day)
    rules = rules.exclude(valid_to__lte=day)
    return list(rules.values_list("area_id", "amount"))


def _granted(areas: Any, amounts: dict[int, int], day: date) -> dict[int, int]:
    """Which amount holds in each area: of a province it belonged to, else of its own."""
    origins: dict[int, set[int]] = {area: {area} for area in areas}
    ways = Succession.objects.reached_from(areas, forwards=False)
    heirs: dict[int, list[int]] = {}
    for before, after in ways.values_list("predecessor_id", "successor_id"):
        heirs.setdefault(after, []).append(before)
    for found in origins.values():
        waiting = list(found)
        while waiting:
            new = [each for each in heirs.get(waiting.pop(), []) if each not in found]
            found.update(new)
            waiting += new
    everyone = set().union(*origins.values()) if origins else set()
    above: dict[int, tuple[set[int], set[int]]] = {}
    versions = AreaVersion.objects.filter(lineage_id__in=everyone)
    for lineage, path, starts, ends in versions.values_list(
        "lineage_id", "path", "valid_from", "valid_to"
    ):
        now, former = above.setdefault(lineage, (set(), set()))
        holds = starts <= day and (ends is None or day < ends)
        (now if holds else former).update(_lineages(path))
    return {
        area: amount
        for area, found in origins.items()
        if (amount := _first_amount(area, found, above, amounts)) is not None
    }


def _lineages(path: str) -> set[int]:
    return {int(step) for step in path.strip("/").split("/") if step.isdigit()}


def _first_amount(
    area: int,
    origins: set[int],
    above: dict[int, tuple[set[int], set[int]]],
    amounts: dict[int, int],
) -> int | None:
    present = above.get(area, (set(), set()))[0]
    former: set[int] = set()
    for each in origins:
        now, before = above.get(each, (set(), set()))
        former |= now | before
    for province in [*sorted(former - present), *sorted(present)]:
        if province in amounts:
            return amounts[province]
    return None
