"""The lines of a week: typed, pasted, taken from a register, changed, dropped.

Until the week is approved a line is written over. After that a change waits beside what was
approved, under the next number, and what it replaces stays readable.
"""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence, StaleVersion
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.weeks import permissions
from phongtrao.fieldwork.weeks.models import Week, WeekItem
from phongtrao.fieldwork.weeks.rules import MOST_ITEMS, Hours, Line, checked, require_in_week
from phongtrao.fieldwork.weeks.workflow import PUBLISHED, WEEK
from phongtrao.org.permissions import Actor
from phongtrao.planning.deadlines.engagements import BY_CLOCK, Engagement

_TEXTS = ("content", "place", "chair", "preparer", "participants")


def held(week: Week, *, by: Actor) -> Week:
    """The week, locked for whoever drafts for its body; raises Forbidden."""
    found = Week.objects.select_for_update(of=("self",)).select_related("body").get(pk=week.pk)
    if not permissions.can_draft(by, found):
        raise Forbidden(N_("Chỉ cơ quan có lịch này mới soạn, sửa được lịch. Chưa có gì thay đổi."))
    return found


@transaction.atomic
def add_item(week: Week, line: Line, *, by: Actor) -> WeekItem:
    """One more line. Raises Forbidden, TransitionRefused (waits for approval), Refused (full) and
    InvalidInput (nothing said, a day outside of the week).
    """
    return _add(held(week, by=by), [(line, "")], by)[0]


@transaction.atomic
def paste_items(week: Week, lines: Sequence[Line], *, by: Actor) -> list[WeekItem]:
    """All lines that were pasted, or none. Raises as adding one does."""
    return _add(held(week, by=by), [(line, "") for line in lines], by)


@transaction.atomic
def take_engagements(week: Week, engagements: Sequence[Engagement], *, by: Actor) -> list[WeekItem]:
    """Lines from what stands in the registers; what the week has already is passed over.

    Raises as adding does, and Refused where there is nothing new.
    """
    found = held(week, by=by)
    there = set(_standing(found).values_list("source", "day"))
    new = [each for each in engagements if (each.identity, each.day) not in there]
    if not new:
        raise Refused(N_("Các việc này đã có trong lịch tuần. Chưa có gì thay đổi."))
    return _add(found, [(_line_from(each), each.identity) for each in new], by)


@transaction.atomic
def change_item(
    item: WeekItem, line: Line, *, by: Actor, expected_version: int | None = None
) -> WeekItem:
    """Other words or another time for a line; the row that stands for it now.

    Raises Forbidden, TransitionRefused, StaleVersion, Refused (dropped) and InvalidInput.
    """
    week, found = _held_item(item, by, expected_version)
    facts = _facts(line, week)
    if not _is_published(week, found):
        for name, value in facts.items():
            setattr(found, name, value)
        found.row_version += 1
        found.save()
        _drafted(week)
    else:
        found = _replaced(week, found, facts)
    audit.record("week_item.changed", found, by=by, day=str(found.day))
    return found


@transaction.atomic
def drop_item(item: WeekItem, *, by: Actor, expected_version: int | None = None) -> None:
    """Take a line out; one that was approved stays readable as dropped.

    Raises Forbidden, TransitionRefused, StaleVersion and Refused (dropped before).
    """
    week, found = _held_item(item, by, expected_version)
    audit.record("week_item.dropped", found, by=by, day=str(found.day), content=found.content)
    if _is_published(week, found):
        found.dropped_in = week.changes + 1
        found.row_version += 1
        found.save()
    else:
        former = found.former
        found.delete()
        if former is not None:
            former.dropped_in = None
            former.save(update_fields=["dropped_in"])
    _drafted(week)


def _replaced(week: Week, found: WeekItem, facts: dict[str, Any]) -> WeekItem:
    """The line that takes the place of an approved one, under the next number."""
    found.dropped_in = week.changes + 1
    found.row_version += 1
    found.save()
    _drafted(week)
    return WeekItem.objects.create(
        week=week,
        added_in=week.changes + 1,
        former=found,
        source=found.source,
        uid=found.uid,
        revision=found.revision + 1,
        **facts,
    )


def _held_item(item: WeekItem, by: Actor, expected_version: int | None) -> tuple[Week, WeekItem]:
    week = held(item.week, by=by)
    found = WeekItem.objects.select_related("former").get(pk=item.pk)
    if expected_version is not None and expected_version != found.row_version:
        raise StaleVersion
    if found.dropped_in is not None:
        raise Refused(N_("Mục này đã bỏ hoặc đã được thay. Hãy tải lại trang để xem."))
    WEEK.target("draft", week.state)
    return week, found


def _is_published(week: Week, item: WeekItem) -> bool:
    return week.state in PUBLISHED and item.added_in <= week.changes


def _add(week: Week, lines: Sequence[tuple[Line, str]], by: Actor) -> list[WeekItem]:
    WEEK.target("draft", week.state)
    if _standing(week).count() + len(lines) > MOST_ITEMS:
        raise Refused(
            N_("Một tuần ghi nhiều nhất %(most)s mục. Chưa thêm mục nào."), most=MOST_ITEMS
        )
    number = week.changes + 1 if week.state in PUBLISHED else 0
    made = [
        WeekItem(week=week, added_in=number, source=source, **_facts(line, week))
        for line, source in lines
    ]
    for each in made:
        each.save()
    _drafted(week)
    audit.record("week.items_added", week, by=by, count=len(made), monday=str(week.monday))
    return made


def _standing(week: Week) -> Any:
    return WeekItem.objects.filter(week=week, dropped_in__isnull=True)


def _drafted(week: Week) -> None:
    week.state = WEEK.target("draft", week.state)
    week.row_version += 1
    week.save()


def _facts(line: Line, week: Week) -> dict[str, Any]:
    said = checked(line)
    require_in_week(said.day, week.monday)
    if said.hours.ends is not None and said.hours.starts is not None:
        _require_order(said.hours)
    facts: dict[str, Any] = {name: tidy_line(getattr(said, name)) for name in _TEXTS}
    return facts | {
        "day": said.day,
        "part": said.hours.part,
        "starts_at": said.hours.starts,
        "ends_at": said.hours.ends,
        "is_fixed": said.is_fixed,
    }


def _require_order(hours: Hours) -> None:
    if hours.ends is not None and hours.starts is not None and hours.ends <= hours.starts:
        said = Sentence(N_("Giờ kết thúc phải sau giờ bắt đầu."))
        raise InvalidInput(said, fields={"hours": said})


def _line_from(each: Engagement) -> Line:
    hours = Hours(BY_CLOCK if each.starts else each.part, each.starts, each.ends)
    return Line(
        each.day, hours, each.title[:500], each.place[:200], (each.chair or each.body)[:150]
    )
