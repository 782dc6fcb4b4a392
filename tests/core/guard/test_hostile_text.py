"""Hostile texts: each family is read to its end, and effort grows with length and not faster.

A plain run reads two hundred kilobytes of each, a full one a megabyte.
"""

import sys

import pytest

from phongtrao.core.guard import read_text
from tests.core.guard.extent import HOSTILE_SIZE

FAMILIES = {
    "lone digits": "0 ",
    "digits": "7",
    "digits and marks": "0-",
    "numbers of phones": "0912345678 ",
    "pairs": "01 ",
    "invisible signs": "0\u200b",
    "digits on lines": "0\n",
    "cells of a table": "01|",
    "words for digits": "không ",
    "named numbers": "STK 1|2 3|4 5|6 ",
    "names of numbers": "số tài khoản ",
    "signs of mail": "a@",
    "dotted mail": "a.b-c@x.",
    "plates": "29A-",
    "homes": "trú tại số ",
    "house numbers": "số nhà 1/",
    "people and offences": "ma túy Nguyễn Văn An, ",
    "piled marks": "a\u0301",
    "cards": "GD4 ",
    "spaces": " ",
    "letters for digits": "0O1l",
}
# The slowest ten of them are read at full length.
LONG = [
    *("lone digits", "numbers of phones", "pairs", "digits on lines", "words for digits"),
    *("signs of mail", "people and offences", "piled marks", "named numbers", "homes"),
]
END = "\nCCCD 079201012345"


@pytest.mark.parametrize("family", LONG)
def test_a_long_hostile_text_is_read_to_its_end(family: str) -> None:
    unit = FAMILIES[family]
    text = unit * (HOSTILE_SIZE // len(unit.encode())) + END
    assert read_text(text)[-1].kind == "cccd"


@pytest.mark.parametrize("family", FAMILIES)
def test_effort_grows_with_length_and_not_faster(family: str) -> None:
    unit = FAMILIES[family]
    small, large = (_calls(unit * (size // len(unit))) for size in (5_000, 20_000))
    assert large < 4.5 * max(small, 1_000)


def _calls(text: str) -> int:
    """Calls made while reading: a measure of effort that no busy machine can change."""
    count = 0

    def counted(*_event: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        read_text(text)
    finally:
        sys.setprofile(None)
    return count
