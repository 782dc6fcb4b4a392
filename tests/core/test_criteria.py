"""Dated versions of criteria: found by day, kept by number, never overlapping."""

from datetime import date
from typing import Any

import pytest

from phongtrao.core.criteria import criteria_set, shipped_criteria


def _version(number: str, since: str, *codes: str, **more: Any) -> dict[str, Any]:
    points = [{"code": code, "name": f"{code} {number}"} for code in codes]
    facts = {"version": number, "since": since, "source": "-", "is_verified": False}
    return facts | {"points": points} | more


def test_the_version_in_force_is_found_by_day_and_names_outlive_their_version() -> None:
    found = criteria_set(
        {
            "code": "x",
            "versions": [
                _version("2", "2026-01-01", "a", "c"),
                _version("1", "2024-01-01", "a", "b", until="2025-07-01"),
            ],
        }
    )
    days = {date(2020, 1, 1): "1", date(2024, 1, 1): "1", date(2025, 8, 1): "1",
            date(2026, 1, 1): "2"}  # fmt: skip
    assert {day: found.on(day).version for day in days} == days
    assert [found.name_of(code) for code in ("a", "b", "z")] == ["a 2", "b 1", "z"]
    assert found.called("3") is None


@pytest.mark.parametrize(
    "versions",
    [
        [],
        [_version("1", "2024-01-01", "a"), _version("1", "2025-01-01", "a")],
        [_version("1", "2024-01-01", "a", until="2025-02-01"), _version("2", "2025-01-01", "a")],
        [_version("1", "2024-01-01", "a", "a")],
        [_version("1", "2024-01-01")],
    ],
)
def test_data_that_contradict_themselves_are_refused(versions: list[Any]) -> None:
    with pytest.raises(ValueError, match=r"version"):
        criteria_set({"code": "x", "versions": versions})


def test_the_seven_points_of_an_inspection_are_shipped_and_say_that_nobody_compared_them() -> None:
    found = shipped_criteria("phongtrao.oversight", "criteria.json").on(date(2026, 1, 1))
    assert len(found.points) == 7
    assert not found.is_verified
