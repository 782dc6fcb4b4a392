"""One paper in, one extraction out."""

import re
from dataclasses import replace

from phongtrao.intake.extraction.canon import Paper, Span, canon, fingerprint
from phongtrao.intake.extraction.dates import Clock, clock_of, days_in
from phongtrao.intake.extraction.event_days import sentences
from phongtrao.intake.extraction.events import events_of
from phongtrao.intake.extraction.figures import figures_of, is_share
from phongtrao.intake.extraction.header import Head, read_head
from phongtrao.intake.extraction.leads import Bodies
from phongtrao.intake.extraction.mentions import bodies_of, listed
from phongtrao.intake.extraction.numbers import numbers_in
from phongtrao.intake.extraction.records import BodyMention, Extraction, Metadata, Requirement
from phongtrao.intake.extraction.references import references_of
from phongtrao.intake.extraction.requirements import requirements_of
from phongtrao.intake.extraction.segment import MOST_BLOCKS, blocks_of, readable
from phongtrao.intake.extraction.signatures import signers_of
from phongtrao.intake.extraction.soft_hyphens import placed_back, without_breaks
from phongtrao.intake.extraction.speakers import speakers_of
from phongtrao.intake.extraction.types import document_kind
from phongtrao.intake.extraction.upward import downward
from phongtrao.intake.extraction.walk import Walk
from phongtrao.org.gazetteer.bodies import BodyGazetteer, load_bodies

_TO = re.compile(r"kinh gui\s*:?")
_AGREED = re.compile(
    r"\b(?:ban hanh|ky ket|ky|thong nhat)\b[^.\n]{0,80}\b(?:chuong trinh|quy che|ke hoach) phoi hop"
)


def extract(text: str, doc_id: str, *, gazetteer: BodyGazetteer | None = None) -> Extraction:
    """Read a paper: metadata, references, requirements, bodies, events, figures.

    Pure and total: any text gives an extraction; offsets count code points of ``canon(text)``.
    """
    known = gazetteer or load_bodies()
    whole = canon(text)
    bare = without_breaks(whole)
    if bare is None:
        read = _read(Paper(readable(whole)), doc_id, known)
    else:
        read = placed_back(_read(Paper(readable(bare[0])), doc_id, known), bare[1])
    return replace(read, text=whole, text_sha256=fingerprint(whole))


def _read(paper: Paper, doc_id: str, known: BodyGazetteer) -> Extraction:
    numbers = [n.span for n in numbers_in(paper)]
    bodies = bodies_of(paper, known, numbers)
    head = read_head(paper, bodies)
    kind = document_kind(head.doc_type.value)
    clock, own = _clock(paper, head), head.number
    references = references_of(
        paper, own.value if own else None, own.span if own else None, bodies, head.end
    )
    walls = tuple(r.span for r in references)
    parties, addressees = _parties(paper, head, bodies, kind), _addressees(paper, bodies)
    blocks = blocks_of(paper)[:MOST_BLOCKS]
    walk = Walk(paper, Bodies(bodies), clock, kind, parties, addressees, walls)
    requirements = requirements_of(walk, blocks, head.end)
    requirements = downward(requirements, head.issuers) if kind == "report" else requirements
    said, rows = sentences(paper, blocks), _days_of_rows(requirements)
    masked = [*numbers, *walls, Span(0, head.end), *_days(paper)]
    return Extraction(
        doc_id=doc_id,
        kind=kind,
        text=paper.text,
        text_sha256="",
        metadata=_metadata(paper, head, kind),
        references=tuple(references),
        requirements=tuple(requirements),
        bodies=tuple(listed(paper, bodies)),
        events=events_of(paper, clock, numbers, [b.span for b in bodies], said, rows),
        figures=figures_of(paper, masked + [r.action for r in requirements]),
    )


def _days_of_rows(requirements: list[Requirement]) -> list[tuple[Span, str]]:
    """The rows of tables whose deadline is a day, a month or a stretch of days."""
    rows = []
    for r in requirements:
        sort, _, day = (r.deadline.norm if r.deadline else "").partition(":")
        if r.made.rule == "T08" and sort in {"BY", "FROM"} and re.fullmatch(r"[\d/-]{7,}", day):
            rows.append((r.action, day))
    return rows


def _clock(paper: Paper, head: Head) -> Clock:
    title = head.title.value if head.title else ""
    return clock_of(head.date.value if head.date else None, title, paper)


def _days(paper: Paper) -> list[Span]:
    return [d.span for d in days_in(paper) if not is_share(paper, d)]


def _metadata(paper: Paper, head: Head, kind: str) -> Metadata:
    news = kind == "news"
    return Metadata(
        doc_type=head.doc_type,
        number=head.number,
        date=head.date,
        title=head.title,
        issuers=head.issuers,
        signers=()
        if news
        else signers_of(paper, tuple(i for i in head.issuers if i.role != "parent")),
        speakers=speakers_of(paper) if news else (),
    )


def _addressees(paper: Paper, bodies: list[BodyMention]) -> list[BodyMention]:
    """The bodies after "Kính gửi:", up to the first paragraph that does not only name them."""
    said = _TO.search(paper.key, 0, 4000)
    if not said:
        return []
    named: list[BodyMention] = []
    last = said.end()
    for body in bodies:
        if body.span.start < last:
            continue
        gap = paper.key[last : body.span.start]
        if len(gap) > 60 or re.search(r"[.](?!\s*$)|\b(?:thuc hien|can cu|de nghi)\b", gap):
            break
        named.append(body)
        last = body.span.end
    return named


def _parties(paper: Paper, head: Head, bodies: list[BodyMention], kind: str) -> list[BodyMention]:
    """The parties of a joint programme: its issuers, else those said to have agreed on it."""
    issuers = [i for i in head.issuers if i.role != "parent"]
    if len(issuers) >= 2 or kind == "programme":
        return issuers
    agreed = _AGREED.search(paper.key)
    if not agreed:
        return []
    start = max(paper.key.rfind(". ", 0, agreed.start()), paper.key.rfind("\n", 0, agreed.start()))
    return [b for b in bodies if start < b.span.start < agreed.start()]
