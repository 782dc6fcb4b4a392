"""Signing in: demo accounts on loopback only, a second factor for those who approve on screen."""

import ipaddress
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse

from phongtrao.core import clock
from phongtrao.core.http import page, public
from phongtrao.org.models import Account
from phongtrao.org.permissions import Actor, postings_of
from phongtrao.org.roles import APPROVING, capabilities_of


class AccountBackend(AuthenticationBackend):
    """Password sign-in by user name; refuses demo accounts from elsewhere and ended accounts."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> Account | None:
        """The account, or nothing."""
        account = super().authenticate(request, **credentials)
        if account and account.is_demo and not on_loopback(request):
            return None
        return account


class AccountAdapter(DefaultAccountAdapter):
    """No self-made accounts: an administrator opens them."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False


def on_loopback(request: HttpRequest | None) -> bool:
    """Whether the request comes from this very machine and not through a proxy."""
    if request is None or request.headers.get("X-Forwarded-For"):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def needs_second_factor(actor: Actor) -> bool:
    """Whether this actor must set up a second factor before he may approve on screen."""
    return not actor.account.is_demo and not is_mfa_enabled(actor.account)


def approves(account: Account) -> bool:
    """Whether any of the account's postings in force may approve on screen."""
    return any(
        APPROVING & capabilities_of(posting.role) for posting in postings_of(account, clock.today())
    )


def display_name(account: Account) -> str:
    """How allauth calls the account."""
    return account.full_name or account.username


@public
def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """The page after too many wrong passwords."""
    return page(request, "org/locked_out.html", status=429)
