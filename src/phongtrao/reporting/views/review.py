"""One report at the body above: reading it beside the last ones, returning, approving."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from phongtrao.core import files, uploads
from phongtrao.core.attempts import show_refusal
from phongtrao.core.errors import N_, Forbidden, InvalidInput, NotFound
from phongtrao.core.http import page, render_part, requires
from phongtrao.core.ui import said
from phongtrao.core.uploads import Upload
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import Actor
from phongtrao.reporting import actions, exports, permissions, queries
from phongtrao.reporting.forms.decisions import SignedPaperForm
from phongtrao.reporting.forms.entry import comment_drafts
from phongtrao.reporting.models import Approval, Report, ReportVersion
from phongtrao.reporting.queries.inbox import TONES
from phongtrao.reporting.views.adjustments import line_facts
from phongtrao.reporting.workflow import ApprovalKind, ReportState

SIGNED_KINDS = {"pdf", "png", "jpg"}


@requires("report.read")
@require_safe
def report_review(request: HttpRequest, pk: int) -> HttpResponse:
    """The newest version with what changed, a place for words at each cell, and the verbs."""
    return _review_page(request, _to_decide(actor_of(request), pk))


@requires("report.read")
@require_safe
def report_panel(request: HttpRequest, pk: int) -> HttpResponse:
    """The same beside the queue, without the frame of a page."""
    context = _review_context(request, _to_decide(actor_of(request), pk)) | {"in_panel": True}
    return render_part(request, "reporting/_report_review.html", context)


@requires("report.return")
@require_POST
def report_return(request: HttpRequest, pk: int) -> HttpResponse:
    """Return the version one has read, with reasons and words at cells."""
    actor = actor_of(request)
    version = _version_read(request, actor, pk)
    cells = len(version.report.round.template_version.cells)
    comments = comment_drafts(cells, len(version.statements), request.POST)
    reason = request.POST.get("reason", "")
    try:
        actions.return_report(version, reason=reason, comments=comments, by=actor)
    except InvalidInput as refusal:
        return _review_page(request, version.report, refusal=refusal, status=422)
    if request.POST.get("luu_mau"):
        actions.keep_phrase(reason, by=actor)
    messages.success(request, _("Đã trả lại báo cáo kèm lý do."))
    return _onward(request, actor, version.report)


@requires("report.approve")
@require_POST
def report_approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve (the Front: agree to) the version one has read."""
    actor = actor_of(request)
    version = _version_read(request, actor, pk)
    kind = permissions.approval_kind_of(actor, version.report) or ""
    report = actions.approve_version(version, kind=kind, by=actor)
    done = _("Đã duyệt báo cáo.") if kind == ApprovalKind.APPROVE else _("Đã ghi nhận thống nhất.")
    messages.success(request, done)
    return _onward(request, actor, report)


@requires("report.record_signed", before=uploads.judged)
@require_http_methods(["GET", "HEAD", "POST"])
def report_record(request: HttpRequest, pk: int) -> HttpResponse:
    """Record an approval given on a signed paper, with its copy."""
    actor = actor_of(request)
    report = _to_decide(actor, pk)
    form = SignedPaperForm(
        request.POST or None,
        request.FILES or None,
        kinds=[need["kind"] for need in permissions.needs_of(report)],
    )
    if request.method == "POST" and form.is_valid() and _record(request, actor, report, form):
        messages.success(request, _("Đã ghi nhận theo văn bản đã ký."))
        return redirect("reporting:report-detail", report.pk)
    status = 422 if request.method == "POST" else 200
    context = _context(report) | {"form": form, "newest": queries.newest_version(report)}
    return page(request, "reporting/report_record.html", context, status=status)


