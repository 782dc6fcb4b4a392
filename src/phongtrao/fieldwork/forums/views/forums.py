"""Forums: list, one forum, entering, holding, concluding, who was shown another way."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.http import requires
from phongtrao.fieldwork.forums import actions, exports, forms, queries
from phongtrao.fieldwork.forums.rules import KIND_OF_BODY, LEVEL_OF_AREA, WAYS, WAYS_BY_CODE, terms
from phongtrao.fieldwork.forums.workflow import (
    ANSWERED,
    FORUM_TONES,
    REMARK_TONES,
    ForumState,
    RemarkState,
)
from phongtrao.fieldwork.register import permissions
from phongtrao.fieldwork.register.exports import empty_sheet, prepare_areas
from phongtrao.fieldwork.register.forms import SheetForm, StrikeForm
from phongtrao.fieldwork.register.forms.entry import area_typed, row_defaults
from phongtrao.fieldwork.register.views import (
    SheetPlan,
    as_workbook,
    changed,
    listed,
    read_table,
    require_keeper,
    sheet_page,
)
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor
from phongtrao.planning.queries import suggested_bodies

FORUM_PAGE = "forums:forum-detail"
_SHOWN = 200


@requires("movement.read")
@require_safe
def forum_list(request: ActingRequest) -> HttpResponse:
    """The forums that the reader may see."""
    return listed(request, "forums/forum_list.html", exports.FORUMS, _filters(request))


@requires("movement.read")
@require_safe
def forum_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    return as_workbook(request, exports.FORUMS, _filters(request))


@requires("movement.read")
@require_safe
def forum_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One forum with what was said and what became of it."""
    return forum_page(request, queries.forum_for(request.actor, pk))


@requires("movement.keep")
def forum_record(request: ActingRequest) -> HttpResponse:
    """Enter a forum, planned or held."""
    actor = request.actor
    begin = {
        "level": LEVEL_OF_AREA.get(actor.scope.level, "xa"),
        "kind": KIND_OF_BODY.get(actor.body.kind_id if actor.body else ""),
        "held_on": actor.day,
    }
    form = forms.ForumForm(request.POST or None, actor=actor, initial=begin)
    made = attempt(form, lambda: actions.record_forum(form.terms(), by=actor))
    if made is None:
        return _form(request, form, None)
    messages.success(request, _("Đã ghi diễn đàn."))
    return redirect(FORUM_PAGE, made.pk)


@requires("movement.keep")
def forum_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Correct a forum."""
    actor, forum = request.actor, queries.forum_for(request.actor, pk)
    require_keeper(actor, forum)
    form = forms.ForumForm(request.POST or None, actor=actor, initial=_stored(forum, actor))
    said = _("Đã lưu diễn đàn.")
    answer = changed(request, form, actions.change_forum, forum, said, FORUM_PAGE)
    return answer or _form(request, form, forum)


@requires("movement.keep")
@require_POST
def forum_hold(request: ActingRequest, pk: int) -> HttpResponse:
    """Note that a planned forum was held."""
    form = forms.HoldForm(request.POST)
    return _done(request, pk, form, actions.hold_forum, _("Đã ghi diễn đàn đã tổ chức."), "hold")


@requires("movement.keep")
@require_POST
def forum_conclude(request: ActingRequest, pk: int) -> HttpResponse:
    """Note the notice of the result."""
    form = forms.ConcludeForm(request.POST)
    said = _("Đã ghi thông báo kết quả.")
    return _done(request, pk, form, actions.conclude_forum, said, "conclude")


@requires("movement.keep")
@require_POST
def forum_publish(request: ActingRequest, pk: int) -> HttpResponse:
    """Note that all answers that wait were made public."""
    form = forms.PublishForm(request.POST)
    said = _("Đã ghi công khai các câu trả lời.")
    return _done(request, pk, form, actions.publish_all, said, "publish")


@requires("movement.keep")
@require_POST
def forum_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a forum out that holds no remark."""
    form = StrikeForm(request.POST)
    return _done(request, pk, form, actions.strike_forum, _("Đã gạch bỏ."), "strike")


