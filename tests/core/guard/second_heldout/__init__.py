"""A second, independent set of test material for the privacy guard (see README.md here).

Everything is written from the design alone, without sight of the guard's rules, its word lists or
the first set. Six functions give the material; none of them reads anything outside this folder.
"""

from __future__ import annotations

from .hiding import hidden_files as hiding_places
from .hiding import hiding_controls
from .honest import honest_lines
from .indicators import indicators
from .model import HiddenFile, IndicatorCase, Paper, PlantedLine
from .papers import state_papers
from .planted import planted_lines

__all__ = [
    "HiddenFile",
    "IndicatorCase",
    "Paper",
    "PlantedLine",
    "hiding_controls",
    "hiding_places",
    "honest_lines",
    "indicators",
    "planted_lines",
    "state_papers",
]
