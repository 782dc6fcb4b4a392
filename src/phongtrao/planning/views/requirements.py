"""A requirement's page, and what an addressed body makes of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from phongtrao.core.http import requires
from phongtrao.planning import actions, forms, permissions, queries
from phongtrao.planning.models import Requirement, RequirementAddressee
from phongtrao.planning.rules import term
from phongtrao.planning.views.attempts import attempt, form_page
from phongtrao.planning.workflow import ADDRESSEE


@requires("requirement.read")
def requirement_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """A requirement: its clause, its addressees, the tasks it became."""
    return _requirement_page(request, queries.requirement_for(request.actor, pk), {})


@requires("requirement.concretise")
def addressee_concretise(request: HttpRequest, pk: int) -> HttpResponse:
    """Several tasks at once from one requirement; a further row costs one button."""
    addressee = queries.addressee_for(request.actor, pk)
    start = {"lead": addressee.body.name, "due_on": addressee.requirement.due_on}
    sent = request.POST if request.method == "POST" else None
    if sent is not None and "them_dong" in sent:
        rows = forms.one_more_row(request.actor, sent, initial=start)
        return _concretise_page(request, addressee, rows)
    rows = forms.task_forms(request.actor, sent, initial=start)
    if sent is not None and rows.is_valid():
        made = attempt(
            rows.forms[0],
            lambda: actions.make_concrete(addressee, tasks=rows.specs(), by=request.actor),
        )
        if made is not None:
            messages.success(request, _("Đã giao %(count)s nhiệm vụ.") % {"count": len(made)})
            return redirect("planning:requirement-detail", addressee.requirement_id)
    return _concretise_page(request, addressee, rows)


@requires("requirement.concretise")
def addressee_standing(request: HttpRequest, pk: int) -> HttpResponse:
    """Declare a requirement standing work."""
    return _decide(request, pk, actions.declare_standing)


@requires("requirement.concretise")
def addressee_separate(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a requirement under its own regime."""
    return _decide(request, pk, actions.set_separate_regime)


@requires("requirement.concretise")
def addressee_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a declaration back."""
    addressee = queries.addressee_for(request.actor, pk)
    if request.method == "POST":
        actions.reopen_addressee(addressee, by=request.actor)
        messages.success(request, _("Đã mở lại để quyết định cách thực hiện."))
    return redirect("planning:requirement-detail", addressee.requirement_id)


@requires("requirement.concretise")
def addressee_done(request: HttpRequest, pk: int) -> HttpResponse:
    """Note the day on which work under its own regime was done."""
    addressee = queries.addressee_for(request.actor, pk)
    if request.method != "POST":
        return redirect("planning:requirement-detail", addressee.requirement_id)
    form = forms.DoneOnForm(request.POST)
    if form.is_valid() and attempt(
        form,
        lambda: actions.mark_separate_done(
            addressee, done_on=form.cleaned_data["done_on"], by=request.actor
        ),
    ):
        messages.success(request, _("Đã ghi nhận ngày thực hiện."))
        return redirect("planning:requirement-detail", addressee.requirement_id)
    requirement = queries.requirement_for(request.actor, addressee.requirement_id)
    return _requirement_page(request, requirement, {"done_form": form})


@requires("intake.accept")
def requirement_address(request: HttpRequest, pk: int) -> HttpResponse:
    """Add bodies that the paper names by a group or not at all."""
    requirement = queries.requirement_for(request.actor, pk)
    if request.method != "POST":
        return redirect("planning:requirement-detail", pk)
    form = forms.AddresseesForm(request.POST, actor=request.actor)
    if form.is_valid():
        added = attempt(
            form,
            lambda: actions.add_addressees(
                requirement,
                form.cleaned_data["bodies"],
                part=form.cleaned_data["part"],
                by=request.actor,
            ),
        )
        if added is not None:
            messages.success(request, _("Đã thêm %(count)s cơ quan.") % {"count": len(added)})
            return redirect("planning:requirement-detail", pk)
    return _requirement_page(request, requirement, {"address_form": form})


@requires("intake.accept")
def requirement_content(request: HttpRequest, pk: int) -> HttpResponse:
    """Map a requirement to a content of the programme."""
    requirement = queries.requirement_for(request.actor, pk)
    programme = requirement.document.programme
    form = forms.ContentForm(request.POST or None, programme=programme)
    if request.method == "POST" and form.is_valid():
        actions.map_content(requirement, form.cleaned_data["content"], by=request.actor)
        messages.success(request, _("Đã xếp nội dung chương trình."))
    return redirect("planning:requirement-detail", pk)


def _decide(request: HttpRequest, pk: int, act: Any) -> HttpResponse:
    addressee = queries.addressee_for(request.actor, pk)
    if request.method == "POST":
        form = forms.NoteForm(request.POST)
        note = form.cleaned_data["note"] if form.is_valid() else ""
        decided = act(addressee, by=request.actor, note=note)
        messages.success(request, _("Đã ghi: %(state)s.") % {"state": decided.get_state_display()})
    return redirect("planning:requirement-detail", addressee.requirement_id)


def _requirement_page(
    request: HttpRequest, requirement: Requirement, extra: dict[str, Any]
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
    }
    return form_page(request, "planning/requirement_detail.html", context | extra)


def _concretise_page(
    request: HttpRequest, addressee: RequirementAddressee, rows: Any
) -> HttpResponse:
    context = {
        "addressee": addressee,
        "requirement": addressee.requirement,
        "formset": rows,
        "suggested": queries.suggested_bodies(request.actor),
        "is_open": "make_concrete" in ADDRESSEE.verbs(addressee.state),
    }
    return form_page(request, "planning/addressee_concretise.html", context)
