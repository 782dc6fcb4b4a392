"""Where something is missing: areas without a signed paper, a plan, a team, a meeting, a visit."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from phongtrao.fieldwork.coreforce.models import Team
from phongtrao.fieldwork.meetings.models import Meeting
from phongtrao.fieldwork.meetings.workflow import MeetingState
from phongtrao.fieldwork.register.queries import counted, visible
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.areas import area_versions_on
from phongtrao.oversight.models import InspectedBody
from phongtrao.oversight.workflow import STANDING
from phongtrao.planning.models import JointParty, Programme, ProgrammeDocument

LEVELS = ("province", "commune")
SIGNED, PLAN, TEAM, MEETING, VISIT = "ky_ket", "ke_hoach", "nong_cot", "hop_quy", "kiem_tra"
_YEARS_BACK = 3  # not inspected this year and in the three before, where no year is asked
Found = Callable[[Actor, int], Q]


def area_rows(actor: Actor) -> QuerySet[Any]:
    """The provinces and communes of today within the reader's reach, his own among them."""
    rows = area_versions_on(actor.day).filter(actor.scope.where("lineage_id"), level__in=LEVELS)
    return rows.filter(lineage_id__in=actor.scope.current) if not actor.scope.everything else rows


def lacking(
    rows: QuerySet[Any], actor: Actor, what: str, since: int | None = None
) -> QuerySet[Any]:
    """The areas of which something is missing; `since`: the first year of visits that count."""
    return rows.filter(~_FOUND[what](actor, since or first_year(actor)))


def gap_counts(actor: Actor, level: str) -> dict[str, int]:
    """How many areas of a level lack each thing, in one query."""
    rows = area_rows(actor).filter(level=level).order_by()
    asked = {
        what: Count("pk", filter=~found(actor, first_year(actor))) for what, found in _FOUND.items()
    }
    return rows.aggregate(**asked)


def first_year(actor: Actor) -> int:
    """Since which year a visit counts, where no year is asked for."""
    return actor.day.year - _YEARS_BACK


def _signed(actor: Actor, _since: int) -> Q:
    """A programme of its own that runs, or a joint paper that a body of the area has signed."""
    day = actor.day
    own = Programme.objects.filter(
        home_body__area_id=OuterRef("lineage_id"), last_year__gte=day.year
    )
    signed = JointParty.objects.filter(
        body__area_id=OuterRef("lineage_id"), signed_on__isnull=False, paper__ended_on__isnull=True
    )
    running = Q(paper__ends_on__isnull=True) | Q(paper__ends_on__gte=day)
    return Q(Exists(own)) | Q(Exists(signed.filter(running)))


def _planned(actor: Actor, _since: int) -> Q:
    """A plan that a body of the area issued this year."""
    plans = ProgrammeDocument.objects.filter(
        issuer_body__area_id=OuterRef("lineage_id"),
        type__iexact="Kế hoạch",
        issued_on__year=actor.day.year,
    )
    return Q(Exists(plans))


def _has_team(actor: Actor, _since: int) -> Q:
    """A team of the core force that lives."""
    teams = counted(visible(actor, Team.objects.filter(dissolved_on__isnull=True)))
    return Q(Exists(teams.filter(area_id=OuterRef("lineage_id"))))


def _met(actor: Actor, _since: int) -> Q:
    """A meeting that was held in the quarter of the day."""
    first = date(actor.day.year, 3 * ((actor.day.month - 1) // 3) + 1, 1)
    held = counted(visible(actor, Meeting.objects.filter(held_on__gte=first)))
    told = held.filter(state__in=(MeetingState.HELD, MeetingState.CONCLUDED))
    return Q(Exists(told.filter(area_id=OuterRef("lineage_id"))))


def _visited(_actor: Actor, since: int) -> Q:
    """An inspection of a body of the area since a year."""
    visits = InspectedBody.objects.filter(
        body__area_id=OuterRef("lineage_id"),
        entry__state__in=STANDING,
        entry__struck_on__isnull=True,
        entry__starts_on__year__gte=since,
    )
    return Q(Exists(visits))


_FOUND: Mapping[str, Found] = {
    SIGNED: _signed,
    PLAN: _planned,
    TEAM: _has_team,
    MEETING: _met,
    VISIT: _visited,
}
