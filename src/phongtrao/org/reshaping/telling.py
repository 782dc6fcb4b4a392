"""What an act did, as plain data that outlives an undo: names and codes before and after. Pure."""

from typing import Any

from phongtrao.org.gazetteer.records import AreaVersion
from phongtrao.org.reshaping.operations import Amend, Close, Open, Order, Reorganise
from phongtrao.org.reshaping.plans import Plan


def told_of(change: Plan) -> dict[str, Any]:
    """Areas closed, opened and amended by name, the shares, and every lineage touched."""
    order = change.order
    below = {each.lineage_id: each for each in change.begins}
    going_on = [(each, below[each.lineage_id]) for each in change.ends if each.lineage_id in below]
    return {
        "verb": verb_of(order),
        "closed": [_named(each) for each in change.closed],
        "opened": [_named(each) for each in change.opened],
        "amended": [
            {"before": _named(old), "after": _named(new)}
            for old, new in going_on
            if is_amended(order, old)
        ],
        "moved_below": sum(1 for old, _new in going_on if not is_amended(order, old)),
        "parts": [
            {"from": row.from_id, "to": row.to_id, "share": str(row.share),
             "source": row.source, "estimated": row.estimated}
            for row in change.successions
        ],
        "touched": touched_by(change),
    }  # fmt: skip


def sides_of(told: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The names before and after an act; a name that stays stands before only."""
    pairs = [(each["before"]["name"], each["after"]["name"]) for each in told["amended"]]
    old = [each["name"] for each in told["closed"]] + [before for before, _after in pairs]
    new = [each["name"] for each in told["opened"]]
    return old, new + [after for before, after in pairs if after != before]


def is_amended(order: Order, version: AreaVersion) -> bool:
    """Whether the act names this area itself; areas below it only move along."""
    operation = order.operation
    return isinstance(operation, Amend) and operation.lineage_id == version.lineage_id


def touched_by(change: Plan) -> list[int]:
    """Every lineage that the act writes about, and those it puts others under."""
    ids = {each.lineage_id for each in (*change.ends, *change.begins)}
    ids |= {each.parent_id for each in change.opened if each.parent_id is not None}
    return sorted(ids)


def verb_of(order: Order) -> str:
    """The word for an act: open, rename, retype, recode, move, amend, merge, split, cut, close."""
    operation = order.operation
    if isinstance(operation, Open):
        return "open"
    if isinstance(operation, Close):
        return "close"
    if isinstance(operation, Reorganise):
        old, new = len(operation.predecessors), len(operation.areas)
        return "merge" if new == 1 else "split" if old == 1 else "cut"
    given = {
        "rename": operation.name,
        "retype": operation.type,
        "recode": operation.code,
        "move": operation.parent_id,
    }
    changed = [verb for verb, value in given.items() if value is not None]
    return changed[0] if len(changed) == 1 else "amend"


def _named(version: AreaVersion) -> dict[str, Any]:
    return {
        "id": version.lineage_id,
        "name": version.full_name,
        "code": version.code,
        "parent": version.parent_id,
    }
