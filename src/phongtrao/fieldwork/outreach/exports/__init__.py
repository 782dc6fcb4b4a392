"""The lists of communication as page, workbook and print, and the sheets they are filled from."""

from phongtrao.fieldwork.outreach.exports.bulletins import BULLETINS
from phongtrao.fieldwork.outreach.exports.campaigns import (
    CAMPAIGNS,
    SESSIONS,
    form_name,
    session_sheet,
)
from phongtrao.fieldwork.outreach.exports.outputs import (
    CHANNELS_LIST,
    OUTPUTS_LIST,
    channel_name,
    output_name,
    output_sheet,
    reach_name,
    unit_name,
)

__all__ = [
    "BULLETINS",
    "CAMPAIGNS",
    "CHANNELS_LIST",
    "OUTPUTS_LIST",
    "SESSIONS",
    "channel_name",
    "form_name",
    "output_name",
    "output_sheet",
    "reach_name",
    "session_sheet",
    "unit_name",
]
