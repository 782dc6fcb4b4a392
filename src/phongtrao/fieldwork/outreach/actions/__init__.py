"""Communication: plan campaigns, record sessions, outputs and the reach of channels."""

from phongtrao.fieldwork.outreach.actions.bulletins import (
    BulletinTerms,
    receive_bulletin,
    send_bulletin,
)
from phongtrao.fieldwork.outreach.actions.campaigns import (
    CampaignTerms,
    SessionTerms,
    change_campaign,
    change_session,
    plan_campaign,
    record_session,
)
from phongtrao.fieldwork.outreach.actions.outputs import (
    ChannelTerms,
    OutputTerms,
    change_channel,
    change_output,
    close_channel,
    note_reading,
    open_channel,
    record_output,
)

__all__ = [
    "BulletinTerms",
    "CampaignTerms",
    "ChannelTerms",
    "OutputTerms",
    "SessionTerms",
    "change_campaign",
    "change_channel",
    "change_output",
    "change_session",
    "close_channel",
    "note_reading",
    "open_channel",
    "plan_campaign",
    "receive_bulletin",
    "record_output",
    "record_session",
    "send_bulletin",
]
