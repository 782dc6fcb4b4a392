"""Patterns out of lists of words that read a text fast: words with one beginning share it."""

import re
from bisect import bisect_left
from collections.abc import Iterable

_Branches = dict[str, "_Branches"]
_END = ""
# Words of one name may stand apart by several blanks or by a line end.
_BLANK = r"\s{1,3}"
_BLOCK = 256


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of ``words`` (plain text, single blanks), the longest first.

    No place of a text is tried with more than the words that begin as it does.
    """
    return _pattern(_tree(words))


def begun(words: Iterable[str], *, before: str = "a-z", blank: str = _BLANK) -> str:
    """The same for words that no sign of the class ``before`` precedes.

    What stands before is looked at behind the first sign: a search then runs over the text by
    first signs, which is several times quicker than to look back from every place.
    """
    return opened(
        (re.escape(sign) + _pattern(rest, blank) for sign, rest in _tree(words).items()),
        before=before,
    )


def opened(choices: Iterable[str], *, before: str = "a-z") -> str:
    """Any of several patterns, each of which begins with a plain letter, as in ``begun``."""
    return f"(?:{'|'.join(f'{one[0]}(?<![{before}]{one[0]}){one[1:]}' for one in choices)})"


def _tree(words: Iterable[str]) -> _Branches:
    root: _Branches = {}
    for word in words:
        branch = root
        for sign in word:
            branch = branch.setdefault(sign, {})
        branch[_END] = {}
    return root


def every(*parts: str) -> list[str]:
    """All phrases that take one choice of each part; choices are parted by ``|``.

    >>> every("so |", "tk|the")
    ['so tk', 'so the', 'tk', 'the']
    """
    phrases = [""]
    for part in parts:
        phrases = [before + choice for before in phrases for choice in part.split("|")]
    return phrases


def listed(words: str) -> list[str]:
    """The words of a list parted by ``|``."""
    return words.split("|")


def _pattern(branches: _Branches, blank: str = _BLANK) -> str:
    choices = [
        (blank if sign == " " else re.escape(sign)) + _pattern(rest, blank)
        for sign, rest in branches.items()
        if sign != _END
    ]
    if not choices:
        return ""
    whole = "|".join(choices)
    if _END in branches:
        return f"(?:{whole})?"
    return whole if len(choices) == 1 else f"(?:{whole})"


class Sightings:
    """Where a pattern stands in one text; read only near the places that are asked for.

    Places are asked for from the beginning of the text to its end, so that nothing is read twice.
    """

    def __init__(self, pattern: re.Pattern[str], form: str, *, back: int, ahead: int = 0) -> None:
        """``back``: how far before its end a place may begin; ``ahead``: the longest word."""
        self._pattern, self._form, self._back, self._ahead = pattern, form, back, ahead
        self._read_to = 0
        self._starts: list[int] = []
        self.found: list[re.Match[str]] = []

    def read(self, end: int) -> None:
        """Make sure that all words that begin shortly before ``end`` are known."""
        if end <= self._read_to:
            return
        begin, end = max(self._read_to, end - self._back), end + _BLOCK
        for word in self._pattern.finditer(self._form, begin, end + self._ahead):
            if word.start() >= end:
                break
            self.found.append(word)
            self._starts.append(word.start())
        self._read_to = end

    def within(self, begin: int, end: int) -> bool:
        """Whether a word begins in ``begin:end``."""
        self.read(end)
        at = bisect_left(self._starts, begin)
        return at < len(self._starts) and self._starts[at] < end

    def before(self, end: int) -> int:
        """How many of the words ``found`` begin before ``end``."""
        return bisect_left(self._starts, end)
