"""One report at its own body: filling, saving as one types, sending, and reading it."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from phongtrao.core import clock, uploads
from phongtrao.core.attempts import form_page, show_refusal
from phongtrao.core.errors import DomainError, InvalidInput, Refused, StaleVersion
from phongtrao.core.http import page, requires
from phongtrao.core.uploads import Upload
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import Actor
from phongtrao.reporting import actions, exports, imports, permissions, queries
from phongtrao.reporting.forms.entry import FilledFormFile, expected_version, mended_comments
from phongtrao.reporting.grid.content import Content, differences, specs_of
from phongtrao.reporting.grid.form_reader import KIND, READER
from phongtrao.reporting.models import Report
from phongtrao.reporting.views.adjustments import line_facts
from phongtrao.reporting.views.offline import entry_words
from phongtrao.reporting.views.typed import own_report, require_same_account, typed_content
from phongtrao.reporting.workflow import REPORT, ApprovalKind, ReportState

SUBMIT = "gui"  # the value of the button that sends; any other saves


@requires("report.read")
@require_safe
def report_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One report as submitted: a version, its approvals, and what has happened to it."""
    actor = actor_of(request)
    report = queries.report_for(actor, pk)
    reading = queries.reading(report, _version_asked(request))
    context = {
        "report": report,
        "reading": reading,
        "period": exports.period_name(report.round),
        "state": _chip(report),
        "topics": report.round.template_version.topic_labels,
        "kinds": dict(ApprovalKind.choices),
        "verbs": _verbs(actor, report),
        "version_tabs": _version_tabs(reading),
        "history": exports.history_of(report),
        "due_words": exports.due_words(report),
        "lines": line_facts(actor, queries.adjustments_of_report(actor, report)),
        "may_adjust": permissions.can_adjust(actor, report),
        "in_time": exports.lateness(report),
    }
    return page(request, "reporting/report_detail.html", context)


@requires("report.fill")
@require_http_methods(["GET", "HEAD", "POST"])
def report_fill(request: HttpRequest, pk: int) -> HttpResponse:
    """The entry grid: one form that saves or sends; works without script."""
    actor = actor_of(request)
    report = own_report(actor, pk)
    if request.method != "POST":
        if "fill" not in _verbs(actor, report):
            return redirect("reporting:report-detail", pk)
        return _grid_page(request, report)
    content = typed_content(report, request.POST)
    try:
        return _save_and_send(request, report, content, actor)
    except actions.TypedConflict as stale:
        mine = stale.merged.mine_first
        return _grid_page(request, report, typed=mine, refusal=stale, status=409)
    except (InvalidInput, Refused) as refusal:
        return _grid_page(request, report, typed=content, refusal=refusal, status=refusal.status)


@requires("report.submit")
@require_POST
def report_submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the working copy as it stands, from the page of the report or by the form's script."""
    require_same_account(request.user.pk, request.POST)
    actor = actor_of(request)
    report = queries.report_for(actor, pk)
    number = expected_version(request.POST) if "row_version" in request.POST else None
    actions.submit_report(report, expected_version=number, by=actor)
    messages.success(request, _("Đã gửi báo cáo lên cấp trên."))
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"url": reverse("reporting:report-detail", args=[pk])})
    return redirect("reporting:report-detail", pk)


@requires("report.fill")
@require_safe
def report_workbook(request: HttpRequest, pk: int) -> FileResponse:
    """The form with what is stored, to be filled in a spreadsheet."""
    return exports.form_workbook(queries.entry_grid(own_report(actor_of(request), pk)))


def _read_form(request: HttpRequest) -> Upload | None:
    """The filled form, judged and read in the wall's child process."""
    return uploads.judged(request, reader=READER)


@requires("report.fill", before=_read_form)
@require_http_methods(["GET", "HEAD", "POST"])
def report_import(request: HttpRequest, pk: int) -> HttpResponse:
    """A filled form: every change and every fault is shown; the entry form then keeps it."""
    actor = actor_of(request)
    report = own_report(actor, pk)
    if "fill" not in _verbs(actor, report):
        return redirect("reporting:report-detail", pk)
    if request.method != "POST":
        return _import_page(request, report, FilledFormFile())
    form = FilledFormFile(request.POST, request.FILES)
    filled = _filled(form, report, request.prepared) if form.is_valid() else None  # type: ignore[attr-defined]  # `before`
    return _import_page(request, report, form, filled)


