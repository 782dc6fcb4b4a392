"""The search index: what may be found, in words without tone marks, the same on both databases."""

from phongtrao.core.search.index import (
    best,
    count,
    ensure_tables,
    keep,
    rebuild,
    refresh,
)
from phongtrao.core.search.kinds import Findable, Hit, offer, offered
from phongtrao.core.search.words import (
    ABBREVIATIONS,
    Entry,
    Query,
    excerpt,
    highlighted,
    indexed,
    parse,
)

__all__ = [
    "ABBREVIATIONS",
    "Entry",
    "Findable",
    "Hit",
    "Query",
    "best",
    "count",
    "ensure_tables",
    "excerpt",
    "highlighted",
    "indexed",
    "keep",
    "offer",
    "offered",
    "parse",
    "rebuild",
    "refresh",
]
