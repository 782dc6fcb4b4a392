"""The guard itself: a text in, findings out; and the one-click mask."""

from collections.abc import Iterable, Iterator

from phongtrao.core.guard.accusations import accusations_in
from phongtrao.core.guard.digits import shown_digits
from phongtrao.core.guard.findings import Finding, merged
from phongtrao.core.guard.homes import homes_in
from phongtrao.core.guard.lawful import Kind, Paper, paper_of
from phongtrao.core.guard.lists import lists_in
from phongtrao.core.guard.mails import mails_in
from phongtrao.core.guard.normal import NormalText, normalise, squeezed
from phongtrao.core.guard.numbers import numbers_in
from phongtrao.core.guard.people import births_in
from phongtrao.core.guard.plates import plates_in
from phongtrao.core.guard.spoken import spoken_in
from phongtrao.core.guard.words import cards_in, passports_in

# A full block: visible, of one width, neither digit nor letter nor separator of digits.
MASK = "█"
_ROUNDS = 20


def read_text(text: str, *, within: Kind | None = None) -> list[Finding]:
    """Every personal datum the rules know in ``text``, in order of place.

    ``within`` is the kind of lawful list whose earlier pages came before this text.

    Linear in the length of the text.  Sources of the kinds: the privacy rules of the project
    (``docs/explanation/privacy-guard.md``).
    """
    normal = normalise(text)
    paper = paper_of(normal, within=within)
    settled = paper.settled(normal, _all(normal, paper))
    return merged(_given(normal, finding) for finding in settled)


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


def _all(text: NormalText, paper: Paper) -> Iterator[Finding]:
    shown = shown_digits(text)
    yield from numbers_in(text, shown)
    yield from cards_in(text, shown)
    yield from passports_in(text, shown)
    for rule in (spoken_in, mails_in):
        yield from rule(text)
    prose = squeezed(text)
    for rule in (plates_in, homes_in, births_in, accusations_in):
        found = rule(prose)
        yield from found if prose is text else (_given(prose, finding) for finding in found)
    yield from lists_in(text, paper)


def _given(text: NormalText, finding: Finding) -> Finding:
    """A finding with the offsets of the text as it was given."""
    start, end = text.origin(finding.start, finding.end)
    return Finding(start, end, finding.kind, finding.act)
