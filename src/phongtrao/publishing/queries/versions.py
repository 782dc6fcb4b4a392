"""A paper as it is handed in, and two of them side by side: head, lines, figures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from phongtrao.core.formats import number
from phongtrao.publishing.models import Paper, PaperVersion, exact
from phongtrao.publishing.queries.contents import PaperContents
from phongtrao.publishing.rules.drafting import HEAD
from phongtrao.publishing.workflow import SigningAuthority


@dataclass(frozen=True, slots=True)
class Pair:
    """What stood and what stands: a field of the head, a line or a figure; "" where there is none.

    `label` names a field or a figure and is empty for a line.
    """

    before: str
    after: str
    label: str = ""

    @property
    def is_same(self) -> bool:
        """Whether nothing has changed."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class SectionPairs:
    """The lines of one section, in the order in which they are read."""

    title: str
    pairs: Sequence[Pair]

    @property
    def is_same(self) -> bool:
        """Whether no line has changed."""
        return all(pair.is_same for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of a paper side by side: the changed fields and figures, every section."""

    head: Sequence[Pair]
    sections: Sequence[SectionPairs]
    figures: Sequence[Pair]

    @property
    def changed(self) -> int:
        """How many fields, lines and figures differ."""
        lines = sum(not pair.is_same for part in self.sections for pair in part.pairs)
        return len(self.head) + lines + len(self.figures)


def snapshot(contents: PaperContents) -> dict[str, Any]:
    """What is kept of a paper that is handed in; see `PaperVersion.content`."""
    paper = contents.paper
    return {
        "head": {name: getattr(paper, name) for name in HEAD},
        "sections": [
            {
                "title": part.section.title,
                "number": part.number,
                "lines": [line.text for line in part.kept],
            }
            for part in contents.sections
        ],
        "figures": [
            {name: row[name] for name in ("code", "name", "unit", "decimals", "value", "n", "of")}
            for row in contents.figures.figures
        ],
    }


def versions_of(paper: Paper) -> list[PaperVersion]:
    """What was handed in each time, the first one first."""
    return list(paper.handed_in.order_by("n"))


def compare(before: Mapping[str, Any], after: Mapping[str, Any]) -> Comparison:
    """Two snapshots side by side."""
    return Comparison(
        head=[pair for pair in _head_pairs(before, after) if not pair.is_same],
        sections=list(_section_pairs(before["sections"], after["sections"])),
        figures=[pair for pair in _figure_pairs(before, after) if not pair.is_same],
    )


def _head_pairs(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Pair]:
    for name, field in HEAD.items():
        was, now = (side["head"].get(name, "") for side in (before, after))
        if name == "signer_authority":
            was, now = (str(SigningAuthority(text).label) if text else "" for text in (was, now))
        yield Pair(was, now, field.label)


def _section_pairs(
    before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]
) -> Iterator[SectionPairs]:
    old = {part["title"]: part["lines"] for part in before}
    new = {part["title"]: part["lines"] for part in after}
    for title in dict.fromkeys([*new, *old]):
        pairs = list(_line_pairs(old.get(title, []), new.get(title, [])))
        if pairs:
            yield SectionPairs(title, pairs)


def _line_pairs(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    """Lines that are alike face each other; between them what went faces what came."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _tag, left, left_end, right, right_end in matcher.get_opcodes():
        for place in range(max(left_end - left, right_end - right)):
            was = before[left + place] if left + place < left_end else ""
            now = after[right + place] if right + place < right_end else ""
            yield Pair(was, now)


def _figure_pairs(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Pair]:
    old = {row["code"]: row for row in before["figures"]}
    new = {row["code"]: row for row in after["figures"]}
    for code in dict.fromkeys([*new, *old]):
        row = new.get(code) or old[code]
        yield Pair(_figure(old.get(code)), _figure(new.get(code)), row["name"])


def _figure(row: Mapping[str, Any] | None) -> str:
    if row is None:
        return ""
    value = exact(row["value"])
    shown = "–" if value is None else number(value, row["decimals"])
    return f"{shown} ({row['n']}/{row['of']})"
