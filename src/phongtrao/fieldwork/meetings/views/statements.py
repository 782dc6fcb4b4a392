"""Statements: written one after another during the meeting, amended, struck out, made proposals."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.http import requires
from phongtrao.fieldwork.meetings import actions, queries
from phongtrao.fieldwork.meetings.forms import minutes as forms
from phongtrao.fieldwork.meetings.forms.meetings import ReasonForm
from phongtrao.fieldwork.meetings.views.minutes_page import shown
from phongtrao.fieldwork.register.views import require_keeper
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning.queries import suggested_bodies

_PAGE = "meetings:meeting-statements"
_LATEST = 8


@requires("movement.keep")
def meeting_statements(request: ActingRequest, pk: int) -> HttpResponse:
    """Write one statement after the other: the form is there again at once, for the next one."""
    actor, entry = request.actor, queries.meeting_for(request.actor, pk)
    require_keeper(actor, entry)
    rows = queries.statements_of(entry)
    stays = {"programme": rows[-1].programme_id, "under": rows[-1].under} if rows else {}
    form = forms.StatementForm(request.POST or None, actor=actor, meeting=entry, initial=stays)
    if form.is_bound and form.is_valid():
        act = partial(actions.add_statement, entry, form.terms(), by=actor)
        if attempt(form, act) is not None:
            return redirect(_PAGE, pk)
    context = {
        "entry": entry,
        "form": form,
        "latest": [shown(row) for row in rows[-_LATEST:]],
        "total": len(rows),
        "suggested": suggested_bodies(actor),
    }
    return form_page(request, "meetings/statement_form.html", context)


@requires("movement.keep")
def statement_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Amend a statement; how it read before stays below."""
    row = _kept(request, pk)
    form = forms.StatementForm(
        request.POST or None, actor=request.actor, meeting=row.entry, initial=forms.as_typed(row)
    )
    if form.is_bound and form.is_valid():
        act = partial(actions.change_statement, row, form.terms(), by=request.actor)
        answer = carried_out(request, form, act, _("Đã sửa ý kiến."), _PAGE, row.entry_id)
        if answer is not None:
            return answer
    return _form(request, row, form=form)


@requires("movement.keep")
@require_POST
def statement_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a statement out; it stays readable with the reason."""
    row, form = _kept(request, pk), ReasonForm(request.POST, auto_id="id_strike_%s")
    if form.is_valid():
        act = partial(actions.strike_statement, row, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã gạch bỏ ý kiến."), _PAGE, row.entry_id)
        if answer is not None:
            return answer
    return _form(request, row, strike_form=form)


@requires("movement.keep")
@require_POST
def statement_propose(request: ActingRequest, pk: int) -> HttpResponse:
    """Enter what a body proposed at the meeting as a proposal to the body that holds it."""
    row, form = _kept(request, pk), ReasonForm({"reason": "-"})
    act = partial(actions.raise_proposal, row, by=request.actor)
    answer = carried_out(request, form, act, _("Đã ghi thành kiến nghị."), _PAGE, row.entry_id)
    return answer or _form(request, row, propose_form=form)


def _kept(request: ActingRequest, pk: int) -> Any:
    row = queries.statement_for(request.actor, pk)
    require_keeper(request.actor, row.entry)
    return row


def _form(request: ActingRequest, row: Any, **sent: Any) -> HttpResponse:
    given = {
        "form": forms.StatementForm(
            actor=request.actor, meeting=row.entry, initial=forms.as_typed(row)
        ),
        "strike_form": ReasonForm(auto_id="id_strike_%s"),
        "propose_form": None,
    }
    context = {
        "row": row,
        "entry": row.entry,
        "shown": shown(row),
        "former": list(row.former.select_related("changed_by__body")),
        "suggested": suggested_bodies(request.actor),
        "may_propose": row.proposal_id is None and row.body_id not in (None, row.entry.body_id),
    }
    return form_page(request, "meetings/statement_form.html", context | given | sent)
