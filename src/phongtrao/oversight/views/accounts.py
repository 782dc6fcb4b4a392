"""Outline, report and summary of each inspected body, under the inspection's own door."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.oversight import actions, forms, permissions, queries
from phongtrao.oversight.models import Inspection, UnitSummary
from phongtrao.oversight.rules import criteria_of
from phongtrao.reporting.queries import reading

_PAGE = "oversight:inspection-detail"
# How many days before the first session reports are asked for, where nothing else is typed.
_DAYS_BEFORE = 5


@requires("movement.keep")
def inspection_outline(request: ActingRequest, pk: int) -> HttpResponse:
    """Send the outline to the inspected bodies."""
    actor, entry = request.actor, queries.inspection_for(request.actor, pk)
    if not permissions.can_send_outline(actor, entry):
        raise Forbidden(
            N_(
                "Đề cương do cơ quan chủ trì gửi, khi đã có quyết định thành lập đoàn và chưa có "
                "kết luận. Chưa có gì thay đổi."
            )
        )
    known = criteria_of(entry.criteria_version, entry.starts_on)
    begin = {
        "points": [point.code for point in known.points],
        "due_on": max(actor.day, entry.starts_on - timedelta(days=_DAYS_BEFORE)),
    }
    form = forms.OutlineForm(request.POST or None, actor=actor, inspection=entry, initial=begin)
    made = attempt(form, lambda: actions.send_outline(entry, form.terms(), by=actor))
    if made is None:
        context = {"form": form, "entry": entry, "criteria": known}
        return form_page(request, "oversight/outline_form.html", context)
    messages.success(request, _("Đã gửi đề cương báo cáo đến các cơ quan được kiểm tra."))
    for body in queries.without_reporter(entry, actor.day):
        said = _("%(body)s chưa có tài khoản gửi báo cáo. Đề cương đã lưu; hãy gửi thêm bằng văn "
                 "bản hoặc đề nghị cấp tài khoản.")  # fmt: skip
        messages.warning(request, said % {"body": body.name})
    return redirect(_PAGE, pk)


@requires("movement.read")
@require_safe
def inspection_report(request: ActingRequest, pk: int, report_id: int) -> HttpResponse:
    """A report that was sent by the outline, read-only, as long as the reader inspects."""
    entry, report = queries.account_report(request.actor, pk, report_id)
    version = report.round.template_version
    context = {
        "entry": entry,
        "report": report,
        "reading": reading(report),
        "sections": version.sections,
        "topics": version.topic_labels,
    }
    return page(request, "oversight/account_report.html", context)


@requires("movement.read")
@require_safe
def inspection_summary_of(request: ActingRequest, pk: int, body_id: int) -> HttpResponse:
    """The summary of one inspected body with its versions."""
    entry, found = queries.summary_for(request.actor, pk, body_id)
    versions = list(found.versions.select_related("by__body"))
    context = {
        "entry": entry,
        "summary": found,
        "versions": versions,
        "may_write": body_id == request.actor.body_id
        and permissions.can_summarise(request.actor, entry),
    }
    return page(request, "oversight/summary_detail.html", context)


@requires("movement.keep")
def inspection_summary(request: ActingRequest, pk: int) -> HttpResponse:
    """Write one's own summary, or amend it."""
    actor, entry = request.actor, queries.inspection_for(request.actor, pk)
    permissions.require_summariser(actor, entry)
    held = UnitSummary.objects.filter(entry=entry, body=actor.body_id).first()
    begin: dict[str, Any] = {}
    if held is not None:
        begin = {"text": held.text, "paper": held.paper, "expected_version": held.row_version}
    form = forms.SummaryForm(request.POST or None, initial=begin)
    if form.is_valid():
        act = partial(actions.write_summary, entry, by=actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã lưu báo cáo tóm tắt."), _PAGE, pk)
        if answer is not None:
            return answer
    return form_page(request, "oversight/summary_form.html", {"form": form, "entry": entry})


def accounts_context(
    actor: Actor, entry: Inspection, bodies: Sequence[Body], parts: Mapping[str, bool]
) -> dict[str, Any]:
    """What the page of an inspection shows of outlines, reports and summaries of those inspected.

    All of them to whoever inspects; to an inspected body what is its own.
    """
    own = [body for body in bodies if parts["inspects"] or body.pk == actor.body_id]
    # Once the conclusion is out there is nothing to send any more: only what was sent is shown.
    any_sent = parts["outlines"] or parts["summaries"] or entry.concluded_on is None
    is_shown = entry.decided_on is not None and any_sent
    return {
        "accounts": queries.accounts_of(actor, entry, own, parts) if is_shown else [],
        "may_send_outline": permissions.can_send_outline(actor, entry),
        "may_summarise": actor.body_id in {body.pk for body in bodies}
        and permissions.can_summarise(actor, entry),
    }
