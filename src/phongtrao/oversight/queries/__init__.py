"""Reads of oversight: rows that an actor may see, open work, the inbox, search."""

from django.db.models import Q

from phongtrao.core.errors import N_
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.oversight.models import (
    CheckLine,
    InspectedBody,
    Inspection,
    InspectionMember,
    PreparationItem,
    Recommendation,
    SeenDocument,
    SessionBody,
)
from phongtrao.oversight.queries.checks import (
    check_rows,
    checked_bodies,
    document_for,
    document_rows,
)
from phongtrao.oversight.queries.inbox import inbox_items
from phongtrao.oversight.queries.inspections import inspection_for, inspection_rows, inspects
from phongtrao.oversight.queries.minutes import drafted_minutes
from phongtrao.oversight.queries.recurrences import (
    link_for,
    links_of,
    recurring,
    times_found_before,
)
from phongtrao.oversight.queries.remedies import (
    is_late,
    is_owed,
    recommendation_for,
    recommendation_rows,
    year_lines,
)
from phongtrao.oversight.queries.search import FINDABLE
from phongtrao.oversight.queries.sessions import session_for, session_rows
from phongtrao.oversight.workflow import OVER, RemedyState

__all__ = [
    "FINDABLE",
    "OPEN_WORK",
    "check_rows",
    "checked_bodies",
    "document_for",
    "document_rows",
    "drafted_minutes",
    "inbox_items",
    "inspection_for",
    "inspection_rows",
    "inspects",
    "is_late",
    "is_owed",
    "link_for",
    "links_of",
    "recommendation_for",
    "recommendation_rows",
    "recurring",
    "session_for",
    "session_rows",
    "times_found_before",
    "year_lines",
]
_OPEN = Q(struck_on__isnull=True) & ~Q(state__in=OVER)
_OF_OPEN = Q(entry__struck_on__isnull=True) & ~Q(entry__state__in=OVER)
_OWED = _OF_OPEN & ~Q(state=RemedyState.VERIFIED)
_IN_OPEN_SESSION = Q(entry__entry__struck_on__isnull=True) & ~Q(entry__entry__state__in=OVER)
OPEN_WORK = (
    OpenWork(Inspection, "body", "body", N_("Cuộc kiểm tra đang chủ trì"), _OPEN),
    OpenWork(InspectedBody, "body", "body", N_("Cuộc kiểm tra mà cơ quan được kiểm tra"), _OF_OPEN),
    OpenWork(
        InspectionMember,
        "body",
        "body",
        N_("Tham gia đoàn kiểm tra"),
        _OF_OPEN & Q(valid_to__isnull=True),
    ),
    OpenWork(SessionBody, "body", "body", N_("Buổi làm việc của đoàn kiểm tra"), _IN_OPEN_SESSION),
    OpenWork(SeenDocument, "body", "body", N_("Tài liệu đoàn kiểm tra đã xem"), _OF_OPEN),
    OpenWork(CheckLine, "body", "body", N_("Kết quả kiểm tra theo nội dung"), _OF_OPEN),
    OpenWork(
        PreparationItem,
        "body",
        "body",
        N_("Việc chuẩn bị cho đoàn do cơ quan khác chủ trì"),
        _OF_OPEN & Q(done_on__isnull=True),
    ),
    OpenWork(
        Recommendation,
        "body",
        "body",
        N_("Kiến nghị sau kiểm tra phải khắc phục"),
        _OWED,
        never_with="verifier",
    ),
    OpenWork(
        Recommendation,
        "verifier",
        "body",
        N_("Kiến nghị sau kiểm tra phải xác nhận"),
        _OWED,
        never_with="body",
    ),
)
