"""What a lawful list keeps: posts, official names, award lines; and what must go."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["composition", "delegation", "invitation", "award"]


@dataclass(frozen=True, slots=True)
class Span:
    """``text[start:end]`` in code points; ``kind`` is the kind of finding of a dropped place."""

    start: int
    end: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class OfficialLine:
    """An official in a public role; ``name`` is empty where the paper names only the post."""

    span: Span
    name: str
    name_span: Span
    post: str
    body: str
    role: str


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post or body that is invited; who holds it is not kept."""

    span: Span
    post: str
    body: str


@dataclass(frozen=True, slots=True)
class AwardLine:
    """One line of an award decision.

    ``place`` is the post and body, or the commune; never a hamlet address, a year of birth or a
    number.  ``award`` is the form as the decision words it.
    """

    span: Span
    name: str
    name_span: Span
    is_collective: bool
    place: str
    award: str


Line = OfficialLine | PostLine | AwardLine


@dataclass(frozen=True, slots=True)
class LawfulList:
    """The lawful part of a paper, with places in the text as it was given."""

    kind: Kind
    lines: tuple[Line, ...]
    dropped: tuple[Span, ...]
