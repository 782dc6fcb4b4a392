"""Turns the facts of the sources into lineages, versions and successions.

Identity: a rename or a new type keeps the lineage, a new territory opens another one even when
the code is reused. A unit of 1/7/2025 keeps the lineage of its predecessor exactly when that is
its only one, gave its whole territory and was of the same level.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from areas_build.sources import OldCommune, Sources, SourceUnit, act_of

HORIZON = date(2025, 1, 1)
MERGER = date(2025, 7, 1)
PROVINCE_ACT = "202/2025/QH15"
COUNTRY_ID = 1
MERGER_ACTS = range(1654, 1688)

# Day from which an act of 2026 applies. The sources give the day of signing only; these days
# were read in public repositories that quote the government portal, so they stay unverified.
LATER_ACTS = {
    "30/2026/QH16": date(2026, 4, 30),
    "237/NQ-UBTVQH16": date(2026, 4, 30),
    "36/2026/QH16": date(2026, 9, 1),
    "39/2026/QH16": date(2026, 9, 20),
    "388/NQ-UBTVQH16": date(2026, 9, 20),
}


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """One row of the versions table; dates as days, the act by its number."""

    level: int
    lineage: int
    valid_from: date
    valid_to: date | None
    code: str
    name: str
    type: str
    parent: int
    act: str


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """One row of the successions table."""

    from_id: int
    to_id: int
    share: Fraction
    kind: str
    act: str
    source: str
    estimated: bool


@dataclass(slots=True)
class Composition:
    """The country, being put together."""

    sources: Sources
    versions: list[Version] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    acts: dict[str, tuple[date, date, bool]] = field(default_factory=dict)
    successors: dict[str, list[str]] = field(default_factory=dict)
    predecessors: dict[str, list[str]] = field(default_factory=dict)
    merger_acts: dict[str, str] = field(default_factory=dict)
    province_of: dict[str, int] = field(default_factory=dict)


def compose_country(sources: Sources) -> Composition:
    """The whole country; raises SystemExit when the sources contradict each other."""
    country = Composition(sources)
    _pair_up(country)
    _collect_acts(country)
    country.versions.append(Version(0, COUNTRY_ID, HORIZON, None, "VN", "Việt Nam", "", 0, ""))
    _compose_provinces(country)
    _compose_districts(country)
    _compose_old_communes(country)
    _compose_new_communes(country)
    country.versions.sort(key=lambda row: (row.level, row.lineage, row.valid_from))
    country.links.sort()
    return country


def horizon_id(level: int, code: str) -> int:
    """Stable id of a lineage that was there at the horizon: the level's block plus its code."""
    return {1: 1_000, 2: 10_000, 3: 100_000}[level] + int(code)


def merger_id(level: int, code: str) -> int:
    """Stable id of a lineage that opened on 1/7/2025."""
    return {1: 2_000, 3: 200_000}[level] + int(code)


def old_id(country: Composition, key: str) -> int:
    """Lineage of an old commune; of its district where the district has no communes."""
    old = country.sources.old_communes[key]
    return horizon_id(3, old.code) if old.code else horizon_id(2, old.district_code)


def new_id(country: Composition, code: str) -> int:
    """Lineage of a commune of 1/7/2025, which may be older than that day."""
    old_key = untouched_key(country, code)
    return old_id(country, old_key) if old_key else merger_id(3, code)


def untouched_key(country: Composition, code: str) -> str | None:
    """Key of the old commune that a new one continues, if it does."""
    keys = country.predecessors[code]
    is_untouched = len(keys) == 1 and len(country.successors[keys[0]]) == 1
    return keys[0] if is_untouched and country.sources.old_communes[keys[0]].code else None


def _pair_up(country: Composition) -> None:
    successors, predecessors = defaultdict(list), defaultdict(list)
    for old_key, code in sorted(country.sources.pairs):
        successors[old_key].append(code)
        predecessors[code].append(old_key)
    country.successors, country.predecessors = dict(successors), dict(predecessors)


def _collect_acts(country: Composition) -> None:
    country.acts[PROVINCE_ACT] = (date(2025, 6, 12), MERGER, True)
    for unit in [
        *country.sources.latest_provinces.values(),
        *country.sources.latest_communes.values(),
    ]:
        found = act_of(unit.note)
        if found is None:
            continue
        number, signed_on = found
        is_merger = number == PROVINCE_ACT or int(number.split("/")[0]) in MERGER_ACTS
        applies_from = MERGER if is_merger else LATER_ACTS[number]
        country.acts[number] = (signed_on, applies_from, is_merger)
        if is_merger and unit.parent_code:
            _note_merger_act(country, unit.parent_code, number)


def _note_merger_act(country: Composition, province_code: str, number: str) -> None:
    if country.merger_acts.setdefault(province_code, number) != number:
        raise SystemExit(f"province {province_code} has two acts of 2025")


