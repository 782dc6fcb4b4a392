"""Personal access tokens: one's own, and who acts by one."""

from datetime import date

from django.db.models import Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.org.models import AccessToken
from phongtrao.org.permissions import Actor, TokenActor


def tokens_of(actor: Actor) -> QuerySet[AccessToken]:
    """The account's tokens, of all its postings, the newest first."""
    return AccessToken.objects.filter(account=actor.account).select_related("posting__body")


def token_for(actor: Actor, pk: int) -> AccessToken:
    """One's own token; ``NotFound`` for any other."""
    found = tokens_of(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def token_actor(digest: str, day: date) -> TokenActor | None:
    """Who acts by the token of this digest; None unless token, posting, body and account hold.

    The first use on a day is noted.
    """
    token = (
        AccessToken.objects.select_related("posting__account", "posting__body__kind")
        .filter(digest=digest)
        .first()
    )
    if token is None or not token.holds_on(day):
        return None
    posting = token.posting
    account = posting.account
    stands = posting.holds_on(day) and posting.body.holds_on(day)
    if not stands or not account.is_active or account.must_change_password:
        return None
    if token.last_used_on != day:
        unused = Q(last_used_on=None) | Q(last_used_on__lt=day)
        AccessToken.objects.filter(unused, pk=token.pk).update(last_used_on=day)
    return TokenActor(account, posting, day, token=token)
