"""The demo over the whole country: one finished half-year of every commune, some late or missing.

The figures are invented as in the rest of the demo and recorded in bulk, as a round that was sent
and approved elsewhere; nobody but the demo's official of the centre signs in to see it.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password

from phongtrao.cli import prepare
from phongtrao.cli.demo import rounds
from phongtrao.cli.demo.cast import SINCE
from phongtrao.core import clock, packs
from phongtrao.core.formats import number
from phongtrao.core.periods import Period
from phongtrao.core.vietnamese import fold, sort_key
from phongtrao.org.models import Account, Body, Posting
from phongtrao.org.roles import Role
from phongtrao.reporting.actions.recorded_rounds import (
    RecordedApproval,
    RecordedReport,
    record_versions,
)
from phongtrao.reporting.grid.content import specs_of
from phongtrao.reporting.models import Report, Round
from phongtrao.reporting.workflow import ReportState

NAME, VERSION = "demo-national", "1"
CENTRE = "canbo.tw"
# Of a hundred communes: who never reported, who sent late, whose report waits for approval.
SILENT, LATE, WAITING = 2, 4, 9
_AT_ONCE = 1_000
Approvers = dict[int, list[tuple[str, Posting]]]


@dataclass(frozen=True, slots=True)
class NationalRound:
    """What has been recorded."""

    round: Round
    expected: int
    sent: int
    figures: int


def ensure_national() -> list[str]:
    """Load the national round on top of the demo if it is not in yet; what is in."""
    packs.load_once(NAME, VERSION, _load)
    return [_line(row) for row in Round.objects.filter(area__versions__level="country")
            .exclude(opened_by=None).distinct().order_by("period")]  # fmt: skip


def _load() -> None:
    opener = Posting.objects.select_related("account", "body").get(account__username=CENTRE)
    last = rounds.period_of(clock.today()).shifted(-6)
    for period in (last.shifted(-6), last):
        record_national_round(opener, period)


def record_national_round(opener: Posting, period: Period) -> NationalRound:
    """Ask every commune for a past half-year, and record what was sent and approved in time."""
    round_ = rounds.opened(opener, opener.body.area_id, period)
    found = round_.reports.select_related("round__template_version", "body").order_by("area_id")
    reports = list(found)
    officers = _officers([report.body for report in reports])
    approvers = _approvers({report.superior_id for report in reports})
    entries = list(_entries(round_, reports, officers, approvers))
    with clock.set_to(round_.deadline_at + timedelta(days=10)):
        sent = record_versions(round_, entries, by=prepare.service_actor())
    cells = len(round_.template_version.cells)
    return NationalRound(round_, len(reports), sent, sent * cells)


def _entries(
    round_: Round, reports: Sequence[Report], officers: dict[int, Posting], approvers: Approvers
) -> Iterable[RecordedReport]:
    specs = specs_of(round_.template_version.cells)
    for report in reports:
        chance = random.Random(f"{report.area_id}/{round_.period}/gui").randrange(100)
        if chance < SILENT:
            continue
        is_late = chance < SILENT + LATE
        at = round_.deadline_at + timedelta(days=1 if is_late else -2, minutes=chance)
        is_waiting = chance >= 100 - WAITING
        content = rounds.invented(specs, seed=f"{report.area_id}/{round_.period}")
        given = [] if is_waiting else _given(approvers[report.superior_id], at)
        yield RecordedReport(report, content, officers[report.body_id], at, given)


def _given(approvers: Sequence[tuple[str, Posting]], at: datetime) -> list[RecordedApproval]:
    return [RecordedApproval(kind, by, at + timedelta(days=2)) for kind, by in approvers]


def _officers(bodies: Sequence[Body]) -> dict[int, Posting]:
    """One officer for each body: who is there already, else a new one without sign-in."""
    held = Posting.objects.on(clock.today()).filter(
        body__in=[body.pk for body in bodies], role=Role.OFFICER
    )
    found = {posting.body_id: posting for posting in held.select_related("account", "body")}
    rest = [body for body in bodies if body.pk not in found]
    return found | _appointed(rest, "can.bo", Role.OFFICER, "Cán bộ tổng hợp")


def _approvers(provinces: set[int]) -> Approvers:
    """For each province the leaders who approve and agree: of the police and of the Front."""
    found: Approvers = {area: [] for area in provinces}
    for kind, body_kind in (("approve", "ca"), ("concur", "mttq")):
        bodies = list(
            Body.objects.on(clock.today())
            .filter(kind_id=body_kind, area_id__in=provinces, parent__isnull=True)
            .select_related("kind")
        )
        leaders = _leaders(bodies, f"lanh.dao.{body_kind}")
        for body in bodies:
            found[body.area_id].append((kind, leaders[body.pk]))
    return found


def _leaders(bodies: Sequence[Body], start: str) -> dict[int, Posting]:
    held = Posting.objects.on(clock.today()).filter(body__in=bodies, role=Role.LEADER)
    found = {posting.body_id: posting for posting in held.select_related("account", "body")}
    rest = [body for body in bodies if body.pk not in found]
    return found | _appointed(rest, start, Role.LEADER, "Lãnh đạo cơ quan")


def _appointed(bodies: Sequence[Body], start: str, role: Role, capacity: str) -> dict[int, Posting]:
    """Invented officials, all made at once; nobody knows their passwords: there are none."""
    accounts = []
    for body in bodies:
        name = f"Cán bộ giả định {body.area_id}"
        accounts.append(
            Account(
                username=f"{start}.{body.area_id}",
                password=make_password(None),
                full_name=name,
                name_folded=fold(name),
                name_sort=sort_key(name)[:400],
                is_demo=True,
            )
        )
    made = Account.objects.bulk_create(accounts, _AT_ONCE)
    postings = Posting.objects.bulk_create(
        [
            Posting(account=account, body=body, role=role, capacity=capacity,
                    basis="Số liệu giả định", valid_from=SINCE)
            for account, body in zip(made, bodies, strict=True)
        ],
        _AT_ONCE,
    )  # fmt: skip
    return {posting.body_id: posting for posting in postings}


def _line(round_: Round) -> str:
    sent = round_.reports.exclude(state=ReportState.DRAFT).count()
    cells = len(round_.template_version.cells)
    return (
        f"Đợt toàn quốc kỳ {round_.period}: {number(sent)}/{number(round_.reports.count())} xã đã "
        f"gửi, {number(sent * cells)} số liệu giả định; xem bằng tài khoản {CENTRE}."
    )
