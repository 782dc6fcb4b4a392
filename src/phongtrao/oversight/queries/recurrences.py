"""Recurrences: what may be the same defect, what is known of it, the chain over the years."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from phongtrao.core import clock
from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.oversight.models import LinkState, Recommendation, RecurrenceLink
from phongtrao.oversight.queries.lineage import forebears
from phongtrao.oversight.queries.remedies import recommendation_rows
from phongtrao.oversight.rules.recurrence import Finding, Likeness, same_defect
from phongtrao.oversight.workflow import CONCLUSIVE

MOST_COMPARED = 500


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link as a recommendation's page tells it: the other recommendation, before or after."""

    link: RecurrenceLink
    other: Recommendation
    is_earlier: bool


def earlier_alike(found: Recommendation) -> Iterator[tuple[Recommendation, Likeness]]:
    """The recommendations of earlier inspections of the same place that name the same defect.

    The place is the area of the owner with all that went into it. At most the newest 500 are
    looked at.
    """
    area = found.body.area_id
    rows = Recommendation.objects.filter(
        body__area_id__in={area} | forebears(area),
        entry__state__in=CONCLUSIVE,
        entry__struck_on__isnull=True,
    ).exclude(entry=found.entry_id)
    day = found.entry.concluded_on or clock.today()
    before = Q(entry__concluded_on__lt=day) | Q(entry__concluded_on=day, pk__lt=found.pk)
    newest = rows.filter(before).select_related("entry", "body")
    newest = newest.order_by("-entry__concluded_on", "-pk")
    told = _told(found)
    for each in newest[:MOST_COMPARED]:
        alike = same_defect(_told(each), told)
        if alike.same:
            yield each, alike


def link_for(actor: Actor, pk: int) -> RecurrenceLink:
    """One link of two recommendations that the actor sees; raises NotFound."""
    rows = RecurrenceLink.objects.select_related("later__entry", "earlier__entry")
    seen = recommendation_rows(actor).values("pk")
    found = rows.filter(pk=pk, later__in=seen, earlier__in=seen).first()
    if found is None:
        raise NotFound
    return found


def links_of(actor: Actor, found: Recommendation) -> list[ShownLink]:
    """What is proposed and confirmed of a recommendation, the oldest first; only what is seen."""
    rows = RecurrenceLink.objects.exclude(state=LinkState.REJECTED).filter(
        Q(later=found) | Q(earlier=found)
    )
    links = list(rows.select_related("later__entry"))
    ids = {link.earlier_id if link.later_id == found.pk else link.later_id for link in links}
    seen = {row.pk: row for row in recommendation_rows(actor).filter(pk__in=ids)} if ids else {}
    shown = [
        ShownLink(link, seen[other], is_earlier=link.later_id == found.pk)
        for link in links
        if (other := link.earlier_id if link.later_id == found.pk else link.later_id) in seen
    ]
    return sorted(shown, key=lambda each: (each.other.entry.starts_on, each.other.pk))


def times_found_before(pks: Iterable[int]) -> dict[int, int]:
    """Recommendation → in how many earlier inspections its defect was found, as confirmed."""
    rows = RecurrenceLink.objects.filter(state=LinkState.CONFIRMED, later__in=list(pks))
    counted = rows.order_by().values("later").annotate(times=Count("earlier__entry", distinct=True))
    return {row["later"]: row["times"] for row in counted}


def recurring(rows: QuerySet[Any], state: str = LinkState.CONFIRMED) -> QuerySet[Any]:
    """The recommendations whose defect was found before."""
    links = RecurrenceLink.objects.filter(later=OuterRef("pk"), state=state)
    return rows.filter(Exists(links))


def unlinked() -> QuerySet[Recommendation]:
    """All recommendations that count, the oldest inspection first."""
    rows = Recommendation.objects.filter(entry__struck_on__isnull=True)
    order = (F("entry__concluded_on").asc(nulls_last=True), "pk")
    return rows.select_related("entry", "body").order_by(*order)


def _told(found: Recommendation) -> Finding:
    """As the rules read it; whoever is compared is of one place already."""
    return Finding(
        text=found.finding,
        asked=found.text,
        criterion=found.criterion,
        body=found.body.name,
        year=found.entry.year,
        place="one",
    )
