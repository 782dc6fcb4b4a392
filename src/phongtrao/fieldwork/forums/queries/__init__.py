"""Reads of forums: the one scope door of forums and remarks, and what they count."""

from django.db.models import Q

from phongtrao.core.errors import N_
from phongtrao.fieldwork.forums.models import Forum, Remark
from phongtrao.fieldwork.forums.queries.counts import counts
from phongtrao.fieldwork.forums.queries.forums import (
    forum_for,
    forum_rows,
    guided_of,
    rate_of,
    states_of,
)
from phongtrao.fieldwork.forums.queries.inbox import inbox_sources
from phongtrao.fieldwork.forums.queries.remarks import (
    published_in,
    remark_for,
    remark_rows,
    waiting_in,
)
from phongtrao.fieldwork.forums.queries.search import FINDABLE
from phongtrao.fieldwork.forums.workflow import ANSWERED, OPEN, ForumState, RemarkState
from phongtrao.org.actions.open_work import OpenWork

__all__ = [
    "FINDABLE",
    "OPEN_WORK",
    "counts",
    "forum_for",
    "forum_rows",
    "guided_of",
    "inbox_sources",
    "published_in",
    "rate_of",
    "remark_for",
    "remark_rows",
    "states_of",
    "waiting_in",
]
_STANDS = Q(struck_on__isnull=True)
OPEN_WORK = (
    OpenWork(
        Forum,
        "body",
        "body",
        N_("Diễn đàn chưa thông báo kết quả"),
        _STANDS & ~Q(state=ForumState.CONCLUDED),
    ),
    OpenWork(
        Remark,
        "body",
        "body",
        N_("Ý kiến tại diễn đàn chưa công khai trả lời"),
        _STANDS & Q(state__in=sorted(OPEN | ANSWERED)),
    ),
    OpenWork(
        Remark,
        "assigned_to",
        "body",
        N_("Ý kiến tại diễn đàn phải trả lời"),
        _STANDS & Q(state=RemarkState.ASSIGNED),
    ),
)
