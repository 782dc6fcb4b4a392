"""Papers on their way out, what they rest on, and each step of their way to signature."""

from phongtrao.publishing.models.meeting_books import MeetingBook
from phongtrao.publishing.models.papers import (
    Paper,
    PaperFigures,
    PaperLine,
    PaperSection,
    exact,
)
from phongtrao.publishing.models.sending import PaperDelivery
from phongtrao.publishing.models.signing import PaperStep, PaperVersion, SigningRules
from phongtrao.publishing.models.word_templates import TemplateChoice, WordTemplate

__all__ = [
    "MeetingBook",
    "Paper",
    "PaperDelivery",
    "PaperFigures",
    "PaperLine",
    "PaperSection",
    "PaperStep",
    "PaperVersion",
    "SigningRules",
    "TemplateChoice",
    "WordTemplate",
    "exact",
]
