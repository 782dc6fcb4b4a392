"""Who acts, and how far he sees: the acting posting and its scope of areas."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from phongtrao.org import scope as scopes
from phongtrao.org.gazetteer.body_kinds import load_kinds
from phongtrao.org.models import AccessToken, Account, Body, Delegation, Handover, Posting
from phongtrao.org.roles import capabilities_of
from phongtrao.org.scope import Scope


@dataclass(frozen=True)
class Actor:
    """An account acting in one posting, his own or one lent to him, on one day.

    Every action takes one as `by`; every scoped read takes one as `actor`.
    """

    account: Account
    posting: Posting | None
    day: date
    delegation: Delegation | None = None

    @property
    def account_id(self) -> int | None:
        """The account behind the act."""
        return self.account.pk

    @property
    def posting_id(self) -> int | None:
        """The posting in whose name the act is done."""
        return self.posting.pk if self.posting else None

    @property
    def body(self) -> Body | None:
        """The body acted for."""
        return self.posting.body if self.posting else None

    @property
    def body_id(self) -> int | None:
        """The id of the body acted for."""
        return self.posting.body_id if self.posting else None

    @property
    def label(self) -> str:
        """Name, capacity and body as the audit chain keeps them after he has left."""
        if not self.posting:
            return self.account.full_name
        by_authority = " (TUQ.)" if self.delegation else ""
        capacity = f"{self.posting.capacity}{by_authority}"
        return f"{self.account.full_name}, {capacity}, {self.posting.body.name}"

    def can(self, capability: str) -> bool:
        """Whether the acting role has the capability."""
        return self.posting is not None and capability in capabilities_of(self.posting.role)

    @cached_property
    def own_postings(self) -> "list[Posting]":
        """The account's own postings on the acting day, read once a request."""
        return postings_of(self.account, self.day)

    @cached_property
    def lent_postings(self) -> "list[Delegation]":
        """What others have lent to the account on the acting day, read once a request."""
        return delegations_of(self.account, self.day)

    @cached_property
    def scope(self) -> Scope:
        """The areas under the acting body on the acting day."""
        if self.posting is None:
            return scopes.NOTHING
        return scopes.scope_of(self.posting.body.area_id, self.day)


@dataclass(frozen=True)
class TokenActor(Actor):
    """A program that acts in a posting by an access token, and may do only what that allows."""

    token: AccessToken | None = None

    @property
    def label(self) -> str:
        """The official, and by which token: a program did it in his name."""
        if self.token is None:
            return super().label
        return f"{super().label} (mã truy cập {self.token.hint}… “{self.token}”)"

    def can(self, capability: str) -> bool:
        """Whether both the role and the token have the capability."""
        allowed = self.token.capabilities if self.token else ()
        return capability in allowed and super().can(capability)


def postings_of(account: Account, day: date) -> list[Posting]:
    """The account's own postings in force, with their bodies."""
    return list(
        Posting.objects.on(day)
        .filter(account=account, body__valid_from__lte=day)
        .exclude(body__valid_to__lte=day)
        .select_related("body", "body__kind")
    )


def delegations_of(account: Account, day: date) -> list[Delegation]:
    """Delegations to the account in force, whose own posting still holds."""
    rows = (
        Delegation.objects.on(day)
        .filter(to_account=account)
        .select_related("from_posting__body", "from_posting__body__kind")
    )
    return [row for row in rows if row.runs_on(day) and row.from_posting.body.holds_on(day)]


def actor_for(account: Account, day: date, *, posting_id: int | None = None) -> Actor:
    """The actor for the chosen posting, else for the first one in force.

    A one-time password gives no rights: its holder can only replace it.
    """
    if account.must_change_password:
        return Actor(account, None, day)
    nobody = Actor(account, None, day)
    own = nobody.own_postings
    for posting in own:
        if posting.pk == posting_id:
            return _standing_in(nobody, posting)
    if posting_id is not None or not own:
        for delegation in delegations_of(account, day):
            if posting_id in (None, delegation.from_posting_id):
                return Actor(account, delegation.from_posting, day, delegation)
    return _standing_in(nobody, own[0] if own else None)


def _standing_in(nobody: Actor, posting: Posting | None) -> Actor:
    """The same person in a posting; what was read of him is kept."""
    actor = Actor(nobody.account, posting, nobody.day)
    actor.__dict__["own_postings"] = nobody.own_postings
    return actor


def may_administer(actor: Actor, body: Body) -> bool:
    """Whether the actor appoints and ends postings of a body: an administrator above or beside."""
    return actor.can("account.manage") and actor.scope.covers_now(body.area_id)


def may_end_delegation(actor: Actor, delegation: Delegation) -> bool:
    """Whether the actor takes lent rights back: the giver himself, or an administrator."""
    is_giver = actor.delegation is None and delegation.from_posting.account_id == actor.account_id
    return is_giver or may_administer(actor, delegation.from_posting.body)


def may_keep_parts(actor: Actor, body: Body) -> bool:
    """Whether the actor makes and closes sub-bodies: whoever gives work inside that body."""
    gives = actor.can("internal.give") or actor.can("internal.record")
    return gives and actor.body_id == body.pk


def may_hand_over(actor: Actor, posting: Posting) -> bool:
    """Whether the actor hands over the work of a posting: its holder, or an administrator.

    Who acts by delegation does not; an administrator does not for another posting of his own.
    """
    if actor.posting_id == posting.pk:
        return actor.delegation is None
    return posting.account_id != actor.account_id and may_administer(actor, posting.body)


def may_read_handover(actor: Actor, handover: Handover) -> bool:
    """Whether the actor reads the items of a handover: both sides, and the office of the body.

    The office are those who issue its papers. Administrators see no content, only counts.
    """
    sides = {handover.from_posting.account_id, handover.to_posting.account_id}
    is_office = actor.can("paper.issue") and actor.body_id == handover.from_posting.body_id
    return actor.account_id in sides or is_office


def may_reshape(actor: Actor, area_ids: Iterable[int], on: date | None = None) -> bool:
    """Whether the actor records acts about these areas: an administrator, below his own area.

    The administrator of the country acts on every area there is or was. Areas that will lie in
    the actor's area on the day `on` of the act count too.
    """
    own, today = actor.scope.area_id, actor.scope
    if not actor.can("area.reshape") or own is None:
        return False
    if today.everything:
        return True
    then = scopes.scope_of(own, on) if on is not None else today
    return all((today.covers(each) or then.covers(each)) and each != own for each in area_ids)


def may_keep_set(actor: Actor, area_ids: Iterable[int]) -> bool:
    """Whether the actor makes or changes a set of these areas: all of them lie below his own."""
    return may_reshape(actor, area_ids)


def may_compose(actor: Actor, area_id: int) -> bool:
    """Whether the actor records how the committees of an area are made up.

    An administrator does for his own area and below; an officer of the standing body, which keeps
    the committee's papers, for the committees beside it.
    """
    if not actor.can("composition.record") or actor.body is None:
        return False
    if actor.can("account.manage"):
        return actor.scope.covers_now(area_id)
    serves = actor.body.kind_id in load_kinds().standing_and_parts
    return serves and actor.body.area_id == area_id
