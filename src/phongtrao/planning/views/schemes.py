"""Schemes and legal drafts: the list, the timeline, the plan, a stage done, the end."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import files, lists, uploads
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden, NotFound
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning import actions, exports, forms, permissions, queries
from phongtrao.planning.models import SchemeStage
from phongtrao.planning.rules import stage_lists
from phongtrao.planning.workflow import SCHEME, STAGE


@requires("scheme.read")
@require_safe
def scheme_list(request: ActingRequest) -> HttpResponse:
    """Schemes that the reader may see, with where each stands."""
    filters = forms.SchemeFilter(
        request.GET, queryset=queries.scheme_rows(request.actor), request=request
    )
    rows = lists.list_page(request, exports.SCHEMES, filters.qs, filters=filters)
    return page(request, "planning/scheme_list.html", {"list_page": rows})


@requires("scheme.read")
@require_safe
def scheme_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    filters = forms.SchemeFilter(
        request.GET, queryset=queries.scheme_rows(request.actor), request=request
    )
    heading = forms.filters_in_words(filters)
    return lists.excel(request, exports.SCHEMES, filters.qs, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


@requires("scheme.manage")
def scheme_start(request: ActingRequest) -> HttpResponse:
    """Follow a new scheme."""
    form = forms.SchemeForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: actions.start_scheme(form.spec(), by=request.actor))
        if made is not None:
            messages.success(request, _("Đã lập. Hãy ghi cơ quan và ngày dự kiến của giai đoạn."))
            return redirect("planning:scheme-plan", made.pk)
    context = {"form": form, "stage_lists": stage_lists().values()}
    return form_page(request, "planning/scheme_form.html", context)


@requires("scheme.read")
@require_safe
def scheme_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """A scheme with its timeline and what is asked of the reader now."""
    actor = request.actor
    scheme = queries.scheme_for(actor, pk)
    timeline = queries.timeline_of(scheme, actor.day)
    current = next((shown.stage for shown in timeline if shown.is_current), None)
    if current is not None:
        current.scheme = scheme
    known = stage_lists().get(scheme.kind)
    context = {
        "scheme": scheme,
        "timeline": timeline,
        "current": current,
        "may_report": current is not None and permissions.can_report_stage(actor, current),
        "may_manage": permissions.can_manage_scheme(actor, scheme),
        "verbs": SCHEME.verbs(scheme.state),
        "list": known,
        "kind_name": known.name if known else scheme.kind,
        "stop_form": forms.SchemeStopForm(),
        "rounds_seen": set(queries.visible_rounds(actor).values_list("pk", flat=True))
        if any(shown.stage.comment_round_id for shown in timeline)
        else set(),
    }
    return page(request, "planning/scheme_detail.html", context)


@requires("scheme.manage")
def scheme_plan(request: ActingRequest, pk: int) -> HttpResponse:
    """Whose turn each open stage is, and when it should be done."""
    actor = request.actor
    scheme = queries.scheme_for(actor, pk)
    if not permissions.can_manage_scheme(actor, scheme):
        raise Forbidden(N_("Chỉ cơ quan chủ trì đề án, dự thảo mới làm được việc này."))
    stages = list(scheme.stages.select_related("body").order_by("position"))
    form = forms.StagesForm(request.POST or None, actor=actor, stages=stages)
    if request.method == "POST" and form.is_valid():
        act = partial(actions.plan_stages, scheme, form.plans(), by=actor)
        said = _("Đã lưu kế hoạch các giai đoạn.")
        answer = carried_out(request, form, act, said, "planning:scheme-detail", pk)
        if answer is not None:
            return answer
    context = {
        "form": form,
        "scheme": scheme,
        "suggested": [*queries.bodies_above(actor), *queries.suggested_bodies(actor)],
    }
    return form_page(request, "planning/scheme_plan.html", context)


@requires("scheme.manage")
@require_POST
def scheme_finish(request: ActingRequest, pk: int) -> HttpResponse:
    """Close a scheme whose stages are done."""
    actions.finish_scheme(queries.scheme_for(request.actor, pk), by=request.actor)
    messages.success(request, _("Đã hoàn thành."))
    return redirect("planning:scheme-detail", pk)


@requires("scheme.manage")
@require_POST
def scheme_resume(request: ActingRequest, pk: int) -> HttpResponse:
    """Take a finished scheme up again."""
    actions.resume_scheme(queries.scheme_for(request.actor, pk), by=request.actor)
    messages.success(request, _("Đã mở lại để làm tiếp."))
    return redirect("planning:scheme-detail", pk)


@requires("scheme.manage")
@require_POST
def scheme_stop(request: ActingRequest, pk: int) -> HttpResponse:
    """Stop work for good by a paper."""
    scheme = queries.scheme_for(request.actor, pk)
    form = forms.SchemeStopForm(request.POST)
    paper = form.cleaned_data["paper"] if form.is_valid() else ""
    actions.stop_scheme(scheme, paper=paper, by=request.actor)
    messages.success(request, _("Đã dừng thực hiện."))
    return redirect("planning:scheme-detail", pk)


@requires("scheme.report", before=uploads.judged)
def schemestage_complete(request: ActingRequest, pk: int) -> HttpResponse:
    """Report a stage done, with its file or its round of comments."""
    actor = request.actor
    stage = _mine(request, pk)
    form = forms.StageDoneForm(
        request.POST or None,
        request.FILES or None,
        initial={"done_on": actor.day, "note": stage.note},
        rounds=queries.rounds_for_stage(actor, stage) if _takes_comments(stage) else None,
    )
    if request.method == "POST" and form.is_valid() and _completed(request, stage, form):
        messages.success(request, _("Đã ghi hoàn thành giai đoạn."))
        return redirect("planning:scheme-detail", stage.scheme_id)
    context = {
        "form": form,
        "stage": stage,
        "scheme": stage.scheme,
        "is_open": "complete" in STAGE.verbs(stage.state),
        "skip_form": forms.StageSkipForm(auto_id="bo-qua-%s")
        if permissions.can_manage_scheme(actor, stage.scheme)
        else None,
    }
    return form_page(request, "planning/schemestage_complete.html", context)


@requires("scheme.report")
@require_POST
def schemestage_skip(request: ActingRequest, pk: int) -> HttpResponse:
    """Leave a stage out, with the reason."""
    stage = _mine(request, pk)
    form = forms.StageSkipForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    actions.skip_stage(stage, note=note, by=request.actor)
    messages.success(request, _("Đã ghi không áp dụng giai đoạn."))
    return redirect("planning:scheme-detail", stage.scheme_id)


@requires("scheme.report")
@require_POST
def schemestage_reopen(request: ActingRequest, pk: int) -> HttpResponse:
    """Open a stage again."""
    stage = _mine(request, pk)
    actions.reopen_stage(stage, by=request.actor)
    messages.success(request, _("Đã mở lại giai đoạn."))
    return redirect("planning:scheme-detail", stage.scheme_id)


@requires("scheme.read")
@require_safe
def schemestage_file(request: ActingRequest, pk: int) -> HttpResponse:
    """The file of a stage."""
    stage = queries.scheme_stage_for(request.actor, pk)
    if stage.file is None:
        raise NotFound
    return files.attachment(stage.file)  # type: ignore[return-value]  # as above


def _mine(request: ActingRequest, pk: int) -> SchemeStage:
    stage = queries.scheme_stage_for(request.actor, pk)
    if not permissions.can_report_stage(request.actor, stage):
        raise Forbidden(N_("Chỉ cơ quan thực hiện giai đoạn mới báo cáo được."))
    return stage


def _takes_comments(stage: SchemeStage) -> bool:
    known = stage_lists().get(stage.scheme.kind)
    names = known.stages if known else ()
    return any(each.code == stage.code and each.takes_comments for each in names)


def _completed(request: ActingRequest, stage: SchemeStage, form: forms.StageDoneForm) -> bool:
    upload = request.prepared
    if upload is not None and upload.refusal:
        form.add_error("file", upload.refusal)
        return False
    data = form.cleaned_data
    done = attempt(
        form,
        lambda: actions.complete_stage(
            stage,
            done_on=data["done_on"],
            note=data["note"],
            file=uploads.keep(upload, by=request.actor) if upload else None,
            comment_round=data.get("comment_round"),
            by=request.actor,
        ),
    )
    return done is not None
