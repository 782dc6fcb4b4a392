"""Forums an actor may see, their remarks by state, the rate in time, who was shown a way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from phongtrao.fieldwork.forums.models import Forum, ForumPartner, Remark
from phongtrao.fieldwork.forums.rules import SMALLEST_SHOWN, WAYS, Rate, Way
from phongtrao.fieldwork.forums.workflow import OPEN, RemarkState
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.org.permissions import Actor

_COUNTED = Q(remarks__struck_on__isnull=True)


@dataclass(frozen=True, slots=True)
class Guided:
    """How many people were shown a way; None: fewer than ten, shown to the body in charge alone."""

    way: Way
    people: int | None


def seen_forums(actor: Actor) -> QuerySet[Any]:
    """The forums of the acting body, those it took part in or has to answer at, those below it."""
    asked = Remark.objects.filter(
        forum=OuterRef("pk"), assigned_to_id=actor.body_id or 0, struck_on__isnull=True
    )
    seen = visible(actor, Forum.objects.all(), partners=ForumPartner).values("pk")
    return Forum.objects.filter(Q(pk__in=seen) | Exists(asked))


def forum_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the list of forums with what was said and is still open."""
    return (
        seen_forums(actor)
        .select_related("programme", "body")
        .annotate(
            remark_count=Count("remarks", filter=_COUNTED, distinct=True),
            open_count=Count(
                "remarks",
                filter=_COUNTED & Q(remarks__state__in=sorted(OPEN)),
                distinct=True,
            ),
        )
    )


def forum_for(actor: Actor, pk: int) -> Any:
    """One visible forum with its partners; raises NotFound."""
    rows = forum_rows(actor).select_related("recorded_by__account")
    return entry_of(rows.prefetch_related("partners__body"), pk)


def states_of(rows: QuerySet[Any]) -> list[tuple[RemarkState, int]]:
    """How many of some remarks are in each state, in the order of the workflow."""
    found = dict(
        counted(rows).order_by().values_list("state").annotate(Count("pk")).values_list(
            "state", "pk__count"
        )
    )  # fmt: skip
    return [(state, found[state]) for state in RemarkState if state in found]


def rate_of(rows: QuerySet[Any], day: date) -> Rate:
    """The rate in time of some remarks as of a day (`rules.rate`), in one query."""
    found = (
        counted(rows)
        .order_by()
        .aggregate(
            due=Count("pk", filter=Q(answered_on__isnull=False) | Q(due_on__lt=day)),
            in_time=Count("pk", filter=Q(answered_on__lte=F("due_on"))),
        )
    )
    return Rate(found["due"], found["in_time"])


def guided_of(actor: Actor, forum: Forum) -> list[Guided]:
    """How many people at a forum were shown each way, as far as the reader may know."""
    counts = dict(forum.guided.values_list("kind", "people"))
    keeps = actor.body_id == forum.body_id
    return list(_shown(counts, WAYS, keeps=keeps))


def _shown(counts: dict[str, int], ways: Iterable[Way], *, keeps: bool) -> Iterable[Guided]:
    for way in ways:
        people = counts.get(way.code, 0)
        if people:
            yield Guided(way, people if keeps or people >= SMALLEST_SHOWN else None)
