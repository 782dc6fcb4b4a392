"""Who acts in a request, for every page of intake."""

from django.http import HttpRequest

from phongtrao.org.permissions import Actor


def actor_of(request: HttpRequest) -> Actor:
    """The official who acts, as `org.middleware` has put it on the request."""
    return request.actor  # type: ignore[attr-defined]  # ActorMiddleware
