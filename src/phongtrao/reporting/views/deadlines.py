"""More time for a report: asking, giving, answering, taking back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import requires
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import Actor
from phongtrao.reporting import actions, exports, permissions, queries
from phongtrao.reporting.forms.deadlines import MoreTimeForm
from phongtrao.reporting.models import DeadlineExtension, Report
from phongtrao.reporting.workflow import EXTENSION


@requires("report.read")
@require_http_methods(["GET", "HEAD", "POST"])
def report_time(request: HttpRequest, pk: int) -> HttpResponse:
    """Both deadlines of a report and how they came about; its body asks, the body above gives."""
    actor = actor_of(request)
    report = queries.report_for(actor, pk)
    form = MoreTimeForm(request.POST or None)
    act = _act(actor, report)
    if request.method == "POST":
        if act is None:
            raise Forbidden(
                N_("Chỉ cơ quan báo cáo xin gia hạn, cơ quan duyệt quyết định gia hạn.")
            )
        said = _("Đã gửi đề nghị gia hạn.")
        if permissions.can_extend(actor, report):
            said = _("Đã gia hạn; hạn ban đầu vẫn được ghi bên cạnh.")
        answer = carried_out(request, form, lambda: act(form), said, "reporting:report-time", pk)
        if answer is not None:
            return answer
    return form_page(request, "reporting/report_time.html", _context(actor, report, form, act))


@requires("report.return")
@require_POST
def moretime_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Grant or refuse what was asked."""
    actor = actor_of(request)
    extension = queries.extension_for(actor, pk)
    grant = request.POST.get("verb") == "dong-y"
    reason = request.POST.get("reason", "")
    actions.decide_extension(extension, grant=grant, reason=reason, by=actor)
    said = _("Đã đồng ý gia hạn.") if grant else _("Đã trả lời: không gia hạn.")
    messages.success(request, said)
    return redirect("reporting:report-time", extension.report_id)


@requires("report.read")
@require_POST
def moretime_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """The reporting body takes its request back."""
    actor = actor_of(request)
    extension = queries.extension_for(actor, pk)
    actions.withdraw_extension(extension, by=actor)
    messages.success(request, _("Đã rút đề nghị gia hạn."))
    return redirect("reporting:report-time", extension.report_id)


@requires("report.return")
@require_POST
def moretime_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a granted extension back while it has not passed."""
    actor = actor_of(request)
    extension = queries.extension_for(actor, pk)
    reason = request.POST.get("reason", "")
    actions.take_back_extension(extension, reason=reason, by=actor)
    messages.success(request, _("Đã hủy gia hạn; hạn gửi trở lại như trước."))
    return redirect("reporting:report-time", extension.report_id)


def _act(actor: Actor, report: Report) -> Callable[[MoreTimeForm], DeadlineExtension] | None:
    """What sending the form does: giving time by the body above, asking for it by its own."""
    if permissions.can_extend(actor, report):
        give = actions.give_extension
    elif permissions.can_ask_extension(actor, report):
        give = actions.ask_extension
    else:
        return None
    return lambda form: give(
        report,
        deadline_at=form.cleaned_data["deadline_at"],
        reason=form.cleaned_data["reason"],
        by=actor,
    )


def _context(actor: Actor, report: Report, form: MoreTimeForm, act: object) -> dict[str, Any]:
    rows = queries.extensions_of(report)
    gives = permissions.can_extend(actor, report)
    return {
        "report": report,
        "period": exports.period_name(report.round),
        "form": form if act and queries.may_have_more_time(report) else None,
        "gives": gives,
        "lines": [
            {
                "row": row,
                "may_decide": gives and "grant" in EXTENSION.verbs(row.state),
                "may_withdraw": "withdraw" in EXTENSION.verbs(row.state)
                and permissions.can_ask_extension(actor, report),
                "may_undo": gives and queries.may_be_undone(row),
            }
            for row in rows
        ],
    }
