"""A requirement's page, and what an addressed body makes of it."""

from datetime import date
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning import actions, forms, permissions, queries
from phongtrao.planning.deadlines.typed import Bases
from phongtrao.planning.models import Requirement, RequirementAddressee
from phongtrao.planning.queries.internal import Source, is_own_requirement
from phongtrao.planning.rules import term
from phongtrao.planning.views.internal import panel
from phongtrao.planning.workflow import ADDRESSEE


@requires("requirement.read")
@require_safe
def requirement_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """A requirement: its clause, its addressees, the tasks it became."""
    return _requirement_page(request, queries.requirement_for(request.actor, pk), {})


@requires("requirement.concretise")
def addressee_concretise(request: ActingRequest, pk: int) -> HttpResponse:
    """Several tasks at once from one requirement; a further row costs one button."""
    addressee = queries.addressee_for(request.actor, pk)
    if not permissions.can_concretise(request.actor, addressee):
        raise Forbidden(N_("Chỉ cơ quan được giao nội dung này mới cụ thể hóa được."))
    start = {"lead": addressee.body.name, "due_on": _first_due(addressee.requirement)}
    sent = request.POST if request.method == "POST" else None
    if sent is not None and "them_dong" in sent:
        rows = forms.one_more_row(request.actor, sent, initial=start)
        return _concretise_page(request, addressee, rows)
    rows = forms.task_forms(
        request.actor, sent, initial=start, bases=_bases(addressee, request.actor.day)
    )
    if sent is not None and rows.is_valid():
        specs = rows.specs()
        act = partial(actions.make_concrete, addressee, tasks=specs, by=request.actor)
        said = _("Đã giao %(count)s nhiệm vụ.") % {"count": len(specs)}
        to = ("planning:requirement-detail", addressee.requirement_id)
        answer = carried_out(request, rows.forms[0], act, said, *to)
        if answer is not None:
            return answer
    return _concretise_page(request, addressee, rows)


@requires("requirement.concretise")
def addressee_standing(request: ActingRequest, pk: int) -> HttpResponse:
    """Declare a requirement standing work."""
    return _decide(request, pk, actions.declare_standing)


@requires("requirement.concretise")
def addressee_separate(request: ActingRequest, pk: int) -> HttpResponse:
    """Put a requirement under its own regime."""
    return _decide(request, pk, actions.set_separate_regime)


@requires("requirement.concretise")
def addressee_reopen(request: ActingRequest, pk: int) -> HttpResponse:
    """Take a declaration back."""
    addressee = queries.addressee_for(request.actor, pk)
    if request.method == "POST":
        actions.reopen_addressee(addressee, by=request.actor)
        messages.success(request, _("Đã mở lại để quyết định cách thực hiện."))
    return redirect("planning:requirement-detail", addressee.requirement_id)


@requires("requirement.concretise")
def addressee_done(request: ActingRequest, pk: int) -> HttpResponse:
    """Note the day on which work under its own regime was done."""
    addressee = queries.addressee_for(request.actor, pk)
    if request.method != "POST":
        return redirect("planning:requirement-detail", addressee.requirement_id)
    form = forms.DoneOnForm(request.POST)
    if form.is_valid():
        day = form.cleaned_data["done_on"]
        act = partial(actions.mark_separate_done, addressee, done_on=day, by=request.actor)
        to = ("planning:requirement-detail", addressee.requirement_id)
        answer = carried_out(request, form, act, _("Đã ghi nhận ngày thực hiện."), *to)
        if answer is not None:
            return answer
    requirement = queries.requirement_for(request.actor, addressee.requirement_id)
    return _requirement_page(request, requirement, {"done_form": form})


