"""Undo of an act on areas: exactly the rows it wrote go or come back, or nothing does."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError, QuerySet

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, Refused
from phongtrao.core.vietnamese import fold
from phongtrao.org import scope
from phongtrao.org.actions import open_work
from phongtrao.org.actions.area_changes import require_reshaper
from phongtrao.org.models import (
    AreaChange,
    AreaLineage,
    AreaSetMember,
    AreaVersion,
    Body,
    BodySuccession,
    Delegation,
    Posting,
    Succession,
)
from phongtrao.org.permissions import Actor, may_reshape
from phongtrao.org.queries.known_areas import known_areas, planned_version, replaced_versions
from phongtrao.org.reshaping.telling import sides_of
from phongtrao.org.reshaping.undoing import in_the_way, without

_MOST_NAMED = 3


class RestedOn(Refused):
    """A later act rests on this one; `act` is to be taken back first."""

    def __init__(self, act: AreaChange) -> None:
        """Name the act as its own page does: what it did, from which day, by which paper."""
        self.act = act
        sides = (side[:_MOST_NAMED] for side in sides_of(act.record["told"]) if side)
        super().__init__(
            N_(
                "Chưa hoàn tác được vì đã có thay đổi ghi sau dựa vào thay đổi này."
                " Hãy hoàn tác trước: %(act)s (từ ngày %(day)s, theo %(basis)s)."
                " Chưa có gì thay đổi."
            ),
            code="depended_on",
            act=" → ".join(", ".join(side) for side in sides),
            day=f"{act.on:%d/%m/%Y}",
            basis=act.basis,
        )


@transaction.atomic
def undo(change: AreaChange, *, by: Actor) -> AreaChange:
    """Take an act back while nothing that depends on it was written after.

    Raises Forbidden outside the actor's area; RestedOn where a later act is to be taken back
    first; Refused where it is undone already or where postings, tasks or reports rest on it: then
    a counter-act with its own date is the way.
    """
    change = AreaChange.objects.select_for_update(of=("self",)).get(pk=change.pk)
    changed, parents = _changed(change)
    require_reshaper(by, changed, change.on, under=parents)
    if change.undone_at is not None:
        raise Refused(N_("Thay đổi này đã được hoàn tác từ trước."), code="undone")
    _require_untouched(change)
    open_work.take_back(change.record["work"] or [])
    _take_back(change)
    _give_back(change)
    scope.forget()
    change.undone_at, change.undone_by_id = clock.now(), by.posting_id
    change.save(update_fields=["undone_at", "undone_by"])
    audit.record("area.change_undone", change, by=by, on=change.on.isoformat(), basis=change.basis)
    return change


def may_undo(change: AreaChange, by: Actor) -> bool:
    """Whether the actor is offered the undo; what rests on the act is looked at when he asks."""
    changed, parents = _changed(change)
    is_his = may_reshape(by, changed | (parents - {by.scope.area_id}), change.on)
    return change.undone_at is None and is_his


def _changed(change: AreaChange) -> tuple[set[int], set[int]]:
    """The areas whose rights decide: those that were there before, and the parents of all."""
    record = change.record
    versions = AreaVersion.objects.filter(pk__in=record["ended"] + record["began"])
    rows: list[tuple[int, int | None]] = list(versions.values_list("lineage_id", "parent_id"))
    rows += [(each.lineage_id, each.parent_id) for each in replaced_versions(change)]
    opened = set(record["opened"])
    parents = {parent for _lineage, parent in rows if parent is not None}
    return {lineage for lineage, _parent in rows} - opened, parents - opened


def _require_untouched(change: AreaChange) -> None:
    """Later acts have ended what this one began, or begun something on what it ended."""
    if not _is_whole(change):
        raise _refused(
            change,
            _written(change),
            N_("thay đổi địa bàn, tập địa bàn hoặc phân công ghi sau đó"),
        )
    began = AreaVersion.objects.filter(pk__in=change.record["began"])
    ended = AreaVersion.objects.filter(pk__in=change.record["ended"])
    comes = [replace(planned_version(each), valid_to=None) for each in ended]
    comes += [planned_version(each) for each in replaced_versions(change)]
    left = without(known_areas(), [planned_version(each) for each in began], comes)
    contradicting = in_the_way(left, comes, change.on)
    if contradicting:
        raise _refused(change, contradicting, N_("thay đổi địa bàn ghi sau đó"))


def _is_whole(change: AreaChange) -> bool:
    record = change.record
    begun = AreaVersion.objects.filter(pk__in=record["began"])
    ended = AreaVersion.objects.filter(pk__in=record["ended"])
    return (
        begun.filter(valid_to=None).count() == len(record["began"])
        and ended.filter(valid_to=change.on).count() == len(record["ended"])
        and not _has_ended(Posting.objects.filter(pk__in=record["postings_made"]))
        and not _has_ended(AreaSetMember.objects.filter(pk__in=record["members_made"]))
    )


def _written(change: AreaChange) -> set[int]:
    """Every lineage that the act wrote about or opened."""
    changed, _parents = _changed(change)
    return changed | set(change.record["opened"])


def _has_ended(rows: QuerySet[Any]) -> bool:
    return rows.exclude(valid_to=None).exists()


def _take_back(change: AreaChange) -> None:
    """Delete what the act wrote; whoever points at it keeps it there."""
    record = change.record
    written: tuple[tuple[QuerySet[Any], str], ...] = (
        (AreaSetMember.objects.all(), "members_made"),
        (Posting.objects.all(), "postings_made"),
        (BodySuccession.objects.all(), "body_successions"),
        (Body.objects.all(), "bodies_opened"),
        (Succession.objects.all(), "successions"),
        (AreaVersion.objects.all(), "began"),
        (AreaLineage.objects.all(), "opened"),
    )
    try:
        for rows, name in written:
            # Parts point at their wholes: the youngest rows go first.
            for pk in sorted(record[name], reverse=True):
                rows.filter(pk=pk).delete()
    except ProtectedError as error:
        names = {str(each._meta.verbose_name) for each in error.protected_objects}
        raise _refused(change, _written(change), ", ".join(sorted(names))) from error


def _give_back(change: AreaChange) -> None:
    """Reopen what the act had ended, and give bodies their names again."""
    record = change.record
    AreaVersion.objects.filter(pk__in=record["ended"]).update(valid_to=None)
    given = AreaVersion.objects.bulk_create(replaced_versions(change))
    standing = AreaVersion.objects.filter(pk__in=[*record["ended"], *(each.pk for each in given)])
    search.refresh(AreaLineage, set(standing.values_list("lineage_id", flat=True)))
    Body.objects.filter(pk__in=record["bodies_ended"]).update(valid_to=None)
    for pk, old_name in record["bodies_renamed"]:
        Body.objects.filter(pk=pk).update(name=old_name, name_folded=fold(old_name))
    search.refresh(Body, [pk for pk, _old_name in record["bodies_renamed"]])
    ended: tuple[tuple[QuerySet[Any], str], ...] = (
        (Posting.objects.all(), "postings_ended"),
        (Delegation.objects.all(), "delegations_ended"),
        (AreaSetMember.objects.all(), "members_ended"),
    )
    for rows, name in ended:
        for pk, end in record[name]:
            rows.filter(pk=pk).update(valid_to=_day(end))


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None


def _refused(change: AreaChange, lineages: Collection[int], what: str) -> Refused:
    """The refusal that names the act which rests on these lineages, or else `what` does."""
    later = AreaChange.objects.filter(undone_at=None, pk__gt=change.pk).order_by("-pk")
    for act in later:
        if not _concerned(act).isdisjoint(lineages):
            return RestedOn(act)
    return Refused(
        N_(
            "Chưa hoàn tác được vì đã có %(what)s dựa vào thay đổi này. Chưa có gì thay đổi."
            " Hãy ghi một thay đổi ngược lại, có ngày và văn bản của nó."
        ),
        code="depended_on",
        what=what,
    )


def _concerned(act: AreaChange) -> set[int]:
    """The lineages that an act writes about, and those it puts others under."""
    told = act.record["told"]
    return {*told["touched"], *(each["after"]["parent"] for each in told["amended"])}
