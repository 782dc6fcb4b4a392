"""Papers of a meeting: the list in its turns, one paper with its steps, and its file."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import files, uploads
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import NotFound
from phongtrao.core.http import requires
from phongtrao.fieldwork.meetings import actions, queries
from phongtrao.fieldwork.meetings.forms import papers as forms
from phongtrao.fieldwork.meetings.forms.meetings import ReasonForm
from phongtrao.fieldwork.meetings.views.before_page import paper_line
from phongtrao.fieldwork.meetings.workflow import PAPER, MeetingState, PaperState
from phongtrao.fieldwork.register.permissions import can_keep, may_record
from phongtrao.fieldwork.register.views import require_keeper
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning.queries import suggested_bodies

LIST, DETAIL = "meetings:paper-list", "meetings:paper-detail"
_OPEN = (MeetingState.PLANNED, MeetingState.HELD)


@requires("movement.read")
@require_safe
def paper_list(request: ActingRequest, pk: int) -> HttpResponse:
    """The papers that the reader may see, by section and turn."""
    return _page(request, queries.meeting_shown(request.actor, pk))


@requires("movement.keep")
@require_POST
def paper_ask(request: ActingRequest, pk: int) -> HttpResponse:
    """Ask a body for a paper."""
    entry = _kept(request, pk)
    form = forms.PaperForm(request.POST, actor=request.actor, meeting=entry)
    if form.is_valid():
        act = partial(actions.ask_paper, entry, form.terms(), by=request.actor)
        answer = carried_out(request, form, act, _("Đã ghi đề nghị."), LIST, pk)
        if answer is not None:
            return answer
    return _page(request, entry, paper_form=form)


@requires("movement.keep")
@require_POST
def paper_order(request: ActingRequest, pk: int) -> HttpResponse:
    """The turns of papers."""
    entry = _kept(request, pk)
    form = forms.TurnsForm(request.POST, rows=queries.papers_of(request.actor, entry))
    if form.is_valid():
        act = partial(_ordered, entry, form, request)
        answer = carried_out(request, form, act, _("Đã lưu thứ tự."), LIST, pk)
        if answer is not None:
            return answer
    return _page(request, entry, turns_form=form)


@requires("movement.read")
@require_safe
def paper_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One paper with its steps and what may be done."""
    return _detail(request, queries.paper_for(request.actor, pk))


@requires("movement.keep", before=uploads.judged)
@require_POST
def paper_send(request: ActingRequest, pk: int) -> HttpResponse:
    """Send the words of a paper."""
    row = queries.paper_for(request.actor, pk)
    form = forms.WordsForm(request.POST, request.FILES, actor=request.actor)
    if form.is_valid():
        upload = request.prepared
        if upload is not None and upload.refusal:
            form.add_error("file", upload.refusal)
        else:
            act = partial(_sent, row, form, upload, request)
            answer = carried_out(request, form, act, _("Đã gửi tài liệu."), DETAIL, pk)
            if answer is not None:
                return answer
    return _detail(request, row, words_form=form)


@requires("movement.keep")
@require_POST
def paper_approve(request: ActingRequest, pk: int) -> HttpResponse:
    """Let all invited bodies read a paper."""
    row, form = _kept_paper(request, pk), ReasonForm({"reason": "-"})
    act = partial(actions.approve_paper, row, by=request.actor)
    return _acted(request, row, "reason_form", form, act, _("Đã duyệt tài liệu."))


@requires("movement.keep")
@require_POST
def paper_return(request: ActingRequest, pk: int) -> HttpResponse:
    """Give a paper back to be mended."""
    row, form = _kept_paper(request, pk), ReasonForm(request.POST)
    act = partial(_returned, row, form, request)
    return _acted(request, row, "reason_form", form, act, _("Đã trả lại tài liệu."))


@requires("movement.keep")
@require_POST
def paper_change(request: ActingRequest, pk: int) -> HttpResponse:
    """Other facts of what was asked for."""
    row = _kept_paper(request, pk)
    form = forms.PaperForm(request.POST, actor=request.actor, meeting=row.entry)
    act = partial(_changed, row, form, request)
    return _acted(request, row, "paper_form", form, act, _("Đã lưu."))


