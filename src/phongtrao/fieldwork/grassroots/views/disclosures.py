"""What is made public: list, entry, page, the list by clause of a year, the sheet."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.errors import Sentence
from phongtrao.core.http import page, requires
from phongtrao.fieldwork.grassroots import actions, exports, queries
from phongtrao.fieldwork.grassroots.forms import disclosures as forms
from phongtrao.fieldwork.grassroots.rules import publicity
from phongtrao.fieldwork.register import permissions
from phongtrao.fieldwork.register.exports import empty_sheet
from phongtrao.fieldwork.register.forms import SheetForm, StrikeForm
from phongtrao.fieldwork.register.forms.entry import area_typed, row_defaults
from phongtrao.fieldwork.register.queries import counted
from phongtrao.fieldwork.register.views import (
    SheetPlan,
    as_workbook,
    changed,
    listed,
    read_table,
    require_keeper,
    sheet_page,
    struck,
)
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor

_PAGE = "grassroots:disclosure-detail"
_LISTED = 300  # in the printed list of a commune


@requires("movement.read")
@require_safe
def disclosure_list(request: ActingRequest) -> HttpResponse:
    """What the reader may see of what is made public."""
    template = "grassroots/disclosure_list.html"
    return listed(request, template, exports.DISCLOSURES, _filters(request))


@requires("movement.read")
@require_safe
def disclosure_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    return as_workbook(request, exports.DISCLOSURES, _filters(request))


@requires("movement.read")
@require_safe
def disclosure_items(request: ActingRequest) -> HttpResponse:
    """Every clause of Article 11 with what was made public of it in a year or a quarter."""
    form = forms.YearForm(request.GET or None, initial={"nam": request.actor.day.year})
    asked = form.cleaned_data if form.is_valid() else {}
    year, quarter = asked.get("nam") or request.actor.day.year, asked.get("quy")
    own = request.actor.scope.level == "commune"
    rows = queries.disclosure_rows(request.actor).filter(decided_on__year=year)
    if quarter:
        rows = rows.filter(decided_on__quarter=quarter)
    shown = list(counted(rows).order_by("item", "decided_on", "pk")[: _LISTED + 1]) if own else []
    context = {
        "form": form,
        "entries": [(row, exports.ways_shown(row)) for row in shown[:_LISTED]],
        "left_out": len(shown) > _LISTED,
        "year": year,
        "quarter": quarter,
        "lines": queries.item_lines(rows, request.actor.day),
        "rules": publicity(),
        "own": own,
    }
    return page(request, "grassroots/disclosure_items.html", context)


@requires("movement.read")
@require_safe
def disclosure_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One matter with what falls short of the law."""
    return _shown(request, queries.disclosure_for(request.actor, pk), StrikeForm())


@requires("movement.keep")
def disclosure_record(request: ActingRequest) -> HttpResponse:
    """Enter a matter, published or still to be."""
    actor = request.actor
    begin: dict[str, Any] = {"decided_on": actor.day}
    asked = request.GET.get("khoan", "")
    if asked.isascii() and asked.isdecimal():
        begin["item"] = int(asked)
    form = forms.DisclosureForm(request.POST or None, actor=actor, initial=begin)
    made = attempt(form, lambda: actions.record_disclosure(form.terms(), by=actor))
    if made is None:
        return _form(request, form, None)
    messages.success(request, _("Đã ghi nội dung công khai."))
    return redirect(_PAGE, made.pk)


@requires("movement.keep")
def disclosure_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Add the publication, or correct an entry."""
    actor, entry = request.actor, queries.disclosure_for(request.actor, pk)
    require_keeper(actor, entry)
    form = forms.DisclosureForm(request.POST or None, actor=actor, initial=_stored(entry, actor))
    said = _("Đã lưu nội dung công khai.")
    answer = changed(request, form, actions.change_disclosure, entry, said, _PAGE)
    return answer or _form(request, form, entry)


@requires("movement.keep")
@require_POST
def disclosure_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike one out."""
    entry = queries.disclosure_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), entry, _PAGE, _shown)


@requires("movement.keep", before=read_table)
def disclosure_import(request: ActingRequest) -> HttpResponse:
    """Many matters from a sheet; one wrong row and none is taken."""
    form = SheetForm(request.POST or None, request.FILES or None)
    return sheet_page(request, form, _plan())


@requires("movement.keep")
@require_safe
def disclosure_template(request: ActingRequest) -> FileResponse:
    """The sheet to fill in."""
    return empty_sheet(exports.disclosure_sheet())


def _filters(request: ActingRequest) -> forms.DisclosureFilter:
    rows = queries.disclosure_rows(request.actor)
    return forms.DisclosureFilter(request.GET, queryset=rows, request=request)


def _shown(request: ActingRequest, entry: Any, strike: Any) -> HttpResponse:
    exports.prepare_disclosures([entry])
    item = publicity().item(entry.item)
    context = {
        "entry": entry,
        "item": item,
        "item_label": forms.item_label(item) if item else entry.item,
        "ways": exports.ways_shown(entry),
        "state": (exports.publicity_shown(entry), exports.publicity_tone(entry)),
        "shortfalls": [_said(each) for each in entry.shortfalls],
        "may_keep": permissions.can_keep(request.actor, entry),
        "strike_form": strike,
        "rules": publicity(),
    }
    return form_page(request, "grassroots/disclosure_detail.html", context)


def _said(sentence: Sentence) -> str:
    return sentence.shown(_)


def _form(request: ActingRequest, form: Any, entry: Any) -> HttpResponse:
    context = {"form": form, "entry": entry, "rules": publicity()}
    return form_page(request, "grassroots/disclosure_form.html", context)


def _stored(entry: Any, actor: Actor) -> dict[str, Any]:
    names = ("item", "title", "paper", "decided_on", "published_on", "ways", "place",
             "posted_until", "row_version")  # fmt: skip
    return {name: getattr(entry, name) for name in names} | {
        "programme": entry.programme_id,
        "loudspeaker_days": entry.loudspeaker_days or None,
        "area": area_typed(entry.area_id, actor),
    }


def _plan() -> SheetPlan:
    return SheetPlan(
        spec=exports.disclosure_sheet(),
        make=lambda data, actor: forms.DisclosureForm(row_defaults(data, actor), actor=actor),
        act=lambda form, actor: actions.record_disclosure(form.terms(), by=actor),
        list_title=_l("Nội dung công khai"),
        list_page="grassroots:disclosure-list",
        template_page="grassroots:disclosure-template",
    )
