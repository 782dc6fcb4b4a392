"""Grounds for proposing an inspection: the list, its workbook, chosen bodies in the plan."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.errors import NotFound
from phongtrao.core.http import page, requires
from phongtrao.fieldwork.register.permissions import may_record
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.oversight.actions.grounds import Chosen, plan_chosen
from phongtrao.oversight.forms.grounds import ChosenForm, GroundsForm
from phongtrao.oversight.models import Inspection
from phongtrao.oversight.queries.grounds import Candidate, candidates
from phongtrao.oversight.queries.inspections import has_seat, is_inspected, reads_all
from phongtrao.oversight.queries.visits import other_visits
from phongtrao.oversight.rules.grounds import GROUNDS, thresholds
from phongtrao.oversight.views.grounds_list import GROUNDS_LIST, TICKS_OF, reason_of, with_ticks


@requires("movement.read")
@require_safe
def grounds_list(request: ActingRequest) -> HttpResponse:
    """The bodies below the reader's with what may be a ground to inspect them."""
    actor = request.actor
    form, rows, rest = _rows(request)
    may_choose = may_record(actor)
    spec = with_ticks(GROUNDS_LIST) if may_choose else GROUNDS_LIST
    limits = thresholds(actor.day)
    context = {
        "form": form,
        "list_page": lists.list_page(request, spec, lists.ComputedRows(form.chosen(rows))),
        "drawn": sum(row.is_drawn for row in rows),
        "rest": rest,
        "with_grounds": sum(bool(row.grounds) for row in rows),
        "all": len(rows),
        "limits": limits,
        "measures": _measures(limits),
        "may_choose": may_choose,
        "ticks_of": TICKS_OF,
        "own": actor.body_id,
    }
    return page(request, "oversight/grounds_list.html", context)


@requires("movement.read")
@require_safe
def grounds_excel(request: ActingRequest) -> HttpResponse:
    """The same list as a workbook."""
    form, rows, _rest = _rows(request)
    found = lists.ComputedRows(form.chosen(rows))
    return lists.excel(request, GROUNDS_LIST, found, heading=form.in_words())  # type: ignore[return-value]  # a FileResponse serves as one


@requires("movement.keep")
def grounds_plan(request: ActingRequest) -> HttpResponse:
    """Put the ticked bodies into the yearly plan; raises NotFound for one that is not below."""
    actor = request.actor
    asked, rows, _rest = _rows(request)
    ticked = {int(pk) for pk in request.GET.getlist("chon") if pk.isdecimal()}
    picked = [row for row in rows if row.pk in ticked]
    if len(picked) != len(ticked):
        raise NotFound
    form = ChosenForm(request.POST or None, actor=actor, initial=_begin(asked.year))
    if not picked:
        messages.warning(request, _("Chưa chọn cơ quan nào; hãy đánh dấu rồi bấm lại."))
        return redirect("oversight:grounds-list")
    made = attempt(form, lambda: _made(form, picked, actor))
    if made is None:
        context = {
            "form": form,
            "picked": [(row, reason_of(row)) for row in picked],
            "visits": other_visits(actor, list(ticked), year=asked.year),
        }
        return form_page(request, "oversight/grounds_plan.html", context)
    said = ngettext(
        "Đã đưa %(count)s cuộc kiểm tra vào kế hoạch năm.",
        "Đã đưa %(count)s cuộc kiểm tra vào kế hoạch năm.",
        len(made),
    )
    messages.success(request, said % {"count": len(made)})
    return redirect("oversight:inspection-list")


def grounds_context(actor: Actor, entry: Any) -> dict[str, Any]:
    """Why an inspection was proposed, for those who inspect and those above them alone."""
    if not entry.grounds:
        return {}
    inspecting = reads_all(actor, is_inspected(actor)) | has_seat(actor)
    if not Inspection.objects.filter(inspecting, pk=entry.pk).exists():
        return {}
    return {"grounds": entry.grounds}


def _rows(request: ActingRequest) -> tuple[GroundsForm, list[Candidate], int]:
    actor = request.actor
    form = GroundsForm(request.GET, actor=actor, day=actor.day)
    rows = candidates(actor, form.below(), form.year, actor.day, form.places)
    return form, rows, form.mark_drawn(rows)


def _made(form: ChosenForm, picked: list[Candidate], actor: Actor) -> list[Inspection]:
    bodies = Body.objects.in_bulk([row.pk for row in picked])
    chosen = [Chosen(bodies[row.pk], reason_of(row)) for row in picked]
    terms = form.terms_for([each.body for each in chosen])
    return plan_chosen(terms, chosen, together=form.cleaned_data["together"], by=actor)


def _begin(year: int) -> dict[str, Any]:
    return {"year": year, "title": _("Kiểm tra năm %(year)s") % {"year": year}}


def _measures(limits: Any) -> list[tuple[str, int, str]]:
    """What is counted, from which figure on it is a ground, where it is counted from."""
    reports = _("báo cáo gửi sau hạn hoặc chưa gửi trong %(months)s tháng qua") % {
        "months": limits.months_of_reports
    }
    told = {
        "bao_cao": (limits.late_reports, reports),
        "kien_nghi": (limits.open_recommendations, _("kiến nghị sau kiểm tra chưa được xác nhận")),
        "lap_lai": (limits.recurrences, _("nội dung bị kiến nghị ở từ hai cuộc kiểm tra trở lên")),
        "lan_truoc": (
            limits.months_without_visit,
            _("cuộc kiểm tra của mọi đoàn, kể cả ở đơn vị đã sáp nhập vào"),
        ),
        "nhiem_vu": (limits.overdue_tasks, _("nhiệm vụ cơ quan chủ trì, chưa xong, quá hạn")),
    }
    return [(_(name), *told[code]) for code, name in GROUNDS.items()]
