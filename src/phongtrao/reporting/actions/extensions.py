"""More time for a report: asked by its body, given by the body above, taken back before it ends."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.formats import datetime_vn
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.reporting import permissions
from phongtrao.reporting.actions.held_rows import held_row
from phongtrao.reporting.actions.rounds import locked_report, require_open, require_reason
from phongtrao.reporting.models import DeadlineExtension, Report, Round
from phongtrao.reporting.models.training import marked
from phongtrao.reporting.workflow import EXTENSION, ExtensionState, ReportState

_OPEN = (ReportState.DRAFT, ReportState.RETURNED)
_MOST_AT_ONCE = 4_000


@transaction.atomic
def ask_extension(
    report: Report, *, deadline_at: datetime, reason: str, by: Actor
) -> DeadlineExtension:
    """Ask the body above for more time; the deadline that holds stays until it is granted.

    Raises ``Forbidden``, ``Refused`` (asked already, the report is sent, the deadline is past) and
    ``InvalidInput`` (not later than the present deadline, no reason).
    """
    found = _unsent(report)
    if not permissions.can_ask_extension(by, found):
        raise Forbidden(N_("Chỉ cơ quan báo cáo mới xin gia hạn được."))
    if found.deadline_at < clock.now():
        raise Refused(
            N_("Đã quá hạn gửi từ %(moment)s; hãy gửi báo cáo, cấp trên có thể chủ động gia hạn."),
            code="extension.late",
            moment=datetime_vn(found.deadline_at),
        )
    if found.extensions.filter(state=ExtensionState.ASKED).exists():
        raise Refused(
            N_("Đã có một đề nghị gia hạn đang chờ quyết định; hãy chờ hoặc rút đề nghị đó."),
            code="extension.open",
        )
    asked = _create(found, deadline_at, reason, by)
    _noted("extension.asked", asked, by)
    _tell_above(asked)
    return asked


@transaction.atomic
def decide_extension(
    extension: DeadlineExtension, *, grant: bool, reason: str = "", by: Actor
) -> DeadlineExtension:
    """Grant or refuse more time; a refusal needs a reason. The deadline of the round stays."""
    found = _held(extension)
    state = EXTENSION.target("grant" if grant else "refuse", found.state)
    if not permissions.can_decide_extension(by, found):
        raise Forbidden(N_("Cơ quan duyệt báo cáo quyết định gia hạn, không phải cơ quan xin."))
    if grant:
        require_open(found.report.round)
        _require_later(found.report, found.deadline_at)
        _replace_granted(found.report, by)
    found.decision_reason = "" if grant and not reason else require_reason(reason)
    _close(found, state, by)
    if grant:
        _set_deadline(found.report, found.deadline_at)
    _noted("extension.granted" if grant else "extension.refused", found, by)
    text = _("Đồng ý gia hạn báo cáo đến %(moment)s.") if grant else _("Không gia hạn báo cáo.")
    _tell_reporters(found, text)
    return found


@transaction.atomic
def withdraw_extension(extension: DeadlineExtension, *, by: Actor) -> DeadlineExtension:
    """Take an unanswered request back."""
    found = _held(extension)
    if not permissions.can_ask_extension(by, found.report):
        raise Forbidden(N_("Chỉ cơ quan đã xin gia hạn mới rút được đề nghị."))
    state = EXTENSION.target("withdraw", found.state)
    _close(found, state, by)
    _noted("extension.withdrawn", found, by)
    return found


@transaction.atomic
def give_extension(
    report: Report, *, deadline_at: datetime, reason: str, by: Actor
) -> DeadlineExtension:
    """Give more time unasked, also after the deadline; an open request is answered by it."""
    found = _unsent(report)
    if not permissions.can_extend(by, found):
        raise Forbidden(N_("Chỉ cơ quan duyệt báo cáo mới gia hạn được."))
    waiting = found.extensions.filter(state=ExtensionState.ASKED).first()
    if waiting is not None:
        raise Refused(
            N_("Cơ quan này đang xin gia hạn; hãy trả lời đề nghị đó."), code="extension.open"
        )
    return _give(found, deadline_at, reason, by)


@transaction.atomic
def extend_unsent(round_: Round, *, deadline_at: datetime, reason: str, by: Actor) -> int:
    """Give every report of a round that is not there more time; returns how many."""
    if not permissions.can_close_round(by, round_):
        raise Forbidden(N_("Chỉ cơ quan mở đợt mới gia hạn được cho cả đợt."))
    require_open(round_)
    told = require_reason(reason)
    rows = round_.reports.filter(state__in=_OPEN).order_by("pk")[:_MOST_AT_ONCE]
    unsent: Sequence[Report] = list(rows.select_for_update(of=("self",)).select_related("body"))
    given = 0
    for report in unsent:
        report.round = round_
        waiting = report.extensions.filter(state=ExtensionState.ASKED).exists()
        if not waiting and deadline_at > report.deadline_at:
            _give(report, deadline_at, told, by)
            given += 1
    if not given:
        raise InvalidInput(
            N_("Không có báo cáo chưa gửi nào mà hạn mới muộn hơn hạn hiện nay."),
            "extension.nobody",
        )
    return given


@transaction.atomic
def take_back_extension(
    extension: DeadlineExtension, *, reason: str, by: Actor
) -> DeadlineExtension:
    """Undo a granted extension while its deadline has not passed; the one before holds again."""
    found = _held(extension)
    if not permissions.can_extend(by, found.report):
        raise Forbidden(N_("Chỉ cơ quan duyệt báo cáo mới hủy gia hạn được."))
    state = EXTENSION.target("take_back", found.state)
    if found.deadline_at <= clock.now() or found.report.state not in _OPEN:
        raise Refused(
            N_("Hạn đã gia hạn đã qua hoặc báo cáo đã gửi nên không hủy gia hạn được nữa."),
            code="extension.passed",
        )
    found.decision_reason = require_reason(reason)
    _close(found, state, by)
    _set_deadline(found.report, found.deadline_before)
    _noted("extension.taken_back", found, by)
    _tell_reporters(found, _("Đã hủy việc gia hạn; hạn gửi trở lại như trước."))
    return found


def _unsent(report: Report) -> Report:
    found = locked_report(report)
    require_open(found.round)
    if found.round.value_import_id or found.state not in _OPEN:
        raise Refused(N_("Báo cáo đã gửi nên không cần gia hạn."), code="extension.sent")
    return found


def _held(extension: DeadlineExtension) -> DeadlineExtension:
    """The request and its report, both held: the report first, as in `adjustments`."""
    above = held_row(DeadlineExtension.objects.select_related("report"), extension.pk)
    report = locked_report(above.report)
    rows = DeadlineExtension.objects.select_for_update(of=("self",))
    found = held_row(rows, extension.pk)
    found.report = report
    return found


def _give(report: Report, deadline_at: datetime, reason: str, by: Actor) -> DeadlineExtension:
    _replace_granted(report, by)
    given = _create(report, deadline_at, reason, by, is_unasked=True)
    _close(given, ExtensionState.GRANTED, by)
    _set_deadline(report, deadline_at)
    _noted("extension.given", given, by)
    _tell_reporters(given, _("Cấp trên gia hạn báo cáo đến %(moment)s."))
    return given


def _create(
    report: Report, deadline_at: datetime, reason: str, by: Actor, *, is_unasked: bool = False
) -> DeadlineExtension:
    _require_later(report, deadline_at)
    return DeadlineExtension.objects.create(
        report=report,
        deadline_before=report.deadline_at,
        deadline_at=deadline_at,
        reason=require_reason(reason),
        is_unasked=is_unasked,
        asked_at=clock.now(),
        asked_by=permissions.posting_of(by),
        asked_account=by.account,
    )


def _require_later(report: Report, deadline_at: datetime) -> None:
    if deadline_at <= max(report.deadline_at, clock.now()):
        sentence = N_("Hạn mới %(asked)s phải sau hạn hiện nay (%(due)s) và sau lúc này.")
        raise InvalidInput(
            sentence,
            "extension.not_later",
            asked=datetime_vn(deadline_at),
            due=datetime_vn(report.deadline_at),
        )


def _replace_granted(report: Report, by: Actor) -> None:
    """One granted extension holds at a time; a further one follows it."""
    for held in report.extensions.filter(state=ExtensionState.GRANTED):
        held.decision_reason = _("Thay bằng lần gia hạn sau.")
        _close(held, EXTENSION.target("take_back", held.state), by)


def _close(extension: DeadlineExtension, state: str, by: Actor) -> None:
    extension.state = state
    extension.decided_at = clock.now()
    extension.decided_by = permissions.posting_of(by)
    extension.save()


def _set_deadline(report: Report, moment: datetime) -> None:
    """The deadline that holds for this report; the round keeps its own beside it."""
    report.extended_to = moment if moment > report.round.deadline_at else None
    report.row_version += 1
    report.save(update_fields=["extended_to", "row_version"])


def _noted(verb: str, extension: DeadlineExtension, by: Actor) -> None:
    audit.record(
        verb,
        extension.report,
        by=by,
        request=extension.pk,
        before=extension.deadline_before.isoformat(),
        deadline=extension.deadline_at.isoformat(),
    )


def _tell_above(extension: DeadlineExtension) -> None:
    report = extension.report
    above = Body.objects.on(clock.today()).filter(
        area_id=report.superior_id, kind_id=permissions.deciding_kind(report.round), parent=None
    )
    text = _("%(body)s xin gia hạn báo cáo đến %(moment)s.")
    said = text % {"body": report.body.name, "moment": datetime_vn(extension.deadline_at)}
    notify.notify(
        postings_in(above.values_list("pk", flat=True), "report.return", clock.today()),
        kind="extension.asked",
        text=marked(said, report.round.scheme),
        address=reverse("reporting:report-detail", args=[report.pk]),
    )


def _tell_reporters(extension: DeadlineExtension, text: str) -> None:
    report = extension.report
    notify.notify(
        postings_in([report.body_id], "report.submit", clock.today()),
        kind=f"extension.{extension.state}",
        text=marked(text % {"moment": datetime_vn(extension.deadline_at)}, report.round.scheme),
        address=reverse("reporting:report-detail", args=[report.pk]),
    )
