"""Deciding about many reports: what would become of each, then one confirmation."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.errors import InvalidInput
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import Actor
from phongtrao.reporting import actions, exports, queries
from phongtrao.reporting.forms.decisions import chosen_keys, versions_chosen
from phongtrao.reporting.forms.filters import ReportFilter
from phongtrao.reporting.models import Report
from phongtrao.reporting.workflow import ApprovalKind

_MOST_NAMED = 10  # skipped reports that a message names


@requires("report.read")
@require_safe
def report_many(request: HttpRequest) -> HttpResponse:
    """What a decision would do with the ticked reports, or with all of the filter: a preview."""
    actor = actor_of(request)
    rows = asked_reports(request, actor)
    reports = list(rows[: queries.MOST_AT_ONCE + 1])
    approving = request.GET.get("viec") != "tra-lai"
    return _preview(request, actor, reports, approving=approving)


@requires("report.approve")
@require_POST
def report_approve_many(request: HttpRequest) -> HttpResponse:
    """Approve (the Front: agree to) the versions that the preview showed."""
    read = versions_chosen(request.POST.getlist("b"))
    decided = actions.approve_many(read, by=actor_of(request))
    count = len(decided.done)
    if count:
        said = ngettext(
            "Đã duyệt, thống nhất %(n)s báo cáo.", "Đã duyệt, thống nhất %(n)s báo cáo.", count
        )
        messages.success(request, said % {"n": count})
    return left(request, decided)


@requires("report.return")
@require_POST
def report_return_many(request: HttpRequest) -> HttpResponse:
    """Return the versions that the preview showed, for one reason."""
    actor = actor_of(request)
    read = versions_chosen(request.POST.getlist("b"))
    try:
        decided = actions.return_many(read, reason=request.POST.get("reason", ""), by=actor)
    except InvalidInput as refusal:
        reports = list(queries.chosen_reports(actor, read))
        return _preview(request, actor, reports, approving=False, refusal=refusal)
    count = len(decided.done)
    if count:
        said = ngettext(
            "Đã trả lại %(n)s báo cáo kèm lý do.", "Đã trả lại %(n)s báo cáo kèm lý do.", count
        )
        messages.success(request, said % {"n": count})
    return left(request, decided)


def asked_reports(request: HttpRequest, actor: Actor) -> QuerySet[Report]:
    """The ticked reports, or all of the filter."""
    sent = request.GET
    if not sent.get("tat_ca"):
        return queries.chosen_reports(actor, chosen_keys(sent.getlist("b")))
    round_pk = _round_pk(sent)
    round_ = queries.round_for(actor, round_pk) if round_pk else None
    rows = queries.reports_of_round(actor, round_) if round_ else queries.listed_reports(actor)
    day = round_.last_day if round_ else None
    found = ReportFilter(sent, rows, request=request, set_day=day).qs
    return found.order_by("body__name_folded", "pk")


def _preview(
    request: HttpRequest,
    actor: Actor,
    reports: Sequence[Report],
    *,
    approving: bool,
    refusal: InvalidInput | None = None,
) -> HttpResponse:
    sent = request.POST if refusal else request.GET
    shown = reports[: queries.MOST_AT_ONCE]
    verdicts = queries.verdicts(actor, shown, approving=approving)
    queries.attach_review_facts(shown)
    context = {
        "approving": approving,
        "verdicts": verdicts,
        "is_cut": len(reports) > len(shown),
        "most": queries.MOST_AT_ONCE,
        "refusal": refusal,
        "round_pk": _round_pk(sent),
        "back": back_to_queue(sent),
        "kinds": dict(ApprovalKind.choices),
        "period_of": exports.period_name,
        "timeliness": exports.timeliness,
        "change_words": exports.change_words,
        "fault_words": exports.fault_words,
    } | _words(verdicts, approving=approving)
    return page(request, "reporting/report_many.html", context, status=422 if refusal else 200)


def _words(verdicts: Sequence[queries.Verdict], *, approving: bool) -> dict[str, Any]:
    """The sentence over the preview and the words of its button."""
    taken = [verdict for verdict in verdicts if verdict.reason is None]
    verb = _("trả lại")
    if approving:
        agreeing = {verdict.kind for verdict in taken} == {ApprovalKind.CONCUR}
        verb = _("thống nhất") if agreeing else _("duyệt")
    counts = {"n": len(taken), "verb": verb, "Verb": verb.capitalize()}
    summary = ngettext("Sẽ %(verb)s %(n)s báo cáo", "Sẽ %(verb)s %(n)s báo cáo", len(taken))
    confirm = ngettext("%(Verb)s %(n)s báo cáo", "%(Verb)s %(n)s báo cáo", len(taken))
    reasons = Counter(verdict.reason.shown(_) for verdict in verdicts if verdict.reason)
    summary = summary % counts
    if reasons:
        why = " ".join(f"{reason} ({n})" for reason, n in reasons.most_common())
        left = _("bỏ qua %(left)s vì: %(why)s") % {"left": reasons.total(), "why": why}
        summary = f"{summary}, {left}"
    return {"summary": summary, "confirm": confirm % counts, "taken": taken}


def left(request: HttpRequest, decided: actions.ManyDecided) -> HttpResponse:
    """Back to the queue, with what was passed over and why."""
    if decided.skipped:
        named = "; ".join(
            f"{report.body.name}: {reason.shown(_)}"
            for report, reason in decided.skipped[:_MOST_NAMED]
        )
        told = _("Bỏ qua %(n)s báo cáo, chưa có gì thay đổi ở đó. %(named)s")
        messages.warning(request, told % {"n": len(decided.skipped), "named": named})
    elif not decided.done:
        messages.warning(request, _("Chưa chọn báo cáo nào nên chưa có gì thay đổi."))
    return redirect(back_to_queue(request.POST))


def back_to_queue(sent: QueryDict) -> str:
    """The queue one came from."""
    pk = _round_pk(sent)
    start = reverse("reporting:round-detail", args=[pk]) if pk else reverse("reporting:report-list")
    return f"{start}?duyet=cho-toi"


def _round_pk(sent: QueryDict) -> int | None:
    found = chosen_keys([sent.get("dot", "")])
    return found[0] if found else None
