"""State papers in the shape of their genre; see ``catalogue.py`` for the list."""

from .catalogue import state_papers

__all__ = ["state_papers"]