@requires("report.return")
@require_POST
def report_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Open an approved report again, with a reason."""
    actor = actor_of(request)
    report = queries.report_for(actor, pk)
    actions.reopen_report(report, reason=request.POST.get("reason", ""), by=actor)
    messages.success(request, _("Đã mở lại báo cáo để cơ quan báo cáo sửa."))
    return redirect("reporting:report-detail", pk)


@requires("report.read")
@require_safe
def approval_file(request: HttpRequest, pk: int, approval_pk: int) -> FileResponse:
    """The signed copy behind a recorded approval, as a download."""
    report = queries.report_for(actor_of(request), pk)
    approval = (
        Approval.objects.filter(pk=approval_pk, version__report=report, signed_copy__isnull=False)
        .select_related("signed_copy")
        .first()
    )
    if approval is None or approval.signed_copy is None:
        raise NotFound
    return files.attachment(approval.signed_copy)


def _onward(request: HttpRequest, actor: Actor, report: Report) -> HttpResponse:
    """After a decision: the next report of the queue one came from, else where one was."""
    way = request.POST.get("tiep", "")
    following = queries.neighbours(actor, report).after
    queue = f"{reverse('reporting:round-detail', args=[report.round_id])}?duyet=cho-toi"
    if way == "bang":
        return redirect(f"{queue}&mo={following}" if following else queue)
    if way == "trang" and following:
        return redirect("reporting:report-review", following)
    return redirect(queue if way else reverse("reporting:report-detail", args=[report.pk]))


def _to_decide(actor: Actor, pk: int) -> Report:
    report = queries.report_for(actor, pk)
    if permissions.approval_kind_of(actor, report) is None:
        raise Forbidden(N_("Cơ quan của bạn không phải cơ quan duyệt của báo cáo này."))
    return report


def _version_read(request: HttpRequest, actor: Actor, pk: int) -> ReportVersion:
    """The version whose page was read: a newer one that came meanwhile is not decided unseen."""
    text = request.POST.get("ban", "")
    n = int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
    return queries.version_for(actor, _to_decide(actor, pk).pk, n)


def _record(request: HttpRequest, actor: Actor, report: Report, form: SignedPaperForm) -> bool:
    copy: Upload | None = request.prepared  # type: ignore[attr-defined]  # set by `requires`
    version = queries.newest_version(report)
    if version is None:
        form.add_error(None, _("Báo cáo này chưa được gửi nên chưa có gì để ghi nhận."))
        return False
    if copy is None or not copy.accepted or not (copy.is_substitute or copy.kind in SIGNED_KINDS):
        form.add_error("file", why_refused(copy))
        return False
    given = form.cleaned_data
    stored = uploads.keep(copy, by=actor)
    paper = {name: given[name] for name in ("kind", "number", "signed_on", "signer")}
    try:
        actions.record_signed_approval(version, **paper, file=stored, by=actor)
    except InvalidInput as refusal:
        show_refusal(form, refusal)
        return False
    return True


def why_refused(copy: Upload | None) -> str:
    """Why a signed copy was not taken, as a sentence for its field."""
    if copy is not None and copy.refusal:
        return copy.refusal
    return _("Bản đã ký phải là tệp PDF hoặc ảnh. Các nội dung khác vẫn còn; hãy chọn lại tệp.")


def _review_page(
    request: HttpRequest,
    report: Report,
    *,
    refusal: InvalidInput | None = None,
    status: int = 200,
) -> HttpResponse:
    context = _review_context(request, report) | {"refusal": refusal}
    return page(request, "reporting/report_review.html", context, status=status)


def _review_context(request: HttpRequest, report: Report) -> dict[str, Any]:
    actor = actor_of(request)
    reading = queries.reading(report)
    kind = permissions.approval_kind_of(actor, report)
    given = {a.kind for a in reading.approvals if exports.holds(a)} if reading else set()
    return _context(report) | {
        "reading": reading,
        "open_faults": len(reading.findings.blocking) if reading else 0,
        "in_time": exports.lateness(report),
        "due_words": exports.due_words(report),
        "refusal": None,
        "typed": request.POST,
        "kind": kind,
        "beside": queries.neighbours(actor, report),
        "lines": line_facts(actor, queries.adjustments_of_report(actor, report)),
        "may_adjust": permissions.can_adjust(actor, report) and report.round.locked_at is None,
        "phrases": [*queries.phrases_of(actor), *(said(text) for text in queries.SHIPPED)],
        "may_decide": report.state == ReportState.SUBMITTED and report.round.locked_at is None,
        "may_approve": reading is not None
        and kind not in given
        and permissions.can_approve(actor, reading.version, kind or ""),
        "may_return": permissions.can_return(actor, report),
        "may_record": actor.can("report.record_signed"),
    }


def _context(report: Report) -> dict[str, Any]:
    state = ReportState(report.state)
    return {
        "report": report,
        "period": exports.period_name(report.round),
        "state": (state.label, TONES[state]),
        "topics": report.round.template_version.topic_labels,
        "kinds": dict(ApprovalKind.choices),
    }
