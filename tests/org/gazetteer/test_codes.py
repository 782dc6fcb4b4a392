"""Codes: 1,844 of them were given to other places, so only the day tells what one means."""

from datetime import date, timedelta

import pytest

from phongtrao.org.gazetteer.country import load_country
from phongtrao.org.gazetteer.resolve import resolve

COUNTRY = load_country()
TODAY = date(2026, 11, 26)
CHANGES = COUNTRY.change_days
DAYS = sorted({*CHANGES, *(day - timedelta(days=1) for day in CHANGES[1:]), TODAY})


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_code_means_who_carries_it_on_the_day_and_nobody_else(day):
    carriers = {version.code: version for version in COUNTRY.tree_on(day).versions}
    for code in {version.code for version in COUNTRY.versions}:
        (match,) = resolve(code, day, today=TODAY)
        if code in carriers:
            assert (match.version, match.on) == (carriers[code], day)
        else:
            assert match.version.code == code
            assert match.version.covers(match.on)
            assert not match.version.covers(day)


def test_a_code_is_reused_so_often_that_it_cannot_be_a_key():
    before = {version.code: version for version in COUNTRY.tree_on(date(2025, 6, 30)).versions}
    after = {version.code: version for version in COUNTRY.tree_on(TODAY).versions}
    both = before.keys() & after.keys()
    others = [c for c in both if before[c].lineage_id != after[c].lineage_id]
    renamed = [c for c in others if before[c].name != after[c].name]
    assert len(others) > len(renamed) > 1_800


@pytest.mark.parametrize(
    "text", [" 23500 ", "mã 23500", "Mã số: 23500", "23500\r\n", "\u00a023500"]
)
def test_a_code_with_blanks_or_the_word_code_before_it(text):
    (match,) = resolve(text, TODAY, today=TODAY)
    assert match.version.full_name == "Xã Đăk Hà"


@pytest.mark.parametrize("text", ["1", "235000", "2350", "-23500", "23500.0", "٢٣٥٠٠", "23 500"])
def test_other_numbers_mean_nothing(text):
    assert resolve(text, TODAY, today=TODAY) == []
