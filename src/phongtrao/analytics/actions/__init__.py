"""What changes the files of figures: the log, and building a new generation."""

from phongtrao.analytics.actions.building import rebuild
from phongtrao.analytics.actions.changes import note_change
from phongtrao.analytics.actions.general_files import write_general

__all__ = ["note_change", "rebuild", "write_general"]
