"""Writes of planning: one function per verb that users know."""

from phongtrao.planning.actions.addressees import (
    add_addressees,
    declare_standing,
    map_content,
    mark_separate_done,
    reopen_addressee,
    set_separate_regime,
)
from phongtrao.planning.actions.assignments import (
    PartSpec,
    TaskSpec,
    assign_task,
    make_concrete,
)
from phongtrao.planning.actions.documents import adopt_draft
from phongtrao.planning.actions.extensions import (
    ask_extension,
    decide_extension,
    withdraw_extension,
)
from phongtrao.planning.actions.halting import resume_task, suspend_task, withdraw_task
from phongtrao.planning.actions.progress import confirm_completion, report_progress, return_task

__all__ = [
    "PartSpec",
    "TaskSpec",
    "add_addressees",
    "adopt_draft",
    "ask_extension",
    "assign_task",
    "confirm_completion",
    "decide_extension",
    "declare_standing",
    "make_concrete",
    "map_content",
    "mark_separate_done",
    "reopen_addressee",
    "report_progress",
    "resume_task",
    "return_task",
    "set_separate_regime",
    "suspend_task",
    "withdraw_extension",
    "withdraw_task",
]
