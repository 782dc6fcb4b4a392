"""*Hướng dẫn theo vai trò*: the user guides as pages."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from phongtrao.core.http import page, requires
from phongtrao.portal.queries import guides


@requires("inbox.read")
@require_safe
def guide_page(request: HttpRequest) -> HttpResponse:
    """The guide that is asked for, else the reader's own."""
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    name = request.GET.get("vai-tro") or guides.own_guide(actor)
    context = {
        "guide": guides.guide_named(name),
        "name": name,
        "guides": guides.guides_for(actor),
    }
    return page(request, "portal/guide.html", context)
