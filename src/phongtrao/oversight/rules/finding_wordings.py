"""Which known shortcomings a finding sounds like, by our own banks of wordings. Pure.

`data/finding_wordings.json` has two banks: for each of some hundreds of shortcomings many ways to
say it. A finding becomes a vector of its words, couples of words and matters, rare ones first, and
is held against the mean of each shortcoming (explicit semantic analysis, Gabrilovich and Markovitch
2007): two findings near the same shortcomings are alike even without a common word.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from phongtrao.oversight.rules.finding_matters import clause_weights, matters_of
from phongtrao.oversight.rules.finding_words import finding_words
from phongtrao.oversight.rules.findings import words_of

_COUPLE, _MATTER = 0.7, 1.0  # what a couple of words and a matter weigh, of a single word
_ASKED = 0.6  # what is asked for tells of the defect too, less than what was found
_MATTER_MARK = "~"
WIDE, PLAIN = "wide", "plain"
"""Two banks by different hands: consequences and idioms too; everyday wordings of what is taken for
each other most."""
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
_RIDGE = 0.0006  # of the whitening: directions in which hardly a wording differs say little

Vector = Mapping[str, float]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bank:
    """Shapes: S shortcomings, F features. `means`: F × S, each column of length 1."""

    rarity: Mapping[str, float]
    unknown: float
    place: Mapping[str, int]
    means: Floats
    usual: Floats
    """How near an average wording is to each shortcoming: S."""
    whitening: Floats
    """S × S: makes all directions in which wordings differ count alike."""


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
    used, plain = _bank(WIDE) if bank is None else bank, _bank(PLAIN)
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
    return _heard(_bank(name), text, asked)


def _heard(bank: Bank, text: str, asked: str) -> _Sound:
    every = _weighed(((text, 1.0), (asked, _ASKED)), bank)
    near = _near(every, bank)
    return _Sound(
        _weighed(((text, 1.0),), bank) if text else every,
        every,
        near,
        (near - bank.usual) @ bank.whitening,
    )


def _single(vector: Vector) -> Vector:
    return {name: weight for name, weight in vector.items() if " " not in name}


def _verbatim(one: Vector, other: Vector) -> dict[str, float]:
    """Whether one repeats the other: how much of what both say stands in both (`repeated`, counted
    from three quarters on), and what each says in the place of the other's words (`exchanged`).
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
    if min(_length(part) for part in parts) <= _HARDLY:
        return {"left_alike": _USUAL, "left_within": _USUAL}
    mine, theirs = ((_near(part, bank) - bank.usual) @ bank.whitening for part in parts)
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


def _near(vector: Vector, bank: Bank) -> Floats:
    """The cosine of a vector with every shortcoming: S."""
    known = [(bank.place[name], weight) for name, weight in vector.items() if name in bank.place]
    if not known:
        return np.zeros(bank.means.shape[1])
    places, weights = zip(*known, strict=True)
    found: Floats = np.array(weights) @ bank.means[list(places)] / _length(vector)
    return found


def _weighed(parts: tuple[tuple[str, float], ...], bank: Bank) -> dict[str, float]:
    """The features of some texts, each text with its weight, by rarity."""
    found: dict[str, float] = {}
    for text, share in parts:
        for name, weight in _features(text).items():
            found[name] = max(
                found.get(name, 0.0), weight * share * bank.rarity.get(name, bank.unknown)
            )
    return found


def _features(text: str) -> dict[str, float]:
    """Words, couples of words and matters, each with the greatest weight of its clauses."""
    found: dict[str, float] = {}
    for name, weight in _told(text):
        found[name] = max(found.get(name, 0.0), weight)
    return found


def _told(text: str) -> Iterator[tuple[str, float]]:
    marked, folded = words_of(text)
    weights = clause_weights(marked)
    for word, weight in zip(folded, weights, strict=True):
        if word.isalpha() and word not in finding_words().idle:
            yield word, weight
    for (one, other), weight in zip(pairwise(folded), weights, strict=False):
        if one.isalpha() and other.isalpha():
            yield f"{one} {other}", weight * _COUPLE
    for name, weight in matters_of(text).told.items():
        yield f"{_MATTER_MARK}{name}", weight * _MATTER


@cache
def _bank(name: str) -> Bank:
    return bank_of(list(shipped_wordings(name).values()))


def shipped_wordings(name: str) -> dict[str, list[str]]:
    """Shortcoming → its wordings, the first one its definition, of a bank that is shipped."""
    source = resources.files("phongtrao.oversight").joinpath("data", "finding_wordings.json")
    banks: dict[str, dict[str, list[str]]] = json.loads(source.read_text(encoding="utf-8"))
    return banks[name]


def bank_of(listed: Sequence[Sequence[str]]) -> Bank:
    """A bank of shortcomings, each with its wordings."""
    said = [(at, text) for at, texts in enumerate(listed) for text in texts]
    counts = Counter(name for _at, text in said for name in _features(text))
    rarity = {
        name: log((len(said) + 1) / (count + 0.5))
        for name, count in counts.items()
        if count > 1 or " " not in name  # a couple of words that stands once says nothing
    }
    bank = Bank(
        rarity,
        unknown=log((len(said) + 1) / 0.5),
        place={name: at for at, name in enumerate(rarity)},
        means=np.zeros((len(rarity), len(listed))),
        usual=np.zeros(len(listed)),
        whitening=np.zeros((len(listed), len(listed))),
    )
    vectors = [(at, _weighed(((text, 1.0),), bank)) for at, text in said]
    means = _means(vectors, bank)
    near = np.array([_near(vector, replace(bank, means=means)) for _at, vector in vectors])
    spread, directions = np.linalg.eigh(np.cov(near.T))
    whitening = directions / np.sqrt(spread + _RIDGE)
    return replace(bank, means=means, usual=near.mean(axis=0), whitening=whitening)


def _means(vectors: Sequence[tuple[int, Vector]], bank: Bank) -> Floats:
    """The sum of the wordings of each shortcoming, all of length 1: F × S."""
    found = bank.means.copy()
    for at, vector in vectors:
        length = _length(vector)
        for name, weight in vector.items():
            if name in bank.place:
                found[bank.place[name], at] += weight / length
    means: Floats = found / np.linalg.norm(found, axis=0)
    return means


def _length(vector: Vector) -> float:
    return sqrt(sum(weight**2 for weight in vector.values())) or 1.0
