"""Damaged papers are still read: places stay right and the measure falls by little."""

import unicodedata
from typing import Any

import pytest

from phongtrao.intake.extraction.canon import canon
from tests.intake.extraction.scored import (
    ROOT,
    SCORER,
    f1,
    measured,
    papers_of,
    read_record,
)
from tests.intake.extraction.test_offsets import spans_in
from tests.intake.noise.damage import KINDS
from tests.intake.noise.moved import moved

FOLDERS = [ROOT / "tests/intake/heldout", ROOT / "tests/intake/development"]
# How far the overall measure may fall, by kind of damage.
BOUNDS = {
    "soft hyphens": 0.06,
    "hard wraps": 0.03,
    "alike letters": 0.06,
    "page numbers": 0.03,
    "bars to tabs": 0.01,
    "tabs to bars": 0.01,
}
WAYS = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "byte-order mark": lambda text: "\ufeff" + text,
}


def _papers() -> dict[str, tuple[str, dict[str, Any]]]:
    """Every third paper of the development material, canonical."""
    every = [(k, v) for folder in FOLDERS for k, v in papers_of(folder).items()]
    return {key: (canon(text), gold) for key, (text, gold) in every[::3]}


@pytest.fixture(scope="module")
def whole() -> float:
    """The measure of the papers without damage."""
    papers = _papers()
    return f1(measured({k: (g, read_record(t, k)) for k, (t, g) in papers.items()}))["OVERALL"]


@pytest.mark.skipif(not SCORER.exists(), reason="../shared/intake/score.py is not here")
@pytest.mark.parametrize("kind", KINDS)
def test_damage_costs_little_and_places_stay_right(kind: str, whole: float) -> None:
    pairs = {}
    for key, (text, gold) in _papers().items():
        damaged = KINDS[kind](text)
        record = read_record(damaged.text, key)
        for span in spans_in(record):
            assert damaged.text[span["start"] : span["end"]] == span["quote"]
        pairs[key] = (moved(gold, damaged), record)
    assert f1(measured(pairs))["OVERALL"] >= whole - BOUNDS[kind]


@pytest.mark.parametrize("way", WAYS)
def test_another_way_to_write_the_same_letters_changes_nothing(way: str) -> None:
    for key, (text, _) in list(_papers().items())[:6]:
        assert read_record(WAYS[way](text), key) == read_record(text, key)
