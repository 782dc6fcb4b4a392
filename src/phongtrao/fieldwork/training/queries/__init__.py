"""Reads of training: the one scope door of its registers, and what they count."""

from phongtrao.fieldwork.training.queries.certificates import (
    certificate_for,
    certificate_rows,
    due_rows,
    is_due,
    posts_of,
)
from phongtrao.fieldwork.training.queries.classes import (
    FINDABLE,
    OPEN_WORK,
    class_for,
    class_rows,
    counts,
    drill_for,
    drill_rows,
)
from phongtrao.fieldwork.training.queries.inbox import inbox_sources
from phongtrao.fieldwork.training.queries.year_plan import year_plan

__all__ = [
    "FINDABLE",
    "OPEN_WORK",
    "certificate_for",
    "certificate_rows",
    "class_for",
    "class_rows",
    "counts",
    "drill_for",
    "drill_rows",
    "due_rows",
    "inbox_sources",
    "is_due",
    "posts_of",
    "year_plan",
]
