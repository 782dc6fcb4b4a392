"""Documents seen and the checklist of an inspection."""

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor
from phongtrao.oversight import actions, forms, permissions, queries
from phongtrao.oversight.rules import (
    LACKING,
    RESULT_TONES,
    UNCHECKED,
    criteria_of,
    criterion_name,
    result_name,
)
from phongtrao.oversight.workflow import DOCUMENT, DOCUMENT_TONES, DocumentState

_DOCUMENTS = "oversight:inspection-documents"
_STEPS = {"record": _l("Ghi tài liệu")}
_LABELS = {step.verb: step.label for step in DOCUMENT.transitions}


@requires("movement.read")
@require_safe
def inspection_documents(request: ActingRequest, pk: int) -> HttpResponse:
    """The documents of an inspection that the reader may see."""
    return _documents(request, queries.inspection_for(request.actor, pk))


@requires("movement.keep")
def inspection_document_add(request: ActingRequest, pk: int) -> HttpResponse:
    """Note a document: seen, not handed over, refused."""
    actor, entry = request.actor, queries.inspection_for(request.actor, pk)
    permissions.require_session_keeper(actor, entry)
    begin = {"day": actor.day, "session": request.GET.get("buoi", "")}
    form = forms.DocumentForm(request.POST or None, inspection=entry, initial=begin)
    made = attempt(
        form, lambda: actions.note_document(entry, form.terms(), form.handing(), by=actor)
    )
    if made is None:
        return _document_form(request, form, entry, None)
    messages.success(request, _("Đã ghi tài liệu."))
    return redirect(_DOCUMENTS, pk)


