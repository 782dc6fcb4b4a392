"""Which statements of a group one of them may speak for: the lines of a paper. Pure.

A statement speaks for another when it says nothing that the other does not say: every matter,
every way a matter stands and every organisation it names, its grounds and purposes too, is also
named by the other, and it counts and names nothing of its own. What was reported as done is
spoken for only by the same numbers and names, lest figures vanish behind a sentence without any.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from phongtrao.publishing.rules.grouping import conflict
from phongtrao.publishing.rules.reading import Reading, read_statement
from phongtrao.publishing.rules.statement_words import SOFT_FACETS

_RESULTS = ("result", "answer")


@dataclass(frozen=True, slots=True)
class Line:
    """Places of statements of a group, and the one among them that speaks for all."""

    speaker: int
    places: list[int]


def lines_of(topic: str, texts: Sequence[str]) -> list[Line]:
    """The lines of one group, the first said first; every place is in exactly one.

    Who speaks for most is asked first; the shorter, then the earlier, wins.
    """
    readings = [read_statement(topic, text) for text in texts]
    same: dict[tuple[object, ...], list[int]] = {}
    for place, reading in enumerate(readings):
        same.setdefault((reading.core, reading.marks), []).append(place)
    shortest = {key: min(own, key=lambda p: (len(texts[p]), p)) for key, own in same.items()}
    speaks = {
        key: [
            other for other in same if _speaks_for(topic, readings[place], readings[same[other][0]])
        ]
        for key, place in shortest.items()
    }
    size = {key: sum(len(same[other]) for other in others) for key, others in speaks.items()}
    left = dict(same)
    lines = []
    for key in sorted(same, key=lambda k: (-size[k], len(texts[shortest[k]]), shortest[k])):
        if key in left:
            own = sorted(p for other in speaks[key] for p in left.pop(other, ()))
            lines.append(Line(shortest[key], own))
    return sorted(lines, key=lambda line: line.places[0])


def _speaks_for(topic: str, speaker: Reading, other: Reading) -> bool:
    if speaker.marks != other.marks and (speaker.marks or topic in _RESULTS):
        return False
    return (
        not conflict(speaker, other)
        and _said(speaker) <= _said(other)
        and speaker.members <= other.members
        and (bool(speaker.matters) or speaker.words <= other.words)
    )


def _said(reading: Reading) -> set[str]:
    named = {name for name, _weight in (*reading.matters, *reading.facets)}
    return named - SOFT_FACETS
