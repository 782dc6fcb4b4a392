"""A sixth, independent set of state papers for the privacy guard, as clerks send them."""

from tests.core.guard.sixth_papers.papers import also_right, state_papers

__all__ = ["also_right", "state_papers"]
