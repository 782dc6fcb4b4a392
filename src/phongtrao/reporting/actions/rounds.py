"""Opening a round with the reports it expects, closing its figures and opening them again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify, search
from phongtrao.core.calendar import DeadlineRule
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.formats import date_vn, datetime_vn
from phongtrao.core.periods import parse_period, scheme_of_round, window
from phongtrao.core.vietnamese import tidy
from phongtrao.core.working_days import work_calendar
from phongtrao.org.models import AreaVersion, Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import known_day, postings_in
from phongtrao.reporting import permissions
from phongtrao.reporting.actions.counting import report_changed
from phongtrao.reporting.actions.held_rows import held_row
from phongtrao.reporting.models import Approval, Report, Round, TemplateVersion
from phongtrao.reporting.models.training import marked
from phongtrao.reporting.queries.places import expected_areas, reporting_bodies
from phongtrao.reporting.workflow import REPORT, ROUND, ApprovalKind, Decision, ReportState

_BATCH = 1_000
_LONGEST_REASON = 1_000


@dataclass(frozen=True, slots=True)
class OpenedRound:
    """A new round, how many reports it expects, and the areas where nobody can report."""

    round: Round
    reports: int
    without_body: Sequence[str]


@transaction.atomic
def open_round(  # noqa: PLR0913 - each argument is one fact of the round
    template_version: TemplateVersion,
    *,
    period: str,
    scheme: str,
    area_id: int,
    level: str,
    deadline_at: datetime,
    holiday_rule: str = DeadlineRule.KEEP.value,
    by: Actor,
) -> OpenedRound:
    """Ask every reporting body of a level under an area for one period.

    The areas are those in force on the window's last day. The deadline lies at least one working
    day after it (Nghị định 09/2019/NĐ-CP, Điều 8 khoản 5 điểm b). The scheme of a training round
    (`core.periods.training`) makes it one. Raises ``InvalidInput``,
    ``Refused`` when the round is open already, ``Forbidden``.
    """
    _require_in_use(template_version)
    if not permissions.can_open_round(by, template_version, area_id, level):
        raise Forbidden(
            N_("Chỉ cơ quan thường trực của địa bàn mới mở được đợt báo cáo. Chưa có gì thay đổi.")
        )
    round_ = Round(
        template_version=template_version,
        scheme=scheme_of_round(scheme).code,
        period=parse_period(period).label,
        area_id=area_id,
        level=level,
        opened_at=clock.now(),
        opened_on=clock.today(),
        opened_by=permissions.posting_of(by),
        deadline_at=deadline_at,
        holiday_rule=holiday_rule,
    )
    round_.first_day, last_day = window(parse_period(period), scheme_of_round(scheme), level)
    round_.last_day = last_day
    _require_deadline(round_)
    areas = expected_areas(area_id, level, last_day)
    _insert_round(round_)
    bodies = reporting_bodies(template_version, areas, last_day)
    _create_reports(round_, areas, bodies)
    covered = {body.area_id for body in bodies}
    without = [area.full_name for area in areas if area.lineage_id not in covered]
    counts = {"reports": len(bodies), "without_body": len(without)}
    audit.record("round.opened", round_, by=by, period=round_.period, level=level, **counts)
    _tell_reporters(round_, bodies)
    return OpenedRound(round_, len(bodies), without)


@transaction.atomic
def open_rounds(
    template_version: TemplateVersion,
    *,
    period: str,
    scheme: str,
    area_id: int,
    deadlines: Mapping[str, datetime],
    holiday_rule: str = DeadlineRule.KEEP.value,
    by: Actor,
) -> list[OpenedRound]:
    """One round for each level, in one act: all of them or none. See `open_round`."""
    return [
        open_round(
            template_version,
            period=period,
            scheme=scheme,
            area_id=area_id,
            level=level,
            deadline_at=deadline_at,
            holiday_rule=holiday_rule,
            by=by,
        )
        for level, deadline_at in deadlines.items()
    ]


@transaction.atomic
def lock_round(round_: Round, *, reason: str = "", by: Actor) -> Round:
    """Close the figures (chốt số liệu): approved reports are final, the others stay as they are."""
    found = locked_round(round_)
    _require_closer(by, found)
    found.state_reason = tidy(reason).strip()[:_LONGEST_REASON]
    found.state = ROUND.target("lock", found.state)
    found.locked_at = clock.now()
    found.row_version += 1
    found.save(update_fields=["state", "locked_at", "state_reason", "row_version"])
    approved = found.reports.filter(state=ReportState.APPROVED)
    count = approved.update(state=REPORT.target("lock", ReportState.APPROVED))
    counts = {"locked": count, "expected": found.reports.count()}
    audit.record("round.locked", found, by=by, reason=found.state_reason, **counts)
    _tell_all(found, _("Đã chốt số liệu: %(round)s."), kind="round.locked")
    return found


@transaction.atomic
def reopen_round(round_: Round, *, reason: str, by: Actor) -> Round:
    """Open closed figures again (mở lại kỳ), with a reason that stays in the audit chain."""
    found = locked_round(round_)
    _require_closer(by, found)
    told = require_reason(reason)
    found.state = ROUND.target("reopen", found.state)
    found.locked_at = None
    found.row_version += 1
    found.state_reason = told
    found.save(update_fields=["state", "locked_at", "state_reason", "row_version"])
    closed = found.reports.filter(state=ReportState.LOCKED)
    count = closed.update(state=REPORT.target("unlock", ReportState.LOCKED))
    audit.record("round.reopened", found, by=by, reason=told, unlocked=count)
    _tell_all(found, _("Đã mở lại kỳ: %(round)s."), kind="round.reopened")
    return found


@transaction.atomic
def reopen_report(report: Report, *, reason: str, by: Actor) -> Report:
    """Give an approved report back to its body so that a corrected version can follow."""
    found = locked_report(report)
    if not permissions.can_reopen(by, found):
        raise Forbidden(N_("Chỉ cơ quan đã duyệt báo cáo mới mở lại được. Chưa có gì thay đổi."))
    told = require_reason(reason)
    require_open(found.round)
    found.state = REPORT.target("reopen", found.state)
    found.row_version += 1
    found.save(update_fields=["state", "row_version"])
    version = found.versions.get(n=found.version_count)
    void_approvals(found)
    Approval.objects.create(
        version=version,
        kind=ApprovalKind.APPROVE,
        by=permissions.posting_of(by),
        account=by.account,
        at=clock.now(),
        decision=Decision.RETURNED,
        reason=told,
    )
    audit.record("report.reopened", found, by=by, reason=told, version=found.version_count)
    report_changed(found)
    tell_reporters_of(found, _("Báo cáo được mở lại để sửa: %(report)s."), kind="report.reopened")
    return found


def locked_report(report: Report) -> Report:
    """The report's row, held until the transaction ends, with its round and form."""
    rows = Report.objects.select_for_update(of=("self",))
    return held_row(rows.select_related("round__template_version__template", "body"), report.pk)


