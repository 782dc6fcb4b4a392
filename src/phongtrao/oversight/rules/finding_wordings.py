"""How alike two findings sound, by our own banks of wordings. Pure.

Two findings that are near the same shortcomings are alike even without a common word; what each
says in words of its own is held against the other one in the same way.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

import numpy as np

from phongtrao.oversight.rules.finding_banks import (
    PLAIN,
    WIDE,
    Bank,
    Floats,
    Vector,
    length_of,
    near,
    shipped_bank,
    weighed,
)

_ASKED = 0.6  # what is asked for tells of the defect too, less than what was found
_PLENTY = 40.0
_HARDLY, _USUAL = 5.0, 0.3
_MOST, _HALF_OF, _MUCH = 0.6, 0.3, 12.0
# What says that a defect is there again, or when it was seen; nothing of the defect itself.
AGAIN = frozenset(
    {"van", "tiep", "tuc", "thoi", "diem", "kiem", "tra", "giai", "doan", "khac", "phuc", "neu",
     "han", "che", "ton", "tai", "truoc", "lap", "lai", "ky", "ket", "luan", "trieu", "trong",
     "dien", "bien", "cham"}
)  # fmt: skip
_SHARP, _BLUNT = 25.0, 10.0  # how far the nearest shortcoming stands above the others


@dataclass(frozen=True, slots=True)
class _Sound:
    """What a finding says, with and without what is asked for, and what it is near to: S each."""

    words: Vector
    all_words: Vector
    near: Floats
    white: Floats


def sound_alike(
    one: tuple[str, str], other: tuple[str, str], bank: Bank | None = None
) -> dict[str, float]:
    """How alike two findings are, each given as what was found and what is asked for; by the wide
    bank that is shipped where no other is given, and by the plain one.

    `same_words`, `same_asked`: cosines of what is said, without and with what is asked for;
    `shared`: how much of it both say; `repeated`, `exchanged`: whether one is said with the other's
    words; `left_alike`, `left_within`: whether the other words mean the same; `near`,
    `near_white`: cosines of what they are near to; `meant`: the share of shortcomings that both may
    be; `plain_meant`, `plain_within`: the same by the plain bank.
    """
    used, plain = shipped_bank(WIDE) if bank is None else bank, shipped_bank(PLAIN)
    a, b = (_sound(WIDE, *each) if bank is None else _heard(used, *each) for each in (one, other))
    c, d = (_sound(PLAIN, *each) for each in (one, other))
    return {
        "same_words": _cosine(a.words, b.words),
        "same_asked": _cosine(a.all_words, b.all_words),
        "shared": _shared(a.words, b.words),
        **_verbatim(a.words, b.words),
        **_left(a, b, used),
        "near": _angle(a.near, b.near),
        "near_white": _angle(a.white, b.white),
        "meant": _overlap(a.near, b.near, _BLUNT),
        "plain_meant": _overlap(c.near, d.near, _SHARP),
        "plain_within": _left(c, d, plain)["left_within"],
    }


@lru_cache(maxsize=2_000)
def _sound(name: str, text: str, asked: str) -> _Sound:
    return _heard(shipped_bank(name), text, asked)


def _heard(bank: Bank, text: str, asked: str) -> _Sound:
    every = weighed(((text, 1.0), (asked, _ASKED)), bank)
    told = near(every, bank)
    return _Sound(
        weighed(((text, 1.0),), bank) if text else every,
        every,
        told,
        (told - bank.usual) @ bank.whitening,
    )


def _single(vector: Vector) -> Vector:
    return {name: weight for name, weight in vector.items() if " " not in name}


def _verbatim(one: Vector, other: Vector) -> dict[str, float]:
    """Whether one repeats the other: how much of what both say stands in both (`repeated`, counted
    from six tenths on), and what each says in the place of the other's words (`exchanged`).
    """
    here, there = ({n: w for n, w in _single(v).items() if n not in AGAIN} for v in (one, other))
    both = sum(min(w, there[name]) for name, w in here.items() if name in there)
    mine, theirs = (
        sum(w for name, w in a.items() if name not in b) for a, b in ((here, there), (there, here))
    )
    share = both / (both + min(mine, theirs) + _HALF_OF * max(mine, theirs) or 1.0)
    return {
        "repeated": max(0.0, share - _MOST) / (1 - _MOST),
        "exchanged": share * min(1.0, min(mine, theirs) / _MUCH),
    }


def _shared(one: Vector, other: Vector) -> float:
    """0–1: how much both say, from nothing to plenty."""
    both = sum(
        min(w, other[name]) for name, w in one.items() if name in other and name not in AGAIN
    )
    return min(1.0, both / _PLENTY)


def _left(one: _Sound, other: _Sound, bank: Bank) -> dict[str, float]:
    """How near what each says in words of its own is to that of the other one (`left_alike`), and
    to all that the other one says (`left_within`): near where they are words for the same, far
    where something else was put in. Usual values where one of them has hardly any.
    """
    parts = [
        {name: w for name, w in a.words.items() if name not in b.words and name not in AGAIN}
        for a, b in ((one, other), (other, one))
    ]
    if min(length_of(part) for part in parts) <= _HARDLY:
        return {"left_alike": _USUAL, "left_within": _USUAL}
    mine, theirs = ((near(part, bank) - bank.usual) @ bank.whitening for part in parts)
    within = min(_angle(mine, other.white), _angle(theirs, one.white))
    return {"left_alike": _angle(mine, theirs), "left_within": within}


def _cosine(one: Vector, other: Vector) -> float:
    lengths = sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    both = sum(w * other[name] for name, w in one.items() if name in other)
    return both / lengths if lengths else 0.0


def _angle(one: Floats, other: Floats) -> float:
    lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / lengths if lengths else 0.0


def _overlap(one: Floats, other: Floats, sharpness: float) -> float:
    """0–1: the Bhattacharyya coefficient of what both may be."""
    told = [np.exp((each - each.max()) * sharpness) for each in (one, other)]
    return float(np.sqrt(told[0] / told[0].sum() * (told[1] / told[1].sum())).sum())
