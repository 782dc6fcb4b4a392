"""Targets that an actor may see, and the catalogue of indicators they are checked against.

The catalogue lives in a later stage; `config.wiring` hands it in. Without it no code is known.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.db.models import Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme, Target
from phongtrao.planning.queries.documents import party_to
from phongtrao.planning.queries.programmes import visible_programmes


@dataclass(frozen=True, slots=True)
class KnownIndicator:
    """What planning keeps of an indicator; `refusal` says why it may have no target."""

    code: str
    name: str
    unit: str
    refusal: str = ""


class IndicatorCatalogue(Protocol):
    """The indicators of the later stage that counts them."""

    def known(self, codes: Collection[str]) -> Mapping[str, KnownIndicator]:
        """Those of the codes that there are, by code."""

    def offered(self) -> Sequence[KnownIndicator]:
        """All that may have a target, in the order of the catalogue."""


class _Empty:
    """No catalogue was handed in."""

    def known(self, codes: Collection[str]) -> Mapping[str, KnownIndicator]:
        """Nothing is known."""
        return {}

    def offered(self) -> Sequence[KnownIndicator]:
        """Nothing is offered."""
        return ()


_catalogue: list[IndicatorCatalogue] = [_Empty()]


def use_catalogue(catalogue: IndicatorCatalogue) -> None:
    """Hand the catalogue in; replaces the one before."""
    _catalogue[:] = [catalogue]


def indicators_known(codes: Collection[str]) -> Mapping[str, KnownIndicator]:
    """Those of the codes that the catalogue holds."""
    return _catalogue[0].known(codes)


def indicators_offered() -> Sequence[KnownIndicator]:
    """The indicators that may have a target."""
    return _catalogue[0].offered()


def visible_targets(actor: Actor) -> QuerySet[Target]:
    """Targets of the actor's area, of those below and above it, in programmes that it may see.

    Below the actor's area only the parties of the programme read on, as with papers.
    """
    own = [int(part) for part in actor.scope.path.split("/") if part]
    below = actor.scope.where("area_id")
    if actor.scope.everything:
        below = Q()
    seen = Q(area_id__in=own) | (Q(programme_id__in=party_to(actor)) & below)
    return Target.objects.filter(seen, programme__in=visible_programmes(actor).values("pk"))


def target_rows(actor: Actor) -> QuerySet[Target]:
    """Rows of the list of targets."""
    rows = visible_targets(actor).select_related("programme", "set_by__body")
    return rows.defer("search_folded")


def targets_of(actor: Actor, programme: Programme) -> QuerySet[Target]:
    """The targets of one programme, the reader's own area first."""
    return target_rows(actor).filter(programme=programme).order_by("period", "indicator_code", "pk")


def targets_of_area(actor: Actor, area_id: int, codes: Collection[str]) -> QuerySet[Target]:
    """The visible targets of one area for some indicators, the earlier period first."""
    rows = target_rows(actor).filter(area_id=area_id, indicator_code__in=codes)
    return rows.order_by("indicator_code", "period", "pk")


def target_for(actor: Actor, pk: int) -> Target:
    """One visible target; raises NotFound."""
    found = target_rows(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found
