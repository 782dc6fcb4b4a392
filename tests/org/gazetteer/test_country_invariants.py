"""Properties that hold for any lineage, any day and any pair of days of the packaged country."""

import itertools
import math
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from phongtrao.org.gazetteer.country import load_country
from tests.extent import drawn

COUNTRY = load_country()
HORIZON = date(2025, 1, 1)
MERGER = date(2025, 7, 1)
days = st.dates(min_value=date(2024, 1, 1), max_value=date(2028, 12, 31))
lineage_ids = st.sampled_from(sorted(COUNTRY.lineages))
closed_ids = st.sampled_from(sorted({link.from_id for link in COUNTRY.successions}))


def test_versions_of_every_lineage_follow_each_other_without_gap_or_overlap():
    for lineage_id in COUNTRY.lineages:
        versions = COUNTRY.versions_of(lineage_id)
        assert versions
        assert all(v.valid_to is None or v.valid_from < v.valid_to for v in versions)
        for earlier, later in itertools.pairwise(versions):
            assert earlier.valid_to == later.valid_from


@given(day=days)
@settings(max_examples=drawn(12), deadline=None)
def test_on_any_day_codes_are_unique_and_parents_come_first_and_are_in_force(day):
    versions = COUNTRY.tree_on(day).versions
    seen = {}
    for version in versions:
        assert version.covers(max(day, HORIZON))
        parent_path = "" if version.parent_id is None else seen[version.parent_id].path
        assert version.path == f"{parent_path}{version.lineage_id:06d}/"
        seen[version.lineage_id] = version
    assert max(Counter(version.code for version in versions).values()) == 1


def test_shares_of_every_predecessor_sum_to_exactly_one_over_a_small_denominator():
    for lineage_id in {link.from_id for link in COUNTRY.successions}:
        shares = [link.share for link in COUNTRY.successors(lineage_id)]
        assert sum(shares) == Fraction(1)
        assert all(share > 0 for share in shares)
        assert math.lcm(*(share.denominator for share in shares)) <= 10_000


def test_exactly_the_closed_lineages_have_successors_and_they_are_in_force_then():
    closed = {
        lineage_id: COUNTRY.versions_of(lineage_id)[-1].valid_to
        for lineage_id in COUNTRY.lineages
        if COUNTRY.versions_of(lineage_id)[-1].valid_to
    }
    assert closed.keys() == {link.from_id for link in COUNTRY.successions}
    for link in COUNTRY.successions:
        assert link.on == closed[link.from_id]
        assert COUNTRY.version_on(link.to_id, link.on) is not None


@given(lineage_id=lineage_ids, day=days)
def test_code_and_lineage_questions_agree(lineage_id, day):
    version = COUNTRY.version_on(lineage_id, day)
    if version is not None:
        assert COUNTRY.by_code_on(version.code, day) == version
        if version.parent_id:
            assert version in COUNTRY.children_on(version.parent_id, day)


@given(lineage_id=closed_ids, later=days.filter(lambda day: day >= MERGER))
def test_carried_forwards_nothing_is_lost(lineage_id, later):
    parts = COUNTRY.carried(lineage_id, HORIZON, later)
    assert sum(part.share for part in parts) == Fraction(1)
    assert all(part.version.covers(later) for part in parts)


@given(lineage_id=lineage_ids, day=days)
def test_backwards_is_the_mirror_of_forwards(lineage_id, day):
    if COUNTRY.version_on(lineage_id, day) is None or day < MERGER:
        return
    eve = MERGER - timedelta(days=1)
    for part in COUNTRY.carried(lineage_id, day, eve):
        forwards = COUNTRY.carried(part.version.lineage_id, eve, day)
        assert part.share in [p.share for p in forwards if p.version.lineage_id == lineage_id]


def test_all_communes_of_the_horizon_are_found_again_backwards():
    found = Counter()
    for version in COUNTRY.tree_on(MERGER).versions:
        if version.level == "commune":
            for part in COUNTRY.carried(version.lineage_id, MERGER, HORIZON):
                found[part.version.lineage_id] += part.share
    assert set(found.values()) == {Fraction(1)}
    assert len(found) == 10_035 + 5


@given(lineage_id=closed_ids)
def test_a_closed_area_stays_within_the_successor_of_its_province(lineage_id):
    eve = MERGER - timedelta(days=1)
    province = COUNTRY.province_on(lineage_id, eve)
    (home,) = COUNTRY.carried(province.lineage_id, eve, MERGER)
    for part in COUNTRY.carried(lineage_id, eve, MERGER):
        assert COUNTRY.province_on(part.version.lineage_id, MERGER) == home.version
