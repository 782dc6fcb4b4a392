"""Opinions: list, one opinion, noting, its steps, a sheet of them, the published answers."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import page, requires
from phongtrao.fieldwork.forums import actions, exports, forms, permissions, queries
from phongtrao.fieldwork.forums.rules import WAYS, terms
from phongtrao.fieldwork.forums.views.forums import FORUM_PAGE, shown
from phongtrao.fieldwork.forums.workflow import OPEN, OPINION, OpinionState
from phongtrao.fieldwork.register.exports import empty_sheet, prepare_areas
from phongtrao.fieldwork.register.forms import SheetForm, StrikeForm
from phongtrao.fieldwork.register.permissions import can_keep
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
from phongtrao.planning.queries import suggested_bodies

_PAGE = "forums:opinion-detail"
_ACTS: dict[str, Callable[..., Any]] = {
    "answer_on_spot": actions.answer_on_spot,
    "assign": actions.assign_opinion,
    "pass_on": actions.pass_on_opinion,
    "reply_first": actions.reply_first,
    "answer": actions.answer_opinion,
    "correct": actions.correct_answer,
    "publish": actions.publish_answer,
}
# In the address, in the words of the screens.
STEPS = {
    "tra-loi-tai-cho": "answer_on_spot",
    "phan-cong": "assign",
    "chuyen": "pass_on",
    "buoc-dau": "reply_first",
    "van-ban": "answer",
    "ghi-lai": "correct",
    "cong-khai": "publish",
}
_SLUGS = {verb: slug for slug, verb in STEPS.items()}


@requires("movement.read")
@require_safe
def opinion_list(request: ActingRequest) -> HttpResponse:
    """The opinions that the reader may see, with the rate in time of those chosen."""
    filters = _filters(request)
    rate = queries.rate_of(filters.qs, request.actor.day)
    return listed(
        request, "forums/opinion_list.html", exports.OPINIONS, filters, rate=rate, terms=terms()
    )


@requires("movement.read")
@require_safe
def opinion_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    return as_workbook(request, exports.OPINIONS, _filters(request))


@requires("movement.read")
@require_safe
def opinion_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One opinion: what was said, who answers by when, the answer, each step."""
    return _shown(request, queries.opinion_for(request.actor, pk), StrikeForm())


@requires("movement.keep")
def opinion_note(request: ActingRequest, pk: int) -> HttpResponse:
    """Note an opinion; of what is no opinion nothing is read, the legal ways are shown."""
    actor, forum = request.actor, queries.forum_for(request.actor, pk)
    require_keeper(actor, forum)
    kind = forms.no_opinion(request.POST)
    if kind:
        return redirect(f"{reverse('forums:forum-guide', args=[pk])}?them={kind}")
    form = forms.OpinionForm(request.POST or None, is_new=True)
    made = attempt(form, lambda: actions.note_opinion(forum, form.terms(), by=actor))
    if made is None:
        return _form(request, form, forum, None)
    messages.success(request, _("Đã ghi ý kiến số %(number)s.") % {"number": made.number})
    if "again" in request.POST:
        return redirect("forums:opinion-note", pk)
    return redirect(FORUM_PAGE, pk)


@requires("movement.keep")
def opinion_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Correct a summary."""
    actor, opinion = request.actor, queries.opinion_for(request.actor, pk)
    require_keeper(actor, opinion)
    begin = {name: getattr(opinion, name) for name in ("matter", "text", "row_version")}
    form = forms.OpinionForm(request.POST or None, is_new=False, initial=begin)
    said = _("Đã lưu ý kiến.")
    answer = changed(request, form, actions.change_opinion, opinion, said, _PAGE)
    return answer or _form(request, form, opinion.forum, opinion)


@requires("movement.keep")
@require_POST
def opinion_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike an opinion out."""
    opinion = queries.opinion_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), opinion, _PAGE, _shown)


