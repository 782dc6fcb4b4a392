"""The packaged catalogue and forms, brought into the database; safe to run again."""

import csv
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import transaction

from phongtrao.core import clock
from phongtrao.core.boundary.indicators import CountFault, indicator_faults
from phongtrao.core.boundary.indicators import form_faults as faults_of_form
from phongtrao.core.errors import N_, Refused
from phongtrao.reporting.cells import canonical_json
from phongtrao.reporting.models import BreakdownList, Indicator, ReportTemplate, TemplateVersion
from phongtrao.reporting.queries.definitions import breakdown_faults, definition_of
from phongtrao.reporting.queries.frozen_forms import frozen_content, participants_of

_DATA = Path(__file__).parents[1] / "data"
_CATALOGUE = _DATA / "indicators.csv"
_FACTS = (
    "section_code", "section", "name", "name_en", "unit", "kind", "numerator", "denominator",
    "disaggregation", "frequency", "levels", "decimals", "counts_people", "is_scored",
    "is_enabled", "disabled_reason", "evidence", "factor", "position",
)  # fmt: skip


@transaction.atomic
def load_catalogue() -> None:
    """Bring indicators and forms up to the packaged files; a changed form is a new version.

    Raises ``Refused`` when the kinds of bodies that a form names are not loaded yet.
    """
    load_indicators(_CATALOGUE)
    load_breakdowns()
    for form in packaged_forms():
        load_template(form)


def load_indicators(path: Path) -> None:
    """Insert or update the indicators of a catalogue file; what was changed here stays.

    Raises ``Refused`` when one of them counts what may not be counted (CR-4, CR-19).
    """
    rows = _indicators(path)
    _refuse(fault for row in rows for fault in indicator_faults(definition_of(row)))
    changed = Indicator.objects.filter(changed_at__isnull=False).values_list("code", flat=True)
    kept = set(changed)
    Indicator.objects.bulk_create(
        [row for row in rows if row.code not in kept],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=list(_FACTS),
    )


def load_breakdowns() -> None:
    """Insert or update the packaged lists by which figures are divided; changed ones stay.

    Raises ``Refused`` when a list divides by what may not be asked.
    """
    rows = packaged_breakdowns()
    _refuse(fault for row in rows for fault in breakdown_faults(row))
    kept = set(
        BreakdownList.objects.filter(changed_at__isnull=False).values_list("code", flat=True)
    )
    BreakdownList.objects.bulk_create(
        [row for row in rows if row.code not in kept],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "values"],
    )


def load_template(form: dict[str, Any]) -> TemplateVersion:
    """The newest version of a form; a new one is frozen when the form differs from the last.

    Raises ``Refused`` when the form asks for what may not be counted, or names what it lacks.
    """
    _refuse(faults_of_form(form))
    content = frozen_content(form)
    digest = hashlib.sha256(canonical_json(content)).hexdigest()
    template, _ = ReportTemplate.objects.get_or_create(
        code=form["code"], defaults={"name": form["name"]}
    )
    newest = template.versions.order_by("-n").first()
    if newest is not None and newest.issued_by_id:
        return newest  # what was issued here is not overwritten by a packaged form
    if template.name != form["name"]:
        template.name = form["name"]
        template.save(update_fields=["name"])
    if newest is not None and newest.hash == digest:
        return newest
    version = TemplateVersion.objects.create(
        template=template,
        n=newest.n + 1 if newest else 1,
        hash=digest,
        created_at=clock.now(),
        **content,
    )
    version.participants.set(participants_of(content))
    return version


def packaged_faults() -> list[str]:
    """Why the packaged catalogue or a packaged form may not be used; no database is asked."""
    rows = packaged_indicators()
    found = [fault for row in rows for fault in indicator_faults(definition_of(row))]
    for divided in packaged_breakdowns():
        found += breakdown_faults(divided)
    for form in packaged_forms():
        found += faults_of_form(form)
    return [str(fault) for fault in found]


def packaged_indicators() -> list[Indicator]:
    """The catalogue as it is packaged; the rows are not in the database."""
    return _indicators(_CATALOGUE)


def packaged_breakdowns() -> list[BreakdownList]:
    """The lists by which figures are divided, as they are packaged; not in the database."""
    lists = json.loads((_DATA / "breakdowns.json").read_text(encoding="utf-8"))
    return [BreakdownList(**row) for row in lists]


def packaged_forms() -> list[dict[str, Any]]:
    """The forms as they are packaged."""
    forms: list[dict[str, Any]] = json.loads((_DATA / "templates.json").read_text(encoding="utf-8"))
    return forms


def _refuse(faults: Iterable[CountFault]) -> None:
    found = list(faults)
    if found:
        raise Refused(
            N_("%(indicator)s chưa được nhận. %(reason)s"),
            code="boundary",
            reason=found[0].sentence,
            indicator=found[0].code,
        )


def _indicators(path: Path) -> list[Indicator]:
    with path.open(encoding="utf-8", newline="") as stream:
        return [_indicator(row, place) for place, row in enumerate(csv.DictReader(stream))]


def _indicator(row: dict[str, str], place: int) -> Indicator:
    return Indicator(
        code=row["code"],
        section_code=row["section_code"],
        section=row["section"],
        name=row["name"],
        name_en=row["name_en"],
        unit=row["unit"],
        kind=row["kind"],
        numerator=row["numerator"],
        denominator=row["denominator"],
        disaggregation=[part.strip() for part in row["disaggregation"].split(";") if part.strip()],
        frequency=row["frequency"].split(","),
        levels=row["level"].split(","),
        decimals=int(row["decimals"]),
        counts_people=row["counts_people"] == "yes",
        is_scored=row["scored"] == "yes",
        is_enabled=row["enabled"] == "yes",
        disabled_reason=row["disabled_reason"],
        evidence=row["evidence"],
        factor=100 if row["unit"] == "%" else 1,
        position=place,
    )
