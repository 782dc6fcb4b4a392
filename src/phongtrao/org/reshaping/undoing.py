"""What stands in the way of taking an act back: later acts that rest on how it left the areas."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from phongtrao.core.vietnamese import name_key
from phongtrao.org.gazetteer.records import AreaVersion
from phongtrao.org.reshaping.known import KnownAreas
from phongtrao.org.reshaping.plans import path_part


def without(
    known: KnownAreas, goes: Sequence[AreaVersion], comes: Sequence[AreaVersion]
) -> KnownAreas:
    """The areas once an act is taken back: what it began goes, what it ended comes in force."""
    starts = {(each.lineage_id, each.valid_from) for each in (*goes, *comes)}
    rows = [each for each in known.versions() if (each.lineage_id, each.valid_from) not in starts]
    return KnownAreas([*rows, *comes], known.successions)


def in_the_way(left: KnownAreas, comes: Sequence[AreaVersion], on: date) -> set[int]:
    """The lineages that contradict what comes back from the day `on`; an undo needs none.

    `left` are the areas as they would be then.
    """
    return {lineage for version in comes for lineage in _contradicting(left, version, on)}


def _contradicting(left: KnownAreas, version: AreaVersion, on: date) -> Iterator[int]:
    if version.parent_id is not None:
        path = version.path.removesuffix(path_part(version.lineage_id))
        yield from _unfit_parent(left, version.parent_id, path, on)
        for sibling in left.placed_under(version.parent_id, on):
            if sibling.valid_from >= on and _is_twin(sibling, version):
                yield sibling.lineage_id
    for below in left.placed_under(version.lineage_id, on):
        if below.path != version.path + path_part(below.lineage_id):
            yield below.lineage_id
    for holder in left.holders(version.level, version.code, on):
        if holder.lineage_id != version.lineage_id:
            yield holder.lineage_id


def _unfit_parent(left: KnownAreas, parent_id: int, path: str, on: date) -> Collection[int]:
    """The parent must be in force from the day on, always under the same path."""
    lasting = [each for each in left.of(parent_id) if each.valid_to is None or each.valid_to > on]
    is_there = left.on(parent_id, on) is not None and lasting[-1].valid_to is None
    return () if is_there and all(each.path == path for each in lasting) else (parent_id,)


def _is_twin(one: AreaVersion, other: AreaVersion) -> bool:
    one_name, other_name = ((each.type, name_key(each.name)) for each in (one, other))
    return one.lineage_id != other.lineage_id and one_name == other_name
