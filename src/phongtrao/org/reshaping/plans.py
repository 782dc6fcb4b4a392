"""The plan of an order: rows that end, rows that begin, successions. Sums are exact."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from phongtrao.org.gazetteer.records import AreaVersion, Succession
from phongtrao.org.reshaping.known import KnownAreas
from phongtrao.org.reshaping.operations import Amend, Close, NewArea, Open, Order, Reorganise


@dataclass(frozen=True, slots=True)
class Plan:
    """What an order does. Versions in `ends` are as they stand; they end on the order's day.

    Those of them that an earlier act of the same day began are `replaced`.
    """

    order: Order
    ends: tuple[AreaVersion, ...]
    begins: tuple[AreaVersion, ...]
    successions: tuple[Succession, ...]

    @property
    def replaced(self) -> tuple[AreaVersion, ...]:
        """What an earlier act of the same day began: it was never in force, and goes."""
        return tuple(each for each in self.ends if each.valid_from == self.order.on)

    @property
    def opened(self) -> tuple[AreaVersion, ...]:
        """The versions of lineages that did not exist before."""
        ended = {each.lineage_id for each in self.ends}
        return tuple(each for each in self.begins if each.lineage_id not in ended)

    @property
    def closed(self) -> tuple[AreaVersion, ...]:
        """The last versions of lineages that end."""
        going_on = {each.lineage_id for each in self.begins}
        return tuple(each for each in self.ends if each.lineage_id not in going_on)


def plan(known: KnownAreas, order: Order, *, first_id: int) -> Plan:
    """Work out an order without faults (see `faults`); new lineages count from `first_id`.

    Raises KeyError for areas that are not known or not in force.
    """
    operation = order.operation
    if isinstance(operation, Open):
        return Plan(order, (), (_opened(known, order, operation.area, first_id),), ())
    if isinstance(operation, Amend):
        return _amended(known, order, operation)
    if isinstance(operation, Close):
        return Plan(order, (_standing(known, order, operation.lineage_id),), (), ())
    return _reorganised(known, order, operation, first_id)


def applied(known: KnownAreas, change: Plan) -> KnownAreas:
    """The areas after a plan."""
    return known.after(change.ends, change.begins, change.order.on, change.successions)


def _standing(known: KnownAreas, order: Order, lineage_id: int) -> AreaVersion:
    version = known.on(lineage_id, order.on)
    if version is None:
        raise KeyError(lineage_id)
    return version


def path_part(lineage_id: int) -> str:
    """The piece of a path that a lineage is itself; its parent's path stands before it."""
    return f"{lineage_id:06d}/"


def _path_below(known: KnownAreas, order: Order, parent_id: int | None) -> str:
    return "" if parent_id is None else _standing(known, order, parent_id).path


def _opened(known: KnownAreas, order: Order, area: NewArea, lineage_id: int) -> AreaVersion:
    return AreaVersion(
        lineage_id=lineage_id,
        code=area.code,
        name=area.name,
        type=area.type,
        level=area.level,  # type: ignore[arg-type]  # residential areas are local
        parent_id=area.parent_id,
        valid_from=order.on,
        valid_to=None,
        basis=order.basis,
        verified=order.verified,
        path=_path_below(known, order, area.parent_id) + path_part(lineage_id),
    )


def _amended(known: KnownAreas, order: Order, operation: Amend) -> Plan:
    standing = _standing(known, order, operation.lineage_id)
    parent = operation.parent_id if operation.parent_id is not None else standing.parent_id
    path = _path_below(known, order, parent) + path_part(standing.lineage_id)
    fresh = replace(
        standing,
        name=standing.name if operation.name is None else operation.name,
        type=standing.type if operation.type is None else operation.type,
        code=standing.code if operation.code is None else operation.code,
        parent_id=parent,
        path=path,
        valid_from=order.on,
        basis=order.basis,
        verified=order.verified,
    )
    moved = list(_moved_below(known, order, standing, path)) if path != standing.path else []
    ends = (standing, *(old for old, _new in moved))
    return Plan(order, ends, (fresh, *(new for _old, new in moved)), ())


def _moved_below(
    known: KnownAreas, order: Order, top: AreaVersion, path: str
) -> Iterator[tuple[AreaVersion, AreaVersion]]:
    """Everything below `top` with its place under the new path; names and codes stay."""
    for old in known.below(top.lineage_id, order.on):
        fresh = path + old.path.removeprefix(top.path)
        yield (
            old,
            replace(
                old,
                path=fresh,
                valid_from=order.on,
                basis=order.basis,
                verified=order.verified,
            ),
        )


def _reorganised(known: KnownAreas, order: Order, operation: Reorganise, first_id: int) -> Plan:
    fresh = [
        _opened(known, order, area, first_id + place) for place, area in enumerate(operation.areas)
    ]
    ends = [_standing(known, order, lineage_id) for lineage_id in operation.predecessors]
    begins = list(fresh)
    for closing in tuple(ends):
        for child in known.children(closing.lineage_id, order.on):
            if child.lineage_id in operation.predecessors:
                continue
            parent = fresh[place_of_child(operation, child.lineage_id)]
            new = replace(
                child,
                parent_id=parent.lineage_id,
                path=parent.path + path_part(child.lineage_id),
                valid_from=order.on,
                basis=order.basis,
                verified=order.verified,
            )
            below = list(_moved_below(known, order, child, new.path))
            ends += [child, *(old for old, _new in below)]
            begins += [new, *(moved for _old, moved in below)]
    return Plan(order, tuple(ends), tuple(begins), tuple(_successions(order, operation, fresh)))


def place_of_child(operation: Reorganise, lineage_id: int) -> int:
    """Under which new area a child comes; raises KeyError where nobody has said so."""
    if lineage_id in operation.children:
        return operation.children[lineage_id]
    if len(operation.areas) == 1:
        return 0
    raise KeyError(lineage_id)


def _successions(
    order: Order, operation: Reorganise, fresh: list[AreaVersion]
) -> Iterator[Succession]:
    for part in operation.parts:
        kind: Literal["whole", "part"] = "whole" if part.share == 1 else "part"
        yield Succession(
            from_id=part.from_id,
            to_id=fresh[part.to].lineage_id,
            share=part.share,
            kind=kind,
            basis=order.basis,
            on=order.on,
            source="exact" if part.share == 1 else operation.source,
            estimated=part.share != 1 and operation.source == "default",
        )
