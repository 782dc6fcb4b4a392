"""What leaves reporting: the lists with their columns, and the workbook of a roll-up."""

from phongtrao.reporting.exports.adjustments import (
    ADJUSTMENT_LIST,
    adjusted_cell,
    adjustment_state,
    difference_words,
)
from phongtrao.reporting.exports.answers import ONE_OFF_LIST, answers_csv, answers_workbook
from phongtrao.reporting.exports.designs import TEMPLATE_LIST, owner_words, template_state
from phongtrao.reporting.exports.form_workbook import blank_workbook, form_workbook
from phongtrao.reporting.exports.lists import (
    INDICATOR_LIST,
    KINDS,
    REPORT_LIST,
    ROUND_LIST,
    ROUND_REPORTS,
    TONES,
    approval_words,
    due_words,
    history_of,
    holds,
    lateness,
    period_name,
    period_words,
    reach_words,
    timeliness,
)
from phongtrao.reporting.exports.queues import change_words, fault_words, queue_of
from phongtrao.reporting.exports.urging import urging_message
from phongtrao.reporting.exports.workbooks import roll_up_workbook

__all__ = [
    "ADJUSTMENT_LIST",
    "INDICATOR_LIST",
    "KINDS",
    "ONE_OFF_LIST",
    "REPORT_LIST",
    "ROUND_LIST",
    "ROUND_REPORTS",
    "TEMPLATE_LIST",
    "TONES",
    "adjusted_cell",
    "adjustment_state",
    "answers_csv",
    "answers_workbook",
    "approval_words",
    "blank_workbook",
    "change_words",
    "difference_words",
    "due_words",
    "fault_words",
    "form_workbook",
    "history_of",
    "holds",
    "lateness",
    "owner_words",
    "period_name",
    "period_words",
    "queue_of",
    "reach_words",
    "roll_up_workbook",
    "template_state",
    "timeliness",
    "urging_message",
]
