"""One submitted version as its readers see it: beside earlier figures, with what has changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from phongtrao.core.errors import N_, Sentence
from phongtrao.reporting.cells import Cell
from phongtrao.reporting.grid.changes import Changes, changes_between
from phongtrao.reporting.grid.content import CellSpec, Content, specs_of
from phongtrao.reporting.grid.faults import Findings, find_faults
from phongtrao.reporting.models import Approval, CellComment, Report, ReportVersion
from phongtrao.reporting.queries.entry import content_of, earlier_cells
from phongtrao.reporting.queries.linked_numbers import linked_by_statement
from phongtrao.reporting.rules.linked_numbers import ToldNumber


@dataclass(frozen=True)
class AnsweredComment:
    """A superior's word about the version before, and what the body has done about it."""

    comment: CellComment
    index: int | None
    place: str
    is_met: bool
    outcome: Sentence


@dataclass(frozen=True)
class Reading:
    """A version with all that a reader or an approver needs beside it.

    `changes` are against the version before.
    """

    version: ReportVersion
    versions: Sequence[ReportVersion]
    specs: Sequence[CellSpec]
    content: Content
    last: Mapping[str, Cell]
    last_year: Mapping[str, Cell]
    findings: Findings
    changes: Changes
    approvals: Sequence[Approval]
    comments: Mapping[int, Sequence[CellComment]]
    statement_comments: Mapping[int, Sequence[CellComment]]
    answered: Sequence[AnsweredComment] = ()
    linked: Mapping[int, Sequence[ToldNumber]] = field(default_factory=dict)

    def in_section(self, code: str) -> list[CellSpec]:
        """The cells of one section."""
        return [spec for spec in self.specs if spec.section == code]

    def changed_specs(self) -> list[CellSpec]:
        """The cells with another figure than in the version before."""
        return [spec for spec in self.specs if spec.index in self.changes.cells]


def reading(report: Report, n: int | None = None) -> Reading | None:
    """The asked version, else the newest; None where there is none."""
    versions = _versions(report)
    version = next((v for v in versions if n in (None, v.n)), None)
    if version is None:
        return None
    version.report = report
    specs = specs_of(report.round.template_version.cells)
    content = content_of(version, specs)
    before = next((v for v in versions if v.n == version.n - 1), None)
    last, last_year = earlier_cells(report)
    at_cells, at_statements = _comments(version)
    changes = changes_between(specs, content_of(before, specs) if before else None, content)
    return Reading(
        version=version,
        versions=versions,
        specs=specs,
        content=content,
        last=last,
        last_year=last_year,
        findings=find_faults(specs, report.round.template_version.checks, content, last, last_year),
        changes=changes,
        approvals=list(
            version.approvals.select_related("account", "by__account", "by__body", "signed_copy")
        ),
        comments=at_cells,
        statement_comments=at_statements,
        answered=_answered(before, specs, content, changes) if before else [],
        linked=linked_by_statement(specs, content),
    )


def _versions(report: Report) -> list[ReportVersion]:
    rows = report.versions.select_related(
        "account", "submitted_by__account", "submitted_by__body", "value_import"
    )
    return list(rows.order_by("-n"))


def _answered(
    before: ReportVersion, specs: Sequence[CellSpec], content: Content, changes: Changes
) -> list[AnsweredComment]:
    """The words said about the version before, each with what became of its place."""
    dropped = {told.text for told in changes.dropped}
    found = []
    rows = before.comments.select_related("by__account", "by__body")
    # Databases differ in where they put what has no cell: words at sentences come last.
    for comment in sorted(rows, key=lambda each: (each.cell is None, each.cell, each.statement)):
        if comment.cell is not None and comment.cell < len(specs):
            spec = specs[comment.cell]
            met, said = _at_cell(spec, content, changes)
            place = f"{spec.order}. {spec.name}"
        else:
            told = before.statements[comment.statement or 0]["text"]
            met, place = told in dropped, told
            said = Sentence(N_("đã sửa hoặc bỏ ý này") if met else N_("giữ nguyên ý này"))
        found.append(AnsweredComment(comment, comment.cell, place, met, said))
    return found


def _at_cell(spec: CellSpec, content: Content, changes: Changes) -> tuple[bool, Sentence]:
    if spec.index in changes.cells:
        figures = {"old": changes.cells[spec.index] or "–", "new": content.shown(spec) or "–"}
        return True, Sentence(N_("đã sửa: %(old)s → %(new)s"), figures)
    note = content.notes.get(spec.index, "")
    if note:
        return True, Sentence(N_("không đổi, có ghi chú: %(note)s"), {"note": note})
    return False, Sentence(N_("không đổi, không ghi chú"))


def _comments(
    version: ReportVersion,
) -> tuple[dict[int, list[CellComment]], dict[int, list[CellComment]]]:
    at_cells: dict[int, list[CellComment]] = {}
    at_statements: dict[int, list[CellComment]] = {}
    for comment in version.comments.select_related("by__account", "by__body"):
        if comment.cell is not None:
            at_cells.setdefault(comment.cell, []).append(comment)
        elif comment.statement is not None:
            at_statements.setdefault(comment.statement, []).append(comment)
    return at_cells, at_statements
