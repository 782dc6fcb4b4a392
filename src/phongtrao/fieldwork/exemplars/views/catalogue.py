"""The catalogue of running models: search, models of similar areas, one sheet, the diffusion."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from phongtrao.core.errors import NotFound
from phongtrao.core.http import page, requires
from phongtrao.fieldwork.exemplars import exports, forms, permissions, queries
from phongtrao.fieldwork.exemplars.rules import vocabulary
from phongtrao.fieldwork.register.permissions import may_record
from phongtrao.fieldwork.register.views import as_workbook, listed
from phongtrao.org.middleware import ActingRequest


@requires("movement.read")
@require_safe
def catalogue_list(request: ActingRequest) -> HttpResponse:
    """Running and recognised models of the whole country."""
    return listed(
        request,
        "exemplars/catalogue_list.html",
        exports.CATALOGUE,
        _filters(request),
        vocabulary=vocabulary(),
    )


@requires("movement.read")
@require_safe
def catalogue_excel(request: ActingRequest) -> HttpResponse:
    """The filtered catalogue as a workbook."""
    return as_workbook(request, exports.CATALOGUE, _filters(request))


@requires("movement.read")
@require_safe
def catalogue_similar(request: ActingRequest) -> HttpResponse:
    """What areas like one's own have done, and why they are alike."""
    asked = request.GET.get("linh_vuc", "")
    choices = forms.field_choices()
    field = asked if asked in dict(choices) else ""
    rows = queries.similar_models(request.actor, request.actor.day, field=field)
    exports.prepare_models(rows)
    context = {"rows": rows, "fields": choices, "field": field}
    return page(request, "exemplars/catalogue_similar.html", context)


@requires("movement.read")
@require_safe
def catalogue_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """What everybody may know of a running model."""
    return page(request, "exemplars/catalogue_detail.html", _public(request, pk))


@requires("movement.read")
@require_safe
def catalogue_sheet(request: ActingRequest, pk: int) -> HttpResponse:
    """One model on one page A4, to hand out."""
    return page(request, "exemplars/catalogue_sheet.html", _public(request, pk))


@requires("movement.read")
@require_safe
def model_diffusion(request: ActingRequest, pk: int) -> HttpResponse:
    """Who took a model from whom, when and adapted how: a tree, and a table of provinces."""
    model = _readable(request, pk)
    exports.prepare_models([model])
    context = {"model": model, "diffusion": queries.diffusion_of(pk, request.actor.day)}
    return page(request, "exemplars/diffusion.html", context)


def _readable(request: ActingRequest, pk: int) -> Any:
    """A public model, or one that the actor sees; raises NotFound."""
    try:
        return queries.public_model(pk, request.actor.day)
    except NotFound:
        return queries.model_for(request.actor, pk)


def _public(request: ActingRequest, pk: int) -> dict[str, Any]:
    model = queries.public_model(pk, request.actor.day)
    exports.prepare_models([model])
    return {
        "model": model,
        "state": (exports.state_shown(model), exports.state_tone(model)),
        "may_ask": permissions.can_ask_to_learn(request.actor, model),
        "may_record": may_record(request.actor),
        "activities": queries.activities_of(model).filter(struck_on__isnull=True)[:3],
        "adopters": model.adoptions.filter(struck_on__isnull=True).count(),
    }


def _filters(request: ActingRequest) -> forms.CatalogueFilter:
    rows = queries.public_rows(request.actor.day)
    return forms.CatalogueFilter(request.GET, queryset=rows, request=request)
