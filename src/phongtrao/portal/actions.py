"""What one does at the door itself: choose a capacity, read notices, correct the calendar."""

from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.http import HttpRequest

from phongtrao.core import audit, clock
from phongtrao.core.calendar import CalendarRow
from phongtrao.core.errors import N_, Forbidden, NotFound, Refused
from phongtrao.core.models import CalendarDay, Notice
from phongtrao.org.middleware import SESSION_KEY
from phongtrao.org.permissions import Actor
from phongtrao.portal import permissions, queries


def choose_standing(request: HttpRequest, key: str, *, by: Actor) -> None:
    """Act in another of the account's capacities from the next request on.

    The session gets a new key, since rights change. Raises NotFound for a capacity that is not
    the account's today.
    """
    if key not in {standing.key for standing in queries.standings(by)}:
        raise NotFound
    request.session.cycle_key()
    request.session[SESSION_KEY] = int(key)


def read_notice(notice: Notice) -> Notice:
    """Mark one notice as read; a second time changes nothing."""
    if notice.read_at is None:
        notice.read_at = clock.now()
        notice.save(update_fields=["read_at"])
    return notice


def read_all_notices(*, by: Actor) -> int:
    """Mark every notice of the account as read; returns how many there were."""
    return queries.notices(by).filter(read_at=None).update(read_at=clock.now())


@transaction.atomic
def correct_calendar(rows: Sequence[CalendarRow], *, seen: str, by: Actor) -> int:
    """Put corrections in place of what was said about their days; returns how many are new.

    `seen` is the mark of the preview (`queries.proposal`): Refused where the calendar has changed
    since. Rows that stand already are left alone. Raises Forbidden.
    """
    _require_calendar_right(by)
    proposal = queries.proposal(rows)
    if proposal.mark != seen:
        raise _moved()
    try:
        with transaction.atomic():
            for row in proposal.new:
                _write_correction(row, by)
    except IntegrityError:
        raise _moved() from None
    return len(proposal.new)


@transaction.atomic
def withdraw_correction(correction: CalendarDay, *, by: Actor) -> None:
    """Remove a correction: its day is again what the packaged table says. Raises Forbidden."""
    _require_calendar_right(by)
    locked = CalendarDay.objects.select_for_update().filter(pk=correction.pk).first()
    if locked is None:
        raise NotFound
    audit.record("calendar.correction_withdrawn", locked, by=by, **_content(locked))
    locked.delete()


def _write_correction(row: CalendarRow, by: Actor) -> None:
    """Insert one row in place of the one that spoke of the same day or year."""
    same = queries.corrections_like(row).select_for_update().first()
    replaced = _content(same) if same else None
    if same:
        same.delete()
    made = CalendarDay.objects.create(
        day=row.day, kind=row.kind, name=row.name, source=row.source, recorded_at=clock.now()
    )
    audit.record("calendar.corrected", made, by=by, **_content(made), replaced=replaced)


def _content(correction: CalendarDay) -> dict[str, str]:
    return {
        "day": correction.day.isoformat(),
        "kind": str(correction.kind),
        "name": correction.name,
        "source": correction.source,
    }


def _require_calendar_right(by: Actor) -> None:
    if not permissions.may_correct_calendar(by):
        raise Forbidden(N_("Chỉ quản trị hệ thống điều chỉnh được lịch làm việc."))


def _moved() -> Refused:
    return Refused(
        N_(
            "Lịch làm việc vừa thay đổi sau khi bạn xem trước nên chưa ghi gì."
            " Hãy xem lại phần khác biệt rồi xác nhận."
        ),
        code="calendar.moved",
    )
