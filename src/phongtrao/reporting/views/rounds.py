"""Rounds: the list, opening one, one round with its reports, closing and opening its figures."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from phongtrao.core import clock, lists
from phongtrao.core.attempts import show_refusal
from phongtrao.core.calendar import DeadlineRule
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import Actor
from phongtrao.reporting import actions, exports, permissions, queries
from phongtrao.reporting.forms.decisions import chosen_keys
from phongtrao.reporting.forms.filters import ReportFilter, RoundFilter
from phongtrao.reporting.forms.rounds import LEVELS, RoundForm
from phongtrao.reporting.models import Round
from phongtrao.reporting.models.training import training_mark
from phongtrao.reporting.queries.rounds_ahead import RoundAhead, rounds_ahead


@requires("report.read")
@require_safe
def round_list(request: HttpRequest) -> HttpResponse:
    """The rounds one sees."""
    filters = RoundFilter(request.GET, _periodic(request), request=request)
    found = lists.list_page(request, exports.ROUND_LIST, filters.qs, filters=filters)
    return page(request, "reporting/round_list.html", {"list": found})


@requires("report.read")
@require_safe
def round_list_excel(request: HttpRequest) -> FileResponse:
    """The same list as a workbook."""
    rows = RoundFilter(request.GET, _periodic(request), request=request).qs
    return lists.excel(request, exports.ROUND_LIST, rows)


@requires("report.read")
@require_safe
def report_list(request: HttpRequest) -> HttpResponse:
    """Every report one sees, over all rounds."""
    rows = queries.listed_reports(actor_of(request))
    filters = ReportFilter(request.GET, rows, request=request)
    spec = _spec(exports.REPORT_LIST, filters, with_ticks=True)
    found = lists.list_page(request, spec, filters.qs, filters=filters)
    context = {"list": found, "is_queue": filters.is_queue}
    if filters.is_queue:
        context |= _queue_context(request)
    return page(request, "reporting/report_list.html", context)


@requires("report.read")
@require_safe
def report_list_excel(request: HttpRequest) -> FileResponse:
    """The same list as a workbook."""
    rows = queries.listed_reports(actor_of(request))
    filters = ReportFilter(request.GET, rows, request=request)
    return lists.excel(request, _spec(exports.REPORT_LIST, filters), filters.qs)


@requires("round.open")
@require_http_methods(["GET", "HEAD", "POST"])
def round_open(request: HttpRequest) -> HttpResponse:
    """Open a round for the areas below one's own."""
    actor = actor_of(request)
    form = RoundForm(request.POST or None, actor=actor)
    ahead: list[RoundAhead] = []
    if request.method == "POST" and form.is_valid():
        asked = _asked(form, actor)
        try:
            if request.POST.get("verb") == PREVIEW:
                ahead = rounds_ahead(form.cleaned_data["template_version"], **asked)
            else:
                return _opened(request, form, asked, actor)
        except (InvalidInput, Refused, Forbidden) as refusal:
            show_refusal(form, refusal)
    status = 422 if request.method == "POST" and not ahead else 200
    context = {"form": form, "ahead": ahead, "levels": LEVELS}
    return page(request, "reporting/round_form.html", context, status=status)


@requires("report.read")
@require_safe
def round_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One round: how complete it is, who is late, every report; or the queue of its approver."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    filters = _filtered(request, actor, round_)
    if round_.asked_once and not filters.is_queue:
        return redirect("reporting:oneoff-detail", pk)
    spec = _spec(exports.ROUND_REPORTS, filters, with_ticks=True)
    context = {
        "round": round_,
        "list": lists.list_page(request, spec, filters.qs, filters=filters),
        "is_queue": filters.is_queue,
        "completeness": queries.completeness(actor, round_, clock.now()),
        "may_close": permissions.can_close_round(actor, round_),
        "may_erase": permissions.can_erase_training(actor, round_),
        "period": exports.period_name(round_),
    }
    if not filters.is_queue:
        late = filters.in_set(queries.late_reports(actor, round_, clock.now()))
        context |= {
            "waiting": queries.waiting_for(actor).filter(round=round_).count(),
            "late": list(late.order_by("body__name_folded")[:MOST_LATE]),
            "late_count": late.count(),
            "may_urge": permissions.can_urge(actor, round_) and clock.now() > round_.deadline_at,
        }
    if filters.is_queue:
        context |= _queue_context(request, round_)
    return page(request, "reporting/round_detail.html", context)


