"""The register of models: list, page, form, steps, and the sheet it is filled from."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import requires
from phongtrao.fieldwork.exemplars import actions, exports, forms, permissions, queries
from phongtrao.fieldwork.exemplars.rules import rank_name, vocabulary
from phongtrao.fieldwork.exemplars.workflow import MODEL
from phongtrao.fieldwork.register.exports import empty_sheet
from phongtrao.fieldwork.register.forms import SheetForm, StrikeForm
from phongtrao.fieldwork.register.forms.entry import area_typed
from phongtrao.fieldwork.register.queries.occasions import FESTIVALS, occasions
from phongtrao.fieldwork.register.views import (
    SheetPlan,
    as_workbook,
    listed,
    read_table,
    sheet_page,
)
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor
from phongtrao.planning.queries import programmes_for

_SHOWN = 30  # lines of evidence on the page of a model
NOT_OURS = N_("Chỉ cơ quan chủ trì mới sửa được mục này, khi mục chưa bị gạch bỏ.")


@requires("movement.read")
@require_safe
def model_list(request: ActingRequest) -> HttpResponse:
    """The models that the reader may see, with the official count of those chosen."""
    filters = _filters(request)
    cell = request.GET.get("chi_tieu", "")
    return listed(
        request,
        "exemplars/model_list.html",
        exports.MODELS,
        filters,
        official=queries.official_count(filters.qs, of_cell=bool(cell)),
        day=filters.day,
        cell=cell,
        vocabulary=vocabulary(),
    )


@requires("movement.read")
@require_safe
def model_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    return as_workbook(request, exports.MODELS, _filters(request))


@requires("movement.read")
@require_safe
def model_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One model: what it is, the steps of its life, what it did, where it came from."""
    return model_page(request, queries.model_for(request.actor, pk), StrikeForm())


@requires("movement.keep")
def model_enter(request: ActingRequest) -> HttpResponse:
    """A new model, or one that runs already; `?goc=12` begins as taken over from that one."""
    actor = request.actor
    form = forms.ModelForm(request.POST or None, actor=actor, initial=_begin(request))
    made = attempt(form, lambda: actions.enter_model(form.terms(), by=actor))
    if made is None:
        return _form(request, form, None)
    messages.success(request, _("Đã ghi mô hình."))
    return redirect("exemplars:model-detail", made.pk)


@requires("movement.keep")
def model_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Correct what a model is, or how large it is now."""
    actor, model = request.actor, kept_model(request, pk)
    form = forms.ModelForm(
        request.POST or None, actor=actor, model=model, initial=_stored(model, actor)
    )
    if form.is_bound and form.is_valid():
        version = form.cleaned_data["row_version"]
        act = partial(actions.change_model, model, form.terms(), by=actor, expected_version=version)
        to = ("exemplars:model-detail", pk)
        answer = carried_out(request, form, act, _("Đã lưu mô hình."), *to)
        if answer is not None:
            return answer
    return _form(request, form, model)


@requires("movement.keep")
@require_POST
def model_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a model out that was entered by mistake."""
    model = queries.model_for(request.actor, pk)
    form = StrikeForm(request.POST)
    if form.is_valid():
        act = partial(actions.strike_out, model, by=request.actor, **form.cleaned_data)
        to = ("exemplars:model-detail", pk)
        answer = carried_out(request, form, act, _("Đã gạch bỏ mô hình."), *to)
        if answer is not None:
            return answer
    return model_page(request, model, form)


@requires("movement.keep")
def model_step(request: ActingRequest, pk: int, verb: str) -> HttpResponse:
    """Take the model one step further: the day, the paper, the reason."""
    actor, model = request.actor, kept_model(request, pk)
    step = next((step for step in MODEL.transitions if step.verb == verb), None)
    if step is None:
        raise Http404
    begin = {"on": actor.day, "row_version": model.row_version}
    form = forms.StepForm(request.POST or None, verb=verb, initial=begin)
    if form.is_bound and form.is_valid():
        act = partial(
            actions.take_step,
            model,
            verb,
            form.facts(),
            by=actor,
            expected_version=form.cleaned_data["row_version"],
        )
        to = ("exemplars:model-detail", pk)
        answer = carried_out(request, form, act, _("Đã ghi bước của mô hình."), *to)
        if answer is not None:
            return answer
    context = {"form": form, "model": model, "label": _(step.label)}
    return form_page(request, "exemplars/step_form.html", context)


