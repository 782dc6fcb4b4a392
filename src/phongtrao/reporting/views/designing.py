"""The draft of a form: each page changes one part of it; all works without script."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.errors import N_, InvalidInput, Refused
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import actor_of
from phongtrao.org.models import BodyKind
from phongtrao.org.permissions import Actor
from phongtrao.reporting import actions
from phongtrao.reporting.forms.designing import (
    CellForm,
    CheckForm,
    GeneralForm,
    LineForm,
    SectionForm,
    SplitForm,
    general_facts,
)
from phongtrao.reporting.grid import design as designing
from phongtrao.reporting.grid.design import Design
from phongtrao.reporting.grid.design_changes import form_changes
from phongtrao.reporting.grid.design_faults import design_faults, design_questions
from phongtrao.reporting.models import Indicator, TemplateDraft
from phongtrao.reporting.queries import designs
from phongtrao.reporting.queries.previews import cell_names, preview_of_design
from phongtrao.reporting.views.templates import level_words
from phongtrao.reporting.workflow import Topic

_DRAFT = "reporting:template-draft"


@requires("template.design")
@require_safe
def template_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft: its sections and rows with what can be done to each."""
    draft = _own_draft(request, pk)
    known = designs.counted_things()
    preview = preview_of_design(draft.content)
    context = {
        "draft": draft,
        "design": draft.content,
        "levels": level_words(draft.content),
        "names": cell_names(preview),
        "units": {spec.key: spec.unit for spec in preview.specs},
        "checks": preview.checks,
        "faults": design_faults(draft.content, known),
        "questions": design_questions(draft.content, known),
        "topics": dict(Topic.choices),
        "key_of": designing.key_of,
    }
    return page(request, "reporting/template_draft.html", context)


@requires("template.design")
@require_http_methods(["GET", "HEAD", "POST"])
def template_general(request: HttpRequest, pk: int) -> HttpResponse:
    """What holds for the whole form: period, who reports, who decides, until when."""
    draft = _own_draft(request, pk)
    keys = {designing.key_of(row) for row in designing.cell_rows(draft.content)}
    form = GeneralForm(
        request.POST or None,
        initial=general_facts(draft.content),
        kinds=list(BodyKind.objects.all()),
        ratios=_computable(keys),
    )
    if request.method == "POST" and form.is_valid():
        done = _changed(request, draft, form, lambda design: design | form.facts())
        if done:
            return done
    context = {"draft": draft, "form": form}
    return form_page(request, "reporting/template_general.html", context)


