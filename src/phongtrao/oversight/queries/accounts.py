"""What each inspected body was sent and has sent: outline, report, summary."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from phongtrao.core import clock
from phongtrao.core.errors import NotFound
from phongtrao.org.models import Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.roles import CAPABILITIES
from phongtrao.oversight.models import Inspection, Outline, UnitSummary
from phongtrao.oversight.queries.inspections import inspection_for, inspects
from phongtrao.reporting.models import Report


@dataclass(frozen=True, slots=True)
class Account:
    """An inspected body with its report by one outline, if any, and its summary.

    `is_late`: not sent by the deadline, or sent after it. `has_reporter`: somebody may send it.
    """

    body: Body
    outline: Outline | None
    report: Report | None
    summary: UnitSummary | None
    is_late: bool
    has_reporter: bool


def accounts_of(
    actor: Actor, entry: Inspection, bodies: Sequence[Body], parts: Mapping[str, bool]
) -> Sequence[Account]:
    """What these inspected bodies were sent and have sent: a line for each report, at least one.

    `parts`: which parts the inspection has.
    """
    outlines = {each.round_id: each for each in entry.outlines.all()} if parts["outlines"] else {}
    reports: dict[int, list[Report | None]] = {body.pk: [] for body in bodies}
    found = Report.objects.filter(round__in=list(outlines), body__in=bodies)
    for report in found.select_related("round").order_by("pk") if outlines else ():
        reports[report.body_id].append(report)
    told = UnitSummary.objects.filter(entry=entry) if parts["summaries"] else ()
    summaries = {each.body_id: each for each in told}
    now = clock.now()
    able = _able(entry, bodies, reports, actor.day)
    return [
        Account(
            body,
            outlines[report.round_id] if report else None,
            report,
            summaries.get(body.pk),
            bool(report and _is_late(report, now)),
            body.pk in able,
        )
        for body in bodies
        for report in reports[body.pk] or [None]
    ]


def account_report(actor: Actor, pk: int, report_pk: int) -> tuple[Any, Report]:
    """An inspection with a report that was sent by its outline, under the inspection's own door.

    Read by those who inspect, as long as they do, and by the body itself; else NotFound.
    """
    entry = inspection_for(actor, pk)
    rounds = entry.outlines.values("round")
    rows = Report.objects.filter(
        pk=report_pk, round__in=rounds, body__in=entry.inspected.values("body")
    )
    found = rows.select_related("round__template_version__template", "body").first()
    if found is None or not (found.body_id == actor.body_id or inspects(actor, entry)):
        raise NotFound
    return entry, found


def summary_for(actor: Actor, pk: int, body_pk: int) -> tuple[Any, UnitSummary]:
    """An inspection with the summary of one body, for those who inspect and the body itself."""
    entry = inspection_for(actor, pk)
    found = UnitSummary.objects.filter(entry=entry, body=body_pk).select_related("body").first()
    if found is None or not (body_pk == actor.body_id or inspects(actor, entry)):
        raise NotFound
    return entry, found


def without_reporter(entry: Inspection, day: date) -> list[Body]:
    """The inspected bodies for which nobody can send a report on a day."""
    bodies = [each.body for each in entry.inspected.select_related("body")]
    able = _with_reporter(bodies, day)
    return [body for body in bodies if body.pk not in able]


def _able(
    entry: Inspection, bodies: Sequence[Body], reports: Mapping[int, list[Report | None]], day: date
) -> set[int]:
    """The bodies of which somebody may send, or that have nothing to send any more."""
    done = {
        body.pk
        for body in bodies
        if entry.concluded_on
        or (reports[body.pk] and all(each and each.first_submitted_at for each in reports[body.pk]))
    }
    waiting = [body for body in bodies if body.pk not in done]
    return done | (_with_reporter(waiting, day) if waiting else set())


def _with_reporter(bodies: Sequence[Body], day: date) -> set[int]:
    roles = [role for role, able in CAPABILITIES.items() if "report.submit" in able]
    rows = Posting.objects.on(day).filter(body__in=bodies, role__in=roles, account__is_active=True)
    return set(rows.values_list("body_id", flat=True))


def _is_late(report: Report, now: datetime) -> bool:
    return (report.first_submitted_at or now) > report.deadline_at
