"""The calendar of a week from its first line to its numbered changes."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.weeks import permissions
from phongtrao.fieldwork.weeks.actions.items import held
from phongtrao.fieldwork.weeks.models import Week, WeekChange, WeekItem
from phongtrao.fieldwork.weeks.rules import monday_before
from phongtrao.fieldwork.weeks.workflow import WEEK
from phongtrao.org.permissions import Actor
from phongtrao.planning.permissions import posting_of

_DAYS = timedelta(days=7)
_FARTHEST = timedelta(days=400)


@transaction.atomic
def open_week(day: date, *, by: Actor) -> Week:
    """Begin the calendar of the week that a day lies in, for the acting body.

    Raises Forbidden, Refused (there is one already) and InvalidInput (more than a year away).
    """
    if not permissions.may_draft(by):
        raise Forbidden(N_("Chức trách đang chọn không soạn lịch công tác. Chưa có gì thay đổi."))
    posting, monday = posting_of(by), monday_before(day)
    if abs(monday - by.day) > _FARTHEST:
        said = Sentence(N_("Tuần này cách hôm nay hơn một năm; hãy kiểm tra lại ngày."))
        raise InvalidInput(said, fields={"day": said})
    try:
        with transaction.atomic():
            made = Week.objects.create(
                body=posting.body, monday=monday, made_at=clock.now(), made_by=posting
            )
    except IntegrityError:
        raise Refused(
            N_("Đã có lịch của tuần từ %(first)s đến %(last)s. Hãy mở lịch đó để soạn tiếp."),
            first=date_vn(monday),
            last=date_vn(monday + timedelta(days=6)),
        ) from None
    audit.record("week.opened", made, by=by, monday=str(monday))
    return made


@transaction.atomic
def copy_fixed(week: Week, *, by: Actor) -> int:
    """The fixed lines of the week before, seven days later; how many were new.

    Raises Forbidden, TransitionRefused and Refused (no week before, nothing fixed, all there).
    """
    found = held(week, by=by)
    WEEK.target("draft", found.state)
    rows = WeekItem.objects.filter(
        week__body_id=found.body_id,
        week__monday=found.monday - _DAYS,
        is_fixed=True,
        dropped_in__isnull=True,
    )
    mine = WeekItem.objects.filter(week=found, dropped_in__isnull=True)
    there = set(mine.values_list("day", "starts_at", "content"))
    new = [row for row in rows if (row.day + _DAYS, row.starts_at, row.content) not in there]
    if not new:
        raise Refused(N_("Tuần trước không có mục cố định nào mà tuần này chưa có."))
    number = found.changes + 1 if found.approved_on else 0
    for row in new:
        WeekItem.objects.create(
            week=found, day=row.day + _DAYS, part=row.part, starts_at=row.starts_at,
            ends_at=row.ends_at, content=row.content, place=row.place, chair=row.chair,
            preparer=row.preparer, participants=row.participants, is_fixed=True, added_in=number,
        )  # fmt: skip
    _stepped(found, "draft")
    audit.record("week.items_added", found, by=by, count=len(new), monday=str(found.monday))
    return len(new)


@transaction.atomic
def submit(week: Week, *, note: str = "", by: Actor) -> Week:
    """Lay the week before a leader. Raises Forbidden, TransitionRefused, Refused (empty)."""
    found = held(week, by=by)
    target = WEEK.target("submit", found.state)
    _require_items(found)
    found.note, found.returned_reason, found.state = tidy_line(note)[:500], "", target
    _saved(found)
    audit.record("week.submitted", found, by=by, monday=str(found.monday))
    return found


@transaction.atomic
def give_back(week: Week, *, reason: str, by: Actor) -> Week:
    """Ask for something to be mended. Raises Forbidden, TransitionRefused, InvalidInput (why)."""
    found = _for_leader(week, by)
    said = tidy_line(reason)[:300]
    if not said:
        missing = Sentence(N_("Hãy ghi cần sửa gì, ví dụ: hai cuộc họp trùng giờ ngày thứ Ba."))
        raise InvalidInput(missing, fields={"reason": missing})
    found.returned_reason = said
    _stepped(found, "give_back")
    audit.record("week.given_back", found, by=by, reason=said)
    return found


@transaction.atomic
def approve(week: Week, *, shown_below: bool = False, by: Actor) -> Week:
    """Approve a week: its body reads it, and the bodies below where that was chosen.

    Raises Forbidden, TransitionRefused and Refused (a week without lines).
    """
    found = _for_leader(week, by)
    WEEK.target("approve", found.state)
    _require_items(found)
    found.approved_on, found.approved_by = by.day, posting_of(by)
    found.shown_below = shown_below
    _stepped(found, "approve")
    audit.record("week.approved", found, by=by, monday=str(found.monday), below=shown_below)
    return found


@transaction.atomic
def approve_changes(week: Week, *, by: Actor) -> WeekChange:
    """Approve what was added, moved and dropped since, under the next number.

    Raises Forbidden, TransitionRefused and Refused (nothing differs any more).
    """
    found = _for_leader(week, by)
    WEEK.target("approve_changes", found.state)
    number = found.changes + 1
    rows = WeekItem.objects.filter(week=found)
    if not (rows.filter(added_in=number) | rows.filter(dropped_in=number)).exists():
        raise Refused(N_("Không còn thay đổi nào để duyệt. Hãy bỏ các thay đổi chờ duyệt."))
    found.changes = number
    _stepped(found, "approve_changes")
    made = WeekChange.objects.create(
        week=found,
        number=number,
        approved_at=clock.now(),
        approved_on=by.day,
        approved_by=posting_of(by),
    )
    audit.record("week.changes_approved", found, by=by, number=number)
    return made


@transaction.atomic
def drop_changes(week: Week, *, by: Actor) -> Week:
    """Let go of the changes that wait: the week stands as it was approved.

    Raises Forbidden and TransitionRefused.
    """
    found = Week.objects.select_for_update(of=("self",)).get(pk=week.pk)
    if not (permissions.can_draft(by, found) or permissions.can_approve(by, found)):
        raise Forbidden(N_("Chỉ cơ quan có lịch này mới bỏ được các thay đổi chờ duyệt."))
    WEEK.target("drop_changes", found.state)
    number = found.changes + 1
    WeekItem.objects.filter(week=found, added_in=number).delete()
    WeekItem.objects.filter(week=found, dropped_in=number).update(dropped_in=None)
    _stepped(found, "drop_changes")
    audit.record("week.changes_dropped", found, by=by, number=number)
    return found


def _for_leader(week: Week, by: Actor) -> Week:
    found = Week.objects.select_for_update(of=("self",)).select_related("body").get(pk=week.pk)
    if not permissions.can_approve(by, found):
        raise Forbidden(N_("Chỉ lãnh đạo cơ quan có lịch này mới duyệt được. Chưa có gì thay đổi."))
    return found


def _require_items(week: Week) -> None:
    if not WeekItem.objects.filter(week=week, dropped_in__isnull=True).exists():
        raise Refused(N_("Lịch tuần chưa có mục nào. Hãy ghi ít nhất một việc rồi trình duyệt."))


def _stepped(week: Week, verb: str) -> None:
    week.state = WEEK.target(verb, week.state)
    _saved(week)


def _saved(week: Week) -> None:
    week.row_version += 1
    week.save()
