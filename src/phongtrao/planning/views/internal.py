"""Giao việc nội bộ: the list, giving by a line or by the form, a page, and giving again."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from phongtrao.core import files, lists
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden, NotFound
from phongtrao.core.http import page, requires
from phongtrao.core.working_days import work_calendar
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor
from phongtrao.planning import actions, exports, permissions
from phongtrao.planning.deadlines.typed import Bases
from phongtrao.planning.forms import filters_in_words
from phongtrao.planning.forms import internal as forms
from phongtrao.planning.models import InternalAssignment
from phongtrao.planning.queries import internal as queries
from phongtrao.planning.rules.instructions import DOUBTS, RULES, Reading, read_instruction
from phongtrao.planning.workflow import INTERNAL


@requires("internal.read")
@require_safe
def internal_list(request: ActingRequest) -> HttpResponse:
    """What was given inside the reader's body."""
    filters = _filters(request)
    rows = lists.list_page(request, exports.INTERNALS, filters.qs, filters=filters)
    context = {"list_page": rows, "may_give": _may_give(request)}
    return page(request, "planning/internal_list.html", context)


@requires("internal.read")
@require_safe
def internal_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    filters = _filters(request)
    heading = filters_in_words(filters)
    return lists.excel(request, exports.INTERNALS, filters.qs, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


@requires("internal.read")
@require_safe
def internal_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """What was given, to whom, until when, its thread, and what is asked of the reader now."""
    given = queries.internal_for(request.actor, pk)
    return page(request, "planning/internal_detail.html", _detail(request, given))


@requires("internal.read")
@require_safe
def internal_paper(request: ActingRequest, pk: int) -> HttpResponse:
    """The arrived paper that the work grew from: whoever has the work may read it."""
    given = queries.internal_for(request.actor, pk)
    if given.draft is None:
        raise NotFound
    return files.attachment(given.draft.file)  # type: ignore[return-value]  # as above


@requires("internal.work")
def internal_give(request: ActingRequest) -> HttpResponse:
    """Type a line and see what it proposes, or fill the form; nothing is made before *Giao việc*.

    Who may not give records what a leader has written on paper.
    """
    actor = request.actor
    if not _may_give(request):
        raise Forbidden(N_("Chỉ lãnh đạo bút phê; cán bộ, văn thư ghi nhận từ bản giấy."))
    source = queries.source_of(actor, request.GET)
    recording = not permissions.can_give_inside(actor, actor.body_id)
    make = partial(forms.GiveForm, actor=actor, source=source, recording=recording)
    if "doc" in request.POST:
        return _proposed(request, source, make)
    form = make(request.POST or None, initial={"content": source.work})
    if request.method == "POST" and form.is_valid():
        given = attempt(form, lambda: actions.give_inside(form.spec(), by=actor))
        if given is not None:
            messages.success(request, _("Đã giao việc trong cơ quan."))
            return redirect("planning:internal-detail", given.pk)
    return form_page(request, "planning/internal_form.html", _form(source, form))


@requires("internal.give")
def internal_change(request: ActingRequest, pk: int) -> HttpResponse:
    """Give the same work to others, or until another day."""
    given = queries.internal_for(request.actor, pk)
    if not permissions.can_give_inside(request.actor, given.body_id):
        raise Forbidden(N_("Chỉ lãnh đạo cơ quan mới giao lại được việc này."))
    form = forms.InternalForm(
        request.POST or None,
        actor=request.actor,
        bases=Bases(request.actor.day),
        initial=forms.as_given(given),
    )
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["row_version"]
        act = partial(actions.change_inside, given, by=request.actor, expected_version=version)
        said = _("Đã giao lại việc.")
        to = ("planning:internal-detail", pk)
        answer = carried_out(request, form, lambda: act(form.terms()), said, *to)
        if answer is not None:
            return answer
    return form_page(request, "planning/internal_change.html", {"form": form, "given": given})


def panel(actor: Actor, source: queries.Source) -> dict[str, Any] | None:
    """What a paper's, task's or requirement's page shows of it; None for who sees nothing."""
    if not actor.can("internal.read") or actor.body_id is None:
        return None
    rows = queries.given_from(actor, source)
    gives = permissions.can_give_inside(actor, actor.body_id)
    may_give = gives or permissions.can_record_inside(actor, actor.body_id)
    return {
        "rows": rows,
        "may_give": may_give,
        "query": source.query,
        "tones": queries.STATE_TONES,
        "label": queries.part_label,
    }


def _filters(request: ActingRequest) -> forms.InternalFilter:
    rows = queries.internal_rows(request.actor)
    return forms.InternalFilter(request.GET, queryset=rows, request=request)


def _may_give(request: ActingRequest) -> bool:
    actor = request.actor
    gives = permissions.can_give_inside(actor, actor.body_id)
    return gives or permissions.can_record_inside(actor, actor.body_id)


def _proposed(request: ActingRequest, source: queries.Source, make: Any) -> HttpResponse:
    """The form as the typed line proposes it; the line itself and the rest typed stay."""
    actor = request.actor
    line = request.POST.get("instruction", "")[: forms.LONGEST_LINE]
    names = queries.inside_names(actor.body_id or 0, actor.day)
    reading = read_instruction(line, names, source.bases(actor.day), work_calendar())
    start = {"instruction": line, **forms.proposed(reading, source)}
    for name in ("leader", "written_on"):
        if request.POST.get(name):
            start[name] = request.POST[name]
    context = _form(source, make(initial=start)) | _explained(reading)
    return page(request, "planning/internal_form.html", context, status=422)


def _explained(reading: Reading) -> dict[str, Any]:
    return {
        "read": True,
        "steps": [(step, _(RULES[step.rule])) for step in reading.steps],
        "doubts": [_(DOUBTS[d.code]) % {"words": f"“{d.words}”"} for d in reading.doubts],
    }


def _form(source: queries.Source, form: forms.GiveForm) -> dict[str, Any]:
    return {"form": form, "source": source, "recording": "leader" in form.fields}


def _detail(request: ActingRequest, given: InternalAssignment) -> dict[str, Any]:
    actor = request.actor
    queries.name_holders([given])
    allowed = INTERNAL.verbs(given.state)
    works = permissions.can_work_inside(actor, given)
    gives = permissions.can_give_inside(actor, given.body_id)
    return {
        "given": given,
        "is_late": exports.is_late(given),
        "tones": queries.STATE_TONES,
        "label": queries.part_label,
        "parts": queries.parts_in_words(given),
        "thread": queries.internal_thread(given),
        "signed_by": queries.signed_by(given),
        "entered_by": queries.entered_by(given) if queries.is_from_paper(given) else "",
        "waits_for": queries.waits_for(given),
        "sources": queries.sources_seen(actor, given),
        "may_note": actor.can("internal.work"),
        "verbs": {
            "start": works and "start" in allowed,
            "report": works and "report" in allowed,
            "accept": "accept" in allowed and permissions.can_accept_inside(actor, given),
            "change": gives and "change" in allowed,
            "withdraw": gives and "withdraw" in allowed,
        },
        "form": forms.InternalTextForm(),
    }
