"""Accounts: open one, give it a one-time password, correct its office phone."""

import secrets

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from phongtrao.core import audit, clock
from phongtrao.core.audit import Service
from phongtrao.core.errors import N_, InvalidInput, Refused
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.actions.checks import (
    require_account_administrator,
    require_administrator,
    require_other,
)
from phongtrao.org.actions.postings import Terms, post
from phongtrao.org.models import Account, Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import area_on, areas_above
from phongtrao.org.roles import Role

# Letters and figures that are not mistaken for each other on paper.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP_LETTERS = 4, 4


def one_time_password() -> str:
    """Sixteen random signs in four groups (79 bits), readable from a printed slip."""
    groups = (
        "".join(secrets.choice(_ALPHABET) for _ in range(_GROUP_LETTERS)) for _ in range(_GROUPS)
    )
    return "-".join(groups)


@transaction.atomic
def open_account(
    username: str, full_name: str, terms: Terms, *, by: Actor, office_phone: str = ""
) -> tuple[Account, str]:
    """A new account with its first posting and a one-time password, which nobody keeps.

    Raises Forbidden outside the administrator's area, InvalidInput for a user name that is taken
    and for a posting that `appoint` would refuse.
    """
    require_administrator(by, terms.body)
    account = _new_account(username, full_name, office_phone)
    password = _set_one_time_password(account)
    audit.record("account.opened", account, by=by, username=account.username)
    post(account, terms, by=by)
    return account, password


@transaction.atomic
def open_first_account(
    username: str, full_name: str, terms: Terms, *, by: Service
) -> tuple[Account, str]:
    """The account from which all others are opened, made on the server itself.

    Raises Refused when an administrator of the same area or above can do it on the screen, and
    InvalidInput as `open_account` does.
    """
    first = _administrators_over(terms.body).first()
    if first is not None:
        raise Refused(
            N_(
                "Đã có quản trị hệ thống (%(username)s) nên chưa mở thêm tài khoản nào. "
                "Hãy đăng nhập bằng tài khoản đó và mở tài khoản trên màn hình."
            ),
            code="administrator_exists",
            username=first.account.username,
        )
    account = _new_account(username, full_name, "")
    password = _set_one_time_password(account)
    audit.record("account.opened", account, by=by, username=account.username)
    post(account, terms, by=by)
    return account, password


@transaction.atomic
def reset_password(account: Account, *, by: Actor) -> str:
    """Give an account a one-time password, returned once and kept nowhere in clear.

    Raises Forbidden for himself, and when the account acts, in its own postings or lent ones, for
    a body outside the administrator's area: whoever knows the password could act there.
    """
    account = Account.objects.select_for_update().get(pk=account.pk)
    require_other(account, by)
    require_account_administrator(account, by)
    password = _set_one_time_password(account)
    audit.record("account.password_reset", account, by=by)
    return password


@transaction.atomic
def change_office_contact(account: Account, office_phone: str, *, by: Actor) -> Account:
    """Correct the office phone of an account.

    Raises Forbidden as `reset_password` does; an administrator may correct his own.
    """
    account = Account.objects.select_for_update().get(pk=account.pk)
    require_account_administrator(account, by)
    account.office_phone = tidy_line(office_phone)
    account.save(update_fields=["office_phone"])
    audit.record("account.contact_changed", account, by=by)
    return account


def _administrators_over(body: Body) -> QuerySet[Posting]:
    today = clock.today()
    area = area_on(body.area_id, today)
    above = [version.lineage_id for version in areas_above(area, today)] if area else []
    return (
        Posting.objects.on(today)
        .filter(role=Role.ADMINISTRATOR, account__is_active=True)
        .filter(body__area_id__in=[body.area_id, *above])
        .select_related("account")
    )


def _new_account(username: str, full_name: str, office_phone: str) -> Account:
    username = Account.normalize_username(username.strip().lower())
    account = Account(
        username=username, full_name=tidy_line(full_name), office_phone=tidy_line(office_phone)
    )
    account.set_unusable_password()
    try:
        with transaction.atomic():
            account.save()
    except IntegrityError:
        raise InvalidInput(
            N_("Tên đăng nhập %(username)s đã có người dùng, chưa lưu gì. Hãy chọn tên khác."),
            code="username_taken",
            fields={"username": N_("Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.")},
            username=username,
        ) from None
    return account


def _set_one_time_password(account: Account) -> str:
    password = one_time_password()
    account.set_password(password)
    account.must_change_password = True
    account.save(update_fields=["password", "must_change_password"])
    return password
