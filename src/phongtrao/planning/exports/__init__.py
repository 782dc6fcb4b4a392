"""The lists of planning as page, workbook and print."""

from phongtrao.planning.exports.exchanges import (
    ANSWER_TONES,
    COMMENT_ROUNDS,
    PROPOSALS,
    SCHEME_TONES,
    SCHEMES,
)
from phongtrao.planning.exports.following import (
    URGING_TONES,
    URGINGS,
    forecast_list,
    load_list,
    urging_message,
)
from phongtrao.planning.exports.internal import INTERNALS, is_late
from phongtrao.planning.exports.lists import DOCUMENTS, TASKS
from phongtrao.planning.exports.programmes import (
    JOINT_PAPERS,
    PROGRAMMES,
    TARGETS,
    bound_in_words,
)

__all__ = [
    "ANSWER_TONES",
    "COMMENT_ROUNDS",
    "DOCUMENTS",
    "INTERNALS",
    "JOINT_PAPERS",
    "PROGRAMMES",
    "PROPOSALS",
    "SCHEMES",
    "SCHEME_TONES",
    "TARGETS",
    "TASKS",
    "URGINGS",
    "URGING_TONES",
    "bound_in_words",
    "forecast_list",
    "is_late",
    "load_list",
    "urging_message",
]
