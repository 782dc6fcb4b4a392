"""Entries that may tell of one model, as the rules find them; and what was decided about pairs."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.db.models import Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.fieldwork.exemplars.models import ModelPair, PracticeModel
from phongtrao.fieldwork.exemplars.rules import Described, Likeness, likeness
from phongtrao.fieldwork.register.queries import counted, visible
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.areas import area_labels
from phongtrao.org.queries.kinship import heirs_on

MOST_SHOWN = 50
# More entries than this in one place are compared with their neighbours by name alone.
_MOST_IN_A_PLACE = 120


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entries that look like one model, and why."""

    first: Any
    second: Any
    found: Likeness


def proposed_pairs(actor: Actor) -> list[Proposal]:
    """Pairs among the models that the actor sees, the most alike first; decided ones left out."""
    rows = counted(visible(actor, PracticeModel.objects.select_related("body")))
    rows = rows.filter(merged_into__isnull=True).exclude(state__in=["removed", "dropped"])
    models = list(rows.order_by("name", "pk"))
    told = _described(models, actor)
    decided = _kept_apart()
    found = []
    for place in _by_place(models, told).values():
        for first, second in _couples(place):
            key = (min(first.pk, second.pk), max(first.pk, second.pk))
            if key in decided:
                continue
            alike = likeness(told[first.pk], told[second.pk])
            if alike.same:
                found.append(Proposal(first, second, alike))
    found.sort(key=lambda each: (-each.found.score, each.first.pk, each.second.pk))
    return found


def decided_pairs(actor: Actor) -> QuerySet[ModelPair]:
    """What was decided about pairs of which the actor sees one, the newest first."""
    seen = visible(actor, PracticeModel.objects.all())
    rows = ModelPair.objects.select_related("first__body", "second__body", "body")
    return rows.filter(Q(first__in=seen) | Q(second__in=seen))


def pair_for(actor: Actor, pk: int) -> ModelPair:
    """One decided pair; raises NotFound."""
    found = decided_pairs(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def _described(models: list[PracticeModel], actor: Actor) -> dict[int, Described]:
    """The entries as the rules read them; former areas stand where their main heir is."""
    areas = {model.area_id for model in models}
    names = area_labels(areas, actor.day)
    living = set(
        AreaVersion.objects.on(actor.day)
        .filter(lineage_id__in=areas)
        .values_list("lineage_id", flat=True)
    )
    heirs = heirs_on(areas - living, actor.day)
    place = {area: kin[0].version.lineage_id for area, kin in heirs.items() if kin}
    return {
        model.pk: Described(
            name=model.name,
            field=model.field,
            kind=model.kind,
            area=names.get(model.area_id, ""),
            lead=model.lead,
            launched_on=model.launched_on,
            purpose=model.purpose,
            place=str(place.get(model.area_id, model.area_id)),
        )
        for model in models
    }


def _by_place(
    models: list[PracticeModel], told: dict[int, Described]
) -> dict[str, list[PracticeModel]]:
    found: dict[str, list[PracticeModel]] = defaultdict(list)
    for model in models:
        found[told[model.pk].place].append(model)
    return found


def _couples(models: list[PracticeModel]) -> Iterable[tuple[PracticeModel, PracticeModel]]:
    if len(models) <= _MOST_IN_A_PLACE:
        return combinations(models, 2)
    return (
        (first, second) for at, first in enumerate(models) for second in models[at + 1 : at + 12]
    )


def _kept_apart() -> set[tuple[int, int]]:
    rows = ModelPair.objects.filter(undone_on__isnull=True, is_same=False)
    return set(rows.values_list("first_id", "second_id"))
