"""Acts on areas: open, rename, retype, move, merge, split, cut, close; each in one transaction.

The rows of the past stay; an act ends versions and begins others. `AreaChange.record` names every
row that was written, so that an undo takes back exactly those.
"""

from collections.abc import Collection, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Sentence
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org import scope
from phongtrao.org.actions import area_bodies, area_members, open_work
from phongtrao.org.gazetteer import records
from phongtrao.org.gazetteer.bodies import province_slug
from phongtrao.org.models import (
    AreaChange,
    AreaLineage,
    AreaVersion,
    AreaVersionQuerySet,
    Succession,
)
from phongtrao.org.permissions import Actor, may_reshape
from phongtrao.org.queries.known_areas import (
    free_lineage_id,
    known_areas,
    stored_succession,
    stored_version,
)
from phongtrao.org.reshaping.faults import faults
from phongtrao.org.reshaping.known import KnownAreas
from phongtrao.org.reshaping.operations import Amend, Close, Open, Order, Reorganise
from phongtrao.org.reshaping.plans import Plan, applied, plan
from phongtrao.org.reshaping.telling import told_of

_SCHEDULER = audit.Service("scheduler")
_KINDS = {Open: "open", Amend: "amend", Reorganise: "reorganise", Close: "close"}


class ImpossibleOrder(InvalidInput):
    """An order with faults; `faults` are all of them, nothing was changed."""

    def __init__(self, faults: list[Sentence]) -> None:
        """Keep every fault: the page names them all."""
        self.faults = faults
        super().__init__(
            N_("Chưa thực hiện được: %(first)s Chưa có gì thay đổi."),
            code="area_order",
            first=faults[0],
        )


def work_out(order: Order, *, by: Actor) -> Plan:
    """The plan of an order as the areas stand, for the preview; writes nothing.

    Raises Forbidden outside the actor's area, ImpossibleOrder with every fault.
    """
    require_rights(order, by=by)
    return planned(known_areas(), order, first_id=free_lineage_id())


def planned(known: KnownAreas, order: Order, *, first_id: int) -> Plan:
    """The plan of an order on areas that were read already. Raises ImpossibleOrder."""
    found = faults(known, order, horizon=scope.horizon())
    if found:
        raise ImpossibleOrder(found)
    return plan(known, order, first_id=first_id)


@transaction.atomic
def carry_out(order: Order, *, by: Actor, moving: Collection[int] | None = None) -> AreaChange:
    """Carry out an act. `moving` are the postings that go on in the successor; None: the default.

    Raises what `work_out` raises, and Refused where a posting or a body would end before it began.
    """
    return _write(work_out(order, by=by), by=by, moving=moving)


@transaction.atomic
def carry_out_all(orders: Sequence[Order], *, by: Actor) -> list[AreaChange]:
    """Carry out acts one after the other, or none of them; postings follow the default.

    Raises what `carry_out` raises. An act may rest on what an earlier one of the list opened.
    """
    known, made = known_areas(), []
    opened: set[int] = set()
    for order in orders:
        require_rights(order, by=by, beside=opened)
        change = planned(known, order, first_id=free_lineage_id())
        made.append(_write(change, by=by, moving=None))
        opened |= {each.lineage_id for each in change.opened}
        known = applied(known, change)
    return made


@transaction.atomic
def hand_over_due() -> int:
    """Open work of bodies whose act has come into force goes to their heirs; answers how many acts.

    An act that is recorded ahead leaves tasks and drafts where they are until its day.
    """
    due = AreaChange.objects.select_for_update(of=("self",)).filter(
        undone_at=None, on__lte=clock.today(), record__work=None
    )
    changes = list(due.order_by("on", "pk"))
    for change in changes:
        change.record["work"] = open_work.hand_over(*_heirs(change.record))
        change.save(update_fields=["record"])
        audit.record(
            "area.work_handed_over", change, by=_SCHEDULER, items=len(change.record["work"])
        )
    return len(changes)


def _write(change: Plan, *, by: Actor, moving: Collection[int] | None) -> AreaChange:
    order = change.order
    record: dict[str, Any] = {"told": told_of(change), **_write_areas(change)}
    record |= area_bodies.follow(change, moving=moving) | area_members.follow_members(change)
    is_due = order.on <= clock.today()
    record["work"] = open_work.hand_over(*_heirs(record)) if is_due else None
    scope.forget()
    made = AreaChange.objects.create(
        kind=_KINDS[type(order.operation)],
        on=order.on,
        basis=tidy_line(order.basis),
        is_verified=order.verified,
        made_at=clock.now(),
        made_by_id=by.posting_id,
        record=record,
    )
    _audit(made, change, by)
    return made


