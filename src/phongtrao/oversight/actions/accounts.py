"""What inspected bodies are asked to report, by an outline; the summary that each presents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.calendar import DeadlineRule
from phongtrao.core.errors import N_, Refused, StaleVersion
from phongtrao.core.periods import month_of
from phongtrao.core.vietnamese import tidy_line
from phongtrao.core.working_days import work_calendar
from phongtrao.fieldwork.register.actions import locked, require_known
from phongtrao.org.permissions import Actor
from phongtrao.oversight import permissions
from phongtrao.oversight.actions.inspections import refuse
from phongtrao.oversight.models import Inspection, Outline, UnitSummary, UnitSummaryVersion
from phongtrao.oversight.rules import criteria_of
from phongtrao.oversight.workflow import TEAM_OPEN
from phongtrao.planning.permissions import posting_of
from phongtrao.reporting import actions as reporting
from phongtrao.reporting.models import Indicator, Round, official
from phongtrao.reporting.queries import rounds_for

# What is told of each point, as the outline names it.
_TOLD = (
    ("result", N_("Kết quả")),
    ("limit", N_("Hạn chế")),
    ("cause", N_("Nguyên nhân")),
)
_CLOSES_AT = time(17, 0)


@dataclass(frozen=True, slots=True)
class OutlineTerms:
    """The points and figures to report and by when; or a round that is open already."""

    due_on: date | None = None
    points: Sequence[str] = ()
    indicators: Sequence[str] = ()
    note: str = ""
    round: Round | None = None


@transaction.atomic
def send_outline(inspection: Inspection, terms: OutlineTerms, *, by: Actor) -> list[Outline]:
    """Send the outline to exactly the inspected bodies, or link a round in which they report.

    Raises Forbidden, Refused (no delegation yet, or concluded already) and InvalidInput (no point,
    a day that has passed or that comes after the first session, a round in which nobody of them
    reports).
    """
    found = locked(inspection, by=by)
    if found.state not in TEAM_OPEN:
        raise Refused(
            N_(
                "Đề cương chỉ gửi khi đã có quyết định thành lập đoàn và chưa có kết luận. "
                "Chưa gửi gì; nội dung đã nhập vẫn còn."
            )
        )
    rounds = [_linked(found, terms.round, by)] if terms.round else _asked(found, terms, by)
    known = criteria_of(found.criteria_version, found.starts_on)
    version = "" if terms.round else known.version
    made = [
        Outline.objects.create(
            entry=found, round=each, criteria=version, sent_at=clock.now(), sent_by=posting_of(by)
        )
        for each in rounds
    ]
    audit.record("inspection.outline", found, by=by, rounds=[each.pk for each in rounds])
    return made


@transaction.atomic
def write_summary(
    inspection: Inspection,
    text: str,
    *,
    paper: str = "",
    by: Actor,
    expected_version: int | None = None,
) -> UnitSummary:
    """The inspected body writes its summary or amends it, until the conclusion; all versions stay.

    Raises Forbidden (not inspected), Refused (concluded), StaleVersion and InvalidInput (empty).
    """
    found = Inspection.objects.select_for_update(of=("self",)).get(pk=inspection.pk)
    permissions.require_summariser(by, found)
    said, number = text.strip()[:20_000], tidy_line(paper)[:200]
    if not said:
        refuse("text", N_("Báo cáo tóm tắt còn trống. Hãy ghi nội dung rồi lưu."))
    posting = posting_of(by)
    held = UnitSummary.objects.filter(entry=found, body=posting.body).first()
    if held is None:
        held = UnitSummary(entry=found, body=posting.body)
    elif expected_version not in (None, held.row_version):
        raise StaleVersion
    else:
        held.row_version += 1
    held.text, held.paper = said, number
    held.save()
    UnitSummaryVersion.objects.create(
        summary=held, text=said, paper=number, at=clock.now(), by=posting
    )
    audit.record("inspection.summary", found, by=by, body=posting.body_id, version=held.row_version)
    return held


def _linked(inspection: Inspection, round_: Round, by: Actor) -> Round:
    bodies = inspection.inspected.values("body_id")
    known = rounds_for(by).filter(official(), pk=round_.pk, reports__body__in=bodies)
    if not known.exists():
        refuse("round", N_("Đợt báo cáo này không hỏi cơ quan nào được kiểm tra."))
    if inspection.outlines.filter(round=round_).exists():
        refuse("round", N_("Đợt báo cáo này đã gắn với cuộc kiểm tra."))
    return round_


def _asked(inspection: Inspection, terms: OutlineTerms, by: Actor) -> list[Round]:
    draft = reporting.OneOffDraft(
        title=f"Đề cương báo cáo: {inspection.title}"[:200],
        rows=[_row(code) for code in dict.fromkeys(terms.indicators)],
        level="",
        area_ids=(),
        deadline_at=_deadline(inspection, terms.due_on, by),
        period=month_of(by.day).label,
        note=terms.note,
        paper_number=inspection.decision_paper[:60],
        paper_date=inspection.decided_on,
        points=_points(inspection, terms.points),
    )
    bodies = [each.body for each in inspection.inspected.select_related("body__kind")]
    return [asked.round for asked in reporting.ask_named(draft, bodies, by=by)]


def _points(inspection: Inspection, codes: Sequence[str]) -> list[reporting.AskedPoint]:
    if not codes:
        refuse("points", N_("Hãy chọn ít nhất một nội dung của đề cương."))
    points = criteria_of(inspection.criteria_version, inspection.starts_on).points
    for code in codes:
        require_known("points", code, [point.code for point in points])
    return [
        reporting.AskedPoint(each.name, [(f"{each.code}-{what}", name) for what, name in _TOLD])
        for each in points
        if each.code in codes
    ]


def _row(code: str) -> reporting.AskedRow:
    known = Indicator.objects.filter(code=code, is_enabled=True).first()
    if known is None:
        refuse("indicators", N_("Có mã chỉ tiêu không có trong Danh mục chỉ tiêu."))
    return reporting.AskedRow(code, indicator=code)


def _deadline(inspection: Inspection, due_on: date | None, by: Actor) -> datetime:
    if due_on is None or due_on < by.day:
        refuse("due_on", N_("Hạn gửi báo cáo trống hoặc đã qua. Hãy ghi ngày từ hôm nay trở đi."))
    day: Any = due_on
    if by.day < inspection.starts_on <= day:
        refuse("due_on", N_("Hạn gửi báo cáo phải trước ngày bắt đầu kiểm tra."))
    moved = work_calendar().shift_deadline(day, DeadlineRule.NEXT_WORKING_DAY)
    return datetime.combine(moved, _CLOSES_AT, tzinfo=clock.VIETNAM)
