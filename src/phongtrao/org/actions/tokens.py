"""Personal access tokens: made with a name, some capabilities and an end; taken back at once."""

import hashlib
import secrets
from collections.abc import Collection
from datetime import timedelta

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.models import AccessToken, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.roles import BY_TOKEN

# The prefix lets scanners of source text find a token that was published by mistake.
PREFIX = "ptr_"
LONGEST_DAYS = 90  # security.md AB-6
MOST_LIVE = 10
_HINT = 8


@transaction.atomic
def make_token(
    *, name: str, capabilities: Collection[str], days: int, by: Actor
) -> tuple[AccessToken, str]:
    """A token for the posting one acts in, and its text, which is kept nowhere.

    Raises Refused under a delegation and over the number of living tokens, Forbidden for
    capabilities that the posting has not or no token may have, InvalidInput for name and days.
    """
    posting = _own_posting(by)
    shown = tidy_line(name)
    if not shown or not 1 <= days <= LONGEST_DAYS:
        told = N_("Hãy nhập tên của mã và thời hạn từ 1 đến %(most)s ngày.")
        raise InvalidInput(told, "token_terms", most=LONGEST_DAYS)
    wanted = [each for each in BY_TOKEN if each in capabilities]
    held = by.can("token.keep") and all(map(by.can, wanted))
    if not held or not wanted or len(wanted) != len(set(capabilities)):
        raise Forbidden(
            N_("Mã truy cập chỉ mang được quyền mà chức trách của bạn đang có. Chưa tạo mã nào."),
            code="token_capabilities",
        )
    _require_few(posting)
    text = f"{PREFIX}{secrets.token_urlsafe(32)}"
    token = AccessToken.objects.create(
        posting=posting,
        account_id=posting.account_id,
        name=shown[:60],
        hint=text[:_HINT],
        digest=digest_of(text),
        capabilities=wanted,
        made_at=clock.now(),
        valid_to=clock.today() + timedelta(days=days),
    )
    _record("token.made", token, by)
    return token, text


@transaction.atomic
def revoke_token(token: AccessToken, *, by: Actor) -> None:
    """Take a token back at once; by its holder. Raises Forbidden for others, Refused twice."""
    found = AccessToken.objects.select_for_update().get(pk=token.pk)
    if found.account_id != by.account_id:
        raise Forbidden(N_("Chỉ người tạo mã truy cập mới thu hồi được mã đó."))
    if found.revoked_at is not None:
        raise Refused(N_("Mã truy cập này đã được thu hồi trước đó."), code="token_revoked")
    found.revoked_at = clock.now()
    found.save(update_fields=["revoked_at"])
    _record("token.revoked", found, by)


def digest_of(text: str) -> str:
    """What is kept of a token; it has 256 random bits, so that one plain hash hides it."""
    return hashlib.sha256(text.encode()).hexdigest()


def _own_posting(by: Actor) -> Posting:
    if by.posting is None or by.delegation is not None:
        raise Refused(
            N_("Mã truy cập chỉ tạo được cho chức trách của chính bạn, không theo ủy quyền."),
            code="token_lent",
        )
    return Posting.objects.select_for_update(of=("self",)).get(pk=by.posting.pk)


def _require_few(posting: Posting) -> None:
    live = AccessToken.objects.filter(
        posting=posting, revoked_at=None, valid_to__gt=clock.today()
    ).count()
    if live >= MOST_LIVE:
        raise Refused(
            N_("Chức trách này đã có %(most)s mã đang dùng. Hãy thu hồi mã cũ rồi tạo mã mới."),
            code="token_many",
            most=MOST_LIVE,
        )


def _record(verb: str, token: AccessToken, by: Actor) -> None:
    audit.record(
        verb,
        token,
        by=by,
        name=token.name,
        hint=token.hint,
        posting=token.posting_id,
        capabilities=token.capabilities,
        valid_to=token.valid_to.isoformat(),
    )
