"""Changing a draft: its head, its lines, its figures."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from phongtrao.core.attempts import show_refusal
from phongtrao.core.errors import Forbidden, InvalidInput, TransitionRefused
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import actor_of
from phongtrao.publishing import actions, permissions, queries
from phongtrao.publishing.forms import HeadForm, LineForm
from phongtrao.publishing.models import Paper
from phongtrao.publishing.rules.drafting import HEAD

_NAMED_CHANGES = 6


@requires("paper.draft")
@require_http_methods(["GET", "HEAD", "POST"])
def paper_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The head of a paper and of its phiếu trình."""
    paper = _own(request, pk)
    initial = {name: getattr(paper, name) for name in HEAD} | {"row_version": paper.row_version}
    form = HeadForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in HEAD}
        version = form.cleaned_data["row_version"]
        try:
            actions.edit_paper(paper, values, expected_version=version, by=actor_of(request))
        except (InvalidInput, TransitionRefused) as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("Đã lưu thể thức của báo cáo."))
            return redirect("publishing:paper-detail", paper.pk)
    status = 422 if request.method == "POST" else 200
    return page(
        request, "publishing/paper_form.html", {"paper": paper, "form": form}, status=status
    )


@requires("paper.draft")
@require_POST
def line_add(request: HttpRequest, pk: int, section_pk: int) -> HttpResponse:
    """Add the author's own words to a section."""
    section = queries.section_for(_own(request, pk), section_pk)
    line = actions.add_line(section, request.POST.get("text", ""), by=actor_of(request))
    return _back(pk, f"cau-{line.pk}")


@requires("paper.draft")
@require_POST
def told_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a statement from below into the paper."""
    key = request.POST.get("key", "")
    line = actions.add_told(_own(request, pk), key, by=actor_of(request))
    return _back(pk, f"cau-{line.pk}")


@requires("paper.draft")
@require_http_methods(["GET", "HEAD", "POST"])
def line_edit(request: HttpRequest, pk: int, line_pk: int) -> HttpResponse:
    """Change the words of a line, its sources beside."""
    paper = _own(request, pk)
    line = queries.line_for(paper, line_pk)
    initial = {"text": line.text, "row_version": line.row_version}
    form = LineForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        text, version = form.cleaned_data["text"], form.cleaned_data["row_version"] or 0
        try:
            actions.edit_line(line, text, expected_version=version, by=actor_of(request))
        except (InvalidInput, TransitionRefused) as refusal:
            show_refusal(form, refusal)
        else:
            return _back(pk, f"cau-{line.pk}")
    status = 422 if request.method == "POST" else 200
    choices = queries.number_choices(line, queries.newest_figures(paper))
    context = {"paper": paper, "line": line, "form": form, "choices": choices}
    return page(request, "publishing/line_form.html", context, status=status)


@requires("paper.draft")
@require_POST
def line_link(request: HttpRequest, pk: int, line_pk: int) -> HttpResponse:
    """Link the numbers of a line to figures of the paper; what is not chosen is not linked."""
    paper = _own(request, pk)
    line = queries.line_for(paper, line_pk)
    choices = queries.number_choices(line, queries.newest_figures(paper))
    sent = {
        told.place: request.POST.get(f"so-{told.place}", "") for told, _offered, _begin in choices
    }
    version = request.POST.get("row_version", "")
    actions.link_line_numbers(
        line,
        {place: code for place, code in sent.items() if code},
        expected_version=int(version) if version.isdecimal() and len(version) < 10 else 0,
        by=actor_of(request),
    )
    return _back(pk, f"cau-{line.pk}")


@requires("paper.draft")
@require_POST
def line_drop(request: HttpRequest, pk: int, line_pk: int) -> HttpResponse:
    """Leave a line out."""
    line = queries.line_for(_own(request, pk), line_pk)
    actions.drop_line(line, by=actor_of(request))
    return _back(pk, f"muc-{line.section_id}")


@requires("paper.draft")
@require_POST
def line_restore(request: HttpRequest, pk: int, line_pk: int) -> HttpResponse:
    """Take a dropped line back."""
    line = queries.line_for(_own(request, pk), line_pk)
    actions.restore_line(line, by=actor_of(request))
    return _back(pk, f"cau-{line.pk}")


@requires("paper.draft")
@require_POST
def line_move(request: HttpRequest, pk: int, line_pk: int, way: str) -> HttpResponse:
    """Move a line one place up or down."""
    line = queries.line_for(_own(request, pk), line_pk)
    actions.move_line(line, up=way == "len", by=actor_of(request))
    return _back(pk, f"cau-{line.pk}")


@requires("paper.draft")
@require_POST
def figures_refresh(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the figures again and say what changed."""
    paper = _own(request, pk)
    basis = {"da-duyet": True, "tat-ca": False}.get(request.POST.get("nguon", ""))
    before = queries.newest_figures(paper).n
    actions.refresh_figures(paper, by=actor_of(request), approved_only=basis)
    newest = queries.newest_figures(paper)
    if newest.n == before:
        messages.info(request, _("Số liệu không có gì thay đổi."))
    elif newest.changes:
        named = "; ".join(_change(row) for row in newest.shown_changes[:_NAMED_CHANGES])
        told = _("Đã cập nhật số liệu, %(count)s chỉ tiêu thay đổi: %(named)s.")
        messages.success(request, told % {"count": len(newest.changes), "named": named})
    else:
        messages.success(request, _("Đã cập nhật nguồn số liệu; không con số nào thay đổi."))
    return _back(pk, "so-lieu")


def _own(request: HttpRequest, pk: int) -> Paper:
    actor = actor_of(request)
    paper = queries.paper_for(actor, pk)
    if not permissions.can_edit(actor, paper):
        raise Forbidden(_("Chỉ cán bộ của cơ quan soạn thảo mới sửa được văn bản này."))
    return paper


def _back(pk: int, place: str) -> HttpResponse:
    return redirect(reverse("publishing:paper-detail", args=[pk]) + f"#{place}")


def _change(row: dict[str, Any]) -> str:
    return (
        f"{row['name']} {row['before_shown']} → {row['after_shown']}"
        f" ({row['n_before']}/{row['of']} → {row['n_after']}/{row['of']})"
    )
