"""Banks of wordings: each shortcoming as the mean of the many ways to say it. Pure.

`data/finding_wordings.json` has two banks of some hundreds of shortcomings. A text becomes a vector
of its words, couples of words and matters, rare ones first, and is held against the mean of each
shortcoming (explicit semantic analysis, Gabrilovich and Markovitch 2007). Reading all of it takes
seconds, so `scripts/fit_findings.py` keeps what comes of it in `data/finding_banks.npz`.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import pairwise
from math import log, sqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from phongtrao.oversight.rules.finding_matters import clause_weights, matters_of
from phongtrao.oversight.rules.finding_words import finding_words
from phongtrao.oversight.rules.findings import words_of

WIDE, PLAIN = "wide", "plain"
"""Two banks by different hands: consequences and idioms too; everyday wordings of what is taken for
each other most."""
_COUPLE, _MATTER = 0.7, 1.0  # what a couple of words and a matter weigh, of a single word
_MATTER_MARK = "~"
_RIDGE = 0.0006  # of the whitening: directions in which hardly a wording differs say little
_READ = ("finding_wordings.json", "finding_matters.json", "finding_words.json")
_KEPT = "finding_banks.npz"

_ARRAYS = ("means", "usual", "whitening")
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


@cache
def shipped_bank(name: str) -> Bank:
    """A bank as it is kept, read once."""
    source = resources.files("phongtrao.oversight").joinpath("data", _KEPT)
    with source.open("rb") as file, np.load(file) as kept:
        found = {key: kept[f"{name}_{key}"] for key in ("names", "rarity", *_ARRAYS)}
        unknown = float(kept[f"{name}_unknown"])
    names = found["names"].tobytes().decode("utf-8").split("\n")
    return Bank(
        rarity=dict(zip(names, found["rarity"].tolist(), strict=True)),
        unknown=unknown,
        place={each: at for at, each in enumerate(names)},
        **{key: found[key].astype(np.float64) for key in _ARRAYS},
    )


def shipped_wordings(name: str) -> dict[str, list[str]]:
    """Shortcoming → its wordings, the first one its definition, of a bank that is shipped."""
    banks: dict[str, dict[str, list[str]]] = json.loads(_data(_READ[0]))
    return banks[name]


def save_banks(path: Path) -> None:
    """Keep what the shipped wordings come to, with what they were read from."""
    arrays: dict[str, NDArray[np.generic]] = {"read": np.frombuffer(read_from(), np.uint8)}
    for name in (WIDE, PLAIN):
        bank = bank_of(list(shipped_wordings(name).values()))
        arrays[f"{name}_names"] = np.frombuffer("\n".join(bank.rarity).encode(), np.uint8)
        arrays[f"{name}_rarity"] = np.array(list(bank.rarity.values()), np.float32)
        arrays[f"{name}_unknown"] = np.array(bank.unknown)
        for key in _ARRAYS:
            arrays[f"{name}_{key}"] = getattr(bank, key).astype(np.float32)
    np.savez_compressed(path, allow_pickle=False, **arrays)


def read_from() -> bytes:
    """A digest of the wordings and lists that banks are made of."""
    return hashlib.sha256(b"".join(_data(name) for name in _READ)).digest()


def kept_from() -> bytes:
    """The digest of those that the kept banks were made of."""
    source = resources.files("phongtrao.oversight").joinpath("data", _KEPT)
    with source.open("rb") as file, np.load(file) as kept:
        return bytes(kept["read"].tobytes())


def _data(name: str) -> bytes:
    return resources.files("phongtrao.oversight").joinpath("data", name).read_bytes()


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
    vectors = [(at, weighed(((text, 1.0),), bank)) for at, text in said]
    means = _means(vectors, bank)
    told = np.array([near(vector, replace(bank, means=means)) for _at, vector in vectors])
    spread, directions = np.linalg.eigh(np.cov(told.T))
    whitening = directions / np.sqrt(spread + _RIDGE)
    return replace(bank, means=means, usual=told.mean(axis=0), whitening=whitening)


def _means(vectors: Sequence[tuple[int, Vector]], bank: Bank) -> Floats:
    """The sum of the wordings of each shortcoming, all of length 1: F × S."""
    found = bank.means.copy()
    for at, vector in vectors:
        length = length_of(vector)
        for name, weight in vector.items():
            if name in bank.place:
                found[bank.place[name], at] += weight / length
    means: Floats = found / np.linalg.norm(found, axis=0)
    return means


def length_of(vector: Vector) -> float:
    """The length of a vector; 1 for an empty one."""
    return sqrt(sum(weight**2 for weight in vector.values())) or 1.0


def near(vector: Vector, bank: Bank) -> Floats:
    """The cosine of a vector with every shortcoming: S."""
    known = [(bank.place[name], weight) for name, weight in vector.items() if name in bank.place]
    if not known:
        return np.zeros(bank.means.shape[1])
    places, weights = zip(*known, strict=True)
    found: Floats = np.array(weights) @ bank.means[list(places)] / length_of(vector)
    return found


def weighed(parts: tuple[tuple[str, float], ...], bank: Bank) -> dict[str, float]:
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
