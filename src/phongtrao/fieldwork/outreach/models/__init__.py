"""The tables of communication."""

from phongtrao.fieldwork.outreach.models.bulletins import Bulletin, BulletinReceipt
from phongtrao.fieldwork.outreach.models.campaigns import Campaign, Session, SessionPartner
from phongtrao.fieldwork.outreach.models.outputs import Channel, ChannelReading, Output

__all__ = [
    "Bulletin",
    "BulletinReceipt",
    "Campaign",
    "Channel",
    "ChannelReading",
    "Output",
    "Session",
    "SessionPartner",
]
