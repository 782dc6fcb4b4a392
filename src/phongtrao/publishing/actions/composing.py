"""From what an official has typed to a paper of any kind as Word and PDF. Stores nothing."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from phongtrao.core.errors import Refused
from phongtrao.publishing.layout_check.check import RuleFaults, by_rule, check
from phongtrao.publishing.rules.composing import MOST_APPENDICES
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.layout_profile import LayoutProfile
from phongtrao.publishing.word.papers import (
    Appendix,
    Authority,
    AuthorityLine,
    Entry,
    Letterhead,
    OfficialPaper,
    Recipients,
    SignatureBlock,
    TypedTable,
    Urgency,
)
from phongtrao.publishing.word.pdf import pdf_of
from phongtrao.publishing.word.render import render_paper
from phongtrao.publishing.word.typed_table import needs_sheet_across
from phongtrao.publishing.word.typed_text import content_of, sections_of

_MOST_FAULTS = 200
_DIRECT = (Authority.OWN, Authority.ACTING_HEAD)


@dataclass(frozen=True, slots=True)
class Composed:
    """A paper in both forms, and its layout faults by rule; `no_pdf` says why there is none."""

    word: bytes
    pdf: bytes | None
    no_pdf: Refused | None
    faults: list[RuleFaults]


def compose(
    kind: PaperKind, typed: Mapping[str, Any], *, profile: LayoutProfile, day: date
) -> Composed:
    """The paper of what was typed. Raises InvalidInput where a line is a mark of secrecy."""
    paper = composed_paper(kind, typed, profile)
    word = render_paper(paper, profile=profile, demo_mark=settings.DEMO)
    found = check(word)[:_MOST_FAULTS]
    told = {
        "faults": [[each.code, each.excerpt, each.seen] for each in found],
        "counts": Counter(each.code for each in found),
    }
    faults = by_rule(told, day)
    try:
        return Composed(word, pdf_of(word, title=f"{kind.title} {paper.abstract}"), None, faults)
    except Refused as refusal:
        return Composed(word, None, refusal, faults)


def composed_paper(
    kind: PaperKind, typed: Mapping[str, Any], profile: LayoutProfile
) -> OfficialPaper:
    """The typed content; fields that a kind does not have are left out by its form."""
    labels = kind.traits.sides or ("", "")
    signatures = [_signature(typed, "", labels[0])]
    if _lines(typed.get("partners")) or kind.traits.sides:
        signatures.append(_signature(typed, "second_", labels[1]))
    return OfficialPaper(
        kind=kind,
        letterhead=_letterhead(typed),
        abstract=typed.get("abstract", ""),
        recipients=Recipients(_lines(typed.get("recipients")), typed.get("archive") or "VT"),
        signatures=tuple(signatures),
        addressees=_lines(typed.get("addressees")),
        decider=typed.get("decider", ""),
        legal_bases=_lines(typed.get("legal_bases")),
        opening=typed.get("opening", ""),
        entries=tuple(
            Entry(label, typed.get(f"entry_{place}", ""))
            for place, label in enumerate(kind.traits.entries)
        ),
        sections=sections_of(typed.get("content", "")),
        closing=typed.get("closing", ""),
        appendices=tuple(_appendices(typed, profile)),
    )


def _appendices(typed: Mapping[str, Any], profile: LayoutProfile) -> Iterator[Appendix]:
    """Those that have a title; one lies across where that is wished or a table needs it."""
    for place in range(1, MOST_APPENDICES + 1):
        title = typed.get(f"appendix_{place}_title", "")
        if not title:
            continue
        content = content_of(typed.get(f"appendix_{place}_text", ""))
        across = bool(typed.get(f"appendix_{place}_across")) or any(
            isinstance(each, TypedTable) and needs_sheet_across(each, profile) for each in content
        )
        yield Appendix(title, content, landscape=across)


def _letterhead(typed: Mapping[str, Any]) -> Letterhead:
    urgency = typed.get("urgency")
    return Letterhead(
        parent_body=typed.get("parent_body", ""),
        issuer=typed["issuer"],
        number=typed.get("number") or None,
        symbol=typed["symbol"],
        place=typed["place"],
        issued_on=typed.get("issued_on"),
        partners=_lines(typed.get("partners")),
        urgency=Urgency[urgency] if urgency else None,
    )


def _signature(typed: Mapping[str, Any], prefix: str, label: str) -> SignatureBlock:
    """What he is here, by what authority, in whose place, his office and name."""
    said = {
        name: typed.get(f"{prefix}{name}", "")
        for name in ("authority", "behalf", "deputy_for", "office", "name", "other_office")
    }
    authority = Authority[said["authority"] or Authority.OWN.name]
    lines = [AuthorityLine(Authority.OWN, label)] if label else []
    if authority in _DIRECT:
        lines.append(AuthorityLine(authority, said["office"]))
    else:
        lines.append(AuthorityLine(authority, said["behalf"]))
        if said["deputy_for"]:
            lines.append(AuthorityLine(Authority.FOR_HEAD, said["deputy_for"]))
        lines.append(AuthorityLine(Authority.OWN, said["office"]))
    return SignatureBlock(tuple(lines), said["name"] or None, said["other_office"])


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())
