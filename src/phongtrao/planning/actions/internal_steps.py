"""What becomes of work given inside a body: taken up, talked about, done, accepted, taken back."""

from django.db import transaction
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput
from phongtrao.core.vietnamese import tidy
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.planning import permissions
from phongtrao.planning.actions.internal import add_note, locked, send, tell_doers
from phongtrao.planning.models import InternalAssignment, InternalNote
from phongtrao.planning.workflow import INTERNAL, InternalState

_LONGEST = 5_000


@transaction.atomic
def start_inside(given: InternalAssignment, *, by: Actor) -> InternalAssignment:
    """Take the work up. Raises Forbidden and TransitionRefused."""
    given = _stepped(given, "start", by)
    _save(given)
    add_note(given, "started", _("Đã nhận việc."), by)
    audit.record("internal.started", given, by=by)
    return given


@transaction.atomic
def note_inside(given: InternalAssignment, text: str, *, by: Actor) -> InternalNote:
    """Say something about the work. Raises Forbidden and InvalidInput (nothing said)."""
    if not by.can("internal.work"):
        raise Forbidden(N_("Với chức trách đang chọn, bạn không ghi trao đổi được."))
    words = _said(text)
    note = add_note(given, "note", words, by)
    audit.record("internal.noted", given, by=by)
    if permissions.can_give_inside(by, given.body_id):
        tell_doers(given, "internal.noted", _("Lãnh đạo có ý kiến về việc: %(text)s"), by)
    return note


@transaction.atomic
def report_inside(given: InternalAssignment, text: str, *, by: Actor) -> InternalAssignment:
    """Report the work done; a leader accepts it. Raises as `start_inside`, and InvalidInput."""
    given = _stepped(given, "report", by)
    words = _said(text)
    given.reported_account_id = by.account_id
    given.returned_at = None
    _save(given, "reported_account", "returned_at")
    add_note(given, "reported", words, by)
    audit.record("internal.reported", given, by=by)
    leaders = postings_in([given.body_id], "internal.give", by.day)
    send(given, leaders, "internal.reported", _("Báo xong việc: %(text)s"), by)
    return given


@transaction.atomic
def accept_inside(
    given: InternalAssignment, *, by: Actor, text: str = "", expected_version: int | None = None
) -> InternalAssignment:
    """Accept what was done. Raises Forbidden, TransitionRefused and StaleVersion."""
    given = _decided(given, "accept", by, expected_version)
    given.ended_at = clock.now()
    _save(given, "ended_at")
    add_note(given, "accepted", tidy(text).strip()[:_LONGEST] or _("Đã nhận kết quả."), by)
    audit.record("internal.accepted", given, by=by)
    tell_doers(given, "internal.accepted", _("Lãnh đạo đã nhận kết quả việc: %(text)s"), by)
    return given


@transaction.atomic
def return_inside(
    given: InternalAssignment, text: str, *, by: Actor, expected_version: int | None = None
) -> InternalAssignment:
    """Return what was reported, saying what is missing. Raises as `accept_inside`, InvalidInput."""
    given = _decided(given, "return", by, expected_version)
    words = _said(text)
    given.reported_account = None
    given.returned_at = clock.now()
    _save(given, "reported_account", "returned_at")
    add_note(given, "returned", words, by)
    audit.record("internal.returned", given, by=by)
    tell_doers(given, "internal.returned", _("Lãnh đạo trả lại việc: %(text)s"), by)
    return given


@transaction.atomic
def withdraw_inside(given: InternalAssignment, text: str, *, by: Actor) -> InternalAssignment:
    """Take the work back, with the reason. Raises Forbidden, TransitionRefused, InvalidInput."""
    given = locked(given, None)
    if not permissions.can_give_inside(by, given.body_id):
        raise Forbidden(N_("Chỉ lãnh đạo cơ quan mới thu hồi được việc này."))
    given.state = INTERNAL.target("withdraw", current=InternalState(given.state))
    words = _said(text)
    given.ended_at = clock.now()
    given.reported_account = None
    given.returned_at = None
    _save(given, "ended_at", "reported_account", "returned_at")
    add_note(given, "withdrawn", words, by)
    audit.record("internal.withdrawn", given, by=by)
    tell_doers(given, "internal.withdrawn", _("Lãnh đạo thu hồi việc: %(text)s"), by)
    return given


def _stepped(given: InternalAssignment, verb: str, by: Actor) -> InternalAssignment:
    """The locked row in its new state, if whoever does the work may move it there."""
    given = locked(given, None)
    if not permissions.can_work_inside(by, given):
        raise Forbidden(N_("Chỉ nơi, người được giao mới làm được việc này."))
    given.state = INTERNAL.target(verb, current=InternalState(given.state))
    return given


def _decided(
    given: InternalAssignment, verb: str, by: Actor, expected_version: int | None
) -> InternalAssignment:
    """The locked row in its new state, if the leader may move it there."""
    given = locked(given, expected_version)
    if not permissions.can_accept_inside(by, given):
        raise Forbidden(
            N_("Chỉ lãnh đạo cơ quan, không phải người đã báo xong, mới nhận hoặc trả lại được.")
        )
    given.state = INTERNAL.target(verb, current=InternalState(given.state))
    return given


def _save(given: InternalAssignment, *fields: str) -> None:
    given.row_version += 1
    given.save(update_fields=["state", "row_version", *fields])


def _said(text: str) -> str:
    words = tidy(text).strip()[:_LONGEST]
    if not words:
        raise InvalidInput(
            N_("Chưa ghi nội dung."),
            "internal.silent",
            fields={"text": N_("Hãy ghi vài lời.")},
        )
    return words
