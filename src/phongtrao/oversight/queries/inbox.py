"""What inspections ask of a body: remedies to make and confirm, sessions to hold and minute."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.core.inbox_sources import Source
from phongtrao.org.permissions import Actor
from phongtrao.oversight.models import Recommendation
from phongtrao.oversight.queries.clarifications import clarification_sources
from phongtrao.oversight.queries.sessions import session_sources
from phongtrao.oversight.workflow import WITH_OWNER, InspectionState, RemedyState


def inbox_sources(actor: Actor, day: date) -> Iterator[Source]:
    """What waits for the acting body on a day."""
    body = actor.body_id
    if body is None or not actor.can("movement.keep"):
        return
    rows = Recommendation.objects.select_related("body").filter(
        entry__state=InspectionState.CONCLUDED, entry__struck_on__isnull=True
    )
    ended = rows.exclude(state=RemedyState.VERIFIED).filter(
        entry__body_id=body, verifier__valid_to__lte=day
    )
    yield from clarification_sources(actor, day)
    yield _source(rows.filter(body_id=body, state__in=WITH_OWNER), _("Khắc phục"), day)
    yield _source(rows.filter(verifier_id=body, state=RemedyState.SUBMITTED), _("Xác nhận"), day)
    yield _source(ended, _("Chọn cơ quan xác nhận khác"), day, page="recommendation-edit")
    yield from session_sources(actor, day)


def _source(
    rows: QuerySet[Recommendation], verb: Any, day: date, *, page: str = "recommendation-detail"
) -> Source:
    def line(row: Recommendation) -> InboxItem:
        return InboxItem(
            kind=_("Kiến nghị sau kiểm tra"),
            title=row.text[:200],
            body=row.body.name,
            due_on=row.due_on,
            state_label=RemedyState(row.state).label,
            tone="warning",
            url=reverse(f"oversight:{page}", args=[row.pk]),
            verb=verb,
            tab=tab_of(row.due_on, day),
        )

    return Source(rows.order_by("due_on", "pk"), line)
