"""Letters that urge late bodies, the load of communes, and the forecast."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning import actions, exports, forms, permissions, queries
from phongtrao.planning.models import Urging
from phongtrao.planning.workflow import URGING


@requires("task.read")
@require_safe
def urging_list(request: ActingRequest) -> HttpResponse:
    """Letters of the acting body."""
    filters = forms.UrgingFilter(request.GET, queryset=queries.urging_rows(request.actor))
    rows = lists.list_page(request, exports.URGINGS, filters.qs, filters=filters)
    context = {"list_page": rows, "late": queries.late_tasks(request.actor).count()}
    return page(request, "planning/urging_list.html", context)


@requires("task.read")
@require_safe
def urging_excel(request: ActingRequest) -> HttpResponse:
    """The letters as a workbook."""
    filters = forms.UrgingFilter(request.GET, queryset=queries.urging_rows(request.actor))
    heading = forms.filters_in_words(filters)
    return lists.excel(request, exports.URGINGS, filters.qs, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


@requires("task.assign")
def urging_draft(request: ActingRequest) -> HttpResponse:
    """Choose late tasks and draw up a letter that names them."""
    form = forms.UrgingForm(request.POST or None, actor=request.actor)
    if request.method == "POST":
        urging = attempt(form, lambda: actions.draft_urging(form.chosen(), by=request.actor))
        if urging is not None:
            messages.success(request, _("Đã soạn công văn đôn đốc. Hãy tải tệp Word về trình ký."))
            return redirect("planning:urging-detail", urging.pk)
    ticked = set(request.POST.getlist("tasks"))
    context = {
        "form": form,
        "leads": queries.late_by_lead(request.actor),
        "ticked": ticked,
        "all_ticked": request.method != "POST",
    }
    return form_page(request, "planning/urging_form.html", context)


@requires("task.read")
@require_safe
def urging_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """A letter: what it names, the message for a chat group, its number."""
    return _urging_page(request, queries.urging_for(request.actor, pk), {})


@requires("task.assign")
@require_POST
def urging_issue(request: ActingRequest, pk: int) -> HttpResponse:
    """Note the number and date of a letter."""
    urging = queries.urging_for(request.actor, pk)
    form = forms.UrgingIssueForm(request.POST)

    def act() -> Any:
        return actions.issue_urging(urging, by=request.actor, **form.cleaned_data)

    said = _("Đã ghi số, ngày ban hành; lần đôn đốc đã được ghi vào từng nhiệm vụ.")
    answer = carried_out(request, form, act, said, "planning:urging-detail", pk)
    return answer or _urging_page(request, urging, {"form": form})


@requires("task.assign")
@require_POST
def urging_drop(request: ActingRequest, pk: int) -> HttpResponse:
    """Put a draft aside."""
    urging = queries.urging_for(request.actor, pk)
    actions.drop_urging(urging, by=request.actor)
    messages.success(request, _("Đã bỏ dự thảo công văn đôn đốc."))
    return redirect("planning:urging-detail", pk)


@requires("task.read")
@require_safe
def load_list(request: ActingRequest) -> HttpResponse:
    """How much each commune is asked for, over all who ask."""
    filters = forms.LoadFilter(request.GET, queryset=queries.load_rows(request.actor))
    spec = exports.load_list(request.actor)
    rows = lists.list_page(request, spec, filters.qs, filters=filters)
    context = {"list_page": rows, "may_analyse": permissions.can_analyse(request.actor)}
    return page(request, "planning/load_list.html", context)


@requires("task.read")
@require_safe
def load_excel(request: ActingRequest) -> HttpResponse:
    """The load as a workbook."""
    filters = forms.LoadFilter(request.GET, queryset=queries.load_rows(request.actor))
    heading = forms.filters_in_words(filters)
    return lists.excel(request, exports.load_list(request.actor), filters.qs, heading=heading)  # type: ignore[return-value]  # as above


@requires("task.assign")
@require_safe
def forecast_list(request: ActingRequest) -> HttpResponse:
    """Which bodies may be late, from what they did before; for standing bodies."""
    filters = _forecast(request)
    spec = exports.forecast_list(request.actor)
    rows = lists.list_page(request, spec, filters.qs, filters=filters)
    return page(request, "planning/forecast_list.html", {"list_page": rows})


@requires("task.assign")
@require_safe
def forecast_excel(request: ActingRequest) -> HttpResponse:
    """The forecast as a workbook."""
    filters = _forecast(request)
    heading = forms.filters_in_words(filters)
    return lists.excel(request, exports.forecast_list(request.actor), filters.qs, heading=heading)  # type: ignore[return-value]  # as above


def _forecast(request: ActingRequest) -> Any:
    if not permissions.can_analyse(request.actor):
        raise Forbidden(N_("Trang phân tích dành cho cơ quan thường trực."))
    return forms.ForecastFilter(request.GET, queryset=queries.forecast_rows(request.actor))


def _urging_page(request: ActingRequest, urging: Urging, extra: dict[str, Any]) -> HttpResponse:
    may_write = permissions.can_urge(request.actor, urging.body_id)
    verbs = URGING.verbs(urging.state) if may_write else ()
    items = queries.urged_in(urging)
    context = {
        "urging": urging,
        "tone": exports.URGING_TONES[urging.state],
        "items": items,
        "message": exports.urging_message(urging, items),
        "verbs": verbs,
        "form": forms.UrgingIssueForm() if "issue" in verbs else None,
    }
    return form_page(request, "planning/urging_detail.html", context | extra)
