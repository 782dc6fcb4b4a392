"""Teams: list, one team with its figures, founding, counting, equipping, rating, dissolving."""

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
from phongtrao.fieldwork.coreforce import actions, exports, forms, queries
from phongtrao.fieldwork.coreforce.rules import (
    EXCELLENT,
    SECURITY,
    excess_of_excellent,
    vocabulary,
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
    struck,
)
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor

_PAGE = "coreforce:team-detail"


@requires("movement.read")
@require_safe
def team_list(request: ActingRequest) -> HttpResponse:
    """The register as far as the reader sees it."""
    return listed(request, "coreforce/team_list.html", exports.TEAMS, _filters(request))


@requires("movement.read")
@require_safe
def team_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    return as_workbook(request, exports.TEAMS, _filters(request))


@requires("movement.read")
@require_safe
def team_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One team with its figures."""
    return _shown(request, queries.team_for(request.actor, pk), StrikeForm())


@requires("movement.keep")
def team_found(request: ActingRequest) -> HttpResponse:
    """A new team."""
    actor = request.actor
    form = forms.TeamForm(request.POST or None, actor=actor, initial={"read_on": actor.day})
    made = attempt(form, lambda: actions.found_team(form.terms(), by=actor))
    if made is None:
        return _form(request, form, None)
    messages.success(request, _("Đã ghi tổ, đội."))
    return redirect(_PAGE, made.pk)


@requires("movement.keep")
def team_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Other facts of a team."""
    actor, team = request.actor, queries.team_for(request.actor, pk)
    require_keeper(actor, team)
    form = forms.TeamForm(
        request.POST or None, actor=actor, is_new=False, initial=_stored(team, actor)
    )
    said = _("Đã lưu tổ, đội.")
    answer = changed(request, form, actions.change_team, team, said, _PAGE)
    return answer or _form(request, form, team)


@requires("movement.keep")
@require_POST
def team_read(request: ActingRequest, pk: int) -> HttpResponse:
    """Note the head-count of a day."""
    team = queries.team_for(request.actor, pk)
    form = forms.ReadingForm(request.POST)
    if form.is_valid():
        act = partial(actions.note_reading, team, form.terms(), by=request.actor)
        answer = carried_out(request, form, act, _("Đã ghi số thành viên."), _PAGE, pk)
        if answer is not None:
            return answer
    return _shown(request, team, StrikeForm(), reading_form=form)


@requires("movement.keep")
@require_POST
def team_equip(request: ActingRequest, pk: int) -> HttpResponse:
    """Note what a team has been given."""
    team = queries.team_for(request.actor, pk)
    form = forms.EquipmentForm(request.POST)
    if form.is_valid():
        act = partial(actions.note_equipment, team, by=request.actor, **form.terms())
        answer = carried_out(request, form, act, _("Đã ghi trang bị."), _PAGE, pk)
        if answer is not None:
            return answer
    return _shown(request, team, StrikeForm(), equipment_form=form)


