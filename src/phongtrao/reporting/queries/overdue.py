"""Reports of a round that are not there after the deadline, and how often they were urged."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from phongtrao.core import clock
from phongtrao.core.models import AuditEntry
from phongtrao.org.permissions import Actor
from phongtrao.reporting import permissions
from phongtrao.reporting.models import Report, Round
from phongtrao.reporting.queries.reports import listed_reports
from phongtrao.reporting.workflow import ReportState

MOST_URGED = 300  # bodies that one letter names


@dataclass(frozen=True, slots=True)
class Overdue:
    """A report that is not there: how many days late, and the letters that named it before."""

    report: Report
    days_late: int
    times: int
    last_paper: str

    @property
    def ordinal(self) -> int:
        """For which time the next letter urges."""
        return self.times + 1


def overdue_in(
    actor: Actor, round_: Round, now: datetime, *, only: Collection[int] | None = None
) -> list[Overdue]:
    """What the actor's body may urge: not sent or returned after its deadline, by name of body.

    Whoever opened the round urges all of it, else the body above urges those directly below.
    At most `MOST_URGED`; with `only`, those of these reports.
    """
    if not permissions.can_urge(actor, round_) or actor.body is None:
        return []
    if round_.locked_at is not None or now <= round_.deadline_at or round_.value_import_id:
        return []
    rows = listed_reports(actor).filter(
        Q(extended_to=None) | Q(extended_to__lt=now),
        round=round_,
        state__in=[ReportState.DRAFT, ReportState.RETURNED],
    )
    if round_.area_id != actor.body.area_id:
        rows = rows.filter(superior_id=actor.body.area_id)
    if only is not None:
        rows = rows.filter(pk__in=list(only)[:MOST_URGED])
    found = list(rows.order_by("body__name_folded", "pk")[:MOST_URGED])
    told = _letters(found)
    return [
        Overdue(
            r,
            (_day(now) - _day(r.deadline_at)).days,
            len(told.get(r.pk, [])),
            told[r.pk][-1] if r.pk in told else "",
        )
        for r in found
    ]


def _letters(reports: Collection[Report]) -> dict[int, list[str]]:
    """Report → the letters that named it, oldest first.

    The audit chain is their record: a letter is noted once and never changed.
    """
    rows = AuditEntry.objects.filter(
        verb="report.urged",
        target_type=Report._meta.label_lower,
        target_id__in=[str(report.pk) for report in reports],
    )
    found: dict[int, list[str]] = {}
    for pk, payload in rows.order_by("sequence").values_list("target_id", "auditpayload__payload"):
        found.setdefault(int(pk), []).append((payload or {}).get("paper", ""))
    return found


def _day(moment: datetime) -> date:
    return timezone.localtime(moment, clock.VIETNAM).date()
