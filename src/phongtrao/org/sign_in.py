"""Signing in: demo accounts on loopback only, a second factor for those who approve on screen."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from allauth.account import views as allauth_views
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.core.errors import N_, Forbidden, NotFound
from phongtrao.core.http import from_this_machine, page, public
from phongtrao.org.models import Account
from phongtrao.org.permissions import Actor, postings_of
from phongtrao.org.roles import APPROVING, capabilities_of

# The demo accounts share it; they open on this machine only, so it protects nothing.
DEMO_PASSWORD = "thu-nghiem-2026"

# security.md T7: a PC shared at the commune must not stay open.
IDLE_LIMIT = timedelta(minutes=30)
SESSION_LIMIT = timedelta(hours=12)
_SEEN_EVERY = timedelta(minutes=1)  # writing at each request would cost a disk write each
_STARTED, _SEEN = "started_at", "seen_at"


class AccountBackend(AuthenticationBackend):
    """Password sign-in by user name; refuses demo accounts from elsewhere and ended accounts."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> Account | None:
        """The account, or nothing."""
        account = super().authenticate(request, **credentials)
        if account and account.is_demo and not from_this_machine(request):
            return None
        return account


class AccountAdapter(DefaultAccountAdapter):
    """No self-made accounts: an administrator opens them."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False


class SignInView(allauth_views.LoginView):
    """The sign-in page; in the demo, and only on this machine, it lists the demo accounts."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form and the demo accounts."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "demo_accounts": demo_accounts(self.request),
            "demo_password": DEMO_PASSWORD,
        }


class SessionLimitsMiddleware:
    """Ends a session after half an hour without a sign of life, and after twelve hours anyway."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or end the session first; what was just typed stays on the page to be copied."""
        if not request.user.is_authenticated:
            return self.get_response(request)
        if not _is_over(request):
            return self.get_response(request)
        logout(request)
        if request.method in {"GET", "HEAD"}:
            return self.get_response(request)
        response = page(request, "org/session_ended.html", status=403)
        response["Cache-Control"] = "no-store"
        return response


def demo_accounts(request: HttpRequest) -> list[dict[str, str]]:
    """The demo accounts with what each is for; none outside the demo or from another machine."""
    if not (settings.DEMO and from_this_machine(request)):
        return []
    day = clock.today()
    found = []
    known = Account.objects.filter(is_demo=True, is_active=True)
    # Most officials of the demo only stand behind reports; they have no password.
    for account in known.exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX).order_by("pk"):
        postings = postings_of(account, day)
        role = f"{postings[0].capacity}, {postings[0].body}" if postings else ""
        found.append({"username": account.username, "full_name": account.full_name, "role": role})
    return found


def needs_second_factor(actor: Actor) -> bool:
    """Whether this actor must set up a second factor before he may approve on screen."""
    return not actor.account.is_demo and not is_mfa_enabled(
        actor.account, [Authenticator.Type.TOTP]
    )


def must_set_up_second_factor(actor: Actor) -> bool:
    """Whether the acting role approves on screen and has no second factor yet."""
    approving = actor.posting is not None and APPROVING & capabilities_of(actor.posting.role)
    return bool(approving) and needs_second_factor(actor)


def require_second_factor(actor: Actor) -> None:
    """Raise Forbidden, with the way out, when the account has no second factor (DESIGN.md §10)."""
    if needs_second_factor(actor):
        raise Forbidden(
            N_(
                "Duyệt trên màn hình cần xác thực hai lớp mà tài khoản này chưa thiết lập."
                " Chưa có gì thay đổi. Hãy thiết lập rồi duyệt lại,"
                " hoặc ghi nhận theo văn bản đã ký."
            ),
            code="second_factor",
            remedy_url=reverse("mfa_activate_totp"),
            remedy_label=N_("Thiết lập xác thực hai lớp"),
        )


def check_second_factor(request: HttpRequest, capability: str) -> None:
    """Refuse an approving request without a second factor; the wiring adds it to `requires`."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    if capability in APPROVING:
        require_second_factor(actor)
    if capability == "token.keep" and must_set_up_second_factor(actor):
        raise Forbidden(
            N_(
                "Chức trách này duyệt trên màn hình nên phải có xác thực hai lớp trước khi tạo"
                " hoặc thu hồi mã truy cập. Chưa có gì thay đổi."
            ),
            code="second_factor",
            remedy_url=reverse("mfa_activate_totp"),
            remedy_label=N_("Thiết lập xác thực hai lớp"),
        )


def approves(account: Account) -> bool:
    """Whether any of the account's postings in force may approve on screen."""
    return any(
        APPROVING & capabilities_of(posting.role) for posting in postings_of(account, clock.today())
    )


def display_name(account: Account) -> str:
    """How allauth calls the account."""
    return account.full_name or account.username


@public
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session and let the browser forget what it kept of these pages.

    `giu`: the page has thrown the key away and something sealed was not sent yet; that stays for
    the same account (docs/explanation/security.md).
    """
    response: HttpResponse = allauth_views.logout(request)
    if request.method == "POST":
        is_kept = request.POST.get("giu") == "1"
        response["Clear-Site-Data"] = '"cache"' if is_kept else '"cache", "storage"'
    return response


def session_end(request: HttpRequest) -> float:
    """When the session is over at the latest, in seconds since 1970."""
    started: float = request.session.get(_STARTED, clock.now().timestamp())
    return started + SESSION_LIMIT.total_seconds()


@public
def ask_administrator(request: HttpRequest) -> HttpResponse:
    """What to do about a forgotten password: there is no e-mail, an administrator resets it."""
    return page(request, "org/forgotten_password.html")


@public
def not_offered(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """An address of the sign-in library that this product does not open."""
    raise NotFound


@public
def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """The page after too many wrong passwords."""
    return page(request, "org/locked_out.html", status=429)


def _is_over(request: HttpRequest) -> bool:
    """Whether the session has run out; a live one gets its sign of life noted."""
    session, now = request.session, clock.now().timestamp()
    started = session.setdefault(_STARTED, now)
    seen = session.get(_SEEN, started)
    if now - seen > IDLE_LIMIT.total_seconds() or now - started > SESSION_LIMIT.total_seconds():
        return True
    if _SEEN not in session or now - seen >= _SEEN_EVERY.total_seconds():
        session[_SEEN] = now
    return False