@requires("movement.keep", before=read_table)
def model_import(request: ActingRequest) -> HttpResponse:
    """Many models from a sheet; one wrong row and none is taken."""
    form = SheetForm(request.POST or None, request.FILES or None)
    return sheet_page(request, form, _plan())


@requires("movement.keep")
@require_safe
def model_template(request: ActingRequest) -> FileResponse:
    """The sheet to fill in."""
    return empty_sheet(exports.model_sheet())


def kept_model(request: ActingRequest, pk: int) -> Any:
    """A visible model that the acting body keeps; raises NotFound and Forbidden."""
    model = queries.model_for(request.actor, pk)
    if not permissions.can_keep_model(request.actor, model):
        raise Forbidden(NOT_OURS)
    return model


def model_page(request: ActingRequest, model: Any, strike: Any) -> HttpResponse:
    """The page of a model, also with a form that was refused."""
    exports.prepare_models([model])
    keeps = permissions.can_keep_model(request.actor, model)
    labels = {step.verb: step.label for step in MODEL.transitions}
    context = {
        "model": model,
        "state": (exports.state_shown(model), exports.state_tone(model)),
        "verbs": [(verb, labels[verb]) for verb in MODEL.verbs(model.state)] if keeps else [],
        "steps": [(step, _(labels.get(step.verb, N_("Đề xuất")))) for step in model.steps.all()],
        "may_keep": keeps,
        "strike_form": strike,
        "activities": queries.activities_of(model)[:_SHOWN],
        "reviews": [(row, _(rank_name(row.rank))) for row in queries.reviews_of(model)],
        "adopters": model.adoptions.filter(struck_on__isnull=True).count(),
        "repeats": model.repeats.select_related("body"),
        "is_public": permissions.is_public(model),
        "festivals": occasions(FESTIVALS, request.actor, model.area_id, model.launched_on),
    }
    return form_page(request, "exemplars/model_detail.html", context)


def _filters(request: ActingRequest) -> forms.ModelFilter:
    asked = forms.ModelFilter(request.GET, request=request)
    rows = queries.model_rows(request.actor, asked.day)
    return forms.ModelFilter(request.GET, queryset=rows, request=request)


def _form(request: ActingRequest, form: Any, model: Any) -> HttpResponse:
    context = {"form": form, "model": model, "vocabulary": vocabulary()}
    return form_page(request, "exemplars/model_form.html", context)


def _begin(request: ActingRequest) -> dict[str, Any]:
    """As taken over from a public model, where the address names one."""
    found = queries.origin_numbered(request.actor, request.GET.get("goc", ""))
    if found is None:
        return {}
    names = ("name", "field", "kind", "purpose")
    return {name: getattr(found, name) for name in names} | {
        "adopted_from": f"MH-{found.pk}",
        "adopted_on": request.actor.day,
    }


def _stored(model: Any, actor: Actor) -> dict[str, Any]:
    names = ("name", "field", "kind", "lead", "purpose", "sites", "teams", "members",
             "adopted_on", "adapted", "row_version")  # fmt: skip
    return {name: getattr(model, name) for name in names} | {
        "programme": model.programme_id,
        "area": area_typed(model.area_id, actor),
        "adopted_from": f"MH-{model.adopted_from_id}" if model.adopted_from_id else "",
    }


def _plan() -> SheetPlan:
    return SheetPlan(
        spec=exports.model_sheet(),
        make=_row_form,
        act=lambda form, actor: actions.enter_model(form.terms(), by=actor),
        list_title=_l("Mô hình, điển hình"),
        list_page="exemplars:model-list",
        template_page="exemplars:model-template",
    )


def _row_form(data: dict[str, Any], actor: Actor) -> forms.ModelForm:
    """A row as the screen would send it: the first programme, one's own area where none stands."""
    programme = programmes_for(actor).first()
    own = area_typed(actor.scope.area_id, actor) if actor.scope.area_id is not None else ""
    filled = data | {
        "programme": programme.pk if programme else "",
        "area": data.get("area") or own,
    }
    return forms.ModelForm(filled, actor=actor)
