"""The one way a file comes in: wall, guard and reader in a cage, before the transaction begins.

A door calls `judged` or `judged_all` from the `before` of its view, and `keep` inside the action.
A file is accepted, refused with a sentence, or held (`holding`): then nothing of it is stored, and
only whoever sent it sees what was found and may go on with the covered text.
"""

from phongtrao.core.uploads.admission import (
    Upload,
    WorkshopError,
    judge,
    judge_file,
    limits,
    made_from,
    printed,
)
from phongtrao.core.uploads.decisions import Hold
from phongtrao.core.uploads.holding import Held, HeldFile, count, held_files, judged, judged_all
from phongtrao.core.uploads.keeping import keep
from phongtrao.core.uploads.leftovers import forget_leftovers
from phongtrao.core.uploads.queue import Busy

__all__ = [
    "Busy",
    "Held",
    "HeldFile",
    "Hold",
    "Upload",
    "WorkshopError",
    "count",
    "forget_leftovers",
    "held_files",
    "judge",
    "judge_file",
    "judged",
    "judged_all",
    "keep",
    "limits",
    "made_from",
    "printed",
]