def require_open(round_: Round) -> None:
    """Refuse every change of a report once the figures of its round are closed."""
    if round_.locked_at is not None:
        raise Refused(
            N_("Kỳ báo cáo này đã chốt số liệu nên không thay đổi được. Hãy đề nghị mở lại kỳ."),
            code="round_locked",
        )


def require_reason(reason: str) -> str:
    """The reason, tidied; refused when it says nothing."""
    told = tidy(reason).strip()[:_LONGEST_REASON]
    if not told:
        raise InvalidInput(
            N_("Chưa ghi lý do nên chưa thay đổi gì. Hãy ghi lý do rồi gửi lại."),
            "reason.empty",
            fields={"reason": N_("Chưa ghi lý do.")},
        )
    return told


def void_approvals(report: Report) -> int:
    """Take back every approval that still holds; returns how many."""
    holding = Approval.objects.filter(
        version__report=report, decision=Decision.APPROVED, voided_at__isnull=True
    )
    return holding.update(voided_at=clock.now())


def tell_reporters_of(report: Report, text: str, *, kind: str) -> None:
    """A notice to those who fill and send the report."""
    accounts = postings_in([report.body_id], "report.submit", clock.today())
    notify.notify(
        accounts,
        kind=kind,
        text=text % {"report": named(report.round)},
        address=reverse("reporting:report-detail", args=[report.pk]),
    )


def named(round_: Round) -> str:
    """How a notice names a round: its form, with the mark of a training round."""
    return marked(str(round_.template_version.template), round_.scheme)


