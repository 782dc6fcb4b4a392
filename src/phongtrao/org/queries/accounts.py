"""Accounts, postings and delegations: whom an administrator sees, whom a notice reaches."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.org.models import Account, Body, Delegation, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.roles import CAPABILITIES


def postings_in(body_ids: Iterable[int], capability: str, day: date) -> set[int]:
    """Accounts that act for these bodies on a day with a capability, by posting or delegation."""
    roles = [role for role, able in CAPABILITIES.items() if capability in able]
    postings = Posting.objects.on(day).filter(
        body_id__in=set(body_ids), role__in=roles, account__is_active=True
    )
    lent = Delegation.objects.on(day).filter(
        from_posting__in=Posting.objects.on(day).filter(body_id__in=set(body_ids), role__in=roles),
        to_account__is_active=True,
    )
    own = set(postings.values_list("account_id", flat=True))
    return own | set(lent.values_list("to_account_id", flat=True))


def accounts_visible(actor: Actor) -> QuerySet[Account]:
    """Accounts that hold or held a posting within the actor's area.

    Each carries `postings_in_force`: those of the day within that area, no others.
    """
    if not actor.can("account.manage"):
        return Account.objects.none()
    inside = Posting.objects.filter(actor.scope.where("body__area_id"))
    in_force = inside.on(actor.day).select_related("body")
    return Account.objects.filter(pk__in=inside.values("account_id")).prefetch_related(
        Prefetch("postings", queryset=in_force, to_attr="postings_in_force")
    )


def account_for(actor: Actor, pk: int) -> Account:
    """An account that the administrator sees; raises NotFound."""
    account = accounts_visible(actor).filter(pk=pk).first()
    if account is None:
        raise NotFound
    return account


def posting_for(actor: Actor, pk: int) -> Posting:
    """A posting within the administrator's area; raises NotFound."""
    rows = Posting.objects.filter(actor.scope.where("body__area_id")).select_related("body")
    posting = rows.filter(pk=pk).first() if actor.can("account.manage") else None
    if posting is None:
        raise NotFound
    return posting


def postings_shown(actor: Actor, account: Account) -> list[Posting]:
    """An account's postings within the administrator's area, the newest first."""
    rows = Posting.objects.filter(actor.scope.where("body__area_id"), account=account)
    return list(rows.select_related("body").order_by("-valid_from", "-pk"))


def delegations_shown(actor: Actor, account: Account) -> list[Delegation]:
    """What an account gave and received within the administrator's area, the newest first."""
    inside = actor.scope.where("from_posting__body__area_id")
    return list(delegations_concerning(account).filter(inside))


def delegations_concerning(account: Account) -> QuerySet[Delegation]:
    """Every delegation that the account gave or received, the newest first."""
    rows = Delegation.objects.filter(Q(from_posting__account=account) | Q(to_account=account))
    return rows.select_related(
        "from_posting__body", "from_posting__account", "to_account"
    ).order_by("-valid_from", "-pk")


def delegations_visible(actor: Actor) -> QuerySet[Delegation]:
    """What one gave and received, and those of the area one administers; each once."""
    reach = Q(from_posting__account=actor.account_id) | Q(to_account=actor.account_id)
    if actor.can("account.manage"):
        inside = Posting.objects.filter(actor.scope.where("body__area_id"))
        reach |= Q(from_posting__in=inside)
    return Delegation.objects.filter(reach).select_related(
        "from_posting__body", "from_posting__account", "to_account"
    )


def delegation_seen(actor: Actor, pk: int) -> Delegation:
    """A delegation within reach, to be read; raises NotFound."""
    found = delegations_visible(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def delegation_for(actor: Actor, pk: int) -> Delegation:
    """A delegation the actor gave, or one of a body he administers; raises NotFound."""
    reach = Q(from_posting__account_id=actor.account_id)
    if actor.can("account.manage"):
        reach |= actor.scope.where("from_posting__body__area_id") or Q(pk=pk)
    rows = Delegation.objects.select_related(
        "from_posting__body", "from_posting__account", "to_account"
    )
    found = rows.filter(reach, pk=pk).first()
    if found is None:
        raise NotFound
    return found


def nearest_posting(account: Account, body: Body, day: date) -> Posting | None:
    """The posting on a day by which an account stands near a body, as `people_near` has it."""
    near = Q(body_id=body.pk) | Q(body__parent_id=body.pk)
    if body.parent_id:
        near |= Q(body_id=body.parent_id)
    rows = Posting.objects.on(day).filter(near, account=account).select_related("body")
    return rows.order_by("pk").first()


def people_near(posting: Posting, day: date) -> QuerySet[Account]:
    """Whom a posting may be lent to: others who act in its body, in a part or the whole of it."""
    body = posting.body
    near = Q(body_id=body.pk) | Q(body__parent_id=body.pk)
    if body.parent_id:
        near |= Q(body_id=body.parent_id)
    inside = Posting.objects.on(day).filter(near).exclude(account_id=posting.account_id)
    return Account.objects.filter(pk__in=inside.values("account_id"), is_active=True).order_by(
        "name_sort", "pk"
    )
