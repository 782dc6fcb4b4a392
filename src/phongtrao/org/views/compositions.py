"""*Kiện toàn*: the committees of a day, one with its former compositions, one decision."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.errors import InvalidInput, Refused
from phongtrao.core.formats import date_vn
from phongtrao.core.http import page, requires
from phongtrao.org import exports
from phongtrao.org.actions import compositions as actions
from phongtrao.org.exports import compositions as shown
from phongtrao.org.forms import compositions as forms
from phongtrao.org.forms import seat_rows
from phongtrao.org.models import Composition
from phongtrao.org.permissions import Actor, may_compose
from phongtrao.org.queries import area_on
from phongtrao.org.queries import compositions as queries
from phongtrao.org.queries.authors import authors_of
from phongtrao.org.views.asked_day import asked_day

# Buttons of the form that only fill the table: more rows, or the officials of the bodies typed.
_LOOKING = {"them_dong", "tim_nguoi"}


@requires("area.read")
@require_safe
def composition_list(request: HttpRequest) -> HttpResponse:
    """The committees of a day within reach, those to be renewed first."""
    actor, asked = _actor(request), asked_day(request)
    rows = queries.committees_on(actor, asked["day"])
    filters = forms.CommitteeFilter(request.GET, rows)
    spec = shown.committee_list(asked["day"])
    found = lists.list_page(request, spec, filters.qs, filters=filters)
    context = asked | {"list": found, "may_record": actor.can("composition.record")}
    return page(request, "org/composition_list.html", context)


@requires("area.read")
@require_safe
def composition_excel(request: HttpRequest) -> FileResponse:
    """The filtered list as a workbook."""
    actor, day = _actor(request), asked_day(request)["day"]
    rows = forms.CommitteeFilter(request.GET, queries.committees_on(actor, day)).qs
    heading = [actor.label, _("Tại ngày %(day)s") % {"day": date_vn(day)}]
    return lists.excel(request, shown.committee_list(day), rows, heading=heading)


@requires("area.read")
@require_safe
def committee_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One committee: how it is made up on a day, why it is due, and its former decisions."""
    actor, asked = _actor(request), asked_day(request)
    body = queries.committee_for(actor, pk)
    (committee,) = queries.with_reasons([body], asked["day"])
    is_standing = body.holds_on(asked["day"])
    context = asked | {
        "committee": committee,
        "rows": shown.shown_seats(committee.seats, asked["day"]),
        "state": shown.state_of(
            is_due=committee.is_due, is_composed=committee.composition is not None
        ),
        "decisions": queries.compositions_of(actor, body),
        "is_standing": is_standing,
        "heirs": [] if is_standing else queries.heirs_of(body),
        "covers": actor.scope.covers,
        "area_typed": _area_typed(body.area_id, actor.day),
        "may_record": may_compose(actor, body.area_id) and body.holds_on(actor.day),
    }
    return page(request, "org/committee_detail.html", context)


@requires("area.read")
@require_safe
def composition_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One decision: head, seats, and its verbs."""
    return _detail(request, queries.composition_for(_actor(request), pk))


@requires("area.read")
@require_safe
def composition_seats(request: HttpRequest, pk: int) -> FileResponse:
    """The seats of a decision as a workbook."""
    actor = _actor(request)
    composition = queries.composition_for(actor, pk)
    rows = exports.FixedRows(_seats(composition, actor))
    heading = [composition.body.name, composition.decision_number]
    listed: Any = rows
    return lists.excel(request, shown.SEAT_LIST, listed, heading=heading)


@requires("composition.record")
@require_http_methods(["GET", "HEAD", "POST"])
def composition_make(request: HttpRequest) -> HttpResponse:
    """Choose the committee; its draft starts from the former decision."""
    actor = _actor(request)
    form = forms.CommitteeForm(request.POST or None, actor=actor)
    made = attempt(
        form,
        lambda: actions.start_composition(
            form.cleaned_data["kind"], form.cleaned_data["area"], by=actor
        ),
    )
    if made is None:
        return form_page(request, "org/composition_make.html", {"form": form})
    messages.success(request, _("Bản dự thảo lấy từ quyết định trước (nếu có). Hãy kiểm tra."))
    return redirect("org:composition-edit", pk=made.pk)


@requires("composition.record")
@require_http_methods(["GET", "HEAD", "POST"])
def composition_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The head and the seats of a draft; pasted rows are put into the table first."""
    actor = _actor(request)
    composition = queries.composition_kept(actor, pk)
    if not composition.is_draft:
        messages.info(request, _("Quyết định đã xác nhận nên không sửa được."))
        return redirect("org:composition-detail", pk=pk)
    if request.method != "POST":
        form = forms.DecisionForm(actor=actor, composition=composition)
        return _form(request, composition, form, seat_rows.stored_rows(actor, composition))
    if _LOOKING & request.POST.keys() or request.POST.get("paste", "").strip():
        return _with_more_rows(request, composition)
    form = forms.DecisionForm(request.POST, actor=actor, composition=composition)
    rows = seat_rows.sent_rows(actor, composition, request.POST)
    if rows.is_valid():
        changed = attempt(
            form,
            lambda: actions.change_composition(
                composition,
                form.terms(),
                rows.seats(),
                expected_version=form.cleaned_data["row_version"],
                by=actor,
            ),
        )
        if changed is not None:
            messages.success(request, _("Đã lưu dự thảo quyết định."))
            return redirect("org:composition-detail", pk=pk)
    return _form(request, composition, form, rows, status=422)


