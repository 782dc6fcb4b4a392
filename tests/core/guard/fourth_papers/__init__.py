"""A fourth, independent set of state papers for the privacy guard."""

from tests.core.guard.fourth_papers.papers import also_right, state_papers

__all__ = ["also_right", "state_papers"]
