"""The list of arrived papers, a paper beside its proposal, and the word on the whole paper."""

from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import files, lists
from phongtrao.core.errors import InvalidInput
from phongtrao.core.http import page, requires
from phongtrao.intake import actions, permissions, queries
from phongtrao.intake.exports import DRAFTS
from phongtrao.intake.forms import AddForm, DraftFilter, HeaderForm, RejectForm
from phongtrao.intake.models import Draft
from phongtrao.intake.workflow import DraftState, ItemState
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import Actor

# Where an upload leaves which files were not received and why, for the list that follows.
RESULTS = "intake_results"


@requires("intake.read")
@require_safe
def draft_list(request: HttpRequest) -> HttpResponse:
    """Papers that arrived at the acting body; those of one upload with what became of each file."""
    filters = _filtered(request)
    found = lists.list_page(request, DRAFTS, filters.qs, filters=filters)
    context = {
        "list": found,
        "may_upload": permissions.can_receive(actor_of(request)),
        "results": request.session.pop(RESULTS, []),
        "batch": _batch_progress(filters.qs) if request.GET.get("lan") else None,
    }
    return page(request, "intake/draft_list.html", context)


@requires("intake.read")
@require_safe
def draft_excel(request: HttpRequest) -> FileResponse:
    """The filtered list as a workbook."""
    heading = [str(actor_of(request).body)]
    return lists.excel(request, DRAFTS, _filtered(request).qs, heading=heading)


def _filtered(request: HttpRequest) -> DraftFilter:
    rows = queries.draft_rows(actor_of(request))
    return DraftFilter(request.GET, rows, request=request)


@requires("intake.read")
@require_safe
def draft_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper's text on the left, the proposal as cards on the right."""
    draft = queries.draft_for(actor_of(request), pk)
    return draft_page(request, draft)


@requires("intake.read")
@require_safe
def draft_file(request: HttpRequest, pk: int) -> FileResponse:
    """The file as it came."""
    return files.attachment(queries.draft_for(actor_of(request), pk).file)


@requires("intake.upload")
def draft_header(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct number, date, issuer, type and abstract."""
    actor = actor_of(request)
    draft = queries.draft_for(actor, pk)
    form = HeaderForm(request.POST) if request.method == "POST" else HeaderForm.of(draft)
    if form.is_bound and form.is_valid():
        values = dict(form.cleaned_data)
        version = values.pop("row_version")
        actions.correct_header(draft, values, by=actor, expected_version=version)
        messages.success(request, _("Đã lưu phần đầu văn bản."))
        return redirect("intake:draft-detail", draft.pk)
    context = {"draft": draft, "form": form}
    return page(request, "intake/draft_header.html", context, status=422 if form.is_bound else 200)


@requires("intake.accept")
def draft_reject(request: HttpRequest, pk: int) -> HttpResponse:
    """Decline a paper, with the reason."""
    actor = actor_of(request)
    draft = queries.draft_for(actor, pk)
    form = RejectForm(request.POST or None)
    if form.is_bound and form.is_valid():
        actions.reject_draft(draft, reason=form.cleaned_data["reason"], by=actor)
        messages.success(request, _("Đã ghi nhận không tiếp nhận văn bản, kèm lý do."))
        return redirect("intake:draft-detail", draft.pk)
    context = {"draft": draft, "form": form}
    return page(request, "intake/draft_reject.html", context, status=422 if form.is_bound else 200)


@requires("intake.accept")
@require_POST
def draft_attach(request: HttpRequest, pk: int) -> HttpResponse:
    """Lay a file beside the paper that is here already."""
    actor = actor_of(request)
    draft = queries.draft_for(actor, pk)
    sent = request.POST.get("van_ban", "")
    to = next((t.draft for t in queries.twins_of(draft) if str(t.draft.pk) == sent), None)
    if to is None:
        raise InvalidInput(_("Hãy chọn văn bản mà tệp này là một bản khác."), code="twin_missing")
    actions.attach_copy(draft, to, by=actor)
    said = _("Đã đính kèm tệp vào văn bản %(paper)s. Chưa tạo gì thêm.") % {"paper": to}
    messages.success(request, said)
    return redirect("intake:draft-detail", to.pk)


def draft_page(
    request: HttpRequest, draft: Draft, *, add_form: AddForm | None = None
) -> HttpResponse:
    """The page of a draft; 422 when a stretch to add could not be found."""
    context = card_context(actor_of(request), draft)
    waits = draft.state == DraftState.PROPOSED
    doubts = queries.doubts_about(draft) if waits else []
    context |= {
        "passages": queries.text_of(draft, context["fields"], context["items"], doubts),
        "twins": queries.twins_of(draft) if waits else [],
        "copies": queries.copies_of(draft),
        "queue": queries.queue_of(draft),
        "doubts": doubts,
        "events": queries.events_of(draft),
        "event_title": queries.event_title,
        "add_form": add_form or AddForm(text="", auto_id="them-%s"),
    }
    return page(request, "intake/draft_detail.html", context, status=422 if add_form else 200)


def card_context(actor: Actor, draft: Draft) -> dict[str, Any]:
    """What the cards and the bar of a draft show."""
    items = queries.items_of(draft)
    waits = draft.state == DraftState.PROPOSED
    return {
        "draft": draft,
        "items": items,
        "next_items": _next_live(items),
        "fields": queries.header_of(draft),
        "progress": queries.progress_of(items),
        "may_correct": waits and permissions.can_correct(actor, draft),
        "may_decide": waits and permissions.can_decide(actor, draft),
        "accept_url": reverse("planning:draft-accept", args=[draft.pk]),
        "line_url": f"{reverse('planning:internal-give')}?van_ban={draft.pk}"
        if actor.can("internal.give")
        else "",
        "rule_title": queries.rule_title,
        "norm_words": queries.norm_words,
        "partial_date": queries.partial_date,
        "tones": {"state": queries.STATE_TONES, "certainty": queries.CERTAINTY_TONES},
    }


def _batch_progress(rows: QuerySet[Draft]) -> dict[str, Any]:
    """How far the papers of one upload have come, and the first that still waits."""
    papers = list(rows.order_by("pk"))
    waiting = [row for row in papers if row.state == DraftState.PROPOSED]
    return {
        "total": len(papers),
        "waiting": len(waiting),
        "left": sum(row.open_count for row in waiting),  # type: ignore[attr-defined]  # annotated
        "next": waiting[0].pk if waiting else None,
    }


def _next_live(items: list[Any]) -> dict[int, int]:
    """Each item → the next one that is not dropped: what it can be joined with."""
    live = [item for item in items if item.state != ItemState.DROPPED]
    return {one.pk: other.pk for one, other in pairwise(live)}