@requires("intake.accept")
def requirement_address(request: ActingRequest, pk: int) -> HttpResponse:
    """Add bodies that the paper names by a group or not at all."""
    requirement = queries.requirement_for(request.actor, pk)
    if request.method != "POST":
        return redirect("planning:requirement-detail", pk)
    if not permissions.can_address(request.actor, requirement):
        raise Forbidden(N_("Chỉ cơ quan ghi sổ văn bản mới thêm được cơ quan thực hiện."))
    form = forms.AddresseesForm(request.POST, actor=request.actor)
    if form.is_valid():
        part = form.cleaned_data["part"]
        act = partial(
            actions.add_addressees, requirement, form.named(), part=part, by=request.actor
        )
        said = _("Đã thêm cơ quan thực hiện.")
        answer = carried_out(request, form, act, said, "planning:requirement-detail", pk)
        if answer is not None:
            return answer
    return _requirement_page(request, requirement, {"address_form": form})


@requires("intake.accept")
def requirement_content(request: ActingRequest, pk: int) -> HttpResponse:
    """Map a requirement to a content of the programme."""
    requirement = queries.requirement_for(request.actor, pk)
    programme = requirement.document.programme
    form = forms.ContentForm(request.POST or None, programme=programme)
    if request.method == "POST" and form.is_valid():
        actions.map_content(requirement, form.cleaned_data["content"], by=request.actor)
        messages.success(request, _("Đã xếp nội dung chương trình."))
    return redirect("planning:requirement-detail", pk)


def _decide(request: ActingRequest, pk: int, act: Any) -> HttpResponse:
    addressee = queries.addressee_for(request.actor, pk)
    if request.method == "POST":
        form = forms.NoteForm(request.POST)
        note = form.cleaned_data["note"] if form.is_valid() else ""
        decided = act(addressee, by=request.actor, note=note)
        messages.success(request, _("Đã ghi: %(state)s.") % {"state": decided.get_state_display()})
    return redirect("planning:requirement-detail", addressee.requirement_id)


def _requirement_page(
    request: ActingRequest, requirement: Requirement, extra: dict[str, Any]
) -> HttpResponse:
    actor = request.actor
    rows = queries.addressees_seen(actor, requirement.document).filter(requirement=requirement)
    addressees = list(rows)
    mine = next((row for row in addressees if row.body_id == actor.body_id), None)
    may_address = permissions.can_address(actor, requirement)
    context = {
        "requirement": requirement,
        "addressees": addressees,
        "mine": mine if mine and permissions.can_concretise(actor, mine) else None,
        "verbs": ADDRESSEE.verbs(mine.state) if mine else (),
        "tasks": queries.tasks_under(actor, requirement),
        "term": term("concretise_within"),
        "done_form": forms.DoneOnForm(),
        "address_form": forms.AddresseesForm(actor=actor) if may_address else None,
        "content_form": forms.ContentForm(
            programme=requirement.document.programme, initial={"content": requirement.content_id}
        )
        if may_address
        else None,
        "suggested": queries.suggested_bodies(actor) if may_address else [],
        "inside": panel(actor, Source(requirement=requirement))
        if is_own_requirement(actor, requirement)
        else None,
    }
    return form_page(request, "planning/requirement_detail.html", context | extra)


def _first_due(requirement: Requirement) -> Any:
    """What the form begins with: the words of a term or a rhythm, else the paper's own day."""
    counted = requirement.deadline_norm.startswith(("REL:P", "EVERY:"))
    return requirement.deadline_text if counted else requirement.due_on


def _bases(addressee: RequirementAddressee, today: date) -> Bases:
    """The days from which a term may be counted: of the paper, and of its entry in the register."""
    document = addressee.requirement.document
    return Bases(today, issued_on=document.issued_on, received_on=document.registered_on)


def _concretise_page(
    request: ActingRequest, addressee: RequirementAddressee, rows: Any
) -> HttpResponse:
    context = {
        "addressee": addressee,
        "requirement": addressee.requirement,
        "formset": rows,
        "suggested": queries.suggested_bodies(request.actor),
        "is_open": "make_concrete" in ADDRESSEE.verbs(addressee.state),
    }
    return form_page(request, "planning/addressee_concretise.html", context)
