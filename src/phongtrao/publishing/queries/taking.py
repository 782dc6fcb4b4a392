"""Taking the figures of a round for a paper: frozen values with the versions behind each."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from phongtrao.org.permissions import Actor
from phongtrao.publishing.models import PaperFigures
from phongtrao.publishing.queries.below import versions_below
from phongtrao.reporting.grid.content import specs_of
from phongtrao.reporting.models import ReportVersion, Round
from phongtrao.reporting.queries import RollUpLine, content_of, roll_up
from phongtrao.reporting.queries.catalogue import rules_of
from phongtrao.reporting.queries.places import expected_areas
from phongtrao.reporting.rules.roll_up import RollUp
from phongtrao.reporting.workflow import ReportState


def take_figures(actor: Actor, round_: Round, *, approved_only: bool) -> PaperFigures:
    """The figures of the round as they stand now, not stored yet (no paper, number or author).

    A paper for signature takes approved reports only; areas whose report waits for approval are
    then counted in `waiting` and are in no figure.
    """
    versions = versions_below(actor, round_)
    entering = [v for v in versions if _is_approved(v) or not approved_only]
    areas = [
        area
        for area in expected_areas(round_.area_id, round_.level, round_.last_day)
        if actor.scope.covers(area.lineage_id)
    ]
    reported = {v.report.area_id for v in entering}
    sent = {v.report.area_id for v in versions}
    table = roll_up(actor, round_, approved_only=approved_only)
    return PaperFigures(
        as_of=round_.last_day,
        approved_only=approved_only,
        of=len(areas),
        reported=sum(area.lineage_id in reported for area in areas),
        not_approved=len({v.report.area_id for v in entering if not _is_approved(v)}),
        waiting=sum(area.lineage_id in sent - reported for area in areas),
        missing=[area.full_name for area in areas if area.lineage_id not in sent],
        versions=sorted(v.pk for v in entering),
        figures=_rows(round_, table.lines, entering),
    )


def _is_approved(version: ReportVersion) -> bool:
    return version.report.state != ReportState.SUBMITTED


def _rows(
    round_: Round, lines: Sequence[RollUpLine], versions: Iterable[ReportVersion]
) -> list[dict[str, Any]]:
    cells = {cell["indicator"]: cell for cell in reversed(round_.template_version.cells)}
    parts = _parts_of([line.indicator.code for line in lines])
    given = _given_by_code(versions)
    found = []
    for line in lines:
        code = line.indicator.code
        own = [code, *parts[code]]
        place: Mapping[str, Any] = next((cells[part] for part in own if part in cells), {})
        behind = {v.pk: v for part in own for v in given.get(part, ())}
        named = (
            {"order": cells[code]["order"], "name": cells[code]["name"]} if code in cells else {}
        )
        found.append(
            {"code": code, "section": place.get("section", ""), "order": ""}
            | {"name": line.indicator.name, "unit": line.indicator.unit}
            | named
            | _figure(line, behind)
        )
    order = {s["code"]: place for place, s in enumerate(round_.template_version.sections)}
    return sorted(found, key=lambda row: order.get(row["section"], len(order)))


def _figure(line: RollUpLine, behind: Mapping[int, ReportVersion]) -> dict[str, Any]:
    """What is frozen of a figure, with the versions behind it."""
    return {
        "decimals": line.decimals,
        "value": _text(line.current.value),
        "adjusted": _text(line.current.adjusted or None),
        "n": line.current.n,
        "of": line.current.of,
        "estimated": line.current.estimated,
        "not_approved": sum(not _is_approved(v) for v in behind.values()),
        "versions": sorted(behind),
        "cumulative": _other(line.cumulative),
        "last_year": _other(line.last_year),
        "change": _text(line.change),
    }


def _parts_of(codes: Sequence[str]) -> dict[str, list[str]]:
    _indicators, rules = rules_of(codes)
    return {code: [*rules[code].numerator, *rules[code].denominator] for code in codes}


def _given_by_code(versions: Iterable[ReportVersion]) -> Mapping[str, list[ReportVersion]]:
    """Indicator → the versions that give a figure or a declared zero for it."""
    found: dict[str, list[ReportVersion]] = {}
    for version in versions:
        specs = specs_of(version.report.round.template_version.cells)
        content = content_of(version, specs)
        for spec in specs:
            if spec.key == spec.indicator and content.cells[spec.index].is_given:
                found.setdefault(spec.indicator, []).append(version)
    return found


def _other(figure: RollUp) -> list[Any]:
    return [_text(figure.value), figure.n, figure.of]


def _text(value: Fraction | None) -> str | None:
    return None if value is None else str(value)
