"""What the view of any register says after it has saved something with a day: what clashes."""

from collections.abc import Sequence
from datetime import date

from django.contrib import messages
from django.utils.translation import gettext as _

from phongtrao.core.formats import date_vn
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning.deadlines.engagements import DAY_OFF, Clash
from phongtrao.planning.queries.engagements import clashes_of

_MOST_TOLD = 5


def warn_of_clashes(
    request: ActingRequest, key: str, days: Sequence[date], *, tells_days_off: bool = False
) -> None:
    """Say beside what was saved what else the body has then; nothing is refused for it.

    `tells_days_off`: the page has said already that the day is a day off.
    """
    found = clashes_of(request.actor, key, days)
    if tells_days_off:
        found = [clash for clash in found if clash.reason != DAY_OFF]
    if not found:
        return
    told = "; ".join(_told(clash) for clash in found[:_MOST_TOLD])
    more = len(found) - _MOST_TOLD
    if more > 0:
        told += _(" và %(more)s việc khác") % {"more": more}
    messages.warning(request, _("Trùng lịch (chỉ là lời nhắc): %(told)s.") % {"told": told})


def _told(clash: Clash) -> str:
    day, reason = date_vn(clash.one.day), _(clash.label)
    if clash.other is None:
        return f"{day} – {reason}: {clash.name or _('Thứ Bảy, Chủ nhật')}"
    place = f" ({clash.other.place})" if clash.other.place else ""
    return f"{day} – {reason}: {clash.other.title}{place}"
