"""A list of areas with a fault is described, fault by fault, and a sound one passes."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from phongtrao.org.gazetteer.country import load_country
from phongtrao.org.gazetteer.faults import find_faults
from phongtrao.org.gazetteer.records import AreaVersion, Succession

START, MERGER, LATER = date(2025, 1, 1), date(2025, 7, 1), date(2026, 5, 1)


def area(lineage_id, name, *, level="commune", parent=10, since=START, until=None, code=None):
    kind = {"country": "", "province": "tỉnh", "commune": "xã"}[level]
    code = code or str(lineage_id)
    return AreaVersion(
        lineage_id, code, name, kind, level, parent, since, until, "", verified=True, path=""
    )


def link(before, after, share="1", on=MERGER):
    return Succession(before, after, Fraction(share), "whole", "1", on, "exact", estimated=False)


COUNTRY = area(1, "Việt Nam", level="country", parent=None)
PROVINCE = area(10, "Một", level="province", parent=1)
OLD_A, OLD_B = area(101, "A", until=MERGER), area(102, "B", until=MERGER)
NEW = area(201, "C", since=MERGER)
SOUND = [COUNTRY, PROVINCE, OLD_A, OLD_B, NEW]
LINKS = [link(101, 201), link(102, 201)]


def kinds(versions, links=LINKS):
    return {fault.kind for fault in find_faults(versions, links)}


def test_the_packaged_country_and_a_small_sound_one_have_no_faults():
    assert find_faults(load_country().versions, load_country().successions) == []
    assert kinds(SOUND) == set()


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        (area(201, "C mới", since=LATER), "overlap"),
        (area(202, "D", since=LATER, until=MERGER), "empty"),
        (area(202, "D", parent=99), "parent"),
        (area(202, "D", parent=None), "parent"),
        (area(202, "D", parent=101), "outlives-parent"),
        (area(202, "D", parent=201, since=MERGER), "level"),
        (area(202, "D", code="201", since=LATER), "code-twice"),
        (area(202, " c ", since=MERGER), "name-twice"),
        (area(202, "D", until=LATER), "no-successor"),
        (area(203, "E", parent=203), "cycle"),
    ],
)
def test_one_wrong_record_is_named_by_its_kind(more, kind):
    assert kind in kinds([*SOUND, more])


def test_days_without_a_version_are_a_gap():
    lives = [replace(NEW, valid_to=LATER), replace(NEW, valid_from=date(2026, 6, 1))]
    assert kinds([COUNTRY, PROVINCE, OLD_A, OLD_B, *lives]) == {"gap"}


def test_a_long_record_is_compared_with_all_that_begin_before_it_ends():
    twins = [area(301, "X", code="9"), area(302, "Y", code="9", until=MERGER)]
    twins += [area(303, "Z", code="9", since=LATER)]
    found = find_faults([*SOUND, *twins], [*LINKS, link(302, 201)])
    told = {fault.lineage_id for fault in found if fault.kind == "code-twice"}
    assert told == {301, 303}


@pytest.mark.parametrize(
    ("links", "kind"),
    [
        ([link(101, 201, "1/2"), link(102, 201)], "shares"),
        ([link(101, 201, "3/2"), link(101, 10, "-1/2"), link(102, 201)], "shares"),
        ([link(101, 201, "1/10007"), link(101, 10, "10006/10007"), link(102, 201)], "shares"),
        ([link(101, 201, "1/2"), link(101, 201, "1/2"), link(102, 201)], "succession-twice"),
        ([link(101, 999), link(102, 201)], "unknown-area"),
        ([link(101, 201, on=LATER), link(102, 201)], "succession-day"),
        ([link(101, 102), link(102, 201)], "succession-day"),
        ([link(101, 102), link(102, 101)], "cycle"),
        ([link(101, 201)], "no-successor"),
    ],
)
def test_one_wrong_succession_is_named_by_its_kind(links, kind):
    assert kind in kinds(SOUND, links)


def test_every_fault_is_told_not_only_the_first():
    found = find_faults([*SOUND, area(202, "D", parent=99), area(203, "E", parent=98)], [])
    assert len([fault for fault in found if fault.kind == "parent"]) == 2
    assert len([fault for fault in found if fault.kind == "no-successor"]) == 2
    assert all(fault.sentence.endswith(".") for fault in found)
