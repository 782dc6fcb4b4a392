"""Reads of oversight: rows that an actor may see, open work, the inbox, search."""

from django.db.models import Q

from phongtrao.core.errors import N_
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.oversight.models import (
    CheckLine,
    ClarificationRequest,
    InspectedBody,
    Inspection,
    InspectionMember,
    PreparationItem,
    Recommendation,
    SeenDocument,
    SessionBody,
    UnitSummary,
)
from phongtrao.oversight.queries.accounts import (
    account_report,
    accounts_of,
    summary_for,
    without_reporter,
)
from phongtrao.oversight.queries.checks import (
    check_rows,
    checked_bodies,
    document_for,
    document_rows,
    points_found,
)
from phongtrao.oversight.queries.clarifications import (
    clarification_for,
    clarification_rows,
    is_late_answer,
)
from phongtrao.oversight.queries.inbox import inbox_sources
from phongtrao.oversight.queries.inspections import (
    inspection_for,
    inspection_rows,
    inspects,
    parts_of,
)
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
)
from phongtrao.oversight.queries.search import FINDABLE
from phongtrao.oversight.queries.sessions import session_for, session_rows
from phongtrao.oversight.queries.year import year_result
from phongtrao.oversight.workflow import OVER, SETTLED, RemedyState

__all__ = [
    "FINDABLE",
    "OPEN_WORK",
    "account_report",
    "accounts_of",
    "check_rows",
    "checked_bodies",
    "clarification_for",
    "clarification_rows",
    "document_for",
    "document_rows",
    "drafted_minutes",
    "inbox_sources",
    "inspection_for",
    "inspection_rows",
    "inspects",
    "is_late",
    "is_late_answer",
    "is_owed",
    "link_for",
    "links_of",
    "parts_of",
    "points_found",
    "recommendation_for",
    "recommendation_rows",
    "recurring",
    "session_for",
    "session_rows",
    "summary_for",
    "times_found_before",
    "without_reporter",
    "year_result",
]
_OPEN = Q(struck_on__isnull=True) & ~Q(state__in=OVER)
_OF_OPEN = Q(entry__struck_on__isnull=True) & ~Q(entry__state__in=OVER)
_OWED = _OF_OPEN & ~Q(state=RemedyState.VERIFIED)
_IN_OPEN_SESSION = Q(entry__entry__struck_on__isnull=True) & ~Q(entry__entry__state__in=OVER)
_TO_CLARIFY = _OF_OPEN & ~Q(state__in=SETTLED)
OPEN_WORK = (
    OpenWork(UnitSummary, "body", "body", N_("Báo cáo tóm tắt khi được kiểm tra"), _OF_OPEN),
    OpenWork(
        ClarificationRequest,
        "body",
        "body",
        N_("Yêu cầu làm rõ phải trả lời"),
        _TO_CLARIFY,
        never_with="asker",
    ),
    OpenWork(
        ClarificationRequest,
        "asker",
        "body",
        N_("Yêu cầu làm rõ đã gửi"),
        _TO_CLARIFY,
        never_with="body",
    ),
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
