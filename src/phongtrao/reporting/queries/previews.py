"""A form shown as it will be filled, before anybody is asked: from a version or a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from phongtrao.core.errors import InvalidInput, Sentence
from phongtrao.core.periods import PeriodKind
from phongtrao.reporting.cells import Cell
from phongtrao.reporting.grid.content import CellSpec, Content, empty_content, specs_of
from phongtrao.reporting.grid.design import Design, form_of
from phongtrao.reporting.models import BreakdownList, Indicator
from phongtrao.reporting.queries.catalogue import frozen_cell
from phongtrao.reporting.queries.entry import SectionState
from phongtrao.reporting.rules.cell_checks import CellPlace, parse_check
from phongtrao.reporting.rules.check_words import check_words


@dataclass(frozen=True)
class ShownCheck:
    """A check with its words; `is_own` says that its designer wrote them."""

    check: str
    weight: str
    sentence: Sentence
    is_own: bool


@dataclass(frozen=True)
class FormPreview:
    """A form with empty cells: the same parts that an entry grid has."""

    name: str
    period_kind: PeriodKind
    specs: Sequence[CellSpec]
    sections: Sequence[SectionState]
    content: Content
    checks: Sequence[ShownCheck]
    computed: Sequence[Indicator]
    last: Mapping[str, Cell]
    last_year: Mapping[str, Cell]


def preview_of(form: Mapping[str, Any], name: str) -> FormPreview:
    """The preview of a frozen content (see `actions.designing.content_of_version`)."""
    specs = specs_of(form["cells"])
    codes = list(form.get("computed", []))
    computed = {row.code: row for row in Indicator.objects.filter(code__in=codes)}
    return FormPreview(
        name=name,
        period_kind=PeriodKind(form["period_kind"]),
        specs=specs,
        sections=[_section(section, specs) for section in form["sections"]],
        content=empty_content(specs),
        checks=_checks(form["checks"], specs),
        computed=[computed[code] for code in codes if code in computed],
        last={},
        last_year={},
    )


def preview_of_design(design: Design) -> FormPreview:
    """The preview of a draft; a row whose indicator is gone shows its code alone."""
    form = form_of(design, "")
    known = {row.code: row for row in Indicator.objects.all()}
    cells = []
    for cell in form["cells"]:
        row = known.get(cell["indicator"]) or Indicator(code=cell["indicator"], kind="flow")
        frozen = frozen_cell(
            row,
            section=cell["section"],
            order=cell["order"],
            name=cell.get("name", ""),
            split=cell.get("disaggregation", ""),
        )
        cells.append(frozen | {name: cell[name] for name in ("depth", "above") if name in cell})
    return preview_of(form | {"cells": cells}, design["name"])


def cell_names(preview: FormPreview) -> dict[str, str]:
    """The name of each cell by its key."""
    return {spec.key: spec.name for spec in preview.specs}


def split_values(code: str) -> list[dict[str, str]]:
    """The values of a closed list, in their order; none where the list is gone."""
    found = BreakdownList.objects.filter(code=code).first()
    return list(found.values) if found else []


def _section(section: Mapping[str, Any], specs: Sequence[CellSpec]) -> SectionState:
    return SectionState(
        code=section["code"],
        name=section["name"],
        specs=[spec for spec in specs if spec.section == section["code"]],
        topics=section.get("topics", []),
        empty=0,
        faulty=0,
        required=section.get("required", []),
        foot=section.get("foot", []),
    )


def _checks(checks: Sequence[Mapping[str, str]], specs: Sequence[CellSpec]) -> list[ShownCheck]:
    places = {spec.key: CellPlace(spec.name, spec.order, spec.decimals) for spec in specs}
    found = []
    for each in checks:
        words = each.get("words", "")
        sentence = Sentence("%(words)s", {"words": words})
        if not words:
            try:
                sentence = check_words(parse_check(each["check"]), places)
            except InvalidInput as refusal:
                sentence = refusal.sentence
        found.append(ShownCheck(each["check"], each["weight"], sentence, bool(words)))
    return found
