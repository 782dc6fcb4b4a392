"""The register of papers, a paper's page, and taking an arrived paper in."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from phongtrao.core import files, lists
from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.http import page, requires
from phongtrao.intake import queries as intake
from phongtrao.intake.models import Draft
from phongtrao.intake.queries import draft_for
from phongtrao.intake.workflow import DraftState, ItemState
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning import actions, exports, forms, queries
from phongtrao.planning.models import ProgrammeDocument
from phongtrao.planning.queries import coverage
from phongtrao.planning.queries.internal import Source
from phongtrao.planning.rules import segments, term
from phongtrao.planning.views.internal import panel
from phongtrao.planning.views.tagging import tagging_of, verbs_of

_LINES_OF_COVERAGE = 200


@requires("document.read")
@require_safe
def document_list(request: ActingRequest) -> HttpResponse:
    """The register of papers that the reader may see."""
    filters = _filters(request)
    rows = lists.list_page(request, exports.DOCUMENTS, filters.qs, filters=filters)
    return page(request, "planning/document_list.html", {"list_page": rows})


@requires("document.read")
@require_safe
def document_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    filters = _filters(request)
    heading = forms.filters_in_words(filters)
    return lists.excel(request, exports.DOCUMENTS, filters.qs, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


@requires("document.read")
@require_safe
def document_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """A paper: its text with what it asks for marked, and how far each body has come."""
    document = queries.document_for(request.actor, pk)
    return page(request, "planning/document_detail.html", _document_context(request, document))


@requires("document.read")
@require_safe
def document_file(request: ActingRequest, pk: int) -> HttpResponse:
    """The file from which the paper was read."""
    document = queries.document_for(request.actor, pk)
    return files.attachment(document.file)  # type: ignore[return-value]  # as above


@requires("intake.accept")
def draft_accept(request: ActingRequest, pk: int) -> HttpResponse:
    """Confirm an arrived paper: choose its programme, see what will exist, say yes."""
    draft = draft_for(request.actor, pk)
    known = queries.document_of(draft) if draft.state == DraftState.ACCEPTED else None
    if known is not None:
        return redirect("planning:document-detail", known.pk)
    suggested = queries.programme_named_in(draft)
    form = forms.AcceptForm(request.POST or None, actor=request.actor, suggested=suggested)
    if request.method == "POST" and form.is_valid():
        programme = form.cleaned_data["programme"]
        proposals = _item_ids(request.POST.getlist("kien_nghi"))
        made = attempt(
            form,
            lambda: actions.adopt_draft(
                draft, programme=programme, by=request.actor, proposals=proposals
            ),
        )
        if made is not None:
            messages.success(request, _("Đã ghi văn bản vào sổ của chương trình."))
            return redirect("planning:document-detail", made.pk)
    context = _draft_context(draft, form) | {
        "may_propose": request.actor.can("proposal.make"),
        "marked": _item_ids(request.POST.getlist("kien_nghi")),
    }
    return form_page(request, "planning/draft_accept.html", context)


def _filters(request: ActingRequest) -> forms.DocumentFilter:
    rows = queries.document_rows(request.actor)
    return forms.DocumentFilter(request.GET, queryset=rows, request=request)


def _item_ids(sent: list[str]) -> set[int]:
    """The items that are marked as proposals."""
    return {int(each) for each in sent if each.isascii() and each.isdecimal() and len(each) < 12}


def _document_context(request: ActingRequest, document: ProgrammeDocument) -> dict[str, Any]:
    requirements = queries.requirements_of(document)
    addressees = list(queries.addressees_seen(request.actor, document))
    lines = queries.coverage_of(addressees, request.actor.day)
    spans = [(r.start, r.end, r.pk) for r in requirements if r.start is not None and r.end]
    proposals = queries.proposals_of(request.actor, document)
    # Proposals carry negative keys beside the requirements, events the key 0.
    spans += [(e["start"], e["end"], 0) for e in intake.events_of(document.draft) if e.get("end")]
    spans += [(p.start, p.end, -p.pk) for p in proposals if p.start is not None and p.end]
    return {
        "document": document,
        "tagging": tagging_of(request.actor, document),
        "verbs": verbs_of(request.actor, document),
        "requirements": queries.with_addressees(requirements, addressees),
        "coverage": lines[:_LINES_OF_COVERAGE],
        "coverage_count": len(lines),
        "totals": queries.coverage_totals(lines),
        "lines": segments(document.text, spans),
        "positions": {r.pk: r.position for r in requirements},
        "references": queries.references_of(request.actor, document),
        "term": term("concretise_within"),
        "proposals": proposals,
        **_beside(request, document),
        "may_propose": request.actor.can("proposal.make"),
        "inside": panel(request.actor, Source(draft=document.draft))
        if document.home_body_id == request.actor.body_id
        else None,
    }


def _beside(request: ActingRequest, document: ProgrammeDocument) -> dict[str, Any]:
    """The events and other files of a paper, and what of it waits for the reader's own body."""
    is_home = request.actor.body_id == document.home_body_id
    waiting = coverage.open_for(request.actor, document_id=document.pk)
    return {
        "events": intake.events_of(document.draft),
        "event_title": intake.event_title,
        "partial_date": intake.partial_date,
        "copies": intake.copies_of(document.draft) if is_home else [],
        "waits_for_me": waiting.count() if request.actor.can("requirement.concretise") else 0,
    }


def _draft_context(draft: Draft, form: forms.AcceptForm) -> dict[str, Any]:
    items = [item for item in draft.items.all() if item.state != ItemState.DROPPED]
    rows = [row for item in items for row in [*item.leads, *item.coordinators]]
    return {
        "draft": draft,
        "items": items,
        "unmatched": any(not row.get("body_id") for row in rows),
        "form": form,
        "term": term("concretise_within"),
    }
