"""Training: the registers of classes and of drills."""

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
from phongtrao.fieldwork.register import permissions
from phongtrao.fieldwork.register.exports import empty_sheet, prepare_areas, word_of
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
    struck,
)
from phongtrao.fieldwork.training import actions, exports, forms, queries
from phongtrao.fieldwork.training.rules import vocabulary
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor
from phongtrao.planning.queries import suggested_bodies

CLASS = "training:class-detail"
_DRILL = "training:drill-detail"


@requires("movement.read")
@require_safe
def class_list(request: ActingRequest) -> HttpResponse:
    """The register as far as the reader sees it."""
    return listed(request, "training/class_list.html", exports.CLASSES, _classes(request))


@requires("movement.read")
@require_safe
def class_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    return as_workbook(request, exports.CLASSES, _classes(request))


@requires("movement.read")
@require_safe
def class_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One class with its sessions."""
    return class_shown(request, queries.class_for(request.actor, pk), StrikeForm())


@requires("movement.keep")
def class_plan(request: ActingRequest) -> HttpResponse:
    """A new class."""
    actor = request.actor
    form = forms.ClassForm(request.POST or None, actor=actor)
    made = attempt(form, lambda: actions.plan_class(form.terms(), by=actor))
    if made is None:
        return _class_form(request, form, None)
    messages.success(request, _("Đã lập lớp tập huấn."))
    return redirect(CLASS, made.pk)


@requires("movement.keep")
def class_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Other facts of a class."""
    actor, entry = request.actor, queries.class_for(request.actor, pk)
    require_keeper(actor, entry)
    names = ("title", "topic", "group", "first_day", "last_day", "paper")
    form = forms.ClassForm(request.POST or None, actor=actor, initial=_stored(entry, actor, names))
    said = _("Đã lưu lớp tập huấn.")
    answer = changed(request, form, actions.change_class, entry, said, CLASS)
    return answer or _class_form(request, form, entry)


@requires("movement.keep")
@require_POST
def class_session(request: ActingRequest, pk: int) -> HttpResponse:
    """Note how many attended on a day."""
    entry = queries.class_for(request.actor, pk)
    form = forms.SessionForm(request.POST)
    if form.is_valid():
        act = partial(actions.note_session, entry, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã ghi buổi học."), CLASS, pk)
        if answer is not None:
            return answer
    return class_shown(request, entry, StrikeForm(), session_form=form)


@requires("movement.keep")
@require_POST
def class_close(request: ActingRequest, pk: int) -> HttpResponse:
    """Close a class; one without sessions stays open and says why."""
    entry = queries.class_for(request.actor, pk)
    form = forms.CloseForm(request.POST)
    if form.is_valid():
        act = partial(actions.close_class, entry, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã ghi lớp kết thúc."), CLASS, pk)
        if answer is not None:
            return answer
    return class_shown(request, entry, StrikeForm(), close_form=form)


@requires("movement.keep")
@require_POST
def class_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a class out."""
    entry = queries.class_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), entry, CLASS, class_shown)


@requires("movement.keep", before=read_table)
def class_import(request: ActingRequest) -> HttpResponse:
    """The classes of a plan from a sheet; one wrong row and none is taken."""
    form = SheetForm(request.POST or None, request.FILES or None)
    return sheet_page(request, form, _plan())


@requires("movement.keep")
@require_safe
def class_template(request: ActingRequest) -> FileResponse:
    """The sheet to fill in."""
    return empty_sheet(exports.class_sheet())


@requires("movement.read")
@require_safe
def drill_list(request: ActingRequest) -> HttpResponse:
    """The register of drills."""
    return listed(request, "training/drill_list.html", exports.DRILLS, _drills(request))


@requires("movement.read")
@require_safe
def drill_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    return as_workbook(request, exports.DRILLS, _drills(request))


@requires("movement.read")
@require_safe
def drill_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One drill."""
    return _drill_shown(request, queries.drill_for(request.actor, pk), StrikeForm())


@requires("movement.keep")
def drill_record(request: ActingRequest) -> HttpResponse:
    """Enter a drill."""
    actor = request.actor
    form = forms.DrillForm(request.POST or None, actor=actor, initial={"held_on": actor.day})
    made = attempt(form, lambda: actions.record_drill(form.terms(), by=actor))
    if made is None:
        return _drill_form(request, form, None)
    messages.success(request, _("Đã ghi cuộc diễn tập."))
    return redirect(_DRILL, made.pk)


@requires("movement.keep")
def drill_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Correct a drill."""
    actor, entry = request.actor, queries.drill_for(request.actor, pk)
    require_keeper(actor, entry)
    begin = _stored(entry, actor, ("title", "kind", "held_on", "paper"))
    form = forms.DrillForm(request.POST or None, actor=actor, initial=begin)
    said = _("Đã lưu cuộc diễn tập.")
    answer = changed(request, form, actions.change_drill, entry, said, _DRILL)
    return answer or _drill_form(request, form, entry)


@requires("movement.keep")
@require_POST
def drill_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a drill out."""
    entry = queries.drill_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), entry, _DRILL, _drill_shown)


