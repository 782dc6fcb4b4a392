"""Reads of grassroots democracy: the one scope door of its registers, and what they count."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse

from phongtrao.core.errors import N_
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.grassroots.models import Disclosure, Supervision
from phongtrao.fieldwork.grassroots.queries.disclosures import (
    ItemLine,
    disclosure_for,
    disclosure_rows,
    item_lines,
    shortfalls_of,
)
from phongtrao.fieldwork.grassroots.queries.inbox import inbox_sources
from phongtrao.fieldwork.grassroots.queries.search import FINDABLE
from phongtrao.fieldwork.grassroots.queries.supervisions import (
    done_between,
    supervision_for,
    supervision_rows,
)
from phongtrao.fieldwork.grassroots.rules import LEVEL_CODES
from phongtrao.fieldwork.grassroots.workflow import SupervisionState
from phongtrao.fieldwork.register.rules import Asked, Count
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.org.models import AreaVersion

__all__ = [
    "FINDABLE",
    "OPEN_WORK",
    "ItemLine",
    "counts",
    "disclosure_for",
    "disclosure_rows",
    "inbox_sources",
    "item_lines",
    "shortfalls_of",
    "supervision_for",
    "supervision_rows",
]
_GOING_ON = Q(struck_on__isnull=True) & ~Q(
    state__in=(SupervisionState.ANSWERED, SupervisionState.CALLED_OFF)
)
OPEN_WORK = (
    OpenWork(Supervision, "body", "body", N_("Giám sát, phản biện đang thực hiện"), _GOING_ON),
    OpenWork(Supervision, "asked", "body", N_("Kiến nghị giám sát, phản biện chờ trả lời"),
             _GOING_ON),
    OpenWork(Disclosure, "body", "body", N_("Nội dung chờ công khai"),
             Q(struck_on__isnull=True, published_on__isnull=True)),
)  # fmt: skip
_SOURCE = N_("Sổ giám sát, phản biện: ý kiến đã gửi trong kỳ")


def counts(asked: Asked) -> Iterator[Count]:
    """Supervision and social criticism whose advice went out within the days (PH09)."""
    cells = sorted(key for key in asked.keys if key == "PH09" or key.startswith("PH09.cap."))
    if not cells:
        return
    done = done_between(asked).count()
    if not done:
        return
    query = {
        "chu_tri": asked.body_id,
        "y_kien_tu": date_vn(asked.first_day),
        "y_kien_den": date_vn(asked.last_day),
    }
    address = f"{reverse('grassroots:supervision-list')}?{urlencode(query)}"
    level = AreaVersion.objects.filter(lineage__bodies=asked.body_id).values_list("level").first()
    own = f"PH09.cap.{LEVEL_CODES.get(level[0], '')}" if level else ""
    for cell in cells:
        if cell in ("PH09", own):
            yield Count(cell, done, "grassroots.supervisions", _SOURCE, address)
