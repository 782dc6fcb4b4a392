"""The names in a leader's line: sub-bodies and posts of one body, and where they stand. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from phongtrao.core.vietnamese import fold, fold_keep_length, tidy_line

COMRADE = re.compile(r"(?<!\w)(?:d/c|dc|dong chi)\.?\s+")
# Words with which posts and bodies begin, not persons.
_TITLES = {"truong", "pho", "giam", "chu", "chi", "can", "chuyen", "doi", "to", "ban", "phong"}
_TITLES |= {"cong", "lanh", "bi", "tong", "nhan", "thu"}
_LONGEST_NAME = 60
_ENDS = re.compile(r"[;\n]|\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Named:
    """A sub-body or a post: its key, how it is called, and every way of writing it."""

    pk: int
    label: str
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inside:
    """What a line may name: the sub-bodies and the posts of one body."""

    units: Sequence[Named] = ()
    posts: Sequence[Named] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the line: where, in which words, and whom it may mean."""

    start: int
    end: int
    words: str
    found: tuple[Named, ...]
    is_post: bool


def person_named(text: str, inside: Inside) -> str:
    """The name of a person that a line gives beside or instead of a post; empty where none."""
    line = tidy_line(text)
    mentions = mentions_in(line, inside)
    known = {each.start for each in mentions}
    after_posts = [each.end + 1 for each in mentions if each.is_post]
    after_comrade = [found.end() for found in COMRADE.finditer(fold_keep_length(line))]
    for start, fewest in [*((p, 2) for p in after_posts), *((p, 1) for p in after_comrade)]:
        words = person_at(line, start) if start not in known else []
        if len(words) >= fewest:
            return " ".join(words)
    return ""


def person_at(line: str, start: int) -> list[str]:
    """The words with a capital that begin here, unless they begin a post or a body."""
    words = _capitals(line[start : start + _LONGEST_NAME])
    return [] if not words or _is_title(words[0]) else words


def _is_title(word: str) -> bool:
    return fold(word) in _TITLES or (word.isupper() and len(word) > 1)


def _capitals(rest: str) -> list[str]:
    """The words at the beginning that are written with a capital, up to the first other one."""
    found = []
    for word in re.findall(r"^\s*\w+|\s+\w+|\W", rest):
        if not word.strip()[:1].isupper():
            break
        found.append(word.strip())
    return found


def clauses(line: str) -> Iterator[tuple[int, int]]:
    """Where each clause begins and ends."""
    start = 0
    for found in _ENDS.finditer(line):
        yield start, found.start()
        start = found.end()
    yield start, len(line)


def mentions_in(line: str, inside: Inside) -> list[Mention]:
    """Every name in the line, the longest first where names overlap; in the order of the line."""
    folded = fold_keep_length(line)
    spans: dict[tuple[int, int, bool], list[Named]] = {}
    for is_post, named in ((False, inside.units), (True, inside.posts)):
        for each in named:
            for way in each.ways:
                for start, end in _places(way, line, folded):
                    spans.setdefault((start, end, is_post), []).append(each)
    taken: list[Mention] = []
    for (start, end, is_post), found in sorted(spans.items(), key=lambda s: s[0][0] - s[0][1]):
        if all(end <= each.start or start >= each.end for each in taken):
            words = line[start:end]
            taken.append(Mention(start, end, words, _exact(found, words), is_post))
    return sorted(taken, key=lambda each: each.start)


def _places(way: str, line: str, folded: str) -> Iterator[tuple[int, int]]:
    """Where a name stands; an abbreviation («PTP», «T2») only in capitals."""
    if not fold(way).strip():
        return
    short = way.isupper()
    pattern = re.escape(way) if short else re.escape(fold(way)).replace(r"\ ", r"\s+")
    for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", line if short else folded):
        yield found.span()


def _exact(found: list[Named], words: str) -> tuple[Named, ...]:
    """Those whose name has the same marks, where there are any; each once."""
    each = {named.pk: named for named in found}
    same = [n for n in each.values() if words.casefold() in (way.casefold() for way in n.ways)]
    return tuple(same or each.values())