def _compose_provinces(country: Composition) -> None:
    sources = country.sources
    for code, unit in sorted(sources.merged_provinces.items()):
        old_codes = _old_provinces_of(country, code)
        latest = sources.latest_provinces[code]
        if old_codes == [code]:
            lineage = horizon_id(1, code)
            _add_span(country, 1, lineage, sources.old_provinces[code], latest, COUNTRY_ID)
        else:
            lineage = merger_id(1, code)
            start = (MERGER, PROVINCE_ACT)
            _add_span(country, 1, lineage, unit, latest, COUNTRY_ID, start=start)
            for old_code in old_codes:
                _close_province(country, sources.old_provinces[old_code], lineage)
        country.province_of[code] = lineage


def _old_provinces_of(country: Composition, code: str) -> list[str]:
    sources = country.sources
    return sorted(
        {
            sources.old_districts[sources.old_communes[key].district_code].parent_code
            for commune, unit in sources.merged_communes.items()
            if unit.parent_code == code
            for key in country.predecessors[commune]
        }
    )


def _close_province(country: Composition, unit: SourceUnit, successor: int) -> None:
    lineage = horizon_id(1, unit.code)
    row = Version(1, lineage, HORIZON, MERGER, unit.code, unit.name, unit.type, COUNTRY_ID, "")
    country.versions.append(row)
    link = Link(lineage, successor, Fraction(1), "whole", PROVINCE_ACT, "exact", estimated=False)
    country.links.append(link)


def _add_span(
    country: Composition,
    level: int,
    lineage: int,
    unit: SourceUnit,
    latest: SourceUnit,
    parent: int,
    *,
    start: tuple[date, str] = (HORIZON, ""),
) -> None:
    """Add the versions from `start` to now: two when the type changed after the merger."""
    since, act = start
    changed_on = None
    later_act = ""
    if unit.type != latest.type:
        found = act_of(latest.note)
        if found is None:
            raise SystemExit(f"{unit.code}: a change of type without an act")
        later_act = found[0]
        changed_on = country.acts[later_act][1]
    # Names of the merger are taken from the latest list: the earlier one differs in tone
    # placement and apostrophes only, which is no change of name.
    name = latest.name
    row = Version(level, lineage, since, changed_on, unit.code, name, unit.type, parent, act)
    country.versions.append(row)
    if changed_on:
        row = Version(
            level, lineage, changed_on, None, unit.code, name, latest.type, parent, later_act
        )
        country.versions.append(row)


def _compose_districts(country: Composition) -> None:
    by_district = defaultdict(list)
    for key, old in country.sources.old_communes.items():
        by_district[old.district_code].append(key)
    for code, unit in sorted(country.sources.old_districts.items()):
        lineage = horizon_id(2, code)
        parent = horizon_id(1, unit.parent_code)
        row = Version(2, lineage, HORIZON, MERGER, code, unit.name, unit.type, parent, "")
        country.versions.append(row)
        keys = by_district[code]
        if country.sources.old_communes[keys[0]].code:
            _derive_district(country, lineage, keys)
        else:
            _close_commune(country, keys[0])


def _derive_district(country: Composition, lineage: int, keys: list[str]) -> None:
    """A district goes to the successors of its communes, each commune weighing the same."""
    shares: dict[str, Fraction] = defaultdict(Fraction)
    for key in keys:
        targets = country.successors[key]
        for code in targets:
            shares[code] += Fraction(1, len(keys) * len(targets))
    for code, share in shares.items():
        act = _merger_act(country, code)
        link = Link(
            lineage, new_id(country, code), share, "derived", act, "derived", len(shares) > 1
        )
        country.links.append(link)


def _compose_old_communes(country: Composition) -> None:
    kept = {untouched_key(country, code) for code in country.predecessors}
    for key, old in sorted(country.sources.old_communes.items()):
        if old.code:
            _add_old_commune(country, key, old)
            if key not in kept:
                _close_commune(country, key)


def _add_old_commune(country: Composition, key: str, old: OldCommune) -> None:
    parent = horizon_id(2, old.district_code)
    lineage = old_id(country, key)
    country.versions.append(
        Version(3, lineage, HORIZON, MERGER, str(old.code), old.name, old.type, parent, "")
    )


def _close_commune(country: Composition, key: str) -> None:
    targets = country.successors[key]
    share = Fraction(1, len(targets))
    kind, source = ("whole", "exact") if len(targets) == 1 else ("part", "default")
    for code in targets:
        act = _merger_act(country, code)
        to_id = new_id(country, code)
        link = Link(old_id(country, key), to_id, share, kind, act, source, len(targets) > 1)
        country.links.append(link)


def _compose_new_communes(country: Composition) -> None:
    for code, unit in sorted(country.sources.merged_communes.items()):
        latest = country.sources.latest_communes[code]
        start = (MERGER, _merger_act(country, code))
        lineage = new_id(country, code)
        parent = country.province_of[unit.parent_code]
        _add_span(country, 3, lineage, unit, latest, parent, start=start)


def _merger_act(country: Composition, code: str) -> str:
    return country.merger_acts[country.sources.merged_communes[code].parent_code]
