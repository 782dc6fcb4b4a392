"""Programmes: the list by level, one with its cascade, founding and changing it, its links."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden, Refused
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning import actions, exports, permissions
from phongtrao.planning.exports import programmes as shown
from phongtrao.planning.forms import filters_in_words
from phongtrao.planning.forms import programmes as forms
from phongtrao.planning.models import Programme, ProgrammeContent, ProgrammeDocument
from phongtrao.planning.queries import document_for, programmes, targets, visible_tasks

_TARGETS_SHOWN = 30


@requires("document.read")
@require_safe
def programme_list(request: ActingRequest) -> HttpResponse:
    """The programmes that the reader may see, the highest level first."""
    filters = _filters(request)
    rows = lists.list_page(request, exports.PROGRAMMES, filters.qs, filters=filters)
    return page(request, "planning/programme_list.html", {"list_page": rows})


@requires("document.read")
@require_safe
def programme_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    filters = _filters(request)
    heading = filters_in_words(filters)
    return lists.excel(request, exports.PROGRAMMES, filters.qs, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


@requires("document.read")
@require_safe
def programme_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """A programme: its cascade, contents with coverage, parties, papers, targets and links."""
    programme = programmes.programme_for(request.actor, pk)
    return _detail(request, programme, None)


@requires("programme.keep")
def programme_found(request: ActingRequest, pk: int) -> HttpResponse:
    """The programme of the acting body's area from one of its papers."""
    actor, document = request.actor, document_for(request.actor, pk)
    if not permissions.can_found(actor) or document.home_body_id != actor.body_id:
        raise Forbidden(
            N_("Chỉ cơ quan thường trực của tỉnh, xã lập được chương trình từ văn bản trong sổ.")
        )
    known = Programme.objects.filter(paper=document).first()
    if known is not None:
        return redirect("planning:programme-detail", known.pk)
    choice = forms.ParentForm(request.GET or None, actor=actor)
    parent = _parent_of(choice, document, request)
    sent = request.POST if request.method == "POST" else None
    form = forms.ProgrammeForm(sent, actor=actor, initial=_from_paper(document, parent))
    rows = forms.content_rows(parent, [_row(c, c) for c in _contents(parent)], sent)
    if sent is not None and form.is_valid() and rows.is_valid():
        made = attempt(
            form,
            lambda: actions.found_programme(
                document,
                form.terms(),
                parent=parent,
                contents=rows.specs(),
                kinds=list(form.cleaned_data["kinds"]),
                by=actor,
            ),
        )
        if made is not None:
            messages.success(request, _("Đã lập chương trình từ văn bản này."))
            return redirect("planning:programme-detail", made.pk)
    context = {"form": form, "rows": rows, "parent": parent, "document": document}
    return form_page(request, "planning/programme_form.html", context | {"choice": choice})


