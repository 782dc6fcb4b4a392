"""Inside a body: its sub-bodies and the posts in them."""

from datetime import date

from django.db.models import Q, QuerySet

from phongtrao.org.models import Body, Posting
from phongtrao.org.roles import CAPABILITIES


def parts_of(body_id: int, day: date) -> QuerySet[Body]:
    """The sub-bodies of a body in force on a day, in the order in which they were made."""
    return Body.objects.on(day).filter(parent=body_id).order_by("kind__position", "pk")


def posts_inside(body_id: int, day: date, capability: str) -> QuerySet[Posting]:
    """The postings on a day in a body and in its sub-bodies whose role has the capability."""
    roles = [role for role, able in CAPABILITIES.items() if capability in able]
    inside = Q(body=body_id) | Q(body__parent=body_id)
    rows = Posting.objects.on(day).filter(inside, role__in=roles, account__is_active=True)
    return rows.select_related("body", "account").order_by("body__parent_id", "capacity", "pk")
