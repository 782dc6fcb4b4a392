"""Checks the packed file by reading it with the product's own reader. Any fault stops the build."""

import itertools
import math
from collections import Counter
from datetime import date
from fractions import Fraction

from areas_build.compose import HORIZON, MERGER
from phongtrao.org.gazetteer.country import Country, read_country

LATEST = date(2026, 11, 1)
MAX_BYTES = 1_500_000
MAX_DENOMINATOR = 10_000
EXPECTED = {
    HORIZON: {"country": 1, "province": 63, "district": 696, "commune": 10_035},
    MERGER: {"country": 1, "province": 34, "commune": 3_321},
    LATEST: {"country": 1, "province": 34, "commune": 3_321},
}
EXPECTED_TYPES = {
    MERGER: {"xã": 2_621, "phường": 687, "đặc khu": 13},
    LATEST: {"xã": 2_599, "phường": 709, "đặc khu": 13},
}
ISLANDS = {"318": "11948", "471": "19742", "498": "20333", "536": "21548", "755": "26732"}


def check_file(packed: bytes) -> Country:
    """The country of the file; raises SystemExit naming the first fault."""
    _expect(len(packed) <= MAX_BYTES, f"the file has {len(packed)} bytes")
    country = read_country(packed)
    _check_counts(country)
    _check_versions(country)
    _check_codes(country)
    _check_successions(country)
    _check_known_places(country)
    return country


def _expect(holds: bool, fault: str) -> None:  # noqa: FBT001  (reads as a sentence at the call)
    if not holds:
        raise SystemExit(f"check failed: {fault}")


def _check_counts(country: Country) -> None:
    for day, expected in EXPECTED.items():
        versions = country.tree_on(day).versions
        counts = dict(Counter(version.level for version in versions))
        types = dict(Counter(v.type for v in versions if v.level == "commune"))
        print(f"{day}: {counts} {types}")
        _expect(counts == expected, f"counts on {day}")
        _expect(types == EXPECTED_TYPES.get(day, types), f"types on {day}")


def _check_versions(country: Country) -> None:
    for lineage_id in country.lineages:
        versions = country.versions_of(lineage_id)
        _expect(bool(versions), f"lineage {lineage_id} without a version")
        for earlier, later in itertools.pairwise(versions):
            _expect(earlier.valid_to == later.valid_from, f"gap or overlap in {lineage_id}")
            _expect(earlier != later, f"empty change in {lineage_id}")
    for day in country.change_days:
        for version in country.tree_on(day).versions:
            if version.parent_id is None:
                continue
            parent = country.version_on(version.parent_id, day)
            _expect(parent is not None, f"{version.code} has no parent on {day}")
            path = f"{parent.path if parent else ''}{version.lineage_id:06d}/"
            _expect(version.path == path, f"path of {version.code} on {day}")


def _check_codes(country: Country) -> None:
    for day in country.change_days:
        codes = Counter(version.code for version in country.tree_on(day).versions)
        _expect(max(codes.values()) == 1, f"a code is used twice on {day}")
    before = {v.code: v for v in country.tree_on(HORIZON).versions}
    after = {v.code: v for v in country.tree_on(LATEST).versions}
    reused = [code for code in before.keys() & after.keys() if _is_other(before, after, code)]
    renamed = [code for code in reused if before[code].name != after[code].name]
    print(f"codes reused for another territory: {len(reused)}, with another name: {len(renamed)}")


def _is_other(before: dict, after: dict, code: str) -> bool:
    return before[code].lineage_id != after[code].lineage_id


def _check_successions(country: Country) -> None:
    closed = [v for v in country.versions if v.valid_to and not _lives_on(country, v)]
    for version in closed:
        links = country.successors(version.lineage_id)
        shares = [link.share for link in links]
        denominator = math.lcm(*(share.denominator for share in shares))
        _expect(bool(links), f"{version.code} {version.name} has no successor")
        _expect(sum(shares) == Fraction(1), f"shares of {version.code}")
        _expect(denominator <= MAX_DENOMINATOR, f"denominator of {version.code}")
        _expect(all(link.on == version.valid_to for link in links), f"day of {version.code}")
        for link in links:
            _expect(country.version_on(link.to_id, link.on) is not None, f"{version.code} lost")
    _expect(len(closed) == len({link.from_id for link in country.successions}), "closed lineages")
    kinds = Counter(link.kind for link in country.successions)
    estimated = len({link.from_id for link in country.successions if link.estimated})
    print(f"closed lineages: {len(closed)}; successions: {dict(kinds)}; estimated: {estimated}")


def _lives_on(country: Country, version: object) -> bool:
    return country.versions_of(version.lineage_id)[-1] is not version  # type: ignore[attr-defined]


def _check_known_places(country: Country) -> None:
    eve = date(2025, 6, 30)
    for district, zone in ISLANDS.items():
        before, after = country.by_code_on(district, eve), country.by_code_on(zone, MERGER)
        _expect(before is not None and after is not None, f"island {district}")
        if before and after:
            found = [link.to_id for link in country.successors(before.lineage_id)]
            _expect(found == [after.lineage_id], f"island {district} → {zone}")
    ward = country.by_code_on("27691", eve)
    province = country.province_on(ward.lineage_id, eve) if ward else None
    _expect(province is not None and province.name == "Long An", "27691 is not in Long An")
    spratly = country.by_code_on("22736", MERGER)
    _expect(spratly is not None and spratly.full_name == "Đặc khu Trường Sa", "22736")
