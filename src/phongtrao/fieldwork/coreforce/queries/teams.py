"""Teams as far as an actor sees them, with their last head-count."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value

from phongtrao.fieldwork.coreforce.models import Team, TeamRating, TeamReading
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.org.permissions import Actor


def team_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the register of teams with the last head-count and rating of each.

    `keeper` is the acting body: small counts are shown to no other (`rules.shown`).
    """
    last = TeamReading.objects.filter(team=OuterRef("pk")).order_by("-read_on")
    rated = TeamRating.objects.filter(team=OuterRef("pk")).order_by("-year")
    rows = visible(actor, Team.objects.select_related("programme", "body"))
    return rows.annotate(
        keeper=Value(actor.body_id or 0),
        total=Subquery(last.values("total")[:1]),
        male=Subquery(last.values("male")[:1]),
        female=Subquery(last.values("female")[:1]),
        read_on=Subquery(last.values("read_on")[:1]),
        level=Subquery(rated.values("level")[:1]),
        rated_year=Subquery(rated.values("year")[:1]),
    )


def team_for(actor: Actor, pk: int) -> Any:
    """One visible team; raises NotFound."""
    return entry_of(team_rows(actor).select_related("recorded_by__account"), pk)


def living_on(rows: QuerySet[Team], day: Any) -> QuerySet[Team]:
    """The teams that were founded and not yet dissolved on a day, without those struck out."""
    alive = Q(dissolved_on__isnull=True) | Q(dissolved_on__gt=day)
    return counted(rows).filter(alive, founded_on__lte=day)


def levels_of_year(body_id: int, year: int) -> list[str]:
    """The levels a body has given its security teams for a year."""
    rows = TeamRating.objects.filter(
        year=year, team__body_id=body_id, team__struck_on__isnull=True, team__kind="bao_ve"
    )
    return list(rows.values_list("level", flat=True))