def _require_in_use(form: TemplateVersion) -> None:
    if form.template.retired_at is not None:
        raise Refused(
            N_("Biểu mẫu này thôi dùng cho đợt mới. Hãy chọn biểu mẫu khác."),
            code="template_retired",
        )


def _insert_round(round_: Round) -> None:
    """Insert the round; a newer version of the form asks nobody twice for one period."""
    same = Round.objects.filter(
        template_version__template=round_.template_version.template_id,
        scheme=round_.scheme,
        period=round_.period,
        area=round_.area_id,
        level=round_.level,
    )
    try:
        with transaction.atomic():
            if same.exists():
                raise IntegrityError
            round_.save(force_insert=True)
    except IntegrityError:
        raise Refused(
            N_("Đợt báo cáo này đã được mở. Hãy tìm trong danh sách đợt báo cáo."),
            code="round_exists",
        ) from None


def _require_deadline(round_: Round) -> None:
    if round_.is_training:
        return  # practice need not wait for the end of its period
    last_day = round_.last_day
    earliest = work_calendar().add_working_days(last_day, 1)
    if round_.deadline_at.astimezone(clock.VIETNAM).date() < earliest:
        sentence = N_(
            "Hạn gửi phải sau ngày chốt số liệu %(last)s ít nhất một ngày làm việc,"
            " sớm nhất là %(earliest)s."
        )
        raise InvalidInput(
            sentence, "deadline.early", last=date_vn(last_day), earliest=date_vn(earliest)
        )


def _superiors(round_: Round, areas: Sequence[AreaVersion]) -> dict[int, int]:
    """Area → the nearest one above it with a body that approves on the round's last day.

    Districts stood above communes until 30/6/2025, their police until 28/2/2025: then it is the
    province. Where nobody above approves it is the parent, who may get such a body later.
    """
    needs = round_.template_version.approvals_for(round_.level)
    above = {area.lineage_id: [int(part) for part in area.path.split("/")[-3::-1] if part]
             for area in areas}  # fmt: skip
    approving = set(
        Body.objects.on(known_day(round_.last_day))
        .filter(kind_id__in=[need["body_kind"] for need in needs], parent__isnull=True)
        .filter(area_id__in=set().union(*above.values()))
        .values_list("area_id", flat=True)
    )
    return {
        area_id: next((each for each in ids if each in approving), (ids or [round_.area_id])[0])
        for area_id, ids in above.items()
    }


def _create_reports(round_: Round, areas: Sequence[AreaVersion], bodies: Sequence[Body]) -> None:
    above = _superiors(round_, areas)
    Report.objects.bulk_create(
        [
            Report(
                round=round_,
                area_id=body.area_id,
                body=body,
                superior_id=above[body.area_id],
            )
            for body in bodies
        ],
        batch_size=_BATCH,
    )
    search.refresh(Report, round_.reports.values_list("pk", flat=True))


def _tell_reporters(round_: Round, bodies: Sequence[Body]) -> None:
    accounts = postings_in([body.pk for body in bodies], "report.submit", clock.today())
    text = _("Mở đợt báo cáo: %(form)s, hạn %(deadline)s.") % {
        "form": named(round_),
        "deadline": datetime_vn(round_.deadline_at),
    }
    address = reverse("reporting:round-detail", args=[round_.pk])
    notify.notify(accounts, kind="round.opened", text=text, address=address)


def _tell_all(round_: Round, text: str, *, kind: str) -> None:
    bodies = round_.reports.values_list("body_id", flat=True)
    notify.notify(
        postings_in(bodies, "report.submit", clock.today()),
        kind=kind,
        text=text % {"round": named(round_)},
        address=reverse("reporting:round-detail", args=[round_.pk]),
    )


def locked_round(round_: Round) -> Round:
    """The round's row, held until the transaction ends, with its form."""
    rows = Round.objects.select_for_update(of=("self",))
    return held_row(rows.select_related("template_version__template"), round_.pk)


def _require_closer(by: Actor, round_: Round) -> None:
    if not permissions.can_close_round(by, round_):
        raise Forbidden(
            N_("Chỉ cơ quan thường trực mở đợt mới chốt hoặc mở lại được. Chưa có gì thay đổi.")
        )
