"""What a body and its area were made of: whose past it answers for."""

from collections.abc import Collection, Mapping

from phongtrao.org.models import Body, Succession
from phongtrao.org.permissions import Actor


def forebears(area_id: int) -> frozenset[int]:
    """The areas that went into an area, through any number of mergers."""
    rows = Succession.objects.reached_from({area_id}, forwards=False)
    return frozenset(rows.values_list("predecessor_id", flat=True)) - {area_id}


def own_and_former(actor: Actor) -> list[int]:
    """The acting body and the bodies of its kind in the areas that went into its own.

    Read once a request, for every list and page asks.
    """
    if "own_and_former" not in actor.__dict__:
        actor.__dict__["own_and_former"] = _own_and_former(actor)
    found: list[int] = actor.__dict__["own_and_former"]
    return found


def _own_and_former(actor: Actor) -> list[int]:
    if actor.body is None:
        return []
    if actor.scope.everything:  # no other area went into the whole country
        return [actor.body.pk]
    before = Succession.objects.reached_from({actor.body.area_id}, forwards=False)
    former = Body.objects.filter(
        kind_id=actor.body.kind_id, area_id__in=before.values("predecessor_id")
    )
    return [actor.body.pk, *former.exclude(pk=actor.body.pk).values_list("pk", flat=True)]


def heirs(area_ids: Collection[int]) -> dict[int, set[int]]:
    """Area → all areas it became, or a part of it became, through any number of mergers."""
    rows = Succession.objects.reached_from(area_ids, forwards=True)
    steps: dict[int, set[int]] = {}
    for before, after in rows.values_list("predecessor_id", "successor_id"):
        steps.setdefault(before, set()).add(after)
    return {area_id: _reached(area_id, steps) for area_id in area_ids}


def _reached(area_id: int, steps: Mapping[int, set[int]]) -> set[int]:
    found: set[int] = set()
    waiting = [area_id]
    while waiting:
        new = steps.get(waiting.pop(), set()) - found
        found |= new
        waiting.extend(new)
    return found
