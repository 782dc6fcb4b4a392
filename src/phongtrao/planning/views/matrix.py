"""*Bảng phân công nhiệm vụ*: on screen, as a workbook, and what is put into it by hand."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import requires
from phongtrao.org.exports import FixedRows
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning import actions, permissions, queries
from phongtrao.planning.exports.matrix import matrix_list, matrix_rows
from phongtrao.planning.forms.programmes import ContentAssignmentForm
from phongtrao.planning.models import Programme
from phongtrao.planning.queries.matrix import assignment_for, assignments_seen, matrix_of


@requires("document.read")
@require_safe
def programme_matrix(request: ActingRequest, pk: int) -> HttpResponse:
    """Contents by bodies: who is in charge, who takes part."""
    return _matrix_page(request, queries.programme_for(request.actor, pk), None)


@requires("document.read")
@require_safe
def programme_matrix_excel(request: ActingRequest, pk: int) -> HttpResponse:
    """The same table as a workbook."""
    programme = queries.programme_for(request.actor, pk)
    matrix = matrix_of(request.actor, programme)
    rows: Any = FixedRows(matrix_rows(matrix))
    heading = [programme.short_name, request.actor.label]
    return lists.excel(request, matrix_list(matrix), rows, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


@requires("programme.keep")
@require_POST
def programme_assign(request: ActingRequest, pk: int) -> HttpResponse:
    """Put bodies in charge of a content, or beside it."""
    actor, programme = request.actor, queries.programme_for(request.actor, pk)
    if not permissions.can_assign_contents(actor, programme):
        raise Forbidden(N_("Chỉ cơ quan thường trực phân công được theo nội dung chương trình."))
    form = ContentAssignmentForm(request.POST, actor=actor, programme=programme)
    if form.is_valid():
        data = form.cleaned_data
        act = partial(
            actions.assign_content,
            data["content"],
            data["bodies"],
            part=data["part"],
            note=data["note"],
            by=actor,
        )
        to = ("planning:programme-matrix", pk)
        answer = carried_out(request, form, act, _("Đã ghi phân công."), *to)
        if answer is not None:
            return answer
    return _matrix_page(request, programme, form)


@requires("programme.keep")
@require_POST
def assignment_drop(request: ActingRequest, pk: int) -> HttpResponse:
    """Take an assignment back."""
    assignment = assignment_for(request.actor, pk)
    programme_id = assignment.content.programme_id
    actions.drop_assignment(assignment, by=request.actor)
    messages.success(request, _("Đã bỏ phân công."))
    return redirect("planning:programme-matrix", programme_id)


def _matrix_page(request: ActingRequest, programme: Programme, form: Any) -> HttpResponse:
    actor = request.actor
    may_assign = permissions.can_assign_contents(actor, programme)
    if may_assign and form is None:
        form = ContentAssignmentForm(actor=actor, programme=programme)
    by_hand = assignments_seen(actor).filter(content__programme=programme)
    context = {
        "programme": programme,
        "matrix": matrix_of(actor, programme),
        "form": form,
        "suggested": queries.suggested_bodies(actor) if may_assign else [],
        "by_hand": list(by_hand.order_by("content__position", "-part", "pk")[:200])
        if may_assign
        else [],
        "covers_now": actor.scope.covers_now,
    }
    return form_page(request, "planning/programme_matrix.html", context)