def _classes(request: ActingRequest) -> forms.ClassFilter:
    rows = queries.class_rows(request.actor)
    return forms.ClassFilter(request.GET, queryset=rows, request=request)


def _drills(request: ActingRequest) -> forms.DrillFilter:
    rows = queries.drill_rows(request.actor)
    return forms.DrillFilter(request.GET, queryset=rows, request=request)


def class_shown(request: ActingRequest, entry: Any, strike: Any, **sent: Any) -> HttpResponse:
    """The page of a class with the forms of what may be noted; `sent` ones that were refused."""
    prepare_areas([entry])
    day, words = request.actor.day, vocabulary()
    context = {
        "entry": entry,
        "topic": word_of(words.topics, entry.topic),
        "group": word_of(words.groups, entry.group),
        "sessions": list(entry.sessions.all()[:100]),
        "may_keep": permissions.can_keep(request.actor, entry),
        "strike_form": strike,
        "session_form": forms.SessionForm(initial={"held_on": day}),
        "close_form": forms.CloseForm(initial={"closed_on": day}),
        "certificates": _certificates(entry),
        "certificate_form": forms.CertificateForm(
            actor=request.actor, auto_id="id_cert_%s", initial={"issued_on": day}
        ),
        "suggested": suggested_bodies(request.actor),
    }
    return form_page(request, "training/class_detail.html", context | sent)


def _certificates(entry: Any) -> list[Any]:
    rows = entry.certificates.select_related("holder__body").filter(struck_on__isnull=True)
    return list(rows.order_by("holder__body__name", "pk")[:300])


def _drill_shown(request: ActingRequest, entry: Any, strike: Any) -> HttpResponse:
    prepare_areas([entry])
    context = {
        "entry": entry,
        "kind": word_of(vocabulary().drills, entry.kind),
        "may_keep": permissions.can_keep(request.actor, entry),
        "strike_form": strike,
    }
    return form_page(request, "training/drill_detail.html", context)


def _class_form(request: ActingRequest, form: Any, entry: Any) -> HttpResponse:
    context = {"form": form, "entry": entry, "words": vocabulary()}
    return form_page(request, "training/class_form.html", context)


def _drill_form(request: ActingRequest, form: Any, entry: Any) -> HttpResponse:
    return form_page(request, "training/drill_form.html", {"form": form, "entry": entry})


def _stored(entry: Any, actor: Actor, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in (*names, "row_version")} | {
        "programme": entry.programme_id,
        "area": area_typed(entry.area_id, actor),
    }


def _plan() -> SheetPlan:
    return SheetPlan(
        spec=exports.class_sheet(),
        make=lambda data, actor: forms.ClassForm(row_defaults(data, actor), actor=actor),
        act=lambda form, actor: actions.plan_class(form.terms(), by=actor),
        list_title=_l("Tập huấn"),
        list_page="training:class-list",
        template_page="training:class-template",
    )
