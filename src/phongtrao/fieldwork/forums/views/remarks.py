"""Remarks: list, one remark, noting, its steps, a sheet of them, the published answers."""

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
from phongtrao.fieldwork.forums.workflow import OPEN, REMARK, RemarkState
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

_PAGE = "forums:remark-detail"
_ACTS: dict[str, Callable[..., Any]] = {
    "answer_on_spot": actions.answer_on_spot,
    "assign": actions.assign_remark,
    "pass_on": actions.pass_on_remark,
    "reply_first": actions.reply_first,
    "answer": actions.answer_remark,
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
def remark_list(request: ActingRequest) -> HttpResponse:
    """The remarks that the reader may see, with the rate in time of those chosen."""
    filters = _filters(request)
    rate = queries.rate_of(filters.qs, request.actor.day)
    return listed(
        request, "forums/remark_list.html", exports.REMARKS, filters, rate=rate, terms=terms()
    )


@requires("movement.read")
@require_safe
def remark_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    return as_workbook(request, exports.REMARKS, _filters(request))


@requires("movement.read")
@require_safe
def remark_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One remark: what was said, who answers by when, the answer, each step."""
    return _shown(request, queries.remark_for(request.actor, pk), StrikeForm())


@requires("movement.keep")
def remark_note(request: ActingRequest, pk: int) -> HttpResponse:
    """Note a remark; of what is no remark nothing is read, the legal ways are shown."""
    actor, forum = request.actor, queries.forum_for(request.actor, pk)
    require_keeper(actor, forum)
    kind = forms.no_remark(request.POST)
    if kind:
        return redirect(f"{reverse('forums:forum-guide', args=[pk])}?them={kind}")
    form = forms.RemarkForm(request.POST or None, is_new=True)
    made = attempt(form, lambda: actions.note_remark(forum, form.terms(), by=actor))
    if made is None:
        return _form(request, form, forum, None)
    messages.success(request, _("Đã ghi ý kiến số %(number)s.") % {"number": made.number})
    if "again" in request.POST:
        return redirect("forums:remark-note", pk)
    return redirect(FORUM_PAGE, pk)


@requires("movement.keep")
def remark_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Correct a summary."""
    actor, remark = request.actor, queries.remark_for(request.actor, pk)
    require_keeper(actor, remark)
    begin = {name: getattr(remark, name) for name in ("matter", "text", "row_version")}
    form = forms.RemarkForm(request.POST or None, is_new=False, initial=begin)
    said = _("Đã lưu ý kiến.")
    answer = changed(request, form, actions.change_remark, remark, said, _PAGE)
    return answer or _form(request, form, remark.forum, remark)


@requires("movement.keep")
@require_POST
def remark_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a remark out."""
    remark = queries.remark_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), remark, _PAGE, _shown)


@requires("movement.keep")
def remark_step(request: ActingRequest, pk: int, step: str) -> HttpResponse:
    """Take the remark one step further."""
    actor, remark = request.actor, queries.remark_for(request.actor, pk)
    verb = STEPS.get(step)
    if verb is None:
        raise Http404
    if not permissions.can_step(actor, remark, verb):
        raise Forbidden(N_("Việc này là của cơ quan khác đang giữ ý kiến. Chưa có gì thay đổi."))
    days = dict.fromkeys(("replied_on", "answered_on", "published_on"), actor.day)
    begin = days | {"row_version": remark.row_version}
    form = forms.STEP_FORMS[verb](request.POST or None, actor=actor, initial=begin)
    if form.is_bound and form.is_valid():
        told = dict(form.cleaned_data)
        version = told.pop("row_version")
        act = partial(_ACTS[verb], remark, by=actor, expected_version=version, **told)
        answer = carried_out(request, form, act, _("Đã ghi."), _PAGE, pk)
        if answer is not None:
            return answer
    label = next(each.label for each in REMARK.transitions if each.verb == verb)
    context = {
        "form": form,
        "remark": shown(remark),
        "label": _(label),
        "suggested": suggested_bodies(actor),
    }
    return form_page(request, "forums/remark_step.html", context)


@requires("movement.keep", before=read_table)
def remark_import(request: ActingRequest, pk: int) -> HttpResponse:
    """Many remarks of a forum from a sheet; one wrong row and none is taken."""
    forum = queries.forum_for(request.actor, pk)
    require_keeper(request.actor, forum)
    form = SheetForm(request.POST or None, request.FILES or None)
    plan = SheetPlan(
        spec=exports.remark_sheet(),
        make=lambda data, _actor: forms.RemarkRowForm(data),
        act=lambda form, actor: actions.note_remark(forum, form.terms(), by=actor),
        list_title=_l("Diễn đàn"),
        list_page=FORUM_PAGE,
        template_page="forums:remark-template",
        list_keys=(forum.pk,),
    )
    return sheet_page(request, form, plan)


@requires("movement.keep")
@require_safe
def remark_template(request: ActingRequest) -> FileResponse:
    """The sheet to fill in."""
    return empty_sheet(exports.remark_sheet())


@requires("movement.read")
@require_safe
def answer_list(request: ActingRequest, pk: int) -> HttpResponse:
    """What may be handed to everybody: the published answers of a forum, to print."""
    forum = queries.forum_for(request.actor, pk)
    prepare_areas([forum])
    context = {
        "forum": forum,
        "kind": exports.kind_name(forum.kind),
        "remarks": [shown(row) for row in queries.published_in(forum)],
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


def _filters(request: ActingRequest) -> forms.RemarkFilter:
    rows = queries.remark_rows(request.actor)
    return forms.RemarkFilter(request.GET, queryset=rows, request=request)


def _shown(request: ActingRequest, remark: Any, strike: Any) -> HttpResponse:
    prepare_areas([remark])
    actor = request.actor
    labels = {each.verb: each.label for each in REMARK.transitions}
    verbs = REMARK.verbs(remark.state)
    context = {
        "remark": shown(remark),
        "verbs": [
            (_SLUGS[verb], labels[verb])
            for verb in verbs
            if permissions.can_step(actor, remark, verb)
        ],
        "steps": [(step, _(labels[step.verb])) for step in remark.steps.all()],
        "may_keep": can_keep(actor, remark),
        "may_edit": can_keep(actor, remark) and RemarkState(remark.state) in OPEN,
        "terms": terms(),
        "strike_form": strike,
    }
    return form_page(request, "forums/remark_detail.html", context)


def _form(request: ActingRequest, form: Any, forum: Any, remark: Any) -> HttpResponse:
    asks = bool(form.is_bound and (form.errors.get("seen") or form.data.get("seen")))
    context = {"form": form, "forum": forum, "remark": remark, "asks": asks, "ways": WAYS}
    return form_page(request, "forums/remark_form.html", context)