@requires("movement.keep")
def seen_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Another number, subject or point of a document."""
    actor, found = request.actor, queries.document_for(request.actor, pk)
    permissions.require_session_keeper(actor, found.entry)
    form = forms.DocumentForm(
        request.POST or None, inspection=found.entry, is_entered=True, initial=_stored(found)
    )
    if form.is_valid():
        version = form.cleaned_data["row_version"]
        act = partial(
            actions.change_document, found, form.terms(), by=actor, expected_version=version
        )
        answer = carried_out(request, form, act, _("Đã lưu tài liệu."), _DOCUMENTS, found.entry_id)
        if answer is not None:
            return answer
    return _document_form(request, form, found.entry, found)


@requires("movement.keep")
@require_POST
def seen_step(request: ActingRequest, pk: int) -> HttpResponse:
    """Refused, or handed in after all."""
    found = queries.document_for(request.actor, pk)
    permissions.require_session_keeper(request.actor, found.entry)
    form = forms.DocumentStepForm(request.POST)
    if form.is_valid():
        data = dict(form.cleaned_data)
        version = data.pop("row_version")
        act = partial(
            actions.take_document_step, found, by=request.actor, expected_version=version, **data
        )
        answer = carried_out(request, form, act, _("Đã ghi nhận."), _DOCUMENTS, found.entry_id)
        if answer is not None:
            return answer
    return _documents(request, found.entry, step_form=form)


@requires("movement.read")
@require_safe
def inspection_checklist(request: ActingRequest, pk: int) -> HttpResponse:
    """What was found of each point at one inspected body."""
    entry = queries.inspection_for(request.actor, pk)
    return _checklist(request, entry, request.GET.get("co_quan", ""))


@requires("movement.keep")
@require_POST
def inspection_check(request: ActingRequest, pk: int) -> HttpResponse:
    """Write one line of the checklist; what somebody else wrote meanwhile is never overwritten."""
    actor, entry = request.actor, queries.inspection_for(request.actor, pk)
    permissions.require_checker(actor, entry)
    form = forms.FindingForm(request.POST, inspection=entry)
    if form.is_valid():
        version = form.cleaned_data["row_version"]
        act = partial(actions.check, entry, form.terms(), by=actor, expected_version=version)
        body = form.cleaned_data["body"].pk
        to = f"{reverse('oversight:inspection-checklist', args=[pk])}?co_quan={body}"
        answer = carried_out(request, form, act, _("Đã lưu kết quả."), to)
        if answer is not None:
            return answer
    return _checklist(request, entry, request.POST.get("body", ""), sent=form)


def finding_to_recommend(actor: Actor, entry: Any, line: str) -> dict[str, Any]:
    """What a recommendation begins with that is made from a line of the checklist."""
    found = queries.check_rows(actor).filter(entry=entry, result=LACKING)
    row = found.filter(pk=int(line)).first() if line.isascii() and line.isdecimal() else None
    if row is None:
        return {}
    seen = queries.document_rows(actor).filter(
        entry=entry, body=row.body_id, criterion=row.criterion, state=DocumentState.SEEN
    )
    papers = "; ".join(" ".join(filter(None, (each.number, each.subject))) for each in seen)
    evidence = "; ".join(filter(None, (row.evidence.strip(), papers)))
    finding = f"{row.limits}\n{_('Căn cứ')}: {evidence}" if evidence else row.limits
    return {"criterion": row.criterion, "body": row.body_id, "finding": finding}


def _documents(request: ActingRequest, entry: Any, **sent: Any) -> HttpResponse:
    actor = request.actor
    may_keep = permissions.can_keep_sessions(actor, entry)
    rows = queries.document_rows(actor).filter(entry=entry).prefetch_related("steps__by__body")
    shown = [
        {
            "row": row,
            "point": _(criterion_name(row.criterion, entry.criteria_version)),
            "state": (DocumentState(row.state).label, DOCUMENT_TONES[DocumentState(row.state)]),
            "steps": list(row.steps.all()),
            "verbs": [(verb, _(_LABELS[verb])) for verb in DOCUMENT.verbs(row.state)],
        }
        for row in rows
    ]
    waiting = sum(each["row"].state != DocumentState.SEEN for each in shown)
    context = {
        "entry": entry,
        "documents": shown,
        "waiting": waiting,
        "may_keep": may_keep,
        "step_names": _STEPS | {verb: _(label) for verb, label in _LABELS.items()},
        "step_form": None,
    }
    return form_page(request, "oversight/document_list.html", context | sent)


def _document_form(request: ActingRequest, form: Any, entry: Any, found: Any) -> HttpResponse:
    points = criteria_of(entry.criteria_version, entry.starts_on)
    context = {"form": form, "entry": entry, "found": found, "criteria": points}
    return form_page(request, "oversight/document_form.html", context)


def _stored(found: Any) -> dict[str, Any]:
    names = ("criterion", "subject", "number", "issued_on", "issuer", "row_version")
    return {name: getattr(found, name) for name in names} | {
        "body": found.body_id,
        "session": found.session_id,
    }


def _checklist(request: ActingRequest, entry: Any, asked: str, *, sent: Any = None) -> HttpResponse:
    """The table of one body; a form that was sent and refused stands open in its row."""
    actor = request.actor
    bodies = queries.checked_bodies(actor, entry)
    body = next((each for each in bodies if str(each.pk) == asked), bodies[0] if bodies else None)
    points = criteria_of(entry.criteria_version, entry.starts_on)
    context = {
        "entry": entry,
        "body": body,
        "tabs": _tabs(entry, bodies, body),
        "rows": _rows(request, entry, body, points, sent) if body else [],
        "criteria": points,
        "sent": sent,
        "may_check": permissions.can_check(actor, entry),
        "may_recommend": permissions.can_recommend(actor, entry),
    }
    if sent is None:
        return page(request, "oversight/checklist.html", context)
    return form_page(request, "oversight/checklist.html", context)


def _tabs(entry: Any, bodies: list[Any], chosen: Any) -> list[dict[str, Any]]:
    address = reverse("oversight:inspection-checklist", args=[entry.pk])
    return [
        {
            "label": each.name,
            "url": f"{address}?{urlencode({'co_quan': each.pk})}",
            "active": each == chosen,
        }
        for each in bodies
    ]


def _rows(
    request: ActingRequest, entry: Any, body: Any, points: Any, sent: Any
) -> list[dict[str, Any]]:
    actor = request.actor
    lines = {row.criterion: row for row in queries.check_rows(actor).filter(entry=entry, body=body)}
    seen: dict[str, list[Any]] = {}
    for row in queries.document_rows(actor).filter(entry=entry, body=body):
        seen.setdefault(row.criterion, []).append(row)
    opened = sent.data.get("criterion") if sent is not None else None
    empty = _line_forms(actor, entry, body, lines, points)
    return [
        _row(point, lines.get(point.code), seen.get(point.code, []))
        | {
            "form": sent if opened == point.code else empty.get(point.code),
            "is_open": opened == point.code,
        }
        for point in points.points
    ]


def _row(point: Any, line: Any, documents: list[Any]) -> dict[str, Any]:
    result = line.result if line else UNCHECKED
    return {
        "point": point,
        "name": _(point.name),
        "line": line,
        "result": (_(result_name(result)), RESULT_TONES[result]),
        "is_lacking": result == LACKING,
        "documents": documents,
    }


def _line_forms(
    actor: Actor, entry: Any, body: Any, lines: dict[str, Any], points: Any
) -> dict[str, Any]:
    """A form for each point, where the reader writes; the sessions to choose from are read once."""
    if not permissions.can_check(actor, entry) or not entry.inspected.filter(body=body).exists():
        return {}
    names = ("result", "strengths", "limits", "causes", "evidence", "row_version")
    sessions: Any = None
    made = {}
    for point in points.points:
        line = lines.get(point.code)
        stored = {name: getattr(line, name) for name in names} if line else {"row_version": 0}
        begin = {"body": body.pk, "criterion": point.code}
        begin["session"] = line.session_id if line else None
        form: Any = forms.FindingForm(
            inspection=entry, initial=begin | stored, auto_id=f"id_{point.code}_%s"
        )
        sessions = sessions or list(form.fields["session"].choices)
        form.fields["session"].choices = sessions
        made[point.code] = form
    return made
