"""Papers on their way out, what they rest on, and each step of their way to signature."""

from phongtrao.publishing.models.papers import (
    Paper,
    PaperFigures,
    PaperLine,
    PaperSection,
    exact,
)
from phongtrao.publishing.models.signing import PaperStep, PaperVersion, SigningRules

__all__ = [
    "Paper",
    "PaperFigures",
    "PaperLine",
    "PaperSection",
    "PaperStep",
    "PaperVersion",
    "SigningRules",
    "exact",
]