@requires("template.design")
@require_http_methods(["GET", "HEAD", "POST"])
def template_section(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a section, or change the one that `phan` names."""
    draft = _own_draft(request, pk)
    code = request.GET.get("phan", "")
    section = designing.section_in(draft.content, code) if code else None
    form = SectionForm(request.POST or None, initial=section)

    def change(design: Design) -> Design:
        facts = form.facts()
        if section is None:
            made = designing.with_section(design, facts["name"])
            return designing.with_section_changed(made, made["sections"][-1]["code"], facts)
        told = form.cleaned_data["code"].strip() or code
        return designing.with_section_changed(design, code, facts | {"code": told})

    if request.method == "POST" and form.is_valid():
        done = _changed(request, draft, form, change)
        if done:
            return done
    context = {"draft": draft, "form": form, "section": section}
    return form_page(request, "reporting/template_section.html", context)


@requires("template.design")
@require_http_methods(["GET", "HEAD", "POST"])
def template_cells(request: HttpRequest, pk: int) -> HttpResponse:
    """Tick indicators of the catalogue into a section (`phan`)."""
    draft = _own_draft(request, pk)
    section = _section_asked(request, draft)
    code = section["code"]
    asked = {row["indicator"] for row in designing.cell_rows(draft.content)}
    offered = designs.indicators_for(actor_of(request)).filter(
        is_enabled=True, kind__in=["flow", "stock", "mean"]
    )
    if request.method == "POST":
        ticked = set(request.POST.getlist("ma"))
        chosen = [row.code for row in offered if row.code in ticked and row.code not in asked]
        actor = actor_of(request)
        design = draft.content
        for each in chosen:
            design = designing.with_row(design, code, _cell(design, code, each))
        if chosen:
            actions.save_design(draft, design, expected_version=_version(request), by=actor)
        told = ngettext("Đã thêm %(count)s dòng.", "Đã thêm %(count)s dòng.", len(chosen))
        messages.success(request, told % {"count": len(chosen)})
        return redirect(f"{reverse(_DRAFT, args=[pk])}#phan-{code}")
    context = {"draft": draft, "section": section, "offered": offered, "asked": asked}
    return page(request, "reporting/template_cells.html", context)


@requires("template.design")
@require_http_methods(["GET", "HEAD", "POST"])
def template_row(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the row that `dong` names, or add a line of words to the section `phan`."""
    draft = _own_draft(request, pk)
    section, row = _row_asked(request, draft)
    kind = CellForm if row and row["kind"] == designing.CELL else LineForm
    form = kind(request.POST or None, initial=row)

    def change(design: Design) -> Design:
        if row is not None:
            return designing.with_row_changed(design, row["id"], **form.cleaned_data)
        return designing.with_row(design, section["code"], form.cleaned_data)

    if request.method == "POST" and form.is_valid():
        done = _changed(request, draft, form, change, anchor=f"phan-{section['code']}")
        if done:
            return done
    context = {"draft": draft, "form": form, "section": section, "row": row}
    return form_page(request, "reporting/template_row.html", context)


@requires("template.design")
@require_http_methods(["GET", "HEAD", "POST"])
def template_split(request: HttpRequest, pk: int) -> HttpResponse:
    """Divide the figure of a row by a closed list: a *trong đó* with one row a value."""
    draft = _own_draft(request, pk)
    section, row = _row_asked(request, draft)
    if row is None or row["kind"] != designing.CELL:
        raise Refused(N_("Hãy chọn một dòng số liệu để chia."), code="no_row")
    form = SplitForm(request.POST or None, lists=designs.breakdowns_for(actor_of(request)))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        done = _changed(
            request,
            draft,
            form,
            lambda design: designing.with_split(
                design, row["id"], said["breakdown"].code, said["breakdown"].values,
                adds_up=said["adds_up"],
            ),
            anchor=f"phan-{section['code']}",
        )  # fmt: skip
        if done:
            return done
    context = {"draft": draft, "form": form, "section": section, "row": row}
    return form_page(request, "reporting/template_split.html", context)


@requires("template.design")
@require_POST
def template_arrange(request: HttpRequest, pk: int) -> HttpResponse:
    """Move or drop a row, a section or a check; buttons of the draft's page."""
    draft = _own_draft(request, pk)
    verb, what = request.POST.get("verb", ""), request.POST.get("what", "")
    change = _ARRANGING.get(verb)
    if change is None:
        raise Refused(N_("Không rõ việc cần làm. Hãy tải lại trang rồi làm lại."), code="verb")
    design = change(draft.content, what)
    actions.save_design(draft, design, expected_version=_version(request), by=actor_of(request))
    anchor = request.POST.get("anchor", "")
    return redirect(f"{reverse(_DRAFT, args=[pk])}#{anchor}" if anchor.isascii() else _DRAFT, pk)


@requires("template.design")
@require_http_methods(["GET", "HEAD", "POST"])
def template_check(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a comparison between cells, or with an earlier period."""
    draft = _own_draft(request, pk)
    names = cell_names(preview_of_design(draft.content))
    form = CheckForm(request.POST or None, design=draft.content, names=names)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        done = _changed(
            request,
            draft,
            form,
            lambda design: designing.with_check(
                design, said["check"], said["weight"], said["words"].strip()
            ),
            anchor="rang-buoc",
        )
        if done:
            return done
    return form_page(request, "reporting/template_check.html", {"draft": draft, "form": form})


@requires("template.design")
@require_safe
def template_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft as it will be filled, also as on a phone; it prints on A4."""
    draft = _own_draft(request, pk)
    context = {
        "draft": draft,
        "preview": preview_of_design(draft.content),
        "levels": level_words(draft.content),
        "topics": dict(Topic.choices),
        "is_phone": request.GET.get("man") == "dien-thoai",
    }
    return page(request, "reporting/template_preview.html", context)


@requires("template.design")
@require_http_methods(["GET", "HEAD", "POST"])
def template_issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Ban hành: what will change, what still stands in the way, and the button."""
    actor = actor_of(request)
    draft = _own_draft(request, pk)
    refusal: Any = None
    if request.method == "POST":
        try:
            version = actions.issue_template(draft, expected_version=_version(request), by=actor)
        except (InvalidInput, Refused) as found:
            refusal = found
        else:
            told = _("Đã ban hành phiên bản %(n)s; nội dung không sửa được nữa.")
            messages.success(request, told % {"n": version.n})
            return redirect("reporting:template-detail", pk)
    return form_page(request, "reporting/template_issue.html", _issue_context(draft, refusal))


@requires("template.design")
@require_POST
def template_discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Drop the draft."""
    left = actions.discard_draft(_own_draft(request, pk), by=actor_of(request))
    messages.success(request, _("Đã bỏ bản thiết kế."))
    if left is None:
        return redirect("reporting:template-list")
    return redirect("reporting:template-detail", pk)


def _issue_context(draft: TemplateDraft, refusal: Any) -> dict[str, Any]:
    known = designs.counted_things()
    newest = designs.version_of(draft.template)
    changes = []
    if newest is not None:
        now = designing.form_of(draft.content, draft.template.code)
        changes = form_changes(actions.content_of_version(newest), now)
    return {
        "draft": draft,
        "refusal": refusal,
        "faults": design_faults(draft.content, known),
        "questions": design_questions(draft.content, known),
        "newest": newest,
        "changes": changes,
        "cells": len(designing.cell_rows(draft.content)),
        "levels": level_words(draft.content),
    }


def _section_asked(request: HttpRequest, draft: TemplateDraft) -> dict[str, Any]:
    """The section that `phan` names, else the first one that asks for figures."""
    code = request.GET.get("phan", "")
    if not code:
        tables = [each for each in draft.content["sections"] if not each["topics"]]
        if not tables:
            raise Refused(N_("Biểu mẫu chưa có phần nào. Hãy thêm phần trước."), code="no_section")
        code = tables[0]["code"]
    return designing.section_in(draft.content, code)


def _row_asked(
    request: HttpRequest, draft: TemplateDraft
) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The row that `dong` names with its section; no row where a further one is meant."""
    if "dong" not in request.GET:
        return _section_asked(request, draft), None
    section, place = designing.row_in(draft.content, _number(request.GET["dong"]))
    return section, section["rows"][place]


def _own_draft(request: HttpRequest, pk: int) -> TemplateDraft:
    actor = actor_of(request)
    draft = designs.draft_for(actor, pk)
    actions.require_owner(actor, draft.template)
    return draft


def _changed(
    request: HttpRequest,
    draft: TemplateDraft,
    form: Any,
    change: Callable[[Design], Design],
    *,
    anchor: str = "",
) -> HttpResponse | None:
    """Keep the changed design and lead back to the draft; None with the refusal on the form."""
    actor: Actor = actor_of(request)
    kept = attempt(
        form,
        lambda: actions.save_design(
            draft, change(draft.content), expected_version=_version(request), by=actor
        ),
    )
    if kept is None:
        return None
    return redirect(f"{reverse(_DRAFT, args=[draft.template_id])}{'#' if anchor else ''}{anchor}")


def _computable(keys: set[str]) -> list[Indicator]:
    """Ratios and means whose every part the form asks for."""
    rows = Indicator.objects.filter(is_enabled=True, kind__in=["ratio", "mean"])
    things = designs.counted_things()
    return [
        row
        for row in rows
        if row.code not in keys
        and things[row.code].parts
        and keys.issuperset(things[row.code].parts)
    ]


def _cell(design: Design, section: str, code: str) -> dict[str, Any]:
    return {
        "kind": designing.CELL,
        "order": designing.next_order(design, section),
        "indicator": code,
        "split": "",
        "name": "",
        "depth": 0,
    }


def _version(request: HttpRequest) -> int:
    return _number(request.POST.get("row_version", ""))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


_ARRANGING: dict[str, Callable[[Design, str], Design]] = {
    "row-up": lambda d, what: designing.with_row_moved(d, _number(what), designing.UP),
    "row-down": lambda d, what: designing.with_row_moved(d, _number(what), designing.DOWN),
    "row-drop": lambda d, what: designing.without_row(d, _number(what)),
    "section-up": lambda d, what: designing.with_section_moved(d, what, designing.UP),
    "section-down": lambda d, what: designing.with_section_moved(d, what, designing.DOWN),
    "section-drop": designing.without_section,
    "check-drop": designing.without_check,
}
