"""Numbers of a sentence and the figures they may stand for: offered, linked, compared. Pure.

A link belongs to a sentence without its numbers, so that it lives on when the sentence is given
another number, and is gone when the sentence becomes another one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from phongtrao.core.vietnamese import fold
from phongtrao.reporting.rules.said_numbers import SaidNumber, numbers_in

MOST_OFFERED = 6
# Words that nearly every indicator carries tell nothing about which one is meant.
_COMMON = frozenset(
    fold("số lượng tổng các của được trong và theo từ đến tại về cho đã có").split()
)
_KINDRED = 2  # shared words from which a figure is offered though it differs


@dataclass(frozen=True, slots=True)
class NumberTarget:
    """A figure that a number may stand for; `shown` is how it is written, `figure` its value."""

    key: str
    order: str
    name: str
    figure: Fraction | None
    shown: str


@dataclass(frozen=True, slots=True)
class ToldNumber:
    """The number at `place` among those of `sentence`; `target` is what it is linked to.

    `agrees` is None where nothing is linked, or where the target has no figure.
    """

    sentence: str
    place: int
    number: SaidNumber
    target: NumberTarget | None = None

    @property
    def agrees(self) -> bool | None:
        """Whether the linked figure is what the sentence says."""
        if self.target is None or self.target.figure is None:
            return None
        return self.number.value == self.target.figure

    @property
    def said(self) -> str:
        """The number as it was written."""
        return self.sentence[self.number.start : self.number.end]

    @property
    def around(self) -> tuple[str, str]:
        """What stands before and after it."""
        return self.sentence[: self.number.start], self.sentence[self.number.end :]


def without_numbers(text: str) -> str:
    """The sentence with every number replaced by a mark."""
    parts, end = [], 0
    for number in numbers_in(text):
        parts.append(text[end : number.start])
        end = number.end
    return "#".join((*parts, text[end:]))


def told_in(text: str, linked: Mapping[int, NumberTarget]) -> list[ToldNumber]:
    """Every number of a sentence with what it is linked to; `linked` is by place."""
    return [
        ToldNumber(text, place, number, linked.get(place))
        for place, number in enumerate(numbers_in(text))
    ]


def offered_targets(told: ToldNumber, targets: Sequence[NumberTarget]) -> list[NumberTarget]:
    """What the number may stand for, the likeliest first: equal figures, then kindred names.

    What it is linked to is always among them.
    """
    words = _words(told.sentence)
    ranked = [(t.figure != told.number.value, -len(words & _words(t.name)), t) for t in targets]
    likely = [row for row in ranked if not row[0] or -row[1] >= _KINDRED]
    likely.sort(key=lambda row: row[:2])
    offered = [target for _differs, _kindred, target in likely[:MOST_OFFERED]]
    if told.target is not None and told.target not in offered:
        offered.insert(0, told.target)
    return offered


def suggested_target(told: ToldNumber, offered: Sequence[NumberTarget]) -> str:
    """The key of the one target to begin with; "" where none is plain.

    What is linked; else the only one that has the same figure and a word of the sentence.
    """
    if told.target is not None:
        return told.target.key
    words = _words(told.sentence)
    plain = [t for t in offered if t.figure == told.number.value and words & _words(t.name)]
    return plain[0].key if len(plain) == 1 else ""


def _words(text: str) -> set[str]:
    return {word for word in fold(text).split() if word.isalpha()} - _COMMON
