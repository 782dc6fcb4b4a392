"""Keeping what is being typed: saves merge with what others of the body saved meanwhile."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, StaleVersion
from phongtrao.org.permissions import Actor
from phongtrao.reporting import permissions
from phongtrao.reporting.actions.rounds import locked_report, require_open
from phongtrao.reporting.cells import pack
from phongtrao.reporting.grid.content import (
    CellSpec,
    Content,
    NumberLink,
    require_bounds,
    specs_of,
)
from phongtrao.reporting.grid.linked_numbers import live_links
from phongtrao.reporting.grid.merging import Merged, both_sides, merge
from phongtrao.reporting.models import CellComment, Report, SavedCopy, WorkingCopy
from phongtrao.reporting.queries.entry import content_of
from phongtrao.reporting.workflow import REPORT

# How many saves back a page may be and still merge silently; a page that is open for a whole day
# of typing by a colleague makes some hundreds.
MOST_SAVED_COPIES = 300


@dataclass(frozen=True)
class Kept:
    """A save: the copy that is stored now, and what the merge made of it."""

    copy: WorkingCopy
    merged: Merged


class TypedConflict(StaleVersion):
    """Both sides changed the same places; `merged` is the whole report as it would be."""

    merged: Merged


@transaction.atomic
def save_working_copy(
    report: Report, content: Content, *, expected_version: int, by: Actor
) -> WorkingCopy:
    """Keep what is being typed, faults and all; `expected_version` is 0 before the first save.

    What only one side changed since is merged; where both did, nothing is kept and
    ``TypedConflict`` carries both sides of these places.
    """
    kept = keep_typed(report, content, expected_version=expected_version, by=by)
    if kept.merged.conflicts:
        both = both_sides(specs_of(report.round.template_version.cells), kept.merged.conflicts)
        conflict = TypedConflict(
            mine={name: sides[0] for name, sides in both.items()},
            theirs={name: sides[1] for name, sides in both.items()},
        )
        conflict.merged = kept.merged
        raise conflict
    return kept.copy


@transaction.atomic
def keep_typed(report: Report, content: Content, *, expected_version: int, by: Actor) -> Kept:
    """As `save_working_copy`, but what does not conflict is kept and the conflicts are returned.

    A place in conflict keeps what is stored; the caller shows both sides.
    """
    found = _fillable(report, by)
    require_bounds(content)
    form = found.round.template_version
    specs = specs_of(form.cells)
    copy = WorkingCopy.objects.filter(report=found).first()
    if copy is None:
        return Kept(_first_copy(found, content, by), Merged(content, content))
    stored = content_of(copy, specs)
    content = _without_old_sources(specs, content, stored)
    content = replace(content, links=live_links(stored.links, content.statements))
    if copy.version == expected_version:
        merged = Merged(content, content)
    else:
        base = _base(found, specs, expected_version)
        merged = merge(specs, form.topics, base, (content, stored))
        links = live_links(stored.links, merged.content.statements)
        merged = replace(merged, content=replace(merged.content, links=links))
    if merged.content != stored:
        _store(copy, merged.content, by)
    return Kept(copy, merged)


@transaction.atomic
def link_numbers(
    report: Report, links: Collection[NumberLink], *, expected_version: int, by: Actor
) -> WorkingCopy:
    """Say which numbers of the narrative are which cells; what is not named is not linked.

    Links of sentences that are no longer there, and to cells that the form has not, are left out.
    ``StaleVersion`` where the copy was saved since the page was opened.
    """
    found = _fillable(report, by)
    specs = specs_of(found.round.template_version.cells)
    copy = WorkingCopy.objects.filter(report=found).first()
    if copy is None or copy.version != expected_version:
        raise StaleVersion
    stored = content_of(copy, specs)
    keys = {spec.key for spec in specs}
    wanted = [link for link in links if link.key in keys]
    content = replace(stored, links=live_links(wanted, stored.statements))
    if content != stored:
        _store(copy, content, by)
    return copy


@transaction.atomic
def mark_mended(report: Report, mended: Collection[int], *, by: Actor) -> None:
    """Mark the open words of superiors (by id) that were seen to; all others lose the mark."""
    found = _fillable(report, by)
    open_ones = CellComment.objects.filter(version__report=found, resolved_at__isnull=True)
    open_ones.filter(mended_at__isnull=False).exclude(pk__in=mended).update(mended_at=None)
    open_ones.filter(mended_at__isnull=True, pk__in=mended).update(mended_at=clock.now())


def _fillable(report: Report, by: Actor) -> Report:
    """The report's row, held, if the actor may type in it now."""
    found = locked_report(report)
    if not permissions.can_fill(by, found):
        raise Forbidden(
            N_("Chỉ cán bộ của cơ quan báo cáo mới nhập được số liệu. Chưa có gì thay đổi.")
        )
    require_open(found.round)
    REPORT.target("save", found.state)
    return found


def _base(report: Report, specs: list[CellSpec], version: int) -> Content | None:
    """What stood at the start of a page; empty before the first save, None where it is gone."""
    if version == 0:
        return content_of(None, specs)
    saved = SavedCopy.objects.filter(report=report, version=version).first()
    return content_of(saved, specs) if saved else None


def _without_old_sources(specs: list[CellSpec], content: Content, stored: Content) -> Content:
    """A source stays with its figure alone: another figure was not taken from there."""
    changed = {spec.index for spec in specs if content.shown(spec) != stored.shown(spec)}
    kept = {
        index: source
        for index, source in content.sources.items()
        if index not in changed or source != stored.sources.get(index)
    }
    return replace(content, sources=kept)


def _first_copy(report: Report, content: Content, by: Actor) -> WorkingCopy:
    copy = WorkingCopy.objects.create(
        report=report,
        saved_at=clock.now(),
        saved_by=permissions.posting_of(by),
        **_columns(content),
    )
    SavedCopy.objects.create(report=report, version=copy.version, **_columns(content))
    audit.record("report.started", report, by=by)
    return copy


def _store(copy: WorkingCopy, content: Content, by: Actor) -> None:
    for name, value in _columns(content).items():
        setattr(copy, name, value)
    copy.version += 1
    copy.saved_at = clock.now()
    copy.saved_by = permissions.posting_of(by)
    copy.save()
    SavedCopy.objects.create(report=copy.report, version=copy.version, **_columns(content))
    oldest = copy.version - MOST_SAVED_COPIES
    SavedCopy.objects.filter(report=copy.report, version__lte=oldest).delete()


def _columns(content: Content) -> dict[str, object]:
    return {
        "cells": pack(content.cells),
        "text": content.as_text(),
        "typed": {str(index): shown for index, shown in content.typed.items()},
    }
