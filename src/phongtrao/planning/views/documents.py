"""The register of papers, a paper's page, and taking an arrived paper in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from phongtrao.core import files, lists
from phongtrao.core.http import page, requires
from phongtrao.intake.queries import draft_for
from phongtrao.intake.workflow import DraftState, ItemState
from phongtrao.planning import actions, exports, forms, queries
from phongtrao.planning.rules import segments, term
from phongtrao.planning.views.attempts import attempt, form_page

_LINES_OF_COVERAGE = 200


@requires("document.read")
def programme_list(request: HttpRequest) -> HttpResponse:
    """The programmes with their parties and contents."""
    context = {"programmes": queries.programmes()}
    return page(request, "planning/programme_list.html", context)


@requires("document.read")
def document_list(request: HttpRequest) -> HttpResponse:
    """The register of papers that the reader may see."""
    filters = forms.DocumentFilter(request.GET, queryset=queries.document_rows(request.actor))
    rows = lists.list_page(request, exports.DOCUMENTS, filters.qs, filters=filters)
    return page(request, "planning/document_list.html", {"list_page": rows})


@requires("document.read")
def document_excel(request: HttpRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    filters = forms.DocumentFilter(request.GET, queryset=queries.document_rows(request.actor))
    heading = forms.filters_in_words(filters)
    return lists.excel(request, exports.DOCUMENTS, filters.qs, heading=heading)


@requires("document.read")
def document_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """A paper: its text with what it asks for marked, and how far each body has come."""
    document = queries.document_for(request.actor, pk)
    requirements = queries.requirements_of(document)
    addressees = list(queries.addressees_seen(request.actor, document))
    coverage = queries.coverage_of(addressees, request.actor.day)
    spans = [(r.start, r.end, r.pk) for r in requirements if r.start is not None and r.end]
    context = {
        "document": document,
        "requirements": queries.with_addressees(requirements, addressees),
        "coverage": coverage[:_LINES_OF_COVERAGE],
        "coverage_count": len(coverage),
        "totals": queries.coverage_totals(coverage),
        "lines": segments(document.text, spans),
        "positions": {r.pk: r.position for r in requirements},
        "references": queries.references_of(request.actor, document),
        "term": term("concretise_within"),
    }
    return page(request, "planning/document_detail.html", context)


@requires("document.read")
def document_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The file from which the paper was read."""
    return files.attachment(queries.document_for(request.actor, pk).file)


@requires("intake.accept")
def draft_accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm an arrived paper: choose its programme, see what will exist, say yes."""
    draft = draft_for(request.actor, pk)
    known = queries.document_of(draft) if draft.state == DraftState.ACCEPTED else None
    if known is not None:
        return redirect("planning:document-detail", known.pk)
    named = queries.programme_named_in(draft)
    form = forms.AcceptForm(request.POST or None, suggested=named)
    if request.method == "POST" and form.is_valid():
        programme = form.cleaned_data["programme"]
        made = attempt(
            form, lambda: actions.adopt_draft(draft, programme=programme, by=request.actor)
        )
        if made is not None:
            messages.success(request, _("Đã ghi văn bản vào sổ của chương trình."))
            return redirect("planning:document-detail", made.pk)
    items = [item for item in draft.items.all() if item.state != ItemState.DROPPED]
    context = {"draft": draft, "items": items, "form": form, "term": term("concretise_within")}
    return form_page(request, "planning/draft_accept.html", context)
