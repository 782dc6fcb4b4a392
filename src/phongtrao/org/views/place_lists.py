"""*Danh sách địa bàn*, *danh sách cơ quan*: flat lists of today with filters."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from phongtrao.core import lists
from phongtrao.core.http import page, requires
from phongtrao.org import forms, queries
from phongtrao.org.exports import AREA_LIST, BODY_LIST, areas_listed_on
from phongtrao.org.models import Body
from phongtrao.org.views.acting import actor_of


@requires("area.read")
@require_safe
def area_rows(request: HttpRequest) -> HttpResponse:
    """Every area of today within reach."""
    filters = _areas(request)
    found = lists.list_page(request, AREA_LIST, filters.qs, filters=filters)
    return page(request, "org/place_list.html", {"list": found})


@requires("area.read")
@require_safe
def area_rows_excel(request: HttpRequest) -> FileResponse:
    """The same list as a workbook."""
    return lists.excel(request, AREA_LIST, _areas(request).qs, heading=[actor_of(request).label])


@requires("area.read")
@require_safe
def body_rows(request: HttpRequest) -> HttpResponse:
    """Every stored body of today within reach."""
    filters = _bodies(request)
    found = lists.list_page(request, BODY_LIST, filters.qs, filters=filters)
    return page(request, "org/place_list.html", {"list": found})


@requires("area.read")
@require_safe
def body_rows_excel(request: HttpRequest) -> FileResponse:
    """The same list as a workbook."""
    return lists.excel(request, BODY_LIST, _bodies(request).qs, heading=[actor_of(request).label])


def _areas(request: HttpRequest) -> forms.AreaFilter:
    actor = actor_of(request)
    rows = queries.area_versions_on(actor.day).filter(actor.scope.where("lineage_id"))
    listed = areas_listed_on(rows.exclude(level="country"), actor.day)
    return forms.AreaFilter(request.GET, listed, request=request)


def _bodies(request: HttpRequest) -> forms.BodyFilter:
    actor = actor_of(request)
    rows = Body.objects.on(actor.day).filter(actor.scope.where("area_id")).select_related("kind")
    return forms.BodyFilter(request.GET, rows, request=request)
