"""The layout profile: dated, sourced, inside its own rules."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word.layout_profile import (
    Measure,
    Origin,
    Part,
    TextStyle,
    unverified_rules,
)
from phongtrao.publishing.word.profiles import PROFILES, profile_on

EXPLANATION = Path(__file__).parents[3] / "docs" / "explanation" / "word-layout.md"


def test_every_component_has_exactly_one_style() -> None:
    parts = [style.part for style in DECREE_30_2020.styles]
    assert sorted(parts) == sorted(Part)


def test_the_profile_in_force_today_is_decree_30() -> None:
    assert profile_on(date(2026, 11, 26)).code == "ND-30-2020"


def test_a_day_before_the_oldest_profile_is_answered_with_the_oldest() -> None:
    assert profile_on(date(1990, 1, 1)) is PROFILES[0]


def test_a_measure_outside_its_own_range_is_refused() -> None:
    with pytest.raises(ValueError, match="Lề trái"):
        Measure("Lề trái", 25, 30, 35, "mm", Origin("x", verified=True))


def test_margins_stand_in_the_ranges_of_the_decree() -> None:
    page = DECREE_30_2020.page
    chosen = [(m.value, m.low, m.high) for m in (page.top, page.bottom, page.left, page.right)]
    assert chosen == [(20, 20, 25), (20, 20, 25), (30, 30, 35), (20, 15, 20)]


def test_an_unverified_rule_can_be_shown_with_its_mark() -> None:
    shown = unverified_rules(DECREE_30_2020)
    assert any("phiếu trình" in sentence for sentence in shown)
    assert all("chưa đối chiếu" in sentence for sentence in shown)


def test_a_rule_read_in_the_decree_is_not_shown_as_unverified() -> None:
    assert not any("Quốc hiệu" in sentence for sentence in unverified_rules(DECREE_30_2020))


def test_every_verified_rule_names_the_place_where_it_was_read() -> None:
    origins = [style.origin for style in DECREE_30_2020.styles]
    origins += [measure.origin for measure in DECREE_30_2020.measures()]
    assert all("Phụ lục I" in origin.place for origin in origins if origin.verified)


def test_a_style_the_profile_lacks_is_an_error() -> None:
    with pytest.raises(StopIteration):
        replace(DECREE_30_2020, styles=()).style(Part.BODY)


def _row_of_the_page(style: TextStyle) -> str:
    size = style.size
    allowed = f"{size.value:g} ({size.low:g}–{size.high:g})"
    source = style.origin.place.rsplit(" ", 1)[-1] if style.origin.verified else "custom"
    return f"| {style.box} | {style.name} | `{style.part.name}` | {allowed} | {source} |"


@pytest.mark.parametrize("style", DECREE_30_2020.styles, ids=lambda style: style.part.name)
def test_the_explanation_states_every_component_as_it_is(style: TextStyle) -> None:
    assert _row_of_the_page(style) in EXPLANATION.read_text(encoding="utf-8")
