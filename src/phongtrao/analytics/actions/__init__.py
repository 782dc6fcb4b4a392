"""What changes the files of figures: the log, and building a new generation."""

from phongtrao.analytics.actions.building import rebuild
from phongtrao.analytics.actions.changes import note_change

__all__ = ["note_change", "rebuild"]
