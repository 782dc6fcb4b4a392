"""Figures that the platform knows already, offered at the cells of a report with their source.

Registers of other stages are handed in by `config.wiring`; what the body has said in another form
for the same days is read here. Nothing is filled in unless an official takes it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from django.urls import reverse

from phongtrao.core.errors import N_, Sentence
from phongtrao.reporting.cells import unpack
from phongtrao.reporting.grid.content import CellSource, CellSpec, Content, specs_of
from phongtrao.reporting.models import Report, ReportVersion, WorkingCopy, official
from phongtrao.reporting.workflow import ReportState

_OTHER_FORM = N_("%(form)s (%(state)s)")
_SENT = (ReportState.SUBMITTED, ReportState.APPROVED, ReportState.LOCKED)


@dataclass(frozen=True, slots=True)
class FiguresAbout:
    """Whose figures of which days are asked, for which cells (their keys)."""

    body_id: int
    area_id: int
    first_day: date
    last_day: date
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class OfferedFigure:
    """A figure of a cell as it would be typed, and where it is from; `key` names the source."""

    cell: str
    figure: str
    key: str
    label: Sentence
    address: str

    @property
    def source(self) -> CellSource:
        """What the report keeps of it; words of the record are Vietnamese."""
        return CellSource(self.key, self.label.shown(), self.address)


class KnownFigures(Protocol):
    """A register that counts what a body has done."""

    def of(self, about: FiguresAbout) -> Sequence[OfferedFigure]:
        """What it knows; only for keys that are asked."""


_registers: list[KnownFigures] = []


def offer_figures(registers: Sequence[KnownFigures]) -> None:
    """Hand the registers in; replaces those before."""
    _registers[:] = registers


def offered_figures(report: Report, specs: Sequence[CellSpec]) -> dict[int, list[OfferedFigure]]:
    """What is known for each cell of a report, by the place of the cell."""
    round_ = report.round
    places = {spec.key: spec.index for spec in specs}
    about = FiguresAbout(
        report.body_id, report.area_id, round_.first_day, round_.last_day, frozenset(places)
    )
    found: dict[int, list[OfferedFigure]] = {}
    for register in _registers:
        for figure in register.of(about):
            found.setdefault(places[figure.cell], []).append(figure)
    for figure in _in_other_forms(report, about):
        found.setdefault(places[figure.cell], []).append(figure)
    return found


def with_sources(
    specs: Sequence[CellSpec],
    content: Content,
    claimed: Mapping[int, str],
    known: Mapping[int, Sequence[OfferedFigure]],
    stored: Content,
) -> Content:
    """The content with the sources that hold: the figure at the cell is the one that was offered.

    `claimed` are keys of sources by cell; a cell without a claim keeps its stored source. A source
    that was kept before stays, even if its register has moved on.
    """
    sources: dict[int, CellSource] = {}
    for spec in specs:
        i, shown = spec.index, content.shown(spec)
        before = stored.sources.get(i)
        key = claimed.get(i, before.key if before else "")
        offered = next((k for k in known.get(i, ()) if (k.key, k.figure) == (key, shown)), None)
        if before and before.key == key and stored.shown(spec) == shown:
            sources[i] = before
        elif key and offered:
            sources[i] = offered.source
    return replace(content, sources=sources)


def _in_other_forms(report: Report, about: FiguresAbout) -> Iterator[OfferedFigure]:
    others = Report.objects.filter(
        area_id=about.area_id,
        body_id=about.body_id,
        round__first_day=about.first_day,
        round__last_day=about.last_day,
    ).exclude(pk=report.pk)
    # Practice and the work itself offer each other nothing.
    in_kind = ~official("round__") if report.is_training else official("round__")
    others = others.filter(in_kind)
    rows = list(others.select_related("round__template_version__template").order_by("pk"))
    versions = ReportVersion.objects.filter(report__in=rows).order_by("report", "n")
    newest = {version.report_id: version for version in versions}  # the last one of each stays
    copies = {copy.report_id: copy for copy in WorkingCopy.objects.filter(report__in=rows)}
    for row in rows:
        said = newest.get(row.pk) if row.state in _SENT else copies.get(row.pk)
        if said is not None:
            yield from _said_in(row, said, about.keys)


def _said_in(
    row: Report, said: ReportVersion | WorkingCopy, keys: frozenset[str]
) -> Iterator[OfferedFigure]:
    form = row.round.template_version
    specs = specs_of(form.cells)
    content = Content(tuple(unpack(bytes(said.cells), len(specs))))
    state = ReportState(row.state).label
    label = Sentence(_OTHER_FORM, {"form": form.template.name, "state": str(state).lower()})
    is_sent = isinstance(said, ReportVersion)
    address = reverse(f"reporting:report-{'detail' if is_sent else 'fill'}", args=[row.pk])
    for spec in specs:
        if spec.key in keys and content.cells[spec.index].is_given:
            shown = content.shown(spec)
            yield OfferedFigure(spec.key, shown, f"report:{row.pk}", label, address)
