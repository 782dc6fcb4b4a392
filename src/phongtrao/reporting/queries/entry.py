"""What the entry page shows: the grid with earlier figures beside, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from phongtrao.core.periods import parse_period, same_period_last_year
from phongtrao.reporting.cells import Cell, unpack
from phongtrao.reporting.grid.content import (
    CellSpec,
    Content,
    empty_content,
    specs_of,
    stored_content,
)
from phongtrao.reporting.grid.faults import Findings, empty_cells, find_faults
from phongtrao.reporting.models import CellComment, Report, ReportVersion, SavedCopy, WorkingCopy
from phongtrao.reporting.queries.reports import counting_versions


@dataclass(frozen=True)
class SectionState:
    """One section of the form with how many of its cells are empty or wrong."""

    code: str
    name: str
    specs: Sequence[CellSpec]
    topics: Sequence[str]
    empty: int
    faulty: int
    required: Sequence[str] = ()
    foot: Sequence[Mapping[str, str]] = ()
    # What a form calls topics of its own.
    topic_names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class EntryGrid:
    """The form of one report as it is being filled."""

    report: Report
    specs: Sequence[CellSpec]
    content: Content
    version: int
    working_copy: WorkingCopy | None
    last: Mapping[str, Cell]
    last_year: Mapping[str, Cell]
    findings: Findings
    sections: Sequence[SectionState]
    comments: Mapping[int, Sequence[CellComment]]
    statement_comments: Sequence[CellComment]


def entry_grid(report: Report, typed: Content | None = None) -> EntryGrid:
    """The grid of a report: what is stored, or what has just been typed and not stored."""
    form = report.round.template_version
    specs = specs_of(form.cells)
    copy = WorkingCopy.objects.filter(report=report).select_related("saved_by__account").first()
    content = typed or content_of(copy, specs)
    last, last_year = earlier_cells(report)
    findings = find_faults(specs, form.checks, content, last, last_year)
    comments = list(
        CellComment.objects.filter(version__report=report, resolved_at__isnull=True).select_related(
            "by__body", "version"
        )
    )
    at_cells: dict[int, list[CellComment]] = {}
    for comment in comments:
        if comment.cell is not None:
            at_cells.setdefault(comment.cell, []).append(comment)
    return EntryGrid(
        report=report,
        specs=specs,
        content=content,
        version=copy.version if copy else 0,
        working_copy=copy,
        last=last,
        last_year=last_year,
        findings=findings,
        sections=[_section(s, specs, content, findings) for s in form.sections],
        comments=at_cells,
        statement_comments=[c for c in comments if c.statement is not None],
    )


def content_of(
    stored: WorkingCopy | SavedCopy | ReportVersion | None, specs: Sequence[CellSpec]
) -> Content:
    """The content of a working copy, a save of it or a version; empty where there is none yet."""
    if stored is None:
        return empty_content(specs)
    typed = None if isinstance(stored, ReportVersion) else stored.typed
    return stored_content(unpack(bytes(stored.cells), len(specs)), stored.text, typed)


def stored_content_of(report: Report, specs: Sequence[CellSpec]) -> Content:
    """What the working copy of a report says; empty where there is none yet."""
    return content_of(WorkingCopy.objects.filter(report=report).first(), specs)


def earlier_cells(report: Report) -> tuple[dict[str, Cell], dict[str, Cell]]:
    """The body's cells of the period before and of the same period last year, by cell key."""
    period = parse_period(report.round.period)
    before = period.shifted(-period.months).label
    year_ago = same_period_last_year(period).label
    versions = counting_versions().filter(
        Q(report__round__period__in=[before, year_ago]),
        report__area_id=report.area_id,
        report__body_id=report.body_id,
        report__round__scheme=report.round.scheme,
        # What was asked once was asked of no period; its cells are numbered, not named.
        report__round__one_off=None,
    )
    found: dict[str, dict[str, Cell]] = {before: {}, year_ago: {}}
    for version in versions:
        specs = specs_of(version.report.round.template_version.cells)
        cells = unpack(bytes(version.cells), len(specs))
        found[version.report.round.period] |= {s.key: cells[s.index] for s in specs}
    return found[before], found[year_ago]


def _section(
    section: Mapping[str, Any], specs: Sequence[CellSpec], content: Content, findings: Findings
) -> SectionState:
    code = section["code"]
    topics = section.get("topics", [])
    unsaid = bool(topics) and not content.statements
    return SectionState(
        code=code,
        name=section["name"],
        specs=[spec for spec in specs if spec.section == code],
        topics=topics,
        empty=1 if unsaid else empty_cells(specs, content, code),
        faulty=findings.of_section(specs, code, content),
        required=section.get("required", []),
        foot=section.get("foot", []),
        topic_names=section.get("topic_names", {}),
    )
