"""*Tìm kiếm*: the page of results, and what the palette shows while somebody types."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from phongtrao.core.http import page, render_part, requires
from phongtrao.portal.queries import search


@requires("inbox.read")
@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Everything that the reader may open and that holds the typed words."""
    asked = request.GET
    found = search.results(
        request,
        request.actor,  # type: ignore[attr-defined]  # ActorMiddleware
        asked.get("q", ""),
        asked.get("loai", ""),
        asked.get("trang", "1"),
    )
    return page(request, "portal/search.html", {"found": found})


@requires("inbox.read")
@require_safe
def search_palette(request: HttpRequest) -> HttpResponse:
    """The best finds as a fragment; the page of results has the rest."""
    typed = request.GET.get("q", "")
    finds = search.palette(request, request.actor, typed)  # type: ignore[attr-defined]  # as above
    response = render_part(request, "portal/_search_palette.html", {"finds": finds, "typed": typed})
    patch_cache_control(response, no_store=True)
    return response
