"""What the lint of the boundary reads of the catalogue."""

from phongtrao.core.boundary.indicators import CountFault, Definition, indicator_faults
from phongtrao.reporting.models import BreakdownList, Indicator


def definition_of(row: Indicator) -> Definition:
    """What the lint of the boundary reads of an indicator."""
    return Definition(
        code=row.code,
        name=row.name,
        name_en=row.name_en,
        unit=row.unit,
        kind=row.kind,
        disaggregation=tuple(row.disaggregation),
        is_scored=row.is_scored,
        counts_people=row.counts_people,
    )


def breakdown_faults(row: BreakdownList) -> list[CountFault]:
    """Why figures may not be divided by this list: its name and each of its values are read."""
    splits = (row.name, *(value["name"] for value in row.values))
    return indicator_faults(Definition(row.code, "", disaggregation=splits))