def _version_asked(request: HttpRequest) -> int | None:
    asked = request.GET.get("ban", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else None


def _save_and_send(
    request: HttpRequest, report: Report, content: Content, actor: Actor
) -> HttpResponse:
    number = expected_version(request.POST)
    actions.save_working_copy(report, content, expected_version=number, by=actor)
    mended = mended_comments(request.POST)
    if mended is not None:
        actions.mark_mended(report, mended, by=actor)
    if request.POST.get("verb") != SUBMIT:
        messages.success(request, _("Đã lưu bản nháp. Cấp trên chưa thấy nội dung này."))
        return redirect("reporting:report-fill", report.pk)
    actions.submit_report(report, by=actor)
    messages.success(request, _("Đã gửi báo cáo lên cấp trên."))
    return redirect("reporting:report-detail", report.pk)


def _grid_page(
    request: HttpRequest,
    report: Report,
    *,
    typed: Content | None = None,
    refusal: DomainError | None = None,
    status: int = 200,
) -> HttpResponse:
    grid = queries.entry_grid(report, typed)
    context: dict[str, Any] = {
        "report": report,
        "grid": grid,
        "period": exports.period_name(report.round),
        "state": _chip(report),
        "topics": report.round.template_version.topic_labels,
        "refusal": refusal,
        "stale": refusal if isinstance(refusal, StaleVersion) else None,
        "is_late": clock.now() > report.deadline_at,
        "tried": status == 422,
        "known": queries.offered_figures(report, grid.specs),
        "numbers": queries.number_state(grid),
        "words": entry_words(),
        "build": queries.build_of_scripts(),
    }
    return page(request, "reporting/report_fill.html", context, status=status)


def _filled(
    form: FilledFormFile, report: Report, upload: Upload | None
) -> imports.FilledForm | None:
    """What the uploaded form says; None with the refusal on the page's form."""
    if upload is None or not upload.accepted:
        form.add_error("file", upload.refusal if upload else _("Chưa chọn tệp nào."))
    elif upload.kind != KIND or not upload.result:
        form.add_error("file", _("Đây không phải là tệp Excel (xlsx). Chưa nhập gì."))
    else:
        try:
            specs = specs_of(report.round.template_version.cells)
            return imports.filled_form(report, specs, upload.result)
        except InvalidInput as refusal:
            show_refusal(form, refusal)
    return None


def _import_page(
    request: HttpRequest,
    report: Report,
    form: FilledFormFile,
    filled: imports.FilledForm | None = None,
) -> HttpResponse:
    grid = queries.entry_grid(report)
    context: dict[str, Any] = {
        "report": report,
        "grid": grid,
        "period": exports.period_name(report.round),
        "topics": report.round.template_version.topic_labels,
        "form": form,
        "filled": filled,
    }
    template = "reporting/report_import.html"
    if filled is None or filled.faults:
        return form_page(request, template, context)
    context["changes"] = differences(grid.specs, grid.content, filled.content)
    return page(request, template, context)


def _chip(report: Report) -> tuple[str, str]:
    state = ReportState(report.state)
    return str(state.label), exports.TONES[state]


def _version_tabs(reading: queries.Reading | None) -> list[dict[str, Any]]:
    versions = reading.versions if reading else ()
    return [
        {
            "label": _("Lần gửi %(n)s") % {"n": version.n},
            "url": f"?ban={version.n}",
            "active": reading is not None and version.n == reading.version.n,
        }
        for version in versions
    ]


def _verbs(actor: Actor, report: Report) -> set[str]:
    """Which of the page's verbs the actor may use now."""
    allowed = set(REPORT.verbs(report.state)) if report.round.locked_at is None else set()
    found: set[str] = set()
    if "save" in allowed and permissions.can_fill(actor, report) and actor.can("report.fill"):
        found.add("fill")
    if "submit" in allowed and permissions.can_submit(actor, report):
        found.add("submit")
    if "sign" in allowed and permissions.approval_kind_of(actor, report) is not None:
        found.add("review")
    if "reopen" in allowed and permissions.can_reopen(actor, report):
        found.add("reopen")
    return found
