"""Reads of the catalogue and of the forms."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Max, QuerySet

from phongtrao.org.permissions import Actor
from phongtrao.reporting.models import IMPORT_TEMPLATE, Indicator, TemplateVersion
from phongtrao.reporting.queries.designs import in_reach
from phongtrao.reporting.rules.figures import IndicatorKind, IndicatorRule


def newest_templates() -> QuerySet[TemplateVersion]:
    """The newest frozen version of each form that can be asked: what a new round uses."""
    return (
        TemplateVersion.objects.exclude(template__code=IMPORT_TEMPLATE)
        .filter(template__is_one_off=False)
        .annotate(newest=Max("template__versions__n"))
        .filter(n=F("newest"))
        .select_related("template")
        .order_by("template__name")
    )


def templates_for(actor: Actor) -> QuerySet[TemplateVersion]:
    """The newest forms within reach in which the actor's kind of body takes part."""
    if actor.body is None:
        return TemplateVersion.objects.none()
    reached = newest_templates().filter(in_reach(actor, "template__"))
    return reached.filter(participants=actor.body.kind_id)


def rules_of(codes: Iterable[str]) -> tuple[dict[str, Indicator], dict[str, IndicatorRule]]:
    """The indicators asked for, in that order, and the rules of the whole catalogue."""
    every = {row.code: row for row in Indicator.objects.all()}
    rules = {code: rule_of(row) for code, row in every.items()}
    return {code: every[code] for code in codes if code in every}, rules


@dataclass(frozen=True)
class Catalogue:
    """The rules of all indicators, and the levels the catalogue names for each."""

    rules: Mapping[str, IndicatorRule]
    levels: Mapping[str, Sequence[str]]


def read_catalogue() -> Catalogue:
    """The catalogue as it stands now, in one query."""
    every = list(Indicator.objects.all())
    return Catalogue(
        {row.code: rule_of(row) for row in every}, {row.code: row.levels for row in every}
    )


def frozen_cell(
    row: Indicator, *, section: str, order: str, name: str = "", split: str = ""
) -> dict[str, Any]:
    """A cell of a frozen form: what the indicator is now, kept as it is.

    `split` is a list and one of its values, as ``nguon.ngan_sach``.
    """
    return {
        "key": f"{row.code}.{split}" if split else row.code,
        "indicator": row.code,
        "disaggregation": split,
        "section": section,
        "order": order,
        "name": name or row.name,
        "unit": row.unit,
        "kind": row.kind,
        "decimals": row.decimals,
        "counts_people": row.counts_people,
    }


def rule_of(row: Indicator) -> IndicatorRule:
    """What the roll-up must know of an indicator."""
    return IndicatorRule(
        code=row.code,
        kind=IndicatorKind(row.kind),
        numerator=_codes(row.numerator),
        denominator=_codes(row.denominator),
        factor=row.factor,
    )


def _codes(expression: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in expression.split("+") if part.strip())
