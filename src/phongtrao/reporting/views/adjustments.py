"""Signed lines: those of a report with a place for a new one, those of a round, their decisions."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import Actor
from phongtrao.reporting import actions, exports, permissions, queries
from phongtrao.reporting.forms.adjustments import AdjustmentForm
from phongtrao.reporting.models import Adjustment, Report, ReportVersion
from phongtrao.reporting.models.training import training_mark
from phongtrao.reporting.workflow import ADJUSTMENT


@requires("report.read")
@require_http_methods(["GET", "HEAD", "POST"])
def report_adjustments(request: HttpRequest, pk: int) -> HttpResponse:
    """Every signed line at a report; a body above proposes a further one."""
    actor = actor_of(request)
    report = queries.report_for(actor, pk)
    version = queries.newest_version(report)
    form = _form(request, actor, report, version)
    if request.method == "POST" and form is not None and version is not None:
        given = form
        made = attempt(given, lambda: actions.propose_adjustment(version, given.draft(), by=actor))
        if made is not None:
            messages.success(
                request, _("Đã lập dòng điều chỉnh; người thứ hai duyệt thì mới tính.")
            )
            return redirect("reporting:report-adjustments", pk)
    elif request.method == "POST":
        raise Forbidden(N_("Chỉ cơ quan duyệt của cấp trên mới lập được dòng điều chỉnh."))
    context = {
        "report": report,
        "period": exports.period_name(report.round),
        "form": form,
        "lines": line_facts(actor, queries.adjustments_of_report(actor, report)),
    }
    return form_page(request, "reporting/report_adjustments.html", context)


@requires("report.read")
@require_safe
def round_adjustments(request: HttpRequest, pk: int) -> HttpResponse:
    """The signed lines of a round that one sees, with what each adds to."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    rows = queries.adjustments_seen(actor).filter(version__report__round=round_)
    context = {
        "round": round_,
        "period": exports.period_name(round_),
        "list": lists.list_page(request, exports.ADJUSTMENT_LIST, rows),
    }
    return page(request, "reporting/round_adjustments.html", context)


@requires("report.read")
@require_safe
def round_adjustments_excel(request: HttpRequest, pk: int) -> FileResponse:
    """The same lines as a workbook."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    rows = queries.adjustments_seen(actor).filter(version__report__round=round_)
    heading = [round_.template_version.template.name, exports.period_name(round_)]
    mark = training_mark(round_.scheme)
    return lists.excel(request, exports.ADJUSTMENT_LIST, rows, heading=heading, page_mark=mark)


@requires("report.approve")
@require_POST
def adjustment_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """The second person approves a line, or refuses it with a reason."""
    actor = actor_of(request)
    approve = request.POST.get("verb") == "duyet"
    reason = request.POST.get("reason", "")
    adjustment = queries.adjustment_for(actor, pk)
    actions.decide_adjustment(adjustment, approve=approve, reason=reason, by=actor)
    said = _("Đã duyệt: dòng điều chỉnh được tính vào số liệu tổng hợp.")
    messages.success(request, said if approve else _("Đã ghi: không duyệt dòng điều chỉnh."))
    return redirect("reporting:report-adjustments", adjustment.version.report_id)


@requires("report.return")
@require_POST
def adjustment_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a line back with a reason."""
    actor = actor_of(request)
    adjustment = queries.adjustment_for(actor, pk)
    actions.withdraw_adjustment(adjustment, reason=request.POST.get("reason", ""), by=actor)
    messages.success(
        request, _("Đã rút dòng điều chỉnh; số liệu tổng hợp không còn tính dòng này.")
    )
    return redirect("reporting:report-adjustments", adjustment.version.report_id)


def _form(
    request: HttpRequest, actor: Actor, report: Report, version: ReportVersion | None
) -> AdjustmentForm | None:
    """The form for a new line; None for whoever may not propose one, and where none can be."""
    if version is None or report.round.locked_at or not permissions.can_adjust(actor, report):
        return None
    offered = queries.adjustable_figures(version)
    start = {"cell_key": request.GET.get("o", "")}
    return AdjustmentForm(request.POST or None, offered=offered, initial=start)


def line_facts(actor: Actor, rows: Sequence[Adjustment]) -> list[dict[str, Any]]:
    """Each line with its figure in words and what the actor may do with it."""
    return [
        {
            "row": row,
            "figure": exports.adjusted_cell(row),
            "difference": exports.difference_words(row),
            "state": exports.adjustment_state(row),
            "may_decide": "approve" in ADJUSTMENT.verbs(row.state)
            and permissions.can_decide_adjustment(actor, row),
            "may_withdraw": "withdraw" in ADJUSTMENT.verbs(row.state)
            and permissions.can_withdraw_adjustment(actor, row),
        }
        for row in rows
    ]
