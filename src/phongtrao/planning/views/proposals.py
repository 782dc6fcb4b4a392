"""Proposals: the list, a proposal's page, a new one, the answer, passing on, taking back."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning import actions, exports, forms, permissions, queries
from phongtrao.planning.models import ProposalAddressee
from phongtrao.planning.rules import term
from phongtrao.planning.workflow import AnswerState

_VERBS = {"agree", "decline", "note"}


@requires("proposal.read")
@require_safe
def proposal_list(request: ActingRequest) -> HttpResponse:
    """Proposals that the reader may see, a row for each body that is asked."""
    filters = forms.ProposalFilter(
        request.GET, queryset=queries.proposal_rows(request.actor), request=request
    )
    rows = lists.list_page(request, exports.PROPOSALS, filters.qs, filters=filters)
    return page(request, "planning/proposal_list.html", {"list_page": rows})


@requires("proposal.read")
@require_safe
def proposal_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    filters = forms.ProposalFilter(
        request.GET, queryset=queries.proposal_rows(request.actor), request=request
    )
    heading = forms.filters_in_words(filters)
    return lists.excel(request, exports.PROPOSALS, filters.qs, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


@requires("proposal.read")
@require_safe
def proposal_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """A proposal, where it grew from, and what each body has answered."""
    actor = request.actor
    proposal = queries.proposal_for(actor, pk)
    rows = list(proposal.addressees.all())
    waiting = [row for row in rows if row.state == AnswerState.WAITING]
    context = {
        "proposal": proposal,
        "rows": rows,
        "mine": next((r for r in waiting if permissions.can_answer_proposal(actor, r)), None),
        "may_withdraw": bool(waiting) and permissions.can_withdraw_proposal(actor, proposal),
        "document": queries.origin_document(actor, proposal),
        "task_seen": queries.origin_task_is_visible(actor, proposal),
        "tones": exports.ANSWER_TONES,
    }
    return page(request, "planning/proposal_detail.html", context)


@requires("proposal.make")
def proposal_make(request: ActingRequest) -> HttpResponse:
    """Enter a proposal by hand, or from a task, a paper or one of its clauses."""
    actor = request.actor
    task = queries.proposal_task(actor, request.GET.get("nhiem_vu", ""))
    document, requirement = queries.proposal_source(
        actor, request.GET.get("van_ban", ""), request.GET.get("noi_dung", "")
    )
    form = forms.ProposalForm(
        request.POST or None, actor=actor, task=task, document=document, requirement=requirement
    )
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: actions.make_proposal(form.spec(), by=actor))
        if made is not None:
            messages.success(request, _("Đã gửi kiến nghị."))
            return redirect("planning:proposal-detail", made.pk)
    context = {
        "form": form,
        "task": task,
        "document": document,
        "suggested": queries.bodies_above(actor),
        "term": term("answer_proposal"),
    }
    return form_page(request, "planning/proposal_form.html", context)


@requires("proposal.answer")
def proposaladdressee_answer(request: ActingRequest, pk: int) -> HttpResponse:
    """Agree, decline or take note, with words and paper."""
    addressee = _mine(request, pk)
    form = forms.AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        verb = request.POST.get("tra_loi", "")
        act = partial(
            actions.answer_proposal,
            addressee,
            verb if verb in _VERBS else "note",
            by=request.actor,
            **form.cleaned_data,
        )
        said = _("Đã trả lời kiến nghị.")
        to = ("planning:proposal-detail", addressee.proposal_id)
        answer = carried_out(request, form, act, said, *to)
        if answer is not None:
            return answer
    return _answer_page(request, addressee, {"form": form})


@requires("proposal.answer")
def proposaladdressee_pass(request: ActingRequest, pk: int) -> HttpResponse:
    """Hand a proposal on to the body that can answer it."""
    addressee = _mine(request, pk)
    form = forms.PassOnForm(request.POST or None, actor=request.actor, auto_id="chuyen-%s")
    if request.method == "POST" and form.is_valid():
        act = partial(actions.pass_on_proposal, addressee, by=request.actor, **form.cleaned_data)
        said = _("Đã chuyển kiến nghị.")
        to = ("planning:proposal-detail", addressee.proposal_id)
        answer = carried_out(request, form, act, said, *to)
        if answer is not None:
            return answer
    return _answer_page(request, addressee, {"pass_form": form})


@requires("proposal.make")
@require_POST
def proposal_withdraw(request: ActingRequest, pk: int) -> HttpResponse:
    """Take a proposal back from those who have not answered."""
    proposal = queries.proposal_for(request.actor, pk)
    actions.withdraw_proposal(proposal, by=request.actor)
    messages.success(request, _("Đã rút kiến nghị ở các cơ quan chưa trả lời."))
    return redirect("planning:proposal-detail", pk)


def _mine(request: ActingRequest, pk: int) -> ProposalAddressee:
    addressee = queries.proposal_addressee_for(request.actor, pk)
    if not permissions.can_answer_proposal(request.actor, addressee):
        raise Forbidden(N_("Chỉ cơ quan được kiến nghị mới trả lời được."))
    return addressee


def _answer_page(
    request: ActingRequest, addressee: ProposalAddressee, extra: dict[str, Any]
) -> HttpResponse:
    actor = request.actor
    context = {
        "addressee": addressee,
        "proposal": addressee.proposal,
        "is_open": addressee.state == AnswerState.WAITING,
        "form": forms.AnswerForm(),
        "pass_form": forms.PassOnForm(actor=actor, auto_id="chuyen-%s"),
        "suggested": [*queries.bodies_above(actor), *queries.suggested_bodies(actor)],
        "term": term("answer_proposal"),
    }
    return form_page(request, "planning/proposal_answer.html", context | extra)