@requires("movement.keep")
def opinion_step(request: ActingRequest, pk: int, step: str) -> HttpResponse:
    """Take the opinion one step further."""
    actor, opinion = request.actor, queries.opinion_for(request.actor, pk)
    verb = STEPS.get(step)
    if verb is None:
        raise Http404
    if not permissions.can_step(actor, opinion, verb):
        raise Forbidden(N_("Việc này là của cơ quan khác đang giữ ý kiến. Chưa có gì thay đổi."))
    days = dict.fromkeys(("replied_on", "answered_on", "published_on"), actor.day)
    begin = days | {"row_version": opinion.row_version}
    form = forms.STEP_FORMS[verb](request.POST or None, actor=actor, initial=begin)
    if form.is_bound and form.is_valid():
        told = dict(form.cleaned_data)
        version = told.pop("row_version")
        act = partial(_ACTS[verb], opinion, by=actor, expected_version=version, **told)
        answer = carried_out(request, form, act, _("Đã ghi."), _PAGE, pk)
        if answer is not None:
            return answer
    label = next(each.label for each in OPINION.transitions if each.verb == verb)
    context = {
        "form": form,
        "opinion": shown(opinion),
        "label": _(label),
        "suggested": suggested_bodies(actor),
    }
    return form_page(request, "forums/opinion_step.html", context)


@requires("movement.keep", before=read_table)
def opinion_import(request: ActingRequest, pk: int) -> HttpResponse:
    """Many opinions of a forum from a sheet; one wrong row and none is taken."""
    forum = queries.forum_for(request.actor, pk)
    require_keeper(request.actor, forum)
    form = SheetForm(request.POST or None, request.FILES or None)
    plan = SheetPlan(
        spec=exports.opinion_sheet(),
        make=lambda data, _actor: forms.OpinionRowForm(data),
        act=lambda form, actor: actions.note_opinion(forum, form.terms(), by=actor),
        list_title=_l("Diễn đàn"),
        list_page=FORUM_PAGE,
        template_page="forums:opinion-template",
        list_keys=(forum.pk,),
    )
    return sheet_page(request, form, plan)


@requires("movement.keep")
@require_safe
def opinion_template(request: ActingRequest) -> FileResponse:
    """The sheet to fill in."""
    return empty_sheet(exports.opinion_sheet())


@requires("movement.read")
@require_safe
def answer_list(request: ActingRequest, pk: int) -> HttpResponse:
    """What may be handed to everybody: the published answers of a forum, to print."""
    forum = queries.forum_for(request.actor, pk)
    prepare_areas([forum])
    context = {
        "forum": forum,
        "kind": exports.kind_name(forum.kind),
        "opinions": [shown(row) for row in queries.published_in(forum)],
        "waiting": queries.waiting_in(forum),
    }
    return page(request, "forums/answer_list.html", context)


@requires("movement.read")
@require_safe
def answer_excel(request: ActingRequest, pk: int) -> HttpResponse:
    """The same as a workbook."""
    forum = queries.forum_for(request.actor, pk)
    heading = [str(exports.kind_name(forum.kind)), forum.theme, forum.body.name]
    rows = queries.published_in(forum)
    return lists.excel(request, exports.ANSWERS, rows, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


def _filters(request: ActingRequest) -> forms.OpinionFilter:
    rows = queries.opinion_rows(request.actor)
    return forms.OpinionFilter(request.GET, queryset=rows, request=request)


def _shown(request: ActingRequest, opinion: Any, strike: Any) -> HttpResponse:
    prepare_areas([opinion])
    actor = request.actor
    labels = {each.verb: each.label for each in OPINION.transitions}
    verbs = OPINION.verbs(opinion.state)
    context = {
        "opinion": shown(opinion),
        "verbs": [
            (_SLUGS[verb], labels[verb])
            for verb in verbs
            if permissions.can_step(actor, opinion, verb)
        ],
        "steps": [(step, _(labels[step.verb])) for step in opinion.steps.all()],
        "may_keep": can_keep(actor, opinion),
        "may_edit": can_keep(actor, opinion) and OpinionState(opinion.state) in OPEN,
        "terms": terms(),
        "strike_form": strike,
    }
    return form_page(request, "forums/opinion_detail.html", context)


def _form(request: ActingRequest, form: Any, forum: Any, opinion: Any) -> HttpResponse:
    asks = bool(form.is_bound and (form.errors.get("seen") or form.data.get("seen")))
    context = {"form": form, "forum": forum, "opinion": opinion, "asks": asks, "ways": WAYS}
    return form_page(request, "forums/opinion_form.html", context)
