"""Which indicator of the catalogue a row of a form means, and how sure that is. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from phongtrao.core.vietnamese import fold

SURE, LOOK, GUESS, NEW = "sure", "look", "guess", "new"
_SURE, _LOOK, _GUESS, _VALUE = 88.0, 74.0, 60.0, 86.0
MOST_CANDIDATES = 5
_SHORT = {
    "kdc": "khu dan cu", "antt": "an ninh trat tu", "antq": "an ninh to quoc",
    "bvantq": "bao ve an ninh to quoc", "bcd": "ban chi dao", "mttq": "mat tran to quoc",
    "pccc": "phong chay chua chay", "clb": "cau lac bo", "vb": "van ban",
    "pbgdpl": "pho bien giao duc phap luat", "ubnd": "uy ban nhan dan", "dn": "doanh nghiep",
    "cq": "co quan", "csgd": "co so giao duc", "tdp": "to dan pho", "kh": "ke hoach",
    "hn": "hoi nghi", "nd": "nhan dan", "ttatxh": "trat tu an toan xa hoi", "mxh": "mang xa hoi",
    "ca": "cong an", "anqp": "an ninh quoc phong", "tc": "to chuc", "gd": "giao duc",
}  # fmt: skip
_LEADING = re.compile(r"^(?:tong |so luong |so |cac |tong so )+")
_NO_WORD = re.compile(r"[^a-z0-9% ]+")


@dataclass(frozen=True)
class Match:
    """An indicator that a row may mean, with a score of 0 to 100."""

    code: str
    score: float

    @property
    def certainty(self) -> str:
        """The score in steps that a reader can act on."""
        if self.score >= _SURE:
            return SURE
        return LOOK if self.score >= _LOOK else GUESS


@dataclass(frozen=True)
class Known:
    """An indicator as it is compared."""

    code: str
    name: str
    unit: str


def matches(name: str, unit: str, parent: str, known: Sequence[Known]) -> list[Match]:
    """The indicators that a row of this name may mean, the likeliest first."""
    own, joined = plain(name), plain(f"{parent} {name}") if parent else ""
    scored = (Match(each.code, _score(own, joined, unit, each)) for each in known)
    likely = sorted((m for m in scored if m.score >= _GUESS), key=lambda m: (-m.score, m.code))
    return likely[:MOST_CANDIDATES]


def value_of(name: str, values: Iterable[Mapping[str, str]]) -> str:
    """The value of a closed list that a name means; empty where it means none."""
    own = plain(name)
    scored = [(fuzz.token_sort_ratio(own, plain(v["name"])), v["code"]) for v in values]
    best = max(scored, default=(0, ""))
    if best[0] >= _VALUE:
        return best[1]
    inside = [v["code"] for v in values if own and f" {own} " in f" {plain(v['name'])} "]
    return inside[0] if len(inside) == 1 else ""


@lru_cache(maxsize=4_096)
def plain(text: str) -> str:
    """A name without marks, brackets and opening words, abbreviations written out."""
    told = re.sub(r"\([^)]*\)", " ", fold(text).replace("bv antq", "bvantq"))
    told = _NO_WORD.sub(" ", told)
    words = " ".join(_SHORT.get(word, word) for word in told.split())
    return _LEADING.sub("", words)


def _score(own: str, joined: str, unit: str, known: Known) -> float:
    other = plain(known.name)
    score = max(_alike(own, other), 0.96 * _alike(joined, other) if joined else 0.0)
    if not unit or not known.unit:
        return score
    is_same = plain(unit) == plain(known.unit)
    return min(100.0, score + 5) if is_same else score - 9


def _alike(one: str, other: str) -> float:
    """Alike in words and their order; one that only holds the other is less so."""
    if not one or not other:
        return 0.0
    sorted_words = fuzz.token_sort_ratio(one, other)
    return (
        0.5 * sorted_words + 0.25 * fuzz.ratio(one, other) + 0.25 * fuzz.token_set_ratio(one, other)
    )
