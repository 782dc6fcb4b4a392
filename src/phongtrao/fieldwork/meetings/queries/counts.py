"""What meetings count for the cells of a report (movement.md §9: CD05, CD10, PH04)."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.urls import reverse

from phongtrao.core.errors import N_
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.meetings.models import Meeting, MeetingPartner
from phongtrao.fieldwork.meetings.rules import BRIEFING, COMMITTEE, LEVEL_CODES, REVIEWS
from phongtrao.fieldwork.meetings.workflow import TOOK_PLACE
from phongtrao.fieldwork.register.queries import counted
from phongtrao.fieldwork.register.rules import Asked, Count
from phongtrao.org.models import AreaVersion

_SOURCE = N_("Sổ cuộc họp, hội nghị: đã họp trong kỳ")
# Which kinds each indicator counts, and whether only joint ones.
_COUNTED = {
    "CD05": ((COMMITTEE, BRIEFING), False),
    "CD10": (REVIEWS, False),
    "PH04": ((BRIEFING,), True),
}


def counts(asked: Asked) -> Iterator[Count]:
    """Meetings in charge of a body that took place within the days, each once."""
    cells = sorted(key for key in asked.keys if key.split(".")[0] in _COUNTED)
    if not cells:
        return
    joint = Exists(MeetingPartner.objects.filter(entry=OuterRef("pk")))
    held = counted(Meeting.objects.all()).filter(
        body_id=asked.body_id,
        state__in=TOOK_PLACE,
        held_on__range=(asked.first_day, asked.last_day),
    )
    rows = list(held.annotate(joint=joint).values_list("kind", "joint"))
    if not rows:
        return
    own = _own_level(asked) if any("." in cell for cell in cells) else ""
    for cell in cells:
        code, _point, part = cell.partition(".")
        kinds, only_joint = _COUNTED[code]
        figure = sum(kind in kinds and (is_joint or not only_joint) for kind, is_joint in rows)
        if figure and part in ("", own):
            yield Count(cell, figure, "meetings.meetings", _SOURCE, _address(asked, code))


def _own_level(asked: Asked) -> str:
    level = AreaVersion.objects.filter(lineage__bodies=asked.body_id).values_list("level").first()
    return f"cap.{LEVEL_CODES.get(level[0], '')}" if level else ""


def _address(asked: Asked, code: str) -> str:
    """The list of the meetings that a figure counts."""
    query = {
        "chu_tri": str(asked.body_id),
        "chi_tieu": code,
        "tu_ngay": date_vn(asked.first_day),
        "den_ngay": date_vn(asked.last_day),
    }
    return f"{reverse('meetings:meeting-list')}?{urlencode(query)}"
