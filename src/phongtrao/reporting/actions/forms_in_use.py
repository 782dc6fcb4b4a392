"""A form from the spreadsheet in use: the proposal, and what confirming it makes."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from phongtrao.core.boundary.indicators import Definition, indicator_faults
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.periods import PeriodKind
from phongtrao.core.vietnamese import fold
from phongtrao.org.permissions import Actor
from phongtrao.reporting.actions.designing import require_designer, start_template
from phongtrao.reporting.actions.indicators import IndicatorTerms, create_indicator
from phongtrao.reporting.grid.sheet_design import (
    Choice,
    NewIndicator,
    asked_rows,
    confirmed_design,
    full_name,
    new_indicators,
)
from phongtrao.reporting.grid.sheet_form import RATIO, propose
from phongtrao.reporting.grid.sheet_matching import Known
from phongtrao.reporting.models import Indicator, TemplateDraft
from phongtrao.reporting.queries.designs import breakdowns_for, indicators_for

_STEM = "BM"  # codes of indicators that came with a form
_OWN_SECTION = ("RI", "Chỉ tiêu riêng của cơ quan")
# Read from top to bottom: a festival is held in a year, six months are months.
_PERIODS = (
    ("ngay hoi", str(PeriodKind.WINDOW)),
    ("6 thang", str(PeriodKind.HALF_YEAR)),
    ("sau thang", str(PeriodKind.HALF_YEAR)),
    ("9 thang", str(PeriodKind.NINE_MONTHS)),
    ("quy ", str(PeriodKind.QUARTER)),
    ("thang ", str(PeriodKind.MONTH)),
    ("nam", str(PeriodKind.YEAR)),
)
_PEOPLE = ("người", "lượt người", "thành viên")


def proposal_of(read: Mapping[str, Any], *, sheet: str = "", by: Actor) -> dict[str, Any]:
    """What a read workbook proposes; nothing is stored. Rows that may not be counted say why.

    Raises ``InvalidInput`` where it holds no table, ``Forbidden``.
    """
    require_designer(by)
    rows = list(indicators_for(by).filter(is_enabled=True))
    known = [Known(row.code, row.name, row.unit) for row in rows]
    lists = [{"code": r.code, "name": r.name, "values": r.values} for r in breakdowns_for(by)]
    proposal = propose(read, known, lists, sheet=sheet)
    reckoned = {row.code for row in rows if row.kind == "ratio"}
    for row in asked_rows(proposal):
        row["computed"] = row["kind"] == RATIO or row["match"] in reckoned
        row["refused"] = refusal_of(full_name(row), row["unit"])
    named = {each["code"]: each["values"] for each in lists}
    if proposal["split"]:
        values = named[proposal["split"]["code"]]
        asked = proposal["split"]["values"]
        proposal["split"]["named"] = [value for value in values if value["code"] in asked]
    return proposal


def refusal_of(name: str, unit: str) -> str:
    """Why an indicator of this name may not be added, in Vietnamese; empty where it may."""
    asked = Definition("", name, unit=unit, counts_people=_counts_people(unit))
    found = indicator_faults(asked)
    return str(found[0].sentence) if found else ""


@transaction.atomic
def confirm_proposal(
    proposal: Mapping[str, Any], name: str, choices: Mapping[str, Choice], *, by: Actor
) -> TemplateDraft:
    """Make the draft of the form, and add to the catalogue what it lacks; all or nothing.

    Raises ``InvalidInput`` naming each row that cannot be so, ``Refused``, ``Forbidden``.
    """
    body = require_designer(by)
    _require_sound(proposal, choices)
    codes = {row: choice.verb for row, choice in choices.items() if choice.verb.isupper()}
    number = _first_free()
    for new in new_indicators(proposal, choices):
        terms = _terms(new, codes, f"{_STEM}{number:03d}")
        codes[new.row] = create_indicator(terms, by=by).code
        number += 1
    design = confirmed_design(proposal, name, choices, codes, kind=str(body.kind_id))
    design["period_kind"] = period_kind_in(f"{proposal['title']} {name}")
    return start_template(name, design=design, by=by)


def period_kind_in(title: str) -> str:
    """Which period the title of a form speaks of; half a year where it names none."""
    told = fold(title)
    return next((kind for word, kind in _PERIODS if word in told), str(PeriodKind.HALF_YEAR))


def _require_sound(proposal: Mapping[str, Any], choices: Mapping[str, Choice]) -> None:
    """Every new row has a unit and may be counted."""
    faults: dict[str, str] = {}
    for new in new_indicators(proposal, choices):
        reason = refusal_of(new.name, new.unit)
        if reason:
            faults[new.name] = reason
        elif not new.unit.strip():
            faults[new.name] = N_("Chưa ghi đơn vị tính.")
    if faults:
        first, reason = next(iter(faults.items()))
        raise InvalidInput(
            N_("Chưa tạo gì: “%(row)s”. %(reason)s Hãy sửa hoặc bỏ dòng này rồi xác nhận lại."),
            "proposal.rows",
            fields=faults,
            row=first,
            reason=Sentence(reason),
        )


def _first_free() -> int:
    taken = Indicator.objects.filter(code__startswith=_STEM).values_list("code", flat=True)
    numbers = [int(code[len(_STEM) :]) for code in taken if code[len(_STEM) :].isdecimal()]
    return max(numbers, default=0) + 1


def _terms(new: NewIndicator, codes: Mapping[str, str], code: str) -> IndicatorTerms:
    return IndicatorTerms(
        code=code,
        name=new.name,
        unit=new.unit,
        kind=new.kind,
        section_code=_OWN_SECTION[0],
        section=_OWN_SECTION[1],
        numerator="+".join(codes.get(row, "") for row in new.numerator),
        denominator="+".join(codes.get(row, "") for row in new.denominator),
        factor=new.factor,
        frequency=("6T", "N"),
        levels=("X", "T"),
        decimals=2 if new.kind == "ratio" else 0,
        counts_people=_counts_people(new.unit),
    )


def _counts_people(unit: str) -> bool:
    return any(unit.strip().lower().startswith(word) for word in _PEOPLE)
