"""Opinions an actor may see, and those whose published answers anybody may read."""

from typing import Any

from django.db.models import Case, DateField, Exists, F, OuterRef, Q, QuerySet, When

from phongtrao.fieldwork.forums.models import Forum, ForumPartner, Opinion
from phongtrao.fieldwork.forums.workflow import OPEN, OpinionState
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.org.permissions import Actor


def seen_opinions(actor: Actor) -> QuerySet[Any]:
    """Opinions of the acting body, those it answers, of forums it took part in, and below it."""
    took_part = ForumPartner.objects.filter(
        entry=OuterRef("forum_id"), body_id=actor.body_id or 0
    )
    seen = visible(actor, Opinion.objects.all()).values("pk")
    own = Q(assigned_to_id=actor.body_id) if actor.body_id is not None else Q(pk__in=())
    return Opinion.objects.filter(Q(pk__in=seen) | own | Exists(took_part))


def opinion_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the list of opinions; `next_due`: the next day something is due, while it is open."""
    rows = seen_opinions(actor).select_related("programme", "body", "forum", "assigned_to")
    return rows.annotate(next_due=next_due())


def next_due() -> Case:
    """The day of the first reply until there is one, then that of the answer; none once closed."""
    return Case(
        When(~Q(state__in=sorted(OPEN)), then=None),
        When(first_reply_on__isnull=True, then=F("first_due_on")),
        default=F("due_on"),
        output_field=DateField(),
    )


def opinion_for(actor: Actor, pk: int) -> Any:
    """One visible opinion with its steps; raises NotFound."""
    rows = opinion_rows(actor).select_related("recorded_by__account")
    return entry_of(rows.prefetch_related("steps__body"), pk)


def published_in(forum: Forum) -> QuerySet[Any]:
    """The opinions of a forum whose answers are published, by number."""
    rows = counted(Opinion.objects.filter(forum=forum, state=OpinionState.PUBLISHED))
    return rows.select_related("assigned_to", "body", "forum").order_by("number")


def waiting_in(forum: Forum) -> int:
    """How many opinions of a forum are not published yet."""
    rows = counted(Opinion.objects.filter(forum=forum))
    return rows.exclude(state=OpinionState.PUBLISHED).count()
