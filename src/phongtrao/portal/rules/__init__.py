"""Words of the door: acts of the audit chain, the help of each page, what a correction changes."""

from phongtrao.portal.rules.pages import (
    CLASS_WORDS,
    GUIDES,
    HELP,
    KIND_WORDS,
    NEVER_STORED,
    REMINDED_FROM,
    RETENTION,
    TRANSPARENCY_KEPT_SECONDS,
    WEEKDAYS,
    CalendarChange,
    calendar_changes,
    calendar_mark,
    guide_for,
    help_section,
    is_reminded,
)
from phongtrao.portal.rules.verbs import VERBS

__all__ = [
    "CLASS_WORDS",
    "GUIDES",
    "HELP",
    "KIND_WORDS",
    "NEVER_STORED",
    "REMINDED_FROM",
    "RETENTION",
    "TRANSPARENCY_KEPT_SECONDS",
    "VERBS",
    "WEEKDAYS",
    "CalendarChange",
    "calendar_changes",
    "calendar_mark",
    "guide_for",
    "help_section",
    "is_reminded",
]
