"""What an extraction holds, and its form as JSON (SCHEMA.md of the intake gold, version 1)."""

from dataclasses import dataclass, field
from typing import Literal

from phongtrao.intake.extraction.canon import Span

Certainty = Literal["certain", "check", "guess"]


@dataclass(frozen=True)
class Made:
    """Where a record comes from: the numbered rule and how sure it is."""

    rule: str
    certainty: Certainty = "certain"


@dataclass(frozen=True)
class Value:
    """A value with the place where it stands; ``span`` None = known without a place."""

    value: str
    span: Span | None
    made: Made


@dataclass(frozen=True)
class BodyMention:
    """A body named in the text; ``inherited`` = named in a heading or an earlier sentence."""

    org_id: str
    span: Span
    inherited: bool = False
    role: str | None = None
    current_id: str | None = None
    sure: bool = True


@dataclass(frozen=True)
class Deadline:
    """A deadline in the notation of the schema (``BY:2026-03-15``, ``EVERY:P3M@15`` …)."""

    norm: str
    span: Span
    made: Made


@dataclass(frozen=True)
class Requirement:
    """One thing a paper asks of bodies (the schema's ``tasks``)."""

    action: Span
    sentence: Span
    lead: tuple[BodyMention, ...]
    coord: tuple[BodyMention, ...]
    deadline: Deadline | None
    made: Made


@dataclass(frozen=True)
class Reference:
    """A numbered paper that the text names."""

    span: Span
    doc_type: str | None
    number: str
    date: str | None
    issuers: tuple[str, ...]
    name: Span | None
    made: Made


@dataclass(frozen=True)
class Signer:
    """An official who signed in office."""

    name: Span
    title: Span | None
    authority: str | None
    org_id: str | None
    made: Made


@dataclass(frozen=True)
class Speaker:
    """An official who chairs, speaks or reports in a public role."""

    name: Span
    title: Span | None
    made: Made


@dataclass(frozen=True)
class Event:
    """A meeting, inspection, festival …"""

    span: Span
    kind: str
    date: str | None
    place: str | None
    made: Made


@dataclass(frozen=True)
class Figure:
    """A printed figure with its unit."""

    span: Span
    value: float
    unit: str | None
    subject: str | None
    period: str | None
    qualifier: str | None
    made: Made


@dataclass(frozen=True)
class Metadata:
    """What identifies the paper."""

    doc_type: Value | None = None
    number: Value | None = None
    date: Value | None = None
    title: Value | None = None
    issuers: tuple[BodyMention, ...] = ()
    signers: tuple[Signer, ...] = ()
    speakers: tuple[Speaker, ...] = ()


@dataclass(frozen=True)
class Extraction:
    """Everything read from one paper; offsets into ``text``, which is canonical."""

    doc_id: str
    kind: str
    text: str = field(repr=False)
    text_sha256: str
    metadata: Metadata
    references: tuple[Reference, ...]
    requirements: tuple[Requirement, ...]
    bodies: tuple[BodyMention, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
