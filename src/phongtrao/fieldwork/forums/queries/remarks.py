"""Remarks an actor may see, and those whose published answers anybody may read."""

from typing import Any

from django.db.models import Case, DateField, Exists, F, OuterRef, Q, QuerySet, When

from phongtrao.fieldwork.forums.models import Forum, ForumPartner, Remark
from phongtrao.fieldwork.forums.workflow import OPEN, RemarkState
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.org.permissions import Actor


def seen_remarks(actor: Actor) -> QuerySet[Any]:
    """Remarks of the acting body, those it answers, of forums it took part in, and below it."""
    took_part = ForumPartner.objects.filter(entry=OuterRef("forum_id"), body_id=actor.body_id or 0)
    seen = visible(actor, Remark.objects.all()).values("pk")
    own = Q(assigned_to_id=actor.body_id) if actor.body_id is not None else Q(pk__in=())
    return Remark.objects.filter(Q(pk__in=seen) | own | Exists(took_part))


def remark_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the list of remarks; `next_due`: the next day something is due, while it is open."""
    rows = seen_remarks(actor).select_related("programme", "body", "forum", "assigned_to")
    return rows.annotate(next_due=next_due())


def next_due() -> Case:
    """The day of the first reply until there is one, then that of the answer; none once closed."""
    return Case(
        When(~Q(state__in=sorted(OPEN)), then=None),
        When(first_reply_on__isnull=True, then=F("first_due_on")),
        default=F("due_on"),
        output_field=DateField(),
    )


def remark_for(actor: Actor, pk: int) -> Any:
    """One visible remark with its steps; raises NotFound."""
    rows = remark_rows(actor).select_related("recorded_by__account")
    return entry_of(rows.prefetch_related("steps__body"), pk)


def published_in(forum: Forum) -> QuerySet[Any]:
    """The remarks of a forum whose answers are published, by number."""
    rows = counted(Remark.objects.filter(forum=forum, state=RemarkState.PUBLISHED))
    return rows.select_related("assigned_to", "body", "forum").order_by("number")


def waiting_in(forum: Forum) -> int:
    """How many remarks of a forum are not published yet."""
    rows = counted(Remark.objects.filter(forum=forum))
    return rows.exclude(state=RemarkState.PUBLISHED).count()