@requires("programme.keep")
def programme_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Words, term, parties and contents of a programme that the acting body keeps."""
    actor, programme = request.actor, programmes.programme_for(request.actor, pk)
    parent = programme.parent
    if not permissions.can_keep(actor, programme) or parent is None:
        raise Forbidden(N_("Chỉ cơ quan giữ chương trình này mới sửa được."))
    sent = request.POST if request.method == "POST" else None
    form = forms.ProgrammeForm(sent, actor=actor, initial=_stored(programme))
    stored = [_row(c, c.parent) | {"pk": c.pk} for c in _contents(programme)]
    rows = forms.content_rows(parent, stored, sent)
    if sent is not None and form.is_valid() and rows.is_valid():
        act = partial(
            actions.change_programme,
            programme,
            form.terms(),
            contents=rows.specs(),
            kinds=list(form.cleaned_data["kinds"]),
            by=actor,
            expected_version=form.cleaned_data["row_version"],
        )
        to = ("planning:programme-detail", pk)
        answer = carried_out(request, form, act, _("Đã lưu chương trình."), *to)
        if answer is not None:
            return answer
    context = {"form": form, "rows": rows, "parent": parent, "programme": programme}
    return form_page(request, "planning/programme_form.html", context)


@requires("programme.keep")
@require_POST
def programme_link(request: ActingRequest, pk: int) -> HttpResponse:
    """Name a predecessor or a programme that goes with this one."""
    actor, programme = request.actor, programmes.programme_for(request.actor, pk)
    if not permissions.can_keep(actor, programme):
        raise Forbidden(N_("Chỉ cơ quan giữ chương trình này mới sửa được."))
    form = forms.LinkForm(request.POST, actor=actor, programme=programme)
    if form.is_valid():
        act = partial(actions.link_programme, programme, by=actor, **form.cleaned_data)
        to = ("planning:programme-detail", pk)
        answer = carried_out(request, form, act, _("Đã ghi chương trình liên quan."), *to)
        if answer is not None:
            return answer
    return _detail(request, programme, form)


@requires("programme.keep")
@require_POST
def link_drop(request: ActingRequest, pk: int) -> HttpResponse:
    """Take a link back."""
    link = programmes.link_for(request.actor, pk)
    actions.unlink_programme(link, by=request.actor)
    messages.success(request, _("Đã bỏ liên kết."))
    return redirect("planning:programme-detail", link.programme_id)


def _filters(request: ActingRequest) -> forms.ProgrammeFilter:
    rows = programmes.programme_rows(request.actor)
    return forms.ProgrammeFilter(request.GET, queryset=rows, request=request)


def _detail(request: ActingRequest, programme: Programme, link_form: Any) -> HttpResponse:
    actor = request.actor
    cascade, below = programmes.cascade_of(actor, programme)
    papers, paper_count = programmes.papers_of(actor, programme)
    given = targets.targets_of(actor, programme)
    listed = list(given[:_TARGETS_SHOWN])
    shown.with_areas(listed)
    may_keep = permissions.can_keep(actor, programme)
    if may_keep and link_form is None:
        link_form = forms.LinkForm(actor=actor, programme=programme)
    context = {
        "programme": programme,
        "cascade": cascade,
        "below": below,
        "lines": programmes.content_lines(actor, programme, actor.day),
        "parties": list(programme.parties.select_related("kind")),
        "papers": papers,
        "paper_count": paper_count,
        "paper_opens": programmes.paper_is_visible(actor, programme),
        "links": programmes.links_of(actor, programme),
        "links_to": programmes.links_to(actor, programme),
        "link_form": link_form,
        "targets": [_target_line(each) for each in listed],
        "target_count": given.count(),
        "task_count": visible_tasks(actor).filter(programmes.serving(programme, "task")).count(),
        "may_keep": may_keep,
    }
    return form_page(request, "planning/programme_detail.html", context)


def _target_line(target: Any) -> dict[str, Any]:
    return {
        "target": target,
        "period": shown.period_in_words(target),
        "bound": shown.bound_in_words(target),
        "baseline": shown.baseline_in_words(target),
        "source": shown.source_in_words(target),
    }


def _parent_of(
    choice: forms.ParentForm, document: ProgrammeDocument, request: ActingRequest
) -> Programme:
    """The chosen programme above, else that of the paper, else the nearest one there is."""
    offered = list(programmes.parents_for(request.actor))
    if not offered:
        raise Refused(N_("Chưa có chương trình cấp trên nào để cụ thể hóa."), code="no_parent")
    chosen = choice.cleaned_data.get("cap_tren") if choice.is_bound and choice.is_valid() else None
    own = next((each for each in offered if each.pk == document.programme_id), None)
    parent: Programme = chosen or own or offered[-1]
    if not choice.is_bound:
        choice.initial["cap_tren"] = parent.pk
    return parent


def _contents(programme: Programme) -> list[ProgrammeContent]:
    return list(programme.contents.select_related("parent").order_by("position"))


def _row(content: ProgrammeContent, above: ProgrammeContent | None) -> dict[str, Any]:
    return {"name": content.name, "parent": above.pk if above else None}


def _from_paper(document: ProgrammeDocument, parent: Programme) -> dict[str, Any]:
    year = document.issued_on.year if document.issued_on else parent.first_year
    return {
        "code": document.number,
        "name": document.title,
        "signed_on": document.issued_on,
        "first_year": year,
        "last_year": parent.last_year,
        "kinds": list(parent.parties.values_list("kind", flat=True)),
    }


def _stored(programme: Programme) -> dict[str, Any]:
    names = ("code", "name", "short_name", "signed_on", "first_year", "last_year", "row_version")
    kinds = list(programme.parties.values_list("kind", flat=True))
    return {name: getattr(programme, name) for name in names} | {"kinds": kinds}
