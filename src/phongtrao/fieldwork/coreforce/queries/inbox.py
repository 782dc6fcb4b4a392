"""What the core force asks of a body: fresh head-counts, and the ratings of the year."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Max, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.core.inbox_sources import Source, one_line
from phongtrao.fieldwork.coreforce.models import Team
from phongtrao.fieldwork.coreforce.queries.teams import living_on
from phongtrao.fieldwork.coreforce.rules import FRESH_DAYS, RATING_MONTH, SECURITY
from phongtrao.org.permissions import Actor

_YEAR_ENDS = 30  # of November: ratings are expected within the month


def inbox_sources(actor: Actor, day: date) -> Iterator[Source]:
    """One line for all teams without a fresh head-count, one for those not rated in November."""
    if actor.body_id is None or not actor.can("movement.keep"):
        return

    def stale(count: int) -> InboxItem:
        said = ngettext("%(n)s tổ, đội chưa thống kê trong 12 tháng",
                        "%(n)s tổ, đội chưa thống kê trong 12 tháng", count)  # fmt: skip
        return _line(actor, said % {"n": count}, None, _("Xem, ghi số"), "cu", day)

    def unrated(count: int) -> InboxItem:
        said = ngettext("%(n)s tổ chưa xếp loại năm nay", "%(n)s tổ chưa xếp loại năm nay",
                        count)  # fmt: skip
        due = date(day.year, RATING_MONTH, _YEAR_ENDS)
        return _line(actor, said % {"n": count}, due, _("Xem, xếp loại"), "chua_xep", day)

    teams = living_on(Team.objects.filter(body_id=actor.body_id), day)
    read = Max("readings__read_on", filter=Q(readings__read_on__lte=day))
    fresh_from = day - timedelta(days=FRESH_DAYS)
    old = teams.annotate(read=read).filter(Q(read__isnull=True) | Q(read__lt=fresh_from))
    yield one_line(old, stale)
    if day.month == RATING_MONTH:
        yield one_line(teams.filter(kind=SECURITY).exclude(ratings__year=day.year), unrated)


def _line(
    actor: Actor, title: str, due_on: date | None, verb: object, wanting: str, day: date
) -> InboxItem:
    return InboxItem(
        kind=_("Lực lượng nòng cốt"),
        title=title,
        body=str(actor.body),
        due_on=due_on,
        state_label=_("Chờ cập nhật"),
        tone="warning",
        url=f"{reverse('coreforce:team-list')}?chu_tri={actor.body_id}&con_thieu={wanting}",
        verb=verb,
        tab=tab_of(due_on, day),
    )
