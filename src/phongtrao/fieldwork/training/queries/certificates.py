"""Certificates of officials by their posts, and who is due for training."""

from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.fieldwork.training.models import Certificate
from phongtrao.fieldwork.training.rules import fresh_from
from phongtrao.org.models import Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.roles import Role

_TRAINED = (Role.OFFICER, Role.LEADER)


def certificate_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the register of certificates: of the reader's area, and his own body's."""
    rows = Certificate.objects.select_related("programme", "body", "training_class", "holder__body")
    seen = visible(actor, rows)
    return seen if actor.body_id is None else seen | rows.filter(holder__body_id=actor.body_id)


def certificate_for(actor: Actor, pk: int) -> Any:
    """One visible certificate; raises NotFound."""
    return entry_of(certificate_rows(actor), pk)


def posts_of(body: Body, capacity: str, day: date) -> list[Posting]:
    """The postings of a body on a day that are called so; all of them where nothing is typed."""
    wanted = fold(tidy_line(capacity))
    rows = Posting.objects.on(day).filter(body=body).order_by("pk")
    return [row for row in rows if not wanted or fold(row.capacity) == wanted]


def due_rows(actor: Actor) -> QuerySet[Any]:
    """Officers and leaders of the reader's line of bodies with their newest certificate.

    `last_on` is its day, `last_to` the day it names as its last; an official keeps what he
    completed in a former post.
    """
    if actor.body is None:
        return Posting.objects.none()
    own = counted(Certificate.objects.filter(holder__account=OuterRef("account"))).order_by(
        "-issued_on"
    )
    rows = Posting.objects.on(actor.day).filter(role__in=_TRAINED).select_related("body")
    line = Q(body__kind_id=actor.body.kind_id) & actor.scope.where("body__area_id")
    return rows.filter(Q(body_id=actor.body_id) | line).annotate(
        last_on=Subquery(own.values("issued_on")[:1]), last_to=Subquery(own.values("valid_to")[:1])
    )


def is_due(day: date) -> Q:
    """Of the rows above those without a certificate that holds on a day."""
    old = Q(last_to__isnull=True, last_on__lt=fresh_from(day))
    return Q(last_on__isnull=True) | Q(last_to__lt=day) | old
