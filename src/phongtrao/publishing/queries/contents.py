"""What stands in a paper: headings with their numbers, lines with their sources, figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models import Prefetch

from phongtrao.core.errors import NotFound
from phongtrao.core.periods import cumulative_from_year_start, parse_period, scheme_of_round
from phongtrao.core.vietnamese import roman
from phongtrao.publishing.models import Paper, PaperFigures, PaperLine, PaperSection, exact
from phongtrao.publishing.rules.drafting import numbers_of, printed
from phongtrao.publishing.workflow import LineState
from phongtrao.reporting.cells import Cell
from phongtrao.reporting.grid.content import specs_of
from phongtrao.reporting.models import Indicator, ReportVersion, Round
from phongtrao.reporting.queries import content_of
from phongtrao.reporting.queries.catalogue import rules_of
from phongtrao.reporting.workflow import ReportState


@dataclass(frozen=True)
class SectionContents:
    """A heading with its number ("" where it is not printed) and its lines."""

    section: PaperSection
    number: str
    kept: Sequence[PaperLine]
    dropped: Sequence[PaperLine] = ()


@dataclass(frozen=True)
class FigureLine:
    """One line of the table; `code` is "" for a heading. `n` of `of` areas have the figure.

    `change` against the same period last year is the roll-up's own: None where the two do not
    tell of the same areas. `adjusted` is the part of `value` that signed lines add.
    """

    code: str
    order: str
    name: str
    unit: str = ""
    decimals: int = 0
    value: Fraction | None = None
    adjusted: Fraction | None = None
    n: int = 0
    of: int = 0
    estimated: bool = False
    not_approved: int = 0
    cumulative: Fraction | None = None
    last_year: Fraction | None = None
    change: Fraction | None = None
    has_cumulative: bool = False
    nobody_reported: bool = False


@dataclass(frozen=True)
class PaperContents:
    """A paper with all that is printed of it."""

    paper: Paper
    sections: Sequence[SectionContents]
    figures: PaperFigures
    lines: Sequence[FigureLine]


def contents_of(paper: Paper) -> PaperContents:
    """The sections, lines and newest figures of a stored paper."""
    lines = PaperLine.objects.filter(section__paper=paper).prefetch_related(
        Prefetch("sources", ReportVersion.objects.select_related("report__body").order_by("pk"))
    )
    by_section: dict[int, list[PaperLine]] = {}
    for line in lines.order_by("position", "pk"):
        by_section.setdefault(line.section_id, []).append(line)
    sections = [(section, by_section.get(section.pk, [])) for section in paper.sections.all()]
    figures = newest_figures(paper)
    return PaperContents(paper, numbered(sections), figures, figure_lines(paper.round, figures))


def numbered(
    sections: Sequence[tuple[PaperSection, Sequence[PaperLine]]],
) -> list[SectionContents]:
    """Headings with the numbers they are printed with; empty ones get none."""
    kept = [[line for line in lines if line.state == LineState.KEPT] for _, lines in sections]
    levels = [section.level for section, _ in sections]
    filled = [
        bool(own) or section.holds_figures for (section, _), own in zip(sections, kept, strict=True)
    ]
    shown = printed(levels, filled)
    numbers = iter(numbers_of([level for level, is_on in zip(levels, shown, strict=True) if is_on]))
    found = []
    for (section, lines), own, is_on in zip(sections, kept, shown, strict=True):
        number = ""
        if is_on:
            ordinal = next(numbers)
            number = roman(ordinal) if section.level == "section" else str(ordinal)
        dropped = [line for line in lines if line.state == LineState.DROPPED]
        found.append(SectionContents(section, number, own, dropped))
    return found


def newest_figures(paper: Paper) -> PaperFigures:
    """The figures the paper rests on now."""
    found = paper.figure_sets.select_related("taken_by__account").order_by("-n").first()
    if found is None:
        raise NotFound
    return found


def figure_lines(round_: Round, figures: PaperFigures) -> list[FigureLine]:
    """The table of a set of figures, the sections of the form as headings."""
    period, scheme = parse_period(round_.period), scheme_of_round(round_.scheme)
    has_cumulative = cumulative_from_year_start(period, scheme) != period
    names = {s["code"]: s["name"] for s in round_.template_version.sections}
    found: list[FigureLine] = []
    section = None
    for row in figures.figures:
        if row["section"] != section:
            section = row["section"]
            found.append(FigureLine("", section, names.get(section, "")))
        found.append(_line(row, figures, has_cumulative=has_cumulative))
    return found


def frozen_sources(
    figures: PaperFigures, code: str
) -> tuple[dict[str, Any], list[Indicator], list[tuple[ReportVersion, list[Cell]]]]:
    """A figure of the paper, its parts, and the versions behind it with what each says.

    These are the versions from the moment the figures were taken, whatever came after.
    Raises ``NotFound`` for a figure that the paper does not have.
    """
    row = next((row for row in figures.figures if row["code"] == code), None)
    if row is None:
        raise NotFound
    _indicators, rules = rules_of([code])
    own = rules[code]
    codes = [part for part in dict.fromkeys((*own.numerator, *own.denominator)) if part] or [code]
    parts, _rules = rules_of(codes)
    versions = (
        ReportVersion.objects.filter(pk__in=row["versions"])
        .select_related("report__round__template_version__template", "report__body")
        .order_by("report__body__name_folded", "pk")
    )
    return row, list(parts.values()), [(v, _cells(v, list(parts))) for v in versions]


def outdated_sources(versions: Sequence[ReportVersion], figures: PaperFigures) -> int:
    """How many areas' reports have come or changed since the figures were taken, or are gone.

    `versions` are those that count now (`versions_below`).
    """
    if figures.approved_only:
        versions = [v for v in versions if v.report.state != ReportState.SUBMITTED]
    then, now = set(figures.versions), {version.pk for version in versions}
    come = {version.report_id for version in versions if version.pk not in then}
    gone = then - now
    replaced = ReportVersion.objects.filter(pk__in=gone, report__in=come).count() if gone else 0
    return len(come) + len(gone) - replaced


def _cells(version: ReportVersion, codes: Sequence[str]) -> list[Cell]:
    specs = specs_of(version.report.round.template_version.cells)
    content = content_of(version, specs)
    by_code = {s.indicator: content.cells[s.index] for s in specs if s.key == s.indicator}
    return [by_code.get(code, Cell()) for code in codes]


def _line(row: dict[str, Any], figures: PaperFigures, *, has_cumulative: bool) -> FigureLine:
    return FigureLine(
        code=row["code"],
        order=row["order"],
        name=row["name"],
        unit=row["unit"],
        decimals=row["decimals"],
        value=exact(row["value"]),
        adjusted=exact(row.get("adjusted")),  # papers drawn up earlier do not say
        n=row["n"],
        of=row["of"],
        estimated=row["estimated"],
        not_approved=row["not_approved"],
        cumulative=exact(row["cumulative"][0]) if has_cumulative else None,
        last_year=exact(row["last_year"][0]),
        change=exact(row["change"]),
        has_cumulative=has_cumulative,
        nobody_reported=not figures.reported,
    )