@requires("movement.keep")
@require_POST
def team_rate(request: ActingRequest, pk: int) -> HttpResponse:
    """Rate a team for a year; more excellent ones than allowed are told in words."""
    team = queries.team_for(request.actor, pk)
    form = forms.RatingForm(request.POST)
    if form.is_valid():
        act = partial(actions.rate_team, team, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã ghi xếp loại."), _PAGE, pk)
        if answer is not None:
            _tell_of_excess(request, team, form.cleaned_data)
            return answer
    return _shown(request, team, StrikeForm(), rating_form=form)


@requires("movement.keep")
@require_POST
def team_dissolve(request: ActingRequest, pk: int) -> HttpResponse:
    """Note that a team is no more."""
    team = queries.team_for(request.actor, pk)
    form = forms.DissolveForm(request.POST)
    if form.is_valid():
        act = partial(actions.dissolve_team, team, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã ghi giải thể."), _PAGE, pk)
        if answer is not None:
            return answer
    return _shown(request, team, StrikeForm(), dissolve_form=form)


@requires("movement.keep")
@require_POST
def team_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a team out."""
    team = queries.team_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), team, _PAGE, _shown)


@requires("movement.keep", before=read_table)
def team_import(request: ActingRequest) -> HttpResponse:
    """Many teams from a sheet; one wrong row and none is taken."""
    form = SheetForm(request.POST or None, request.FILES or None)
    return sheet_page(request, form, _plan())


@requires("movement.keep")
@require_safe
def team_template(request: ActingRequest) -> FileResponse:
    """The sheet to fill in."""
    return empty_sheet(exports.team_sheet())


def _tell_of_excess(request: ActingRequest, team: Any, rated: dict[str, Any]) -> None:
    words = vocabulary()
    if rated["level"] != EXCELLENT or team.kind != SECURITY:
        return
    levels = queries.levels_of_year(team.body_id, rated["year"])
    excess = excess_of_excellent(levels, words.cap_percent)
    if not excess:
        return
    said = _(
        "Năm %(year)s có %(excess)s tổ xuất sắc vượt trần %(cap)s số tổ khá (%(source)s). "
        "Xếp loại đã được ghi; hãy soát lại."
    ) % {"year": rated["year"], "excess": excess, "cap": f"{words.cap_percent} %",
         "source": words.cap_source}  # fmt: skip
    if not words.is_cap_verified:
        said += " " + _("Quy định này chưa đối chiếu với văn bản.")
    messages.warning(request, said)


def _filters(request: ActingRequest) -> forms.TeamFilter:
    rows = queries.team_rows(request.actor)
    return forms.TeamFilter(request.GET, queryset=rows, request=request)


def _shown(request: ActingRequest, team: Any, strike: Any, **sent: Any) -> HttpResponse:
    prepare_areas([team])
    day = request.actor.day
    equipment = {each.item: each.quantity for each in team.equipment.all()}
    names = {each.code: _(each.name) for each in vocabulary().equipment}
    begin = equipment | {"is_equipped": team.is_equipped}
    context = {
        "team": team,
        "kind": exports.kind_name(team.kind),
        "few": exports.FEW,
        "readings": [(each, exports.members_of(team, each)) for each in team.readings.all()[:60]],
        "ratings": [(each, exports.level_name(each.level)) for each in team.ratings.all()[:20]],
        "equipment": [(names.get(item, item), count) for item, count in equipment.items()],
        "words": vocabulary(),
        "may_keep": permissions.can_keep(request.actor, team),
        "strike_form": strike,
        "reading_form": forms.ReadingForm(initial={"read_on": day}),
        "rating_form": forms.RatingForm(initial={"rated_on": day, "year": day.year}),
        "equipment_form": forms.EquipmentForm(initial=begin),
        "dissolve_form": forms.DissolveForm(initial={"dissolved_on": day}),
    }
    return form_page(request, "coreforce/team_detail.html", context | sent)


def _form(request: ActingRequest, form: Any, team: Any) -> HttpResponse:
    context = {"form": form, "team": team, "words": vocabulary()}
    return form_page(request, "coreforce/team_form.html", context)


def _stored(team: Any, actor: Actor) -> dict[str, Any]:
    names = ("kind", "name", "place", "founded_on", "founding_paper", "row_version")
    return {name: getattr(team, name) for name in names} | {
        "programme": team.programme_id,
        "area": area_typed(team.area_id, actor),
    }


def _plan() -> SheetPlan:
    return SheetPlan(
        spec=exports.team_sheet(),
        make=lambda data, actor: forms.TeamForm(row_defaults(data, actor), actor=actor),
        act=lambda form, actor: actions.found_team(form.terms(), by=actor),
        list_title=_l("Lực lượng nòng cốt"),
        list_page="coreforce:team-list",
        template_page="coreforce:team-template",
    )
