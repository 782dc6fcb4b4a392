"""Who acts, for the views of org: they stand below the middleware that puts him on the request."""

from django.http import HttpRequest

from phongtrao.org.permissions import Actor


def actor_of(request: HttpRequest) -> Actor:
    """The official who acts."""
    return request.actor  # type: ignore[attr-defined]  # put there by ActorMiddleware
