"""The request as our views meet it, for the type checker."""

from typing import Any

from django.http import HttpRequest

from phongtrao.org.permissions import Actor


class ActingRequest(HttpRequest):
    """A request after `ActorMiddleware` and `core.http.requires`."""

    actor: Actor
    prepared: Any
