"""Grouping near-equal statements of one topic: the same place always gives the same groups. Pure.

Two levels. A *group* says the same of the same matter, whatever figures, papers or places are
named. A *line* is part of a group that one of its statements may speak for: it says nothing, and
above all no number or name, that any of the others does not say. Statements of a group that none
speaks for stand next to each other: nobody is made to say what he has not.
"""

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from phongtrao.publishing.rules.reading import Reading, Weights, read_statement

ENOUGH = 0.25  # likeness from which two statements are near-equal
_NO_FACET = 0.85  # likeness kept where only one of two says how the matter stands
_OTHER_FACET = 0.75  # likeness kept where both say it and differ wholly
_ONE_MEMBER = 0.85  # likeness kept where only one of two names a member organisation
_FAINT = 0.04  # what a statement leaves unsaid: matters heard only faintly are less alike
_NEVER = 1_000.0  # what a pair that may never stand as one takes from a mean
_UNKNOWN = 0.5  # likeness of equal words where no matter is known


@dataclass(slots=True)
class _Cluster:
    """Cores that are near-equal on average."""

    cores: list[int]
    likeness: dict[int, float] = field(default_factory=dict)  # to other clusters, summed over pairs


def group_statements(statements: Sequence[tuple[str, str]]) -> list[list[int]]:
    """(topic, text) → places of those that belong together, each group in the order said.

    Groups come in the order of their first statement; every place is in exactly one.
    """
    by_topic: dict[str, list[int]] = {}
    for place, (topic, _text) in enumerate(statements):
        by_topic.setdefault(topic, []).append(place)
    groups = [
        sorted(places[n] for n in group)
        for topic, places in by_topic.items()
        for group in _of_one_topic([read_statement(topic, statements[p][1]) for p in places])
    ]
    return sorted(groups, key=lambda places: places[0])


def conflict(a: Reading, b: Reading) -> str:
    """Why two may never stand as one: "tone", "trend", "members", "stands"; "" if they may."""
    if a.tone * b.tone < 0:
        return "tone"
    if a.trend * b.trend < 0:
        return "trend"
    if a.members and b.members and a.members != b.members:
        return "members"
    if any(_rivals(a.stands, b.stands, rivals) for rivals in "012"):
        return "stands"
    return ""


def likeness(a: Reading, b: Reading) -> float:
    """0 to 1: how much two statements say the same of the same matter."""
    if conflict(a, b):
        return 0.0
    if not a.matters or not b.matters:
        return _UNKNOWN * _dice(a.words, b.words)
    about = _cosine(a.matters, b.matters)
    return about * _of_facets(a.facets, b.facets) * _of_members(a.members, b.members)


def _of_facets(a: Weights, b: Weights) -> float:
    if not a and not b:
        return 1.0
    if not a or not b:
        return _NO_FACET
    return _OTHER_FACET + (1 - _OTHER_FACET) * _cosine(a, b)


def _of_members(a: frozenset[str], b: frozenset[str]) -> float:
    return 1.0 if a == b else _ONE_MEMBER


def _rivals(a: frozenset[str], b: frozenset[str], rivals: str) -> bool:
    mine = {name for name in a if name.startswith(rivals)}
    theirs = {name for name in b if name.startswith(rivals)}
    return bool(mine and theirs) and not mine & theirs


def _of_one_topic(readings: Sequence[Reading]) -> list[list[int]]:
    """Average-link clustering of the readings; equal cores are together from the start."""
    same: dict[tuple[object, ...], list[int]] = {}
    for place, reading in enumerate(readings):
        same.setdefault(reading.core, []).append(place)
    members = list(same.values())
    clusters = _clusters([readings[places[0]] for places in members])
    return [[p for core in cluster.cores for p in members[core]] for cluster in clusters]


def _clusters(readings: Sequence[Reading]) -> list[_Cluster]:
    """Join the two likeliest clusters until none are near-equal on average."""
    clusters = {place: _Cluster([place]) for place in range(len(readings))}
    for one, other in _comparable(readings):
        likely = likeness(readings[one], readings[other]) or -_NEVER
        clusters[one].likeness[other] = clusters[other].likeness[one] = likely
    queue = [
        (-likely, one, other)
        for one, cluster in clusters.items()
        for other, likely in cluster.likeness.items()
        if one < other and likely >= ENOUGH
    ]
    heapq.heapify(queue)
    while queue:
        mean, one, other = heapq.heappop(queue)
        if one in clusters and other in clusters and _mean(clusters, one, other) == -mean:
            for near, likely in _joined(clusters, one, other):
                heapq.heappush(queue, (-likely, min(one, near), max(one, near)))
    return list(clusters.values())


def _comparable(readings: Sequence[Reading]) -> list[tuple[int, int]]:
    """The pairs that share a matter, and those that know none."""
    named: dict[str, list[int]] = {}
    for place, reading in enumerate(readings):
        for name, _weight in reading.matters or (("", 1.0),):
            named.setdefault(name, []).append(place)
    pairs = {
        (one, other)
        for places in named.values()
        for n, one in enumerate(places)
        for other in places[n + 1 :]
    }
    pairs |= {
        (min(one, other), max(one, other))
        for one in named.get("", ())
        for other in range(len(readings))
        if one != other
    }
    return sorted(pairs)


def _joined(clusters: dict[int, _Cluster], one: int, other: int) -> list[tuple[int, float]]:
    """Put `other` into `one`; the clusters that are still near-equal to it, and how much."""
    kept, gone = clusters[one], clusters.pop(other)
    kept.cores += gone.cores
    for near, likely in gone.likeness.items():
        if near == one:
            continue
        kept.likeness[near] = kept.likeness.get(near, 0.0) + likely
        del clusters[near].likeness[other]
        clusters[near].likeness[one] = kept.likeness[near]
    del kept.likeness[other]
    means = [(near, _mean(clusters, one, near)) for near in kept.likeness]
    return [(near, mean) for near, mean in means if mean >= ENOUGH]


def _mean(clusters: dict[int, _Cluster], one: int, other: int) -> float:
    """The mean likeness over all pairs of two clusters; pairs that share no matter count as 0."""
    summed = clusters[one].likeness.get(other, 0.0)
    return summed / (len(clusters[one].cores) * len(clusters[other].cores))


def _cosine(a: Weights, b: Weights) -> float:
    theirs = dict(b)
    shared = sum(weight * theirs.get(name, 0.0) for name, weight in a)
    if not shared:
        return 0.0
    return shared / math.sqrt(_norm(a) * _norm(b))


def _norm(weights: Weights) -> float:
    return _FAINT + sum(weight * weight for _name, weight in weights)


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    whole = len(a) + len(b)
    return 2 * len(a & b) / whole if whole else 1.0
