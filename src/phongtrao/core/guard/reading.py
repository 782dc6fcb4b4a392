"""The guard itself: a text in, findings out; and the one-click mask."""

from collections.abc import Iterable, Iterator

from phongtrao.core.guard.contexts import Names
from phongtrao.core.guard.findings import Finding, merged
from phongtrao.core.guard.lists import lists_in
from phongtrao.core.guard.normal import NormalText, normalise
from phongtrao.core.guard.numbers import numbers_in, spoken_number
from phongtrao.core.guard.people import accusations_in, births_in, homes_in
from phongtrao.core.guard.words import cards_in, mails_in, passports_in, plates_in, spoken_in

# A full block: visible, of one width, neither digit nor letter nor separator of digits.
MASK = "█"
_ROUNDS = 20


def read_text(text: str) -> list[Finding]:
    """Every personal datum the rules know in ``text``, in order of place.

    Linear in the length of the text.  Sources of the kinds: the privacy rules of the project
    (``docs/explanation/privacy-guard.md``).
    """
    normal = normalise(text)
    return merged(_given(normal, finding) for finding in _all(normal))


def mask(text: str, findings: Iterable[Finding]) -> str:
    """``text`` with every sign of the findings covered; line ends and tabs stay, so does length.

    What only comes to light beside a covered place is covered too; findings of ``text`` that were
    not given stay readable.
    """
    known = {(finding.start, finding.end) for finding in read_text(text)}
    covered, fresh = text, list(findings)
    for _ in range(_ROUNDS):
        if not fresh:
            break
        covered = _covered(covered, fresh)
        fresh = [f for f in read_text(covered) if (f.start, f.end) not in known]
    return covered


def _covered(text: str, findings: Iterable[Finding]) -> str:
    signs = list(text)
    for finding in findings:
        for at in range(finding.start, min(finding.end, len(signs))):
            if signs[at] not in "\n\r\t":
                signs[at] = MASK
    return "".join(signs)


def _all(text: NormalText) -> Iterator[Finding]:
    names = Names(text.bare)
    yield from numbers_in(text, names)
    yield from _spoken(text, names)
    yield from passports_in(text, names)
    for rule in (cards_in, plates_in, mails_in, homes_in, births_in):
        yield from rule(text)
    yield from accusations_in(text)
    yield from lists_in(text)


def _spoken(text: NormalText, names: Names) -> Iterator[Finding]:
    """Numbers dictated in words: *không chín một…*"""
    for start, end, digits in spoken_in(text):
        named = names.before(start)
        for length in (12, 10, 9):
            for at in range(max(0, len(digits) - length) + 1):
                kind = spoken_number(digits[at : at + length], named)
                if kind:
                    yield Finding(start, end, kind, "block")


def _given(text: NormalText, finding: Finding) -> Finding:
    """A finding with the offsets of the text as it was given."""
    start, end = text.origin(finding.start, finding.end)
    return Finding(start, end, finding.kind, finding.act)