@requires("composition.record")
@require_POST
def composition_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The decision is signed and in force, or why it cannot be yet."""
    actor = _actor(request)
    composition = queries.composition_kept(actor, pk)
    try:
        actions.confirm_composition(composition, by=actor)
    except (Refused, InvalidInput) as refusal:
        return _detail(request, composition, refusal)
    messages.success(
        request, _("Đã xác nhận: thành phần này áp dụng từ ngày ghi trong quyết định.")
    )
    return redirect("org:composition-detail", pk=pk)


@requires("composition.record")
@require_POST
def composition_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    actor = _actor(request)
    composition = queries.composition_kept(actor, pk)
    actions.drop_composition(composition, by=actor)
    messages.success(request, _("Đã bỏ dự thảo quyết định."))
    return redirect("org:committee-detail", pk=composition.body_id)


def _area_typed(area_id: int, day: date) -> str:
    """An area as the form reads it back: the code decides, the name is for people."""
    area = area_on(area_id, day)
    return f"{area.code} {area.full_name}" if area else ""


def _detail(
    request: HttpRequest,
    composition: Composition,
    refusal: Refused | InvalidInput | None = None,
) -> HttpResponse:
    actor = _actor(request)
    context = {
        "composition": composition,
        "rows": _seats(composition, actor),
        "replaced": queries.replaced_by(composition),
        "made_by": authors_of([composition], "composition.drafted", "made_by")[composition.pk],
        "confirmed_by": authors_of([composition], "composition.confirmed", "confirmed_by")[
            composition.pk
        ],
        "may_record": composition.is_draft and may_compose(actor, composition.body.area_id),
        "refusal": refusal,
    }
    status = refusal.status if refusal else 200
    return page(request, "org/composition_detail.html", context, status=status)


def _seats(composition: Composition, actor: Actor) -> list[shown.ShownSeat]:
    """The seats today; those of a former decision as they were on its last day."""
    end = composition.valid_to
    day = end - timedelta(days=1) if end is not None and end <= actor.day else actor.day
    return shown.shown_seats(queries.seats_of(composition), day)


def _with_more_rows(request: HttpRequest, composition: Composition) -> HttpResponse:
    """The same page with the pasted rows in the table, or with a few more empty ones."""
    actor, data = _actor(request), request.POST
    typed = {name: data.get(name, "") for name in forms.DecisionForm.base_fields}
    try:
        rows = seat_rows.more_rows(actor, composition, data, typed["paste"])
        typed["paste"] = ""
    except InvalidInput as fault:
        messages.error(request, fault.shown(_))
        rows = seat_rows.more_rows(actor, composition, data)
    form = forms.DecisionForm(actor=actor, composition=composition, initial=typed)
    return _form(request, composition, form, rows)


def _form(
    request: HttpRequest, composition: Composition, form: Any, rows: Any, *, status: int = 200
) -> HttpResponse:
    actor = _actor(request)
    context = {
        "composition": composition,
        "form": form,
        "rows": rows,
        "bodies": queries.bodies_offered(composition.body.area_id, actor.day),
    }
    return page(request, "org/composition_form.html", context, status=status)


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined]  # ActorMiddleware