@requires("movement.keep")
def forum_guide(request: ActingRequest, pk: int) -> HttpResponse:
    """The legal ways of what is no remark; how many people were shown each.

    `?them=to_cao` offers the count with one more of that kind.
    """
    actor, forum = request.actor, queries.forum_for(request.actor, pk)
    require_keeper(actor, forum)
    asked = WAYS_BY_CODE.get(request.GET.get("them", ""))
    begin = {each.way.code: each.people for each in queries.guided_of(actor, forum)}
    if asked is not None:
        begin[asked.code] = (begin.get(asked.code) or 0) + 1
    form = forms.GuidedForm(request.POST or None, initial=begin)
    if form.is_bound and form.is_valid():
        act = partial(actions.note_guided, forum, form.people(), by=actor)
        answer = carried_out(request, form, act, _("Đã ghi số người."), FORUM_PAGE, pk)
        if answer is not None:
            return answer
    first = sorted(WAYS, key=lambda way: way is not asked)
    context = {"form": form, "forum": forum, "ways": first, "asked": asked}
    return form_page(request, "forums/guided_form.html", context)


@requires("movement.keep", before=read_table)
def forum_import(request: ActingRequest) -> HttpResponse:
    """Many forums from a sheet; one wrong row and none is taken."""
    form = SheetForm(request.POST or None, request.FILES or None)
    return sheet_page(request, form, _plan())


@requires("movement.keep")
@require_safe
def forum_template(request: ActingRequest) -> FileResponse:
    """The sheet to fill in."""
    return empty_sheet(exports.forum_sheet())


def forum_page(request: ActingRequest, forum: Any, **sent: Any) -> HttpResponse:
    """The page of a forum, also with a form that was refused (`hold_form`, …)."""
    prepare_areas([forum])
    actor = request.actor
    remarks = queries.remark_rows(actor).filter(forum=forum)
    states = queries.states_of(remarks)
    day = actor.day
    context = {
        "forum": forum,
        "kind": exports.kind_name(forum.kind),
        "level": exports.level_name(forum.level),
        "state": (ForumState(forum.state).label, FORUM_TONES[ForumState(forum.state)]),
        "may_keep": permissions.can_keep(actor, forum),
        "remarks": [shown(row) for row in remarks.order_by("number")[:_SHOWN]],
        "states": [(state.label, REMARK_TONES[state], count) for state, count in states],
        "to_publish": sum(count for state, count in states if state in ANSWERED),
        "rate": queries.rate_of(remarks, day),
        "guided": queries.guided_of(actor, forum),
        "terms": terms(),
        "strike_form": StrikeForm(),
        "hold_form": forms.HoldForm(initial={"held_on": min(forum.held_on, day)}),
        "conclude_form": forms.ConcludeForm(initial={"concluded_on": day}),
        "publish_form": forms.PublishForm(initial={"published_on": day}),
    }
    return form_page(request, "forums/forum_detail.html", context | sent)


def shown(remark: Any) -> Any:
    """A remark with the words of its closed lists."""
    state = RemarkState(remark.state)
    remark.state_chip = (state.label, REMARK_TONES[state])
    remark.matter_label = exports.matter_name(remark.matter)
    return remark


def _done(
    request: ActingRequest, pk: int, form: Any, act: Any, said: str, name: str
) -> HttpResponse:
    """Carry out what a form of the forum's page asks for; the page again where it is refused."""
    forum = queries.forum_for(request.actor, pk)
    if form.is_valid():
        step = partial(act, forum, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, step, said, FORUM_PAGE, pk)
        if answer is not None:
            return answer
    return forum_page(request, forum, **{f"{name}_form": form})


def _filters(request: ActingRequest) -> forms.ForumFilter:
    rows = queries.forum_rows(request.actor)
    return forms.ForumFilter(request.GET, queryset=rows, request=request)


def _form(request: ActingRequest, form: Any, forum: Any) -> HttpResponse:
    context = {"form": form, "forum": forum, "suggested": suggested_bodies(request.actor)}
    return form_page(request, "forums/forum_form.html", context)


def _stored(forum: Any, actor: Actor) -> dict[str, Any]:
    names = ("kind", "level", "theme", "held_on", "attendances", "venue", "chair_post",
             "plan_paper", "row_version")  # fmt: skip
    return {name: getattr(forum, name) for name in names} | {
        "programme": forum.programme_id,
        "area": area_typed(forum.area_id, actor),
        "partners": "\n".join(partner.body.name for partner in forum.partners.all()),
    }


def _plan() -> SheetPlan:
    return SheetPlan(
        spec=exports.forum_sheet(),
        make=lambda data, actor: forms.ForumForm(row_defaults(data, actor), actor=actor),
        act=lambda form, actor: actions.record_forum(form.terms(), by=actor),
        list_title=_l("Diễn đàn"),
        list_page="forums:forum-list",
        template_page="forums:forum-template",
    )
