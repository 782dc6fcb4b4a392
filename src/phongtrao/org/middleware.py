"""Puts the acting official on each request, read afresh from dated postings."""

from collections.abc import Callable
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from phongtrao.core import clock
from phongtrao.org.permissions import Actor, actor_for

SESSION_KEY = "posting_id"


class ActingRequest(HttpRequest):
    """A request after `ActorMiddleware` and `core.http.requires`, for the type checker."""

    actor: Actor
    prepared: Any


def actor_of(request: HttpRequest) -> Actor:
    """The official who acts, as the middleware has put him on the request."""
    return request.actor  # type: ignore[attr-defined]  # set below


class ActorMiddleware:
    """`request.actor`: the signed-in account in the posting he has chosen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor(request))  # type: ignore[attr-defined]
        if _has_one_time_password(request):
            return HttpResponseRedirect(reverse("account_change_password"))
        return self.get_response(request)


def _has_one_time_password(request: HttpRequest) -> bool:
    # A password that an administrator has seen opens one page only: the one that replaces it.
    account_pages = reverse("account_login").removesuffix("login/")
    return (
        not request.path.startswith(account_pages)
        and request.user.is_authenticated
        and request.user.must_change_password
    )


def _actor(request: HttpRequest) -> Actor:
    chosen = request.session.get(SESSION_KEY)
    actor = actor_for(request.user, clock.today(), posting_id=chosen)  # type: ignore[arg-type]
    structlog.contextvars.bind_contextvars(account_id=actor.account_id, posting_id=actor.posting_id)
    return actor
