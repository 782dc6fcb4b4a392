"""*Bảng phân công nhiệm vụ*: contents of a programme by bodies, from what was asked and assigned.

Bodies of the reader's own area and of those above stand each for itself; those below are one
column a kind ("Công an cấp xã"), so that the table can be read at every level.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q

from phongtrao.core.errors import NotFound
from phongtrao.org.models import AreaVersion, Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import (
    ContentAssignment,
    Programme,
    ProgrammeContent,
    RequirementAddressee,
    TaskPart,
)
from phongtrao.planning.queries.documents import followed_by, visible_documents
from phongtrao.planning.queries.programmes import content_homes, visible_programmes
from phongtrao.planning.queries.tasks import visible_tasks
from phongtrao.planning.workflow import Part, TaskState

_LEVELS = {"province": "cấp tỉnh", "commune": "cấp xã", "residential_area": "khu dân cư"}


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A body, or all bodies of a kind at a level below (`is_group`)."""

    key: tuple[Any, ...]
    name: str
    label: str
    """The name, for a group with how many bodies stand behind it."""
    order: tuple[Any, ...]
    is_group: bool


@dataclass(slots=True)
class MatrixCell:
    """What the bodies of a column do in a content: by hand, and by requirements and tasks."""

    leads: int = 0
    coordinating: int = 0
    by_hand: list[ContentAssignment] = field(default_factory=list)

    @property
    def part(self) -> str:
        """What was assigned by hand decides; else whoever leads anything is in charge."""
        if self.by_hand:
            return max(row.part for row in self.by_hand)
        return Part.LEAD if self.leads else Part.COORDINATING

    @property
    def work(self) -> int:
        """How many clauses and tasks stand behind it."""
        return self.leads + self.coordinating

    @property
    def notes(self) -> list[str]:
        """What exactly is to be done, where it was said."""
        return list(dict.fromkeys(row.note for row in self.by_hand if row.note))


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table: its columns, and for each content a cell or None under each of them."""

    columns: list[MatrixColumn]
    rows: list[tuple[ProgrammeContent, list[MatrixCell | None]]]


_Work = Iterator[tuple[int, int, str, int]]
"""Content, body, part, how many."""


def matrix_of(actor: Actor, programme: Programme) -> Matrix:
    """The table of assignments of a programme as this reader may know it."""
    contents = list(programme.contents.order_by("position"))
    homes = content_homes(contents)
    counted = [*_asked(actor, homes), *_tasked(actor, homes)]
    by_hand = list(assignments_seen(actor).filter(content__in=[c.pk for c in contents]))
    ids = {body for _content, body, _part, _count in counted} | {row.body_id for row in by_hand}
    columns = _columns(actor, ids)
    cells: dict[tuple[int, tuple[Any, ...]], MatrixCell] = {}
    for content, body, part, count in counted:
        cell = cells.setdefault((content, columns[body].key), MatrixCell())
        if part == Part.LEAD:
            cell.leads += count
        else:
            cell.coordinating += count
    for row in by_hand:
        key = (row.content_id, columns[row.body_id].key)
        cells.setdefault(key, MatrixCell()).by_hand.append(row)
    order = sorted({c.key: c for c in columns.values()}.values(), key=lambda c: c.order)
    rows = [(each, [cells.get((each.pk, c.key)) for c in order]) for each in contents]
    return Matrix(order, rows)


def assignments_seen(actor: Actor) -> Any:
    """Assignments by hand that the actor may know: of its area, below and above, in programmes
    that it may see.
    """
    above = [int(part) for part in actor.scope.path.split("/") if part]
    reach = Q(body__area_id__in=above) | actor.scope.where("body__area_id")
    rows = ContentAssignment.objects.filter(
        Q() if actor.scope.everything else reach,
        content__programme__in=visible_programmes(actor).values("pk"),
    )
    return rows.select_related("body", "content__programme__home_body")


def assignment_for(actor: Actor, pk: int) -> ContentAssignment:
    """One of those; raises NotFound."""
    found: ContentAssignment | None = assignments_seen(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def _asked(actor: Actor, homes: dict[int, int]) -> _Work:
    rows = RequirementAddressee.objects.filter(
        followed_by(actor),
        requirement__content_id__in=homes,
        requirement__document__in=visible_documents(actor).values("pk"),
    )
    grouped = rows.order_by().values_list("requirement__content", "body", "part")
    for content, body, part, count in grouped.annotate(Count("pk")):
        yield homes[content], body, part, count


def _tasked(actor: Actor, homes: dict[int, int]) -> _Work:
    tasks = visible_tasks(actor).filter(requirement__content_id__in=homes)
    tasks = tasks.exclude(state=TaskState.WITHDRAWN).order_by()
    led = tasks.values_list("requirement__content", "lead").annotate(Count("pk"))
    for content, body, count in led:
        yield homes[content], body, Part.LEAD, count
    parts = TaskPart.objects.filter(task__in=tasks.values("pk")).order_by()
    shared = parts.values_list("task__requirement__content", "body").annotate(Count("pk"))
    for content, body, count in shared:
        yield homes[content], body, Part.COORDINATING, count


def _columns(actor: Actor, ids: Iterable[int]) -> dict[int, MatrixColumn]:
    """Body → its column."""
    bodies = list(Body.objects.filter(pk__in=set(ids)).select_related("kind"))
    near = {int(part) for part in actor.scope.path.split("/") if part}
    levels = _levels({body.area_id for body in bodies} - near)
    sizes: dict[tuple[str, str], int] = {}
    for body in bodies:
        if body.area_id not in near:
            key = (body.kind_id, levels.get(body.area_id, ""))
            sizes[key] = sizes.get(key, 0) + 1
    return {body.pk: _column(body, near, levels, sizes) for body in bodies}


def _column(
    body: Body, near: set[int], levels: dict[int, str], sizes: dict[tuple[str, str], int]
) -> MatrixColumn:
    if body.area_id in near:
        own = (0, body.kind.position, body.name)
        return MatrixColumn((body.pk,), body.name, body.name, own, is_group=False)
    key = (body.kind_id, levels.get(body.area_id, ""))
    name = f"{body.kind.name} {_LEVELS.get(key[1], '')}".strip()
    order = (1, key[1] != "province", body.kind.position)
    return MatrixColumn(key, name, f"{name} ({sizes[key]})", order, is_group=True)


def _levels(area_ids: set[int]) -> dict[int, str]:
    rows: Sequence[tuple[int, str]] = list(
        AreaVersion.objects.filter(lineage_id__in=area_ids)
        .order_by("valid_from")
        .values_list("lineage_id", "level")
    )
    return dict(rows)
