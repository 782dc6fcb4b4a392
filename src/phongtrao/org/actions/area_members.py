"""How sets of areas go along with an act: an ended member leaves, its successor comes in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from phongtrao.core.errors import N_, Refused
from phongtrao.org.models import AreaSet, AreaSetMember
from phongtrao.org.queries.area_sets import members_lasting
from phongtrao.org.reshaping.membership import Link, heirs_of
from phongtrao.org.reshaping.plans import Plan


@dataclass(frozen=True, slots=True)
class SetChange:
    """What becomes of one set: members that end, and successor → the member it comes from."""

    area_set: AreaSet
    ending: tuple[AreaSetMember, ...]
    gained: dict[int, int]


def set_changes(change: Plan) -> list[SetChange]:
    """The sets that an act touches, in their order; writes nothing."""
    ending: dict[AreaSet, list[AreaSetMember]] = {}
    for row in members_lasting([each.lineage_id for each in change.closed], change.order.on):
        ending.setdefault(row.area_set, []).append(row)
    return [
        SetChange(area_set, tuple(rows), _gained(change, area_set, rows))
        for area_set, rows in ending.items()
    ]


def follow_members(change: Plan) -> dict[str, Any]:
    """Write the members after the areas; answers the rows for the change's record.

    Raises Refused where a membership would end before it began.
    """
    on = change.order.on
    touched = set_changes(change)
    ending = [row for each in touched for row in each.ending]
    require_begun(change, touched)
    AreaSetMember.objects.filter(pk__in=[row.pk for row in ending]).update(valid_to=on)
    made = AreaSetMember.objects.bulk_create(
        row for each in touched for row in _members_made(change, each)
    )
    return {
        "members_ended": [
            [row.pk, row.valid_to.isoformat() if row.valid_to else None] for row in ending
        ],
        "members_made": [row.pk for row in made],
    }


def require_begun(change: Plan, touched: list[SetChange]) -> None:
    """Raise Refused where a member of a set begins on the day of the act or later."""
    for each in touched:
        if any(row.valid_from >= change.order.on for row in each.ending):
            raise Refused(
                N_(
                    "Tập %(set)s nhận địa bàn sẽ kết thúc từ ngày áp dụng trở đi."
                    " Hãy sửa tập trước. Chưa có gì thay đổi."
                ),
                code="member_after_end",
                set=each.area_set.name,
            )


def _gained(change: Plan, area_set: AreaSet, rows: list[AreaSetMember]) -> dict[int, int]:
    members = {row.area_id for row in rows}
    fitting = {each.lineage_id for each in change.opened if each.level == area_set.level}
    links = [
        Link(row.from_id, row.to_id, row.on)
        for row in change.successions
        if row.from_id in members and row.to_id in fitting
    ]
    return heirs_of(links)


def _members_made(change: Plan, touched: SetChange) -> Iterator[AreaSetMember]:
    names = {each.lineage_id: each.name for each in change.ends}
    for heir, origin in touched.gained.items():
        yield AreaSetMember(
            area_set=touched.area_set,
            area_id=heir,
            valid_from=change.order.on,
            basis=f"Kế thừa từ {names[origin]}",
        )