def _heirs(record: dict[str, Any]) -> tuple[dict[int, int], dict[int, int]]:
    """Ended bodies and ended areas, each with the heir that has the largest share."""
    parts = sorted(record["told"]["parts"], key=lambda p: (Fraction(p["share"]), -p["to"]))
    return dict(record["heirs"]), {part["from"]: part["to"] for part in parts}


def _audit(made: AreaChange, change: Plan, by: Actor) -> None:
    audit.record(
        "area.reshaped",
        made,
        by=by,
        kind=made.kind,
        on=made.on.isoformat(),
        basis=made.basis,
        ended=[each.lineage_id for each in change.closed],
        opened=[each.lineage_id for each in change.opened],
    )


def touched(order: Order) -> set[int]:
    """The lineages an order changes."""
    operation = order.operation
    if isinstance(operation, Open):
        return set()
    if isinstance(operation, Amend | Close):
        return {operation.lineage_id}
    return set(operation.predecessors)


def parents(order: Order) -> set[int]:
    """The lineages under which an order puts others."""
    operation = order.operation
    if isinstance(operation, Open):
        found = {operation.area.parent_id}
    elif isinstance(operation, Amend):
        found = {operation.parent_id}
    elif isinstance(operation, Reorganise):
        found = {area.parent_id for area in operation.areas}
    else:
        found = set()
    return {each for each in found if each is not None}


def require_rights(order: Order, *, by: Actor, beside: Collection[int] = ()) -> None:
    """Raise Forbidden unless the actor may carry out the order.

    `beside` are lineages that the same work opens: whose they are was judged with their parents.
    """
    require_reshaper(by, touched(order) - set(beside), order.on, under=parents(order) - set(beside))


def require_reshaper(
    by: Actor, area_ids: Collection[int], on: date | None = None, *, under: Collection[int] = ()
) -> None:
    """Raise Forbidden unless the actor records acts about these areas, from the day `on`.

    Something may be put `under` the actor's own area, but only those above change that itself.
    """
    if not may_reshape(by, {*area_ids, *(set(under) - {by.scope.area_id})}, on):
        raise Forbidden(
            N_(
                "Chỉ quản trị hệ thống của địa bàn cấp trên ghi được thay đổi này."
                " Chưa có gì thay đổi."
            ),
            code="not_reshaper",
        )


def _write_areas(change: Plan) -> dict[str, Any]:
    ended, replaced = _end_versions(change)
    opened = [each.lineage_id for each in change.opened]
    AreaLineage.objects.bulk_create([AreaLineage(id=lineage_id) for lineage_id in opened])
    began = AreaVersion.objects.bulk_create(
        [stored_version(each, slug=_slug(each)) for each in change.begins]
    )
    successions = Succession.objects.bulk_create([stored_succession(s) for s in change.successions])
    search.refresh(AreaLineage, [each.lineage_id for each in began])
    return {
        "ended": ended,
        "replaced": replaced,
        "began": [each.pk for each in began],
        "opened": opened,
        "successions": [each.pk for each in successions],
    }


def _end_versions(change: Plan) -> tuple[list[int], list[dict[str, Any]]]:
    """End what is in force; what began that very day goes, its rows are kept for an undo."""
    replaced = _version_rows(change.replaced)
    kept = list(replaced.order_by("pk").values())
    replaced.delete()
    ended = sorted(_version_rows(change.ends).values_list("pk", flat=True))
    AreaVersion.objects.filter(pk__in=ended).update(valid_to=change.order.on)
    return ended, [row | {"valid_from": row["valid_from"].isoformat()} for row in kept]


def _version_rows(versions: Collection[records.AreaVersion]) -> AreaVersionQuerySet:
    """The stored rows of versions, locked."""
    starts = {(each.lineage_id, each.valid_from) for each in versions}
    rows = AreaVersion.objects.filter(lineage_id__in={lineage for lineage, _start in starts})
    standing = rows.select_for_update().values_list("pk", "lineage_id", "valid_from")
    return AreaVersion.objects.filter(
        pk__in=[pk for pk, lineage, start in standing if (lineage, start) in starts]
    )


def _slug(version: records.AreaVersion) -> str:
    return province_slug(version.name) if version.level == "province" else ""
