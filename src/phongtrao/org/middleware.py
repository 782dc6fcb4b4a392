"""Puts the acting official on each request, read afresh from dated postings."""

from collections.abc import Callable
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from phongtrao.core import clock
from phongtrao.org.permissions import Actor, actor_for

SESSION_KEY = "posting_id"


class ActingRequest(HttpRequest):
    """A request after `ActorMiddleware` and `core.http.requires`, for the type checker."""

    actor: Actor
    prepared: Any


class ActorMiddleware:
    """`request.actor`: the signed-in account in the posting he has chosen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor(request))  # type: ignore[attr-defined]
        return self.get_response(request)


def _actor(request: HttpRequest) -> Actor:
    chosen = request.session.get(SESSION_KEY)
    actor = actor_for(request.user, clock.today(), posting_id=chosen)  # type: ignore[arg-type]
    structlog.contextvars.bind_contextvars(account_id=actor.account_id, posting_id=actor.posting_id)
    return actor
