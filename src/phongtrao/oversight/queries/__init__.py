"""Reads of oversight: rows that an actor may see, open work, the inbox, search."""

from django.db.models import Q

from phongtrao.core.errors import N_
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.oversight.models import (
    InspectedBody,
    Inspection,
    InspectionMember,
    Recommendation,
)
from phongtrao.oversight.queries.inbox import inbox_items
from phongtrao.oversight.queries.inspections import inspection_for, inspection_rows, inspects
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
from phongtrao.oversight.workflow import OVER, RemedyState

__all__ = [
    "FINDABLE",
    "OPEN_WORK",
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
    "times_found_before",
    "year_lines",
]
_OPEN = Q(struck_on__isnull=True) & ~Q(state__in=OVER)
_OF_OPEN = Q(entry__struck_on__isnull=True) & ~Q(entry__state__in=OVER)
_OWED = _OF_OPEN & ~Q(state=RemedyState.VERIFIED)
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
