"""Who asks: a personal access token in the Authorization header, and nothing else."""

from django.conf import settings
from django.http import HttpRequest
from ninja.security import HttpBearer
from ninja.throttling import SimpleRateThrottle

from phongtrao.core import clock
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import from_this_machine
from phongtrao.org.actions.tokens import PREFIX, digest_of
from phongtrao.org.permissions import TokenActor
from phongtrao.org.queries import token_actor

_LONGEST = 100


class TokenAuth(HttpBearer):
    """Bearer tokens; a session cookie of a browser opens nothing here."""

    def authenticate(self, request: HttpRequest, token: str) -> TokenActor | None:
        """The official in whose posting the program acts, put on the request for all below."""
        if not token.startswith(PREFIX) or len(token) > _LONGEST:
            return None
        actor = token_actor(digest_of(token), clock.today())
        if actor is None or (actor.account.is_demo and not from_this_machine(request)):
            return None
        _require_capability(request, actor)
        request.user = actor.account
        request.actor = actor  # type: ignore[attr-defined]  # as ActorMiddleware does for pages
        return actor


def _require_capability(request: HttpRequest, actor: TokenActor) -> None:
    """What the operation needs (`door`), asked before anything of the call is read."""
    found = request.resolver_match
    needed = getattr(found.func, "requires", "") if found else ""
    if needed != "signed-in" and not actor.can(needed):
        raise Forbidden(
            N_("Mã truy cập này không được phép làm việc đó (%(capability)s)."),
            code="capability",
            capability=needed,
        )


class TokenThrottle(SimpleRateThrottle):
    """So many calls a minute for each token in each web process."""

    scope = "token"

    def __init__(self) -> None:
        super().__init__(f"{settings.API_CALLS_A_MINUTE}/min")

    def allow_request(self, request: HttpRequest) -> bool:
        """Whether the token may call now."""
        self.num_requests = settings.API_CALLS_A_MINUTE
        return super().allow_request(request)

    def get_cache_key(self, request: HttpRequest) -> str | None:
        """One count a token."""
        token = request.auth.token  # type: ignore[attr-defined]  # put there by ninja
        return self.cache_format % {"scope": self.scope, "ident": token.pk}
