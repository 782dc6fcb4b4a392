"""Lawful lists: decisions on composition, delegation and awards, and invitations.

``read`` keeps posts, official names and award lines, and names the places that must go: years of
birth, hamlet addresses, phones.  Source: ``docs/explanation/boundary.md``.
"""

from phongtrao.core.guard.lawful.paper import (
    Paper,
    kind_of,
    only_beyond_lines,
    paper_of,
    read,
)
from phongtrao.core.guard.lawful.shapes import (
    AwardLine,
    Kind,
    LawfulList,
    OfficialLine,
    PostLine,
    Span,
)

__all__ = [
    "AwardLine",
    "Kind",
    "LawfulList",
    "OfficialLine",
    "Paper",
    "PostLine",
    "Span",
    "kind_of",
    "only_beyond_lines",
    "paper_of",
    "read",
]
