"""Handovers: whose postings one may hand over, to whom, and whose minutes one reads."""

from django.db.models import Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.org.models import Handover, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.accounts import posting_for


def handovers_visible(actor: Actor) -> QuerySet[Handover]:
    """One's own, those of the body one issues papers for, those of the area one administers."""
    reach = Q(from_posting__account=actor.account_id) | Q(to_posting__account=actor.account_id)
    if actor.can("paper.issue"):
        reach |= Q(from_posting__body=actor.body_id)
    if actor.can("account.manage"):
        inside = Posting.objects.filter(actor.scope.where("body__area_id"))
        reach |= Q(from_posting__in=inside)
    return Handover.objects.filter(reach).select_related(
        "from_posting__account",
        "from_posting__body__kind",
        "to_posting__account",
        "made_by__account",
    )


def handover_for(actor: Actor, pk: int) -> Handover:
    """A handover within reach; raises NotFound."""
    found = handovers_visible(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def posting_to_hand_over(actor: Actor, pk: int) -> Posting:
    """The posting one acts in oneself, or one of a body one administers; raises NotFound."""
    if actor.posting is not None and actor.posting_id == pk and actor.delegation is None:
        return actor.posting
    return posting_for(actor, pk)


def receivers(posting: Posting) -> QuerySet[Posting]:
    """The postings of the same body that may go on with the work of this one, by name."""
    rows = Posting.objects.filter(body=posting.body_id, account__is_active=True, handover_out=None)
    lasting = rows.filter(Q(valid_to=None) | Q(valid_to__gt=posting.valid_from))
    return (
        lasting.exclude(pk=posting.pk)
        .select_related("account")
        .order_by("account__name_sort", "pk")
    )
