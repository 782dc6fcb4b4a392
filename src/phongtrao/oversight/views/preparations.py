"""The part of an inspection's page about a delegation that an agency outside leads."""

from functools import partial
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import NotFound
from phongtrao.core.http import requires
from phongtrao.fieldwork.register.permissions import can_keep
from phongtrao.fieldwork.register.views import require_keeper
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor
from phongtrao.oversight import queries
from phongtrao.oversight.actions.preparations import (
    ask_preparation,
    can_finish,
    finish_preparation,
    link_conclusion,
)
from phongtrao.oversight.forms.preparations import PreparationForm, TheirConclusionForm
from phongtrao.oversight.models import PreparationItem
from phongtrao.planning.queries import visible_documents

_PAGE = "oversight:inspection-detail"
_FORM = "oversight/preparation_form.html"


def preparations_context(actor: Actor, entry: Any) -> dict[str, Any]:
    """What is prepared for the delegation, and the paper of its conclusion."""
    if not entry.leader_agency:
        return {}
    paper = entry.conclusion_document_id
    shown = visible_documents(actor).filter(pk=paper).first() if paper else None
    items = entry.preparations.select_related("body")
    return {
        "preparations": [{"item": each, "may_finish": can_finish(actor, each)} for each in items],
        "may_prepare": can_keep(actor, entry),
        "conclusion_document": shown,
    }


@requires("movement.keep")
def inspection_prepare(request: ActingRequest, pk: int) -> HttpResponse:
    """Enter something that a body prepares."""
    entry = queries.inspection_for(request.actor, pk)
    require_keeper(request.actor, entry)
    form = PreparationForm(request.POST or None, entry=entry)
    made = attempt(form, lambda: ask_preparation(entry, form.terms(), by=request.actor))
    if made is None:
        context = {"form": form, "entry": entry, "title": _("Việc chuẩn bị cho đoàn")}
        return form_page(request, _FORM, context)
    return redirect(_PAGE, pk)


@requires("movement.keep")
@require_POST
def preparation_done(request: ActingRequest, pk: int) -> HttpResponse:
    """Note that something is prepared; raises NotFound outside of what the reader sees."""
    seen = queries.inspection_rows(request.actor).values("pk")
    item = PreparationItem.objects.filter(pk=pk, entry__in=seen).first()
    if item is None:
        raise NotFound
    form = forms.Form(request.POST)
    act = partial(finish_preparation, item, by=request.actor)
    answer = carried_out(request, form, act, _("Đã ghi nhận."), _PAGE, item.entry_id)
    return answer or redirect(_PAGE, item.entry_id)


@requires("movement.keep")
def inspection_their_conclusion(request: ActingRequest, pk: int) -> HttpResponse:
    """Tie the received paper of the conclusion."""
    entry = queries.inspection_for(request.actor, pk)
    require_keeper(request.actor, entry)
    form = TheirConclusionForm(request.POST or None, actor=request.actor)
    act = partial(link_conclusion, entry, by=request.actor)
    made = attempt(form, lambda: act(form.cleaned_data["document"]))
    if made is None:
        context = {"form": form, "entry": entry, "title": _("Gắn văn bản kết luận đã nhận")}
        return form_page(request, _FORM, context)
    return redirect(_PAGE, pk)
