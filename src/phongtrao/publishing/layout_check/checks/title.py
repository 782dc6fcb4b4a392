"""Boxes 5 and 9a."""

import re
from collections.abc import Iterator

from phongtrao.publishing.layout_check.checks.fault import (
    Check,
    Fault,
    at,
    bold_faults,
    capital_faults,
    centre_faults,
    middle_faults,
    plain_faults,
    size_faults,
)
from phongtrao.publishing.layout_check.components import Parts
from phongtrao.publishing.layout_check.kinds import ABBREVIATIONS, ALSO_BODIES
from phongtrao.publishing.layout_check.model import Line
from phongtrao.publishing.layout_check.title import Title

_RULED_IN_HEAD = 2
_MARKS = ("-", "–", "+", "•")
_DASHES = ("-", "–")
_ANOTHER_BODY = re.compile(
    r",\s*(?:và\s+)?(?:Bộ|Sở|Công an|Ủy ban|UBND|UBMTTQ|HĐND|Hội|Liên đoàn|Văn phòng|Trung tâm"
    r"|Tòa án|Viện|Cục|Chi cục|Đảng ủy|Phòng|Mặt trận|Tỉnh ủy|Ban)\b"
)


def kind(parts: Parts) -> Iterator[Fault]:
    """The kind of paper."""
    if not parts.is_state or parts.title.is_letter:
        return
    line = parts.title.kind_line
    if line is None:
        yield Fault("kind.missing")
        return
    if not parts.title.inline:
        yield from capital_faults("kind.capitals", [line])
    elif parts.title.kind and not line.text[: len(parts.title.kind.name)].isupper():
        yield at("kind.capitals", line)
    yield from bold_faults("kind.style", [line])
    yield from size_faults("kind.size", [line], 13, 14)
    yield from middle_faults("kind.centred", [line])


def abstract(parts: Parts) -> Iterator[Fault]:
    """The abstract below the kind, and the line drawn below it."""
    title = parts.title
    if not parts.is_state or title.kind_line is None:
        return
    lines = title.abstract
    if not lines:
        yield from _without_abstract(title, title.kind_line)
        return
    large = [line for line in lines if line.is_capital and len(line.text.split()) > 2]
    if large or all(line.is_capital for line in lines):
        yield at("abstract.capitals", (large or lines)[0])
    yield from bold_faults("abstract.style", lines)
    yield from size_faults("abstract.size", lines, 13, 14)
    yield from middle_faults("abstract.centred", lines)
    # All lines of a head may be drawn from its first paragraph: the third is the abstract's.
    if not title.abstract_rules and sum(each.rules for each in parts.head.lines) <= _RULED_IN_HEAD:
        yield at("abstract.rule", lines[-1])


def _without_abstract(title: Title, line: Line) -> Iterator[Fault]:
    if title.inline:
        if title.inline.isupper():
            yield at("abstract.capitals", line)
    elif title.kind is not None and title.kind.has_abstract:
        yield at("abstract.missing", line)


def letter(parts: Parts) -> Iterator[Fault]:
    """What a *công văn* has in place of a kind."""
    title = parts.title
    if not parts.is_state or not title.is_letter:
        return
    if not title.letter:
        yield Fault("kind.missing" if _names_kind(parts) else "letter.abstract-missing")
    yield from plain_faults("letter.abstract-style", title.letter)
    yield from size_faults("letter.abstract-size", title.letter, 12, 13)
    yield from centre_faults("letter.abstract-centred", title.letter)
    if title.address is None:
        yield Fault("addressee.missing")


def _names_kind(parts: Parts) -> bool:
    """Whether the symbol is that of a kind, so that the kind is what the paper lacks."""
    number = parts.head.number
    groups = re.split(r"[-–/\s]", number.text) if number is not None else []
    own = ABBREVIATIONS - ALSO_BODIES
    return len(groups) > 2 and any(group in own for group in groups[1:-1])


def addressees(parts: Parts) -> Iterator[Fault]:
    """*Kính gửi* and the list below it."""
    title = parts.title
    line = title.address
    if not parts.is_state or line is None:
        return
    if title.kind is not None and not title.kind.is_addressed:
        yield at("addressee.out-of-place", line)
    if not line.key.replace(" ", "").startswith("kinhgui:"):
        yield at("addressee.colon", line)
    lines = [line, *title.addressees]
    yield from plain_faults("addressee.style", lines)
    yield from size_faults("addressee.size", lines, 13, 14)
    yield from _list(title)


def _list(title: Title) -> Iterator[Fault]:
    """Several addressees: each on a line with a dash, closed by ";", the last by "."."""
    line, named = title.address, title.addressees
    if line is None:
        return
    beside = line.text.partition(":")[2].strip()
    if not named:
        if ";" in beside.rstrip(";. ") or _ANOTHER_BODY.search(beside):
            yield at("addressee.dash", line)
        return
    is_first = beside.startswith(_DASHES)  # the first one beside the words, in a line of its own
    items = _items(named)
    if is_first and not beside.endswith(";"):
        yield at("addressee.punctuation", line)
    if (beside and not is_first) or any(not first.text.startswith(_DASHES) for first, _ in items):
        yield at("addressee.dash", line if beside and not is_first else named[0])
    for place, (_, last) in enumerate(items, 1):
        end = "." if place == len(items) else ";"
        if not last.text.endswith(end):
            yield at("addressee.punctuation", last)


def _items(named: list[Line]) -> list[tuple[Line, Line]]:
    """First and last line of each addressee: a long one goes on below its own dash."""
    items: list[tuple[Line, Line]] = []
    has_dashes = any(each.text.startswith(_MARKS) for each in named)
    for each in named:
        is_open = bool(items) and not items[-1][1].text.endswith((";", "."))
        if has_dashes and is_open and not each.text.startswith(_MARKS):
            items[-1] = (items[-1][0], each)
        else:
            items.append((each, each))
    return items


CHECKS: tuple[Check, ...] = (kind, abstract, letter, addressees)
