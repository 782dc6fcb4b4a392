"""*Tổng quan*: a place at a glance."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from phongtrao.analytics import exports
from phongtrao.analytics.forms import OverviewForm
from phongtrao.analytics.queries.pages_overview import overview
from phongtrao.analytics.queries.pages_scope import Offered
from phongtrao.core import clock
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import actor_of


@requires("rollup.read")
@require_safe
def overview_page(request: HttpRequest) -> HttpResponse:
    """Tiles, a few figures with target and trend, rounds, what is late; one sheet when printed."""
    form = OverviewForm(request.GET, offered=Offered(actor_of(request)))
    context: dict[str, Any] = {"form": form, "query": request.GET.urlencode(), "shown": None}
    if form.is_valid():
        glance = form.glance()
        found = overview(glance, clock.now())
        context |= {
            "shown": found,
            "glance": glance,
            "links": exports.FigureLinks(glance.asked),
            "cards": exports.cards_of(found.comparison),
            "tiles": exports.tile_map(glance, found.tiles),
            "heat": exports.round_lines(found.rounds),
            "period": exports.period_words(glance.period),
        }
    return page(request, "analytics/overview.html", context)