@requires("report.read")
@require_safe
def round_excel(request: HttpRequest, pk: int) -> FileResponse:
    """The reports of a round as a workbook."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    filters = _filtered(request, actor, round_)
    heading = [round_.template_version.template.name, exports.period_name(round_)]
    spec, mark = _spec(exports.ROUND_REPORTS, filters), training_mark(round_.scheme)
    return lists.excel(request, spec, filters.qs, heading=heading, page_mark=mark)


@requires("round.open")
@require_safe
def round_close(request: HttpRequest, pk: int) -> HttpResponse:
    """What closing the figures, or opening them again, would do to whom: a preview."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    if not permissions.can_close_round(actor, round_):
        raise Forbidden(N_("Chỉ cơ quan thường trực mở đợt mới chốt hoặc mở lại được."))
    return _close_page(request, round_)


@requires("round.open")
@require_POST
def round_lock(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the figures of a round."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    actions.lock_round(round_, reason=request.POST.get("reason", ""), by=actor)
    messages.success(request, _("Đã chốt số liệu của đợt báo cáo."))
    return redirect("reporting:round-detail", pk)


@requires("round.open")
@require_POST
def round_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Open closed figures again, with a reason."""
    actor = actor_of(request)
    round_: Round = queries.round_for(actor, pk)
    try:
        actions.reopen_round(round_, reason=request.POST.get("reason", ""), by=actor)
    except InvalidInput as refusal:
        return _close_page(request, round_, refusal)
    messages.success(request, _("Đã mở lại kỳ báo cáo."))
    return redirect("reporting:round-detail", pk)


MOST_LATE = 50
PREVIEW = "xem"  # the value of the button that only shows what would be asked


def _periodic(request: HttpRequest) -> QuerySet[Round]:
    """The rounds of periods: what was asked once has a list of its own."""
    return queries.rounds_for(actor_of(request)).filter(one_off=None)


def _queue_context(request: HttpRequest, of_round: Round | None = None) -> dict[str, Any]:
    """What stands around the queue: which rounds may be closed, which report is opened beside."""
    actor = actor_of(request)
    of_queue = [of_round] if of_round is not None else queries.rounds_in_queue(actor)
    rounds = [r for r in of_queue if permissions.can_close_round(actor, r)]
    opened = chosen_keys([request.GET.get("mo", "")])
    named = [(r, f"{r.template_version.template.name}, {exports.period_name(r)}") for r in rounds]
    return {"closable": named, "opened": opened[0] if opened else None}


def _close_page(
    request: HttpRequest, round_: Round, refusal: InvalidInput | None = None
) -> HttpResponse:
    context = {
        "round": round_,
        "period": exports.period_name(round_),
        "what": queries.closing_of(round_),
        "refusal": refusal,
    }
    return page(request, "reporting/round_close.html", context, status=422 if refusal else 200)


def _filtered(request: HttpRequest, actor: Actor, round_: Round) -> ReportFilter:
    """The reports of a round as filtered; sets of areas as they stood on its last day."""
    rows = queries.reports_of_round(actor, round_)
    return ReportFilter(request.GET, rows, request=request, set_day=round_.last_day)


def _spec(
    spec: lists.ListSpec, filters: ReportFilter, *, with_ticks: bool = False
) -> lists.ListSpec:
    """The list as asked for: with what an approver weighs where it is his queue."""
    return exports.queue_of(spec, with_ticks=with_ticks) if filters.is_queue else spec


def _asked(form: RoundForm, actor: Actor) -> dict[str, Any]:
    said = form.cleaned_data
    return {
        "period": said["period"],
        "scheme": said["scheme"],
        "deadlines": said["deadlines"],
        "area_id": actor.body.area_id if actor.body else 0,
    }


def _opened(
    request: HttpRequest, form: RoundForm, asked: dict[str, Any], actor: Actor
) -> HttpResponse:
    """Open the rounds of every level chosen; one leads to itself, several to the list."""
    opened = actions.open_rounds(
        form.cleaned_data["template_version"],
        **asked,
        holiday_rule=form.cleaned_data["holiday_rule"] or DeadlineRule.KEEP.value,
        by=actor,
    )
    for each in opened:
        _tell_opened(request, each)
    if len(opened) == 1:
        return redirect("reporting:round-detail", opened[0].round.pk)
    return redirect("reporting:round-list")


def _tell_opened(request: HttpRequest, opened: actions.OpenedRound) -> None:
    told = ngettext(
        "Đã mở đợt báo cáo cho %(count)s cơ quan.",
        "Đã mở đợt báo cáo cho %(count)s cơ quan.",
        opened.reports,
    ) % {"count": opened.reports}
    messages.success(request, told)
    if opened.without_body:
        names = ", ".join(opened.without_body[:20])
        warning = _("%(count)s địa bàn chưa có cơ quan báo cáo: %(names)s.")
        messages.warning(request, warning % {"count": len(opened.without_body), "names": names})
