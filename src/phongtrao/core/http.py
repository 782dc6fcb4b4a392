"""How every view is declared, how refusals are answered, and how a fragment is rendered."""

import ipaddress
import unicodedata
import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

import structlog
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render
from django.utils import translation
from django.views import defaults

from phongtrao.core import idempotency, privacy, uploads
from phongtrao.core.errors import N_, DomainError, Forbidden, StaleVersion

View = Callable[..., HttpResponseBase]
Prepare = Callable[[HttpRequest], Any]
Check = Callable[[HttpRequest, str], None]
_SAFE = {"GET", "HEAD", "OPTIONS"}
_further_checks: list[Check] = []
log = structlog.get_logger(__name__)


def check_also(*checks: Check) -> None:
    """Let later stages refuse a changing request by its declared capability (`config.wiring`)."""
    _further_checks[:] = checks


def requires(
    capability: str, *, before: Prepare | None = None, unread: tuple[str, ...] = ()
) -> Callable[[View], View]:
    """Declare what a view needs: a capability of `org.roles`, checked for the acting posting.

    A changing request runs in one transaction with its one-time key (`core.idempotency`).
    `before` runs first and outside that transaction (slow work such as the upload gate); what it
    returns is `request.prepared`. The privacy guard reads every typed text and file name but the
    fields named in `unread` (an office telephone, say).
    """

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.actor.can(capability):  # type: ignore[attr-defined]  # ActorMiddleware
                raise Forbidden(
                    N_(
                        "Với chức trách đang chọn, bạn không làm được việc này."
                        " Chưa có gì thay đổi."
                    ),
                    code="capability",
                )
            if request.method in _SAFE:
                return view(request, *args, **kwargs)
            for check in _further_checks:
                check(request, capability)
            privacy.require_no_personal_data(request, unread=unread)
            if before is not None:
                request.prepared = before(request)  # type: ignore[attr-defined]  # declared here
            return idempotency.once(request, lambda: view(request, *args, **kwargs))

        guarded.requires = capability  # type: ignore[attr-defined]  # read by the census test
        return guarded

    return declare


def public(view: View) -> View:
    """Declare a view that anybody may open."""
    view.requires = "public"  # type: ignore[attr-defined]  # read by the census test
    return view


def render_part(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Render a part file `<app>/_<noun>_<part>.html` alone, for htmx."""
    response = render(request, template, context, status=status, using="jinja2")
    response["Vary"] = "HX-Request"
    return response


def page(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """Render a whole page of ours (Jinja2)."""
    return render(request, template, context or {}, status=status, using="jinja2")


def from_this_machine(request: HttpRequest | None) -> bool:
    """Whether the request comes over loopback and through no proxy."""
    if request is None or request.headers.get("X-Forwarded-For"):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


class RequestIdMiddleware:
    """Gives each request an id, binds it to the log, and puts typed text into NFC."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.id = uuid.uuid4().hex[:12]  # type: ignore[attr-defined]  # ours
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request.id)  # type: ignore[attr-defined]
        request.GET = _composed(request.GET)  # type: ignore[assignment]
        response = self.get_response(request)
        response["X-Request-Id"] = request.id  # type: ignore[attr-defined]
        response.setdefault("Permissions-Policy", "geolocation=(), camera=(), microphone=()")
        if getattr(request, "user", None) is not None and request.user.is_authenticated:
            response.setdefault("Cache-Control", "private, no-store")
        return response


class LanguageMiddleware:
    """Vietnamese, unless this browser has chosen English on the page.

    The browser's own preference is not asked: many offices run an English Windows.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class PageCompressionMiddleware(GZipMiddleware):
    """Compresses pages; files are compressed already, and their length should be known."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        """Leave everything alone that is no page."""
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            return response
        return super().process_response(request, response)


class DomainErrorMiddleware:
    """Turns a refusal into a page, a fragment or JSON with one Vietnamese sentence."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Put what was typed into NFC; let the guard read it where `requires` does not stand."""
        is_safe = request.method in _SAFE
        if not is_safe:
            request.POST = _composed(request.POST)  # type: ignore[assignment]  # same type
            if getattr(view, "requires", "public") != "public":
                return None
        try:
            if is_safe:
                privacy.require_no_personal_query(request)
            else:
                privacy.require_no_personal_data(request)
        except DomainError as error:
            log.info("refused", code=error.code, status=error.status)
            # A door for programs tells refusals in its own way.
            told: HttpResponseBase = getattr(view, "refuses", refusal)(request, error)
            return told
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """Answer a domain error; leave every other exception alone."""
        if isinstance(error, DomainError):
            log.info("refused", code=error.code, status=error.status)
            return refusal(request, error)
        return None


def refusal(request: HttpRequest, error: DomainError) -> HttpResponseBase:
    """The page, fragment or JSON that tells a refusal."""
    if request.headers.get("Accept", "").startswith("application/json"):
        body = {"code": error.code, "message": str(error)}
        return JsonResponse(body, status=error.status)
    if error.status == 404:
        return page(request, "core/404.html", {"error": error}, status=404)
    if isinstance(error, privacy.Personal):
        return page(request, "core/personal.html", {"error": error}, status=error.status)
    if isinstance(error, uploads.Held):
        return page(request, "core/held.html", {"error": error}, status=error.status)
    if isinstance(error, StaleVersion):
        return page(request, "core/conflict.html", {"error": error}, status=error.status)
    if request.headers.get("HX-Request"):
        return render_part(request, "core/_refusal.html", {"error": error}, status=error.status)
    return page(request, "core/refusal.html", {"error": error}, status=error.status)


@public
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponseBase:
    """The page of an address that is not there, or not there for whoever asks."""
    return page(request, "core/404.html", status=404)


@public
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """The page of a request that cannot be read; one too long to read is told what to do."""
    if not isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        # Nothing else is known of such a request, not even who sent it.
        return defaults.bad_request(request, exception)
    error = DomainError(
        N_(
            "Nội dung gửi lên quá lớn nên không đọc được và không có gì được lưu. Hãy trở lại trang"
            " trước, rút ngắn hoặc chia nhỏ nội dung rồi gửi lại."
        ),
        code="too_big",
        status=413,
    )
    return refusal(request, error)


@public
def server_error(request: HttpRequest) -> HttpResponseBase:
    """The page of a fault of ours; it shows the request's id."""
    return page(request, "core/500.html", status=500)


@public
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """The page of a form whose session token no longer fits."""
    return page(request, "core/csrf.html", status=403)


def _composed(query: QueryDict) -> QueryDict:
    text = query.urlencode()
    if text.isascii() and "%CC" not in text and "%CD" not in text:
        return query  # no combining mark can hide here
    composed = QueryDict(mutable=True, encoding=query.encoding)
    for name, values in query.lists():
        composed.setlist(name, [unicodedata.normalize("NFC", value) for value in values])
    composed._mutable = False  # noqa: SLF001 - QueryDict has no public way to close it
    return composed
