"""RX-2: no pattern of the guard has two ways to read the same signs again and again."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from phongtrao.core import guard

# Every kind of sign the patterns speak of.
ALPHABET = [chr(code) for code in range(32, 127)] + list("\n\té\u1ea1đ•–“”·█")
REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT}
SAFE = {op.POSSESSIVE_REPEAT, op.ATOMIC_GROUP}


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(guard.__path__, "phongtrao.core.guard."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{module.name}.{name}", value


def _signs(code: Any, argument: Any) -> set[str]:
    """The signs one item may begin with."""
    if code is op.LITERAL:
        return {chr(argument)}
    if code is op.NOT_LITERAL:
        return set(ALPHABET) - {chr(argument)}
    if code is op.ANY:
        return set(ALPHABET)
    return {sign for sign in ALPHABET if _is_in(sign, argument)}


def _is_in(sign: str, items: Any) -> bool:
    wanted = True
    classes = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}
    for code, argument in items:
        if code is op.NEGATE:
            wanted = False
            continue
        low, high = argument if code is op.RANGE else (argument, argument)
        if code in {op.LITERAL, op.RANGE} and low <= ord(sign) <= high:
            return wanted
        if code is op.CATEGORY:
            kind = str(argument).rpartition("_")[2]
            is_not = "NOT" in str(argument)
            if (re.fullmatch(classes[kind], sign) is None) == is_not:
                return wanted
    return not wanted


def _first(items: list[Any]) -> tuple[set[str], bool]:
    """The signs a row of items may begin with, and whether it may be empty."""
    signs: set[str] = set()
    for code, argument in items:
        more, is_empty = _first_of(code, argument)
        signs |= more
        if not is_empty:
            return signs, False
    return signs, True


def _first_of(code: Any, argument: Any) -> tuple[set[str], bool]:
    if code in {op.ASSERT, op.ASSERT_NOT, op.AT, op.GROUPREF}:
        return set(), True
    if code in REPEATS or code is op.POSSESSIVE_REPEAT:
        signs, is_empty = _first(list(argument[2]))
        return signs, is_empty or argument[0] == 0
    if code is op.SUBPATTERN:
        return _first(list(argument[3]))
    if code is op.ATOMIC_GROUP:
        return _first(list(argument))
    if code is op.BRANCH:
        each = [_first(list(choice)) for choice in argument[1]]
        return set().union(*(signs for signs, _ in each)), any(empty for _, empty in each)
    return _signs(code, argument), False


def _faults(items: list[Any], after: set[str], *, repeated: bool) -> Iterator[str]:
    """Repeats inside a repeat that could take signs of what follows them, or take none."""
    for at, (code, argument) in enumerate(items):
        behind, is_empty = _first(items[at + 1 :])
        behind |= after if is_empty else set()
        if code in REPEATS:
            low, high, body = argument
            signs, may_be_empty = _first(list(body))
            if may_be_empty and high > 1:
                yield "repeats nothing"
            if repeated and low != high and signs & behind:
                yield f"two ways to read {sorted(signs & behind)[:5]}"
            inner = behind | signs if high > 1 else behind
            yield from _faults(list(body), inner, repeated=repeated or high > 1)
        elif code is op.SUBPATTERN:
            yield from _faults(list(argument[3]), behind, repeated=repeated)
        elif code is op.BRANCH:
            yield from _overlaps(argument, behind) if repeated else ()
            for choice in argument[1]:
                yield from _faults(list(choice), behind, repeated=repeated)
        elif code in SAFE:
            body = argument[2] if code is op.POSSESSIVE_REPEAT else argument
            yield from _faults(list(body), behind, repeated=False)


def _overlaps(branch: Any, behind: set[str]) -> Iterator[str]:
    """Choices that begin alike and are no words, or of which one begins another."""
    choices = branch[1]
    signs, may_be_empty = _first_of(op.BRANCH, branch)
    if may_be_empty and signs & behind:
        yield "a choice that may be empty"
    for at, one in enumerate(choices):
        for other in choices[at + 1 :]:
            if not _first(list(one))[0] & _first(list(other))[0]:
                continue
            words = _words(list(one)), _words(list(other))
            if not all(words) or any(
                a.startswith(b) or b.startswith(a) for a, b in product(*words)
            ):
                yield "choices that begin alike"


def _words(items: list[Any]) -> list[str]:
    """All words a row of items can be; none when there is no end of them."""
    rows = [""]
    for code, argument in items:
        if code is op.LITERAL:
            more = [chr(argument)]
        elif code is op.SUBPATTERN:
            more = _words(list(argument[3]))
        elif code is op.BRANCH:
            more = [word for choice in argument[1] for word in _words(list(choice)) or [""]]
        else:
            return []
        rows = [row + word for row, word in product(rows, more)]
    return rows


def _checked(pattern: str) -> list[str]:
    return list(_faults(list(parser.parse(pattern)), set(), repeated=False))


@pytest.mark.parametrize(("name", "pattern"), [*_patterns()], ids=lambda value: str(value)[-40:])
def test_no_pattern_of_the_guard_has_two_ways(name: str, pattern: re.Pattern[str]) -> None:
    assert _checked(pattern.pattern) == [], name


DANGEROUS = [r"(?:a+)+b", r"(?:ab|abab)*c", r"(?:a*b?)*c", r"(?:\d+\.?)+x", r"(?:\w{1,9} ?){2,}!"]


@pytest.mark.parametrize("pattern", DANGEROUS)
def test_the_walk_knows_the_dangerous_ones(pattern: str) -> None:
    assert _checked(pattern)


@pytest.mark.parametrize("pattern", [r"(?:a+b)+", r"(?:\d+[ .]{1,5})*x", r"(?:(?:ab|ac) ?)*+d"])
def test_the_walk_lets_plain_ones_pass(pattern: str) -> None:
    assert _checked(pattern) == []
