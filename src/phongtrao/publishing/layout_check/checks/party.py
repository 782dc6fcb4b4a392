"""Papers of Party bodies, as far as their guide was seen."""

import re
from collections.abc import Iterator

from phongtrao.publishing.layout_check.checks.fault import (
    Check,
    Fault,
    at,
    bold_faults,
    size_faults,
)
from phongtrao.publishing.layout_check.components import Parts
from phongtrao.publishing.layout_check.head import rules_near
from phongtrao.publishing.layout_check.kinds import ABBREVIATIONS
from phongtrao.publishing.layout_check.text import Sort

_NUMBER = re.compile(
    r"\s*[Ss][ốỐ]\s*:?\s*(?:\d+|[.…_\s]*|\d+[.…_]+)-[A-ZĐ][\wĐđ]*/[A-ZĐ][\wĐđ./-]*"
)
_RIGHT = re.compile(r"(?:T/M|K/T|T/L)\s\S.*")
_ANY = re.compile(
    r"(?:T\s?[./]?\s?M|K\s?[./]?\s?T|T\s?[./]?\s?L)(?:[./:]\s?|\s)\S.*|(?:THAY MẶT|KÝ THAY) .*"
)


def head(parts: Parts) -> Iterator[Fault]:
    """Title, asterisk, number."""
    title = parts.head.party
    if title is None:
        return
    for each in (parts.head.nation, parts.head.motto):
        if each is not None:
            yield at("party.nation-mixed", each)
            break
    if not rules_near(title, parts.head.lines):
        yield at("party.title-rule", title)
    looks = [*bold_faults("", [title]), *size_faults("", [title], 15, 15)]
    if looks or not title.is_capital:
        yield at("party.title-style", title)
    if parts.head.asterisk is None or parts.head.asterisk.text != "*":
        yield Fault("party.asterisk")
    number = parts.head.number
    if number is not None:
        if re.match(r"số\s?:", number.text, re.IGNORECASE):
            yield at("party.number-colon", number)
        is_turned = number.text.rpartition("/")[2] in ABBREVIATIONS  # the kind stands first
        if is_turned or not _NUMBER.fullmatch(number.text):
            yield at("party.number-grammar", number)


def rest(parts: Parts) -> Iterator[Fault]:
    """Kind, text and authority: none of these rules was seen."""
    if not parts.is_party:
        return
    line = parts.title.kind_line
    if line is not None:
        yield from size_faults("party.kind-size", [line], 16, 16)
    body = [each.line for each in parts.text.running if each.sort is not Sort.BASIS]
    yield from size_faults("party.body-size", body, 14, 15)
    for block in parts.closing.blocks:
        for each in block.authority:
            if _ANY.fullmatch(each.text) and not _RIGHT.fullmatch(each.text):
                yield at("party.prefix", each)


CHECKS: tuple[Check, ...] = (head, rest)
