"""A round before it is opened: how many reports, who cannot report, until when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from phongtrao.core.periods import parse_period, scheme_of_round, window
from phongtrao.reporting.models import TemplateVersion
from phongtrao.reporting.queries.places import expected_areas, reporting_bodies


@dataclass(frozen=True, slots=True)
class RoundAhead:
    """What opening a round of one level would ask."""

    level: str
    first_day: date
    last_day: date
    reports: int
    without_body: Sequence[str]
    deadline_at: datetime


def rounds_ahead(
    form: TemplateVersion,
    *,
    period: str,
    scheme: str,
    area_id: int,
    deadlines: Mapping[str, datetime],
) -> list[RoundAhead]:
    """The rounds that one act would open, the highest level first; nothing is stored."""
    found = []
    for level, deadline_at in deadlines.items():
        first_day, last_day = window(parse_period(period), scheme_of_round(scheme), level)
        areas = expected_areas(area_id, level, last_day)
        bodies = reporting_bodies(form, areas, last_day)
        covered = {body.area_id for body in bodies}
        without = [area.full_name for area in areas if area.lineage_id not in covered]
        found.append(RoundAhead(level, first_day, last_day, len(bodies), without, deadline_at))
    return found
