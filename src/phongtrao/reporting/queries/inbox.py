"""What reporting asks of an official, for *Việc cần xử lý*."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phongtrao.core.clock import VIETNAM
from phongtrao.core.formats import datetime_vn
from phongtrao.core.inbox import InboxItem, Tab, tab_of
from phongtrao.core.inbox_sources import Source
from phongtrao.core.periods import parse_period
from phongtrao.org.permissions import Actor
from phongtrao.reporting.models import Adjustment, DeadlineExtension, Report
from phongtrao.reporting.models.training import marked
from phongtrao.reporting.permissions import approval_kind_of
from phongtrao.reporting.queries.adjustments import waiting_adjustments
from phongtrao.reporting.queries.extensions import asked_extensions
from phongtrao.reporting.queries.reports import DUE, visible
from phongtrao.reporting.queries.waiting import submitted_below, waiting_for
from phongtrao.reporting.workflow import AdjustmentState, ApprovalKind, ExtensionState, ReportState

R = TypeVar("R", bound=Model)
_FORM = ("sections", "cells", "checks", "computed", "kinds", "approvals", "deadlines")
KIND = gettext_lazy("Báo cáo")
MOST = 100  # an inbox longer than this is a list; the page of the round has it
TONES = {
    ReportState.DRAFT: "secondary",
    ReportState.SUBMITTED: "info",
    ReportState.RETURNED: "warning",
    ReportState.APPROVED: "success",
    ReportState.LOCKED: "primary",
}


def inbox_sources(actor: Actor, day: date) -> Iterator[Source]:
    """Reports the actor's body must fill, mend or approve, and the last ones it has finished."""
    if actor.body is None or not actor.can("report.read"):
        return
    yield Source(_mine(actor), lambda report: _to_fill(report, day), most=MOST)
    if actor.can("report.approve") or actor.can("report.record_signed"):
        # Which forms ask the body for its word takes a query: not before something was sent.
        sent = submitted_below(actor).only("pk")
        yield Source(
            sent,
            lambda report: _decide(actor, report, day),
            most=1,
            ready=lambda _sent: _to_decide(actor)[:MOST],
        )
    if actor.can("report.return"):
        yield Source(_lean(asked_extensions(actor), "report__"), _more_time, most=MOST)
    if actor.can("report.approve"):
        yield Source(_second(actor), _second_person, most=MOST)


def _mine(actor: Actor) -> QuerySet[Report]:
    if not (actor.can("report.fill") or actor.can("report.submit")):
        return Report.objects.none()
    asked = visible(actor).filter(body=actor.body, round__value_import=None)
    return _lean(_shown(asked)).order_by(DUE.desc(), "pk")


def _to_decide(actor: Actor) -> QuerySet[Report]:
    return _shown(waiting_for(actor)).order_by("submitted_at", "pk")


def _second(actor: Actor) -> QuerySet[Adjustment]:
    rows = waiting_adjustments(actor).select_related(None)
    return _lean(
        rows.select_related(
            "version__report__body",
            "version__report__round__template_version__template",
            "version__report__round__one_off",
        ).defer("version__text", "version__cells"),
        "version__report__",
    )


def _shown(reports: QuerySet[Report]) -> QuerySet[Report]:
    return reports.select_related("round__template_version__template", "round__one_off", "body")


def _lean(rows: QuerySet[R], path: str = "") -> QuerySet[R]:
    """The rows without what a form holds beside its name."""
    return rows.defer(*(f"{path}round__template_version__{name}" for name in _FORM))


def _to_fill(report: Report, day: date) -> InboxItem:
    due_on = _due_on(report)
    open_ = report.state in (ReportState.DRAFT, ReportState.RETURNED)
    tab: Tab = "returned" if report.state == ReportState.RETURNED else tab_of(due_on, day)
    page = "reporting:report-fill" if open_ else "reporting:report-detail"
    return InboxItem(
        kind=KIND,
        title=_title(report),
        body=report.body.name,
        due_on=due_on if open_ else None,
        state_label=ReportState(report.state).label,
        tone=TONES[ReportState(report.state)],
        url=reverse(page, args=[report.pk]),
        verb=_("Nhập báo cáo") if open_ else _("Xem"),
        tab=tab if open_ else "done",
    )


def _decide(actor: Actor, report: Report, day: date) -> InboxItem | None:
    kind = approval_kind_of(actor, report)
    if kind is None:
        return None
    due_on = timezone.localtime(report.submitted_at, VIETNAM).date() if report.submitted_at else day
    verb = ApprovalKind(kind).label if actor.can("report.approve") else _("Ghi nhận văn bản đã ký")
    return InboxItem(
        kind=KIND,
        title=_title(report),
        body=report.body.name,
        due_on=None,
        state_label=_("Đã gửi ngày %(day)s") % {"day": due_on.strftime("%d/%m/%Y")},
        tone=TONES[ReportState.SUBMITTED],
        url=reverse("reporting:report-review", args=[report.pk]),
        verb=verb,
        tab="waiting",
    )


def _more_time(extension: DeadlineExtension) -> InboxItem:
    report = extension.report
    return InboxItem(
        kind=KIND,
        title=_("Xin gia hạn đến %(moment)s: %(title)s")
        % {"moment": datetime_vn(extension.deadline_at), "title": _title(report)},
        body=report.body.name,
        due_on=timezone.localtime(extension.deadline_before, VIETNAM).date(),
        state_label=ExtensionState.ASKED.label,
        tone="warning",
        url=reverse("reporting:report-time", args=[report.pk]),
        verb=_("Quyết định gia hạn"),
        tab="waiting",
    )


def _second_person(row: Adjustment) -> InboxItem:
    report = row.version.report
    return InboxItem(
        kind=KIND,
        title=_("Điều chỉnh số liệu: %(title)s") % {"title": _title(report)},
        body=report.body.name,
        due_on=None,
        state_label=AdjustmentState.PROPOSED.label,
        tone="warning",
        url=reverse("reporting:report-adjustments", args=[report.pk]),
        verb=_("Duyệt điều chỉnh"),
        tab="waiting",
    )


def _due_on(report: Report) -> date:
    return timezone.localtime(report.deadline_at, VIETNAM).date()


def _title(report: Report) -> str:
    if report.round.asked_once:
        told = {
            "title": report.round.template_version.template.name,
            "deadline": datetime_vn(report.deadline_at),
        }
        return _("Báo cáo đột xuất: %(title)s – hạn %(deadline)s") % told
    name = marked(parse_period(report.round.period).name.shown(_), report.round.scheme)
    return f"{report.round.template_version.template.name} – {name}"
