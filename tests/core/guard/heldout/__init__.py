"""Held-out material for the privacy guard, written without sight of the guard.

Everything here is invented. Numbers are drawn at random and only have a valid shape; a number
that belongs to a living person would be an accident. Each generator is deterministic by seed.
"""

from .hiding import hiding_places, write_hidden
from .honest import edge_lines, honest_lines
from .indicators import edge_indicators, honest_indicators, wrong_indicators
from .papers import state_papers, to_docx, write_paper
from .planted import planted_lines

__all__ = [
    "edge_indicators",
    "edge_lines",
    "hiding_places",
    "honest_indicators",
    "honest_lines",
    "planted_lines",
    "state_papers",
    "to_docx",
    "write_hidden",
    "write_paper",
    "wrong_indicators",
]
