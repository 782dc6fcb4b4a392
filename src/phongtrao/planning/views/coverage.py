"""What became of what papers ask for: by body and age, one by one, and several decided at once."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from phongtrao.core import clock, lists
from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.models import Body
from phongtrao.planning import actions, queries
from phongtrao.planning.exports import coverage as exports
from phongtrao.planning.forms import filters_in_words
from phongtrao.planning.forms.coverage import (
    LATER,
    STANDING,
    TASK,
    CommonForm,
    CoverageFilter,
    DecisionForm,
    RequirementFilter,
    body_asked,
    decision_forms,
)
from phongtrao.planning.models import ProgrammeDocument
from phongtrao.planning.queries import coverage

# Requirements on one page to decide on: as many as can be read in one go.
_AT_ONCE = 20
_KEPT_BY_LINKS = ("van_ban", "chuong_trinh", "tu_khoa", "tuoi")


@requires("requirement.read")
@require_safe
def coverage_list(request: ActingRequest) -> HttpResponse:
    """How far each body has come with what papers ask of it, and how old the rest is."""
    filters, counts = _by_body(request)
    spec = exports.by_body(counts, _kept(request))
    rows = lists.list_page(request, spec, coverage.body_rows(counts), filters=filters)
    context = {
        "list_page": rows,
        "totals": _totals(request),
        "requirements_url": reverse("planning:requirement-list"),
        **_around(request),
    }
    return page(request, "planning/coverage_list.html", context)


@requires("requirement.read")
@require_safe
def coverage_excel(request: ActingRequest) -> HttpResponse:
    """The bodies as a workbook."""
    filters, counts = _by_body(request)
    spec = exports.by_body(counts, {})
    heading = filters_in_words(filters)
    return lists.excel(request, spec, coverage.body_rows(counts), heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


@requires("requirement.read")
@require_safe
def requirement_list(request: ActingRequest) -> HttpResponse:
    """What papers ask for, one by one, with what became of it."""
    filters = _requirement_filters(request)
    rows = lists.list_page(
        request, exports.requirements(request.actor), filters.qs, filters=filters
    )
    body = body_asked(request.GET)
    context = {
        "list_page": rows,
        "of_body": Body.objects.filter(pk=body).first() if body else None,
        **_around(request),
    }
    return page(request, "planning/requirement_list.html", context)


@requires("requirement.read")
@require_safe
def requirement_excel(request: ActingRequest) -> HttpResponse:
    """The requirements as a workbook."""
    filters = _requirement_filters(request)
    spec = exports.requirements(request.actor)
    return lists.excel(request, spec, filters.qs, heading=filters_in_words(filters))  # type: ignore[return-value]  # as above


@requires("requirement.concretise")
def addressees_decide(request: ActingRequest) -> HttpResponse:
    """Decide on several requirements in one act; a row that is left for later stays open."""
    document = _document(request)
    waiting = coverage.open_for(request.actor, document_id=document.pk if document else None)
    sent = request.POST if request.method == "POST" else None
    shown = waiting[:_AT_ONCE] if sent is None else waiting.filter(pk__in=_ids(sent))[:_AT_ONCE]
    rows = decision_forms(request.actor, shown, sent)
    common = CommonForm(sent)
    if sent is not None and _all_decided(rows, request):
        made = sum(form.cleaned_data["way"] != LATER for form in rows)
        if made:
            messages.success(request, _("Đã quyết định %(count)s nội dung.") % {"count": made})
            return redirect(request.get_full_path())
        common.add_error(None, _("Chưa chọn cách thực hiện cho nội dung nào."))
    context = {
        "rows": rows,
        "common": common,
        "document": document,
        "total": waiting.count(),
        "suggested": queries.suggested_bodies(request.actor),
    }
    return form_page(request, "planning/addressees_decide.html", context)


def _all_decided(rows: list[DecisionForm], request: ActingRequest) -> bool:
    """Carry every row out; False where one could not be, and then nothing of it stays."""
    usable = [form.is_valid() for form in rows]
    if not all(usable):
        return False
    for form in rows:
        if form.cleaned_data["way"] != LATER:
            attempt(form, _deed(form, request))
    return all(not form.errors for form in rows)


def _deed(form: DecisionForm, request: ActingRequest) -> Callable[[], Any]:
    way, addressee = form.cleaned_data["way"], form.addressee
    if way == TASK:
        return partial(actions.make_concrete, addressee, tasks=[form.spec()], by=request.actor)
    act = actions.declare_standing if way == STANDING else actions.set_separate_regime
    return partial(act, addressee, by=request.actor)


def _ids(sent: Any) -> list[int]:
    """The requirements that stood on the page."""
    named = sent.getlist("noi_dung")[:_AT_ONCE]
    return [int(each) for each in named if each.isascii() and each.isdecimal() and len(each) < 12]


def _by_body(request: ActingRequest) -> tuple[CoverageFilter, Any]:
    rows = coverage.led_rows(request.actor)
    filters = CoverageFilter(request.GET, queryset=rows, request=request)
    return filters, coverage.counts_by_body(filters.qs, clock.today())


def _requirement_filters(request: ActingRequest) -> RequirementFilter:
    rows = coverage.requirement_rows(request.actor, body_id=body_asked(request.GET))
    return RequirementFilter(request.GET, queryset=rows, request=request)


def _totals(request: ActingRequest) -> dict[str, int] | None:
    """Requirements by state; none where bodies are filtered, for a requirement has several."""
    if request.GET.get("co_quan") or request.GET.get("tap"):
        return None
    led = coverage.led_rows(request.actor)
    return coverage.totals_of(_requirement_filters(request).qs, led, clock.today())


def _kept(request: ActingRequest) -> dict[str, str]:
    """The filters that a figure carries on to what it counts."""
    return {name: request.GET[name] for name in _KEPT_BY_LINKS if request.GET.get(name)}


def _document(request: ActingRequest) -> ProgrammeDocument | None:
    """The paper that the page is about; raises NotFound for one that the reader may not see."""
    sent = request.GET.get("van_ban", "")
    known = sent.isascii() and sent.isdecimal() and len(sent) < 12
    return queries.document_for(request.actor, int(sent)) if known else None


def _around(request: ActingRequest) -> dict[str, Any]:
    """The paper in question and what waits for the reader's own body."""
    document = _document(request)
    may_decide = request.actor.can("requirement.concretise")
    mine = coverage.open_for(request.actor, document_id=document.pk if document else None)
    return {"document": document, "mine": mine.count() if may_decide else 0, "kept": _kept(request)}
