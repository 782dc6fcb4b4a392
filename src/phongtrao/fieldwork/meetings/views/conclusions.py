"""Conclusions: the list over all meetings; written, given as tasks, settled, taken back."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.http import page, requires
from phongtrao.fieldwork.meetings import actions, exports, queries
from phongtrao.fieldwork.meetings.forms import conclusions as forms
from phongtrao.fieldwork.meetings.rules import DIRECTIVE
from phongtrao.fieldwork.meetings.views.meeting_page import PAGE, meeting_page
from phongtrao.fieldwork.register.views import as_workbook, require_keeper
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning.queries import suggested_bodies


@requires("movement.read")
@require_safe
def conclusion_list(request: ActingRequest) -> HttpResponse:
    """The conclusions of all meetings that the reader may see."""
    filters = _filters(request)
    rows = lists.list_page(request, exports.CONCLUSIONS, filters.qs, filters=filters)
    return page(request, "meetings/conclusion_list.html", {"list_page": rows})


@requires("movement.read")
@require_safe
def conclusion_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    return as_workbook(request, exports.CONCLUSIONS, _filters(request))


@requires("movement.keep")
@require_POST
def conclusion_add(request: ActingRequest, pk: int) -> HttpResponse:
    """Write one more conclusion of a meeting."""
    entry = queries.meeting_for(request.actor, pk)
    require_keeper(request.actor, entry)
    form = forms.ConclusionForm(
        request.POST, actor=request.actor, meeting=entry, auto_id="id_new_%s"
    )
    if form.is_valid():
        act = partial(actions.add_conclusion, entry, form.terms(), by=request.actor)
        answer = carried_out(request, form, act, _("Đã ghi kết luận."), PAGE, pk)
        if answer is not None:
            return answer
    return meeting_page(request, entry, conclusion_form=form)


@requires("movement.keep")
def conclusion_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Correct a conclusion, give it as a task, note its result: all on one page."""
    row = _kept(request, pk)
    form = forms.ConclusionForm(
        request.POST or None,
        actor=request.actor,
        meeting=row.entry,
        initial=forms.as_typed(row),
    )
    if form.is_bound and form.is_valid():
        act = partial(actions.change_conclusion, row, form.terms(), by=request.actor)
        answer = carried_out(request, form, act, _("Đã lưu kết luận."), PAGE, row.entry_id)
        if answer is not None:
            return answer
    return _form(request, row, form=form)


@requires("movement.keep")
@require_POST
def conclusion_drop(request: ActingRequest, pk: int) -> HttpResponse:
    """Take a conclusion back that nothing follows from yet."""
    row = _kept(request, pk)
    form = forms.TaskForm({"product": "-"})
    act = partial(_dropped, row, request)
    answer = carried_out(request, form, act, _("Đã bỏ kết luận."), PAGE, row.entry_id)
    return answer or _form(request, row, drop_form=form)


@requires("movement.keep")
@require_POST
def conclusion_give(request: ActingRequest, pk: int) -> HttpResponse:
    """Give a directive as a task."""
    row, form = _kept(request, pk), forms.TaskForm(request.POST)
    if form.is_valid():
        act = partial(actions.give_as_task, row, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã giao thành nhiệm vụ."), PAGE, row.entry_id)
        if answer is not None:
            return answer
    return _form(request, row, task_form=form)


@requires("movement.keep")
@require_POST
def conclusion_settle(request: ActingRequest, pk: int) -> HttpResponse:
    """Note how a conclusion was settled."""
    row, form = _kept(request, pk), forms.SettleForm(request.POST)
    if form.is_valid():
        act = partial(actions.settle, row, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã ghi kết quả."), PAGE, row.entry_id)
        if answer is not None:
            return answer
    return _form(request, row, settle_form=form)


@requires("movement.keep")
@require_POST
def conclusion_tie(request: ActingRequest, pk: int) -> HttpResponse:
    """Say which clause of the registered notice a directive is."""
    row = _kept(request, pk)
    form = forms.ClauseForm(request.POST, offered=queries.clauses_offered(row))
    if form.is_valid():
        act = partial(
            actions.tie_to_requirement, row, form.cleaned_data["requirement"], by=request.actor
        )
        said = _("Đã gắn với yêu cầu của văn bản.")
        answer = carried_out(request, form, act, said, PAGE, row.entry_id)
        if answer is not None:
            return answer
    return _form(request, row, clause_form=form)


@requires("movement.keep")
@require_POST
def conclusion_answer(request: ActingRequest, pk: int) -> HttpResponse:
    """Answer a proposal with the words of a conclusion."""
    row = _kept(request, pk)
    form = forms.AnswerForm(request.POST, offered=queries.proposals_waiting(row))
    if form.is_valid():
        data = form.cleaned_data
        act = partial(actions.answer_with, row, data["proposal"], data["verb"], by=request.actor)
        said = _("Đã trả lời kiến nghị bằng kết luận này.")
        answer = carried_out(request, form, act, said, PAGE, row.entry_id)
        if answer is not None:
            return answer
    return _form(request, row, answer_form=form)


def _dropped(row: Any, request: ActingRequest) -> bool:
    actions.drop_conclusion(row, by=request.actor)
    return True


def _kept(request: ActingRequest, pk: int) -> Any:
    row = queries.conclusion_for(request.actor, pk)
    require_keeper(request.actor, row.entry)
    return row


def _filters(request: ActingRequest) -> forms.ConclusionFilter:
    rows = queries.conclusion_rows(request.actor)
    return forms.ConclusionFilter(request.GET, queryset=rows, request=request)


def _form(request: ActingRequest, row: Any, **sent: Any) -> HttpResponse:
    clauses = queries.clauses_offered(row) if row.kind == DIRECTIVE else []
    waiting = queries.proposals_waiting(row) if row.answers_id is None else []
    context = {
        "row": row,
        "form": forms.ConclusionForm(
            actor=request.actor, meeting=row.entry, initial=forms.as_typed(row)
        ),
        "task_form": forms.TaskForm(),
        "settle_form": forms.SettleForm(initial={"day": request.actor.day}),
        "clause_form": forms.ClauseForm(offered=clauses) if clauses else None,
        "answer_form": forms.AnswerForm(offered=waiting) if waiting else None,
        "drop_form": None,
        "bonds": exports.bonds_shown(row),
        "suggested": suggested_bodies(request.actor),
    }
    return form_page(request, "meetings/conclusion_form.html", context | sent)