@requires("movement.keep")
@require_POST
def paper_drop(request: ActingRequest, pk: int) -> HttpResponse:
    """Take back what was asked for while nothing was sent."""
    row, form = _kept_paper(request, pk), ReasonForm({"reason": "-"})
    entry = row.entry_id
    form.is_valid()
    if attempt(form, partial(_dropped, row, request)):
        return redirect(LIST, entry)
    return _detail(request, row, reason_form=form)


@requires("movement.read")
@require_safe
def paper_file(request: ActingRequest, pk: int) -> HttpResponse:
    """The file of a paper, or of the system's paper that it stands for."""
    row = queries.paper_for(request.actor, pk)
    file = row.file or (row.document.file if row.document else None)
    if file is None:
        raise NotFound
    return files.attachment(file)  # type: ignore[return-value]  # a FileResponse serves as one


def _sent(row: Any, form: forms.WordsForm, upload: Any, request: ActingRequest) -> Any:
    file = uploads.keep(upload, by=request.actor) if upload else None
    document = form.cleaned_data["document"]
    return actions.send_paper(row, file=file, document=document, by=request.actor)


def _returned(row: Any, form: ReasonForm, request: ActingRequest) -> Any:
    return actions.return_paper(row, reason=form.cleaned_data["reason"], by=request.actor)


def _changed(row: Any, form: forms.PaperForm, request: ActingRequest) -> Any:
    return actions.change_paper(row, form.terms(), by=request.actor)


def _dropped(row: Any, request: ActingRequest) -> bool:
    actions.drop_paper(row, by=request.actor)
    return True


def _ordered(entry: Any, form: forms.TurnsForm, request: ActingRequest) -> bool:
    actions.order_papers(entry, form.places(), by=request.actor)
    return True


def _kept(request: ActingRequest, pk: int) -> Any:
    entry = queries.meeting_shown(request.actor, pk)
    require_keeper(request.actor, entry)
    return entry


def _kept_paper(request: ActingRequest, pk: int) -> Any:
    row = queries.paper_for(request.actor, pk)
    require_keeper(request.actor, row.entry)
    return row


def _acted(
    request: ActingRequest, row: Any, name: str, form: Any, act: Callable[[], Any], said: str
) -> HttpResponse:
    if form.is_valid():
        answer = carried_out(request, form, act, said, DETAIL, row.pk)
        if answer is not None:
            return answer
    return _detail(request, row, **{name: form})


def _page(request: ActingRequest, entry: Any, **sent: Any) -> HttpResponse:
    actor = request.actor
    rows = queries.papers_of(actor, entry)
    may_prepare = can_keep(actor, entry) and entry.state in _OPEN
    context = {
        "entry": entry,
        "guest": not entry.is_whole,
        "sections": [
            (each.name, [paper_line(row) for row in each.rows])
            for each in queries.by_section(entry, rows)
        ],
        "count": len(rows),
        "minutes": sum(row.minutes for row in rows),
        "may_prepare": may_prepare,
        "paper_form": forms.PaperForm(actor=actor, meeting=entry),
        "turns_form": forms.TurnsForm(rows=rows),
        "suggested": suggested_bodies(actor) if may_prepare else (),
    }
    return form_page(request, "meetings/paper_list.html", context | sent)


def _detail(request: ActingRequest, row: Any, **sent: Any) -> HttpResponse:
    actor, entry = request.actor, row.entry
    may_keep = can_keep(actor, entry) and entry.state in _OPEN
    is_own = may_record(actor) and actor.body_id == row.body_id
    verbs = set(PAPER.verbs(row.state)) if entry.state in _OPEN else set()
    names = ("kind", "title", "post", "due_on", "minutes", "programme")
    stored = {name: getattr(row, name) for name in names} | {"body": row.body.name}
    form = forms.PaperForm(actor=actor, meeting=entry, initial=stored)
    context = {
        "row": row,
        "entry": entry,
        "shown": paper_line(row),
        "may_keep": may_keep,
        "may_send": (is_own or may_keep) and "send" in verbs,
        "verbs": verbs if may_keep else set(),
        "steps": [(step, PaperState(step.state).label) for step in row.steps.all()]
        if may_keep or is_own
        else [],
        "words_form": forms.WordsForm(actor=actor),
        "reason_form": ReasonForm(),
        "paper_form": form,
        "suggested": suggested_bodies(actor) if may_keep else (),
    }
    return form_page(request, "meetings/paper_detail.html", context | sent)
