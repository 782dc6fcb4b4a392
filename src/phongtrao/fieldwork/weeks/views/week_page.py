"""The page of one week: its table, what may be done, proposals of the registers, clashes."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse

from phongtrao.core.attempts import form_page
from phongtrao.fieldwork.weeks import exports, forms, permissions, queries
from phongtrao.fieldwork.weeks.rules import shown_hours, week_number
from phongtrao.fieldwork.weeks.workflow import PUBLISHED, WEEK
from phongtrao.org.middleware import ActingRequest

PAGE = "weeks:week-detail"
_DRAFTING = frozenset({"draft", "submit"})


def week_page(request: ActingRequest, week: Any, **sent: Any) -> HttpResponse:
    """The page with the forms of what may be done; `sent` ones that were refused first."""
    actor = request.actor
    lines = queries.lines_of(week, actor)
    may_draft, may_approve = (
        permissions.can_draft(actor, week), permissions.can_approve(actor, week)
    )  # fmt: skip
    verbs = set(WEEK.verbs(week.state))
    steps = {verb for verb in verbs if _is_for(verb, may_draft, may_approve)}
    context = {
        "week": week,
        "days": days_with(lines, week.monday),
        "state": (exports.state_shown(week), exports.state_tone(week)),
        "steps": steps,
        "is_published": week.state in PUBLISHED,
        "changes": list(week.approved_changes.select_related("approved_by")),
        "item_count": sum(not line.is_struck for line in lines),
        "board": queries.board_of(actor, week.monday) if may_draft or may_approve else None,
    }
    around = context | week_frame(week.monday) | _forms(week) | sent
    return form_page(request, "weeks/week_detail.html", around)


def week_frame(monday: date) -> dict[str, Any]:
    """The days and the number of a week, and the addresses of those beside it."""
    return {
        "monday": monday,
        "sunday": monday + timedelta(days=6),
        "number": week_number(monday),
        "before": week_name(monday - timedelta(days=7)),
        "after": week_name(monday + timedelta(days=7)),
        "this": week_name(monday),
    }


def week_name(monday: date) -> str:
    """A week as the browser writes it: 2026-W49."""
    year, week, _day = monday.isocalendar()
    return f"{year}-W{week:02d}"


def days_with(lines: list[Any], monday: date) -> list[dict[str, Any]]:
    """The seven days, each with its lines; the hours of a line in words."""
    found = []
    for n, name in enumerate(forms.WEEKDAYS):
        day = monday + timedelta(days=n)
        mine = [{"line": line, "when": _when(line)} for line in lines if line.item.day == day]
        found.append({"name": name, "day": day, "lines": mine})
    return found


def _when(line: Any) -> str:
    item = line.item
    return shown_hours(item.part, item.starts_at, item.ends_at)


def _is_for(verb: str, may_draft: bool, may_approve: bool) -> bool:  # noqa: FBT001 - two rights
    if verb in _DRAFTING:
        return may_draft
    if verb == "drop_changes":
        return may_draft or may_approve
    return may_approve


def _forms(week: Any) -> dict[str, Any]:
    monday = week.monday
    return {
        "line_form": forms.LineForm(monday=monday, auto_id="id_line_%s"),
        "paste_form": forms.PasteForm(monday=monday, auto_id="id_paste_%s"),
        "submit_form": forms.SubmitForm(auto_id="id_submit_%s", initial={"note": week.note}),
        "return_form": forms.ReturnForm(auto_id="id_return_%s"),
        "approve_form": forms.ApproveForm(auto_id="id_approve_%s"),
    }
