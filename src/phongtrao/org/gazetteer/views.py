"""The country as seen by someone who asks about one day on another: who stands, who holds it."""

from datetime import date, timedelta
from typing import NamedTuple

from phongtrao.org.gazetteer.country import Country
from phongtrao.org.gazetteer.records import AreaVersion


class Standing(NamedTuple):
    """How a lineage stands on a day."""

    version: AreaVersion
    """The one in force, or the nearest."""
    is_in_force: bool
    on: date
    """The day; for a former area the last day of its version, for a later one the first."""


class Whereabouts(NamedTuple):
    """Where an area lay, and what became of it."""

    province: AreaVersion | None
    """The province it lies in on the day of its standing, or is itself."""
    current_code: str | None
    """The code of the one area that holds it today; None when there are several or none."""


class View:
    """What is answered about `day` when today is `today`, worked out when first asked."""

    def __init__(self, country: Country, day: date, today: date):
        self.day, self.today = day, today
        self.before_horizon = country.is_before_horizon(day)
        self.living = country.living_on(day)
        """What is in force on the day, by lineage."""
        self._country = country
        self._living_today = country.living_on(today)
        self._not_living: dict[int, Standing] = {}

    def standing(self, lineage_id: int) -> Standing:
        """The lineage on the day of the view."""
        living = self.living.get(lineage_id)
        if living is not None:
            return Standing(living, True, self.day)  # noqa: FBT003
        known = self._not_living.get(lineage_id)
        if known is None:
            versions = self._country.versions_of(lineage_id)
            is_past = versions[-1].valid_from <= self.day
            known = self._stands(versions[-1] if is_past else versions[0])
            self._not_living[lineage_id] = known
        return known

    def whereabouts(self, standing: Standing) -> Whereabouts:
        """Where an area lay on the day of its standing and who holds it today."""
        version, _, on = standing
        return Whereabouts(self._province(version, on), self._current_code(version.lineage_id, on))

    def of_code(self, code: str) -> Standing | None:
        """Who carries a code on the day; else who carried it last, else who will carry it first."""
        living = self._country.by_code_on(code, self.day)
        if living is not None:
            return self._stands(living)
        holders = self._country.holders_of(code)
        former = tuple(version for version in holders if version.valid_from <= self.day)
        nearest = former[-1:] or holders[:1]
        return self._stands(nearest[0]) if nearest else None

    def _stands(self, version: AreaVersion) -> Standing:
        on = self.day
        is_in_force = version.covers(max(on, self._country.horizon))
        if not is_in_force:
            is_past = version.valid_to is not None and version.valid_to <= on
            end = version.valid_to or on
            on = end - timedelta(days=1) if is_past else version.valid_from
        return Standing(version, is_in_force, on)

    def _province(self, version: AreaVersion, on: date) -> AreaVersion | None:
        province_id = version.path.split("/", 2)[1]  # below the country: "000001/002051/"
        if not province_id:
            return None
        living = self.living if on == self.day else self._country.living_on(on)
        return living.get(int(province_id))

    def _current_code(self, lineage_id: int, on: date) -> str | None:
        living = self._living_today.get(lineage_id)
        if living is None:
            links = self._country.successors(lineage_id)
            if len(links) == 1 and on <= self.today:
                living = self._living_today.get(links[0].to_id)
        if living is not None:
            return living.code
        holders = self._country.holders_on(lineage_id, on, self.today)
        return holders[0].code if len(holders) == 1 else None
