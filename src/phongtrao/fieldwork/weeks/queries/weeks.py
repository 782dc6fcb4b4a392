"""Weeks that an actor may see, and their lines with what happened to each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from phongtrao.core.errors import NotFound
from phongtrao.fieldwork.weeks.models import Week, WeekItem
from phongtrao.fieldwork.weeks.queries.engagements import as_engagement
from phongtrao.fieldwork.weeks.rules import monday_before
from phongtrao.fieldwork.weeks.workflow import PUBLISHED
from phongtrao.org.models import BodySuccession
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.compositions import areas_above


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A line as a reader sees it: struck through or not, with the words and tone of its mark."""

    item: WeekItem
    is_struck: bool = False
    mark: str = ""
    tone: str = ""
    icon: str = ""
    may_change: bool = False


def week_rows(actor: Actor) -> QuerySet[Any]:
    """All weeks of the acting body and of those it took over from; approved ones of the bodies
    above that chose to show theirs.
    """
    rows = Week.objects.select_related("body", "approved_by")
    if actor.body is None:
        return rows.none()
    taken_over = BodySuccession.objects.filter(successor=actor.body_id).values("predecessor")
    above = areas_above(actor.body.area_id, actor.day)
    shown = Q(shown_below=True, state__in=PUBLISHED, body__area_id__in=above)
    seen = rows.filter(Q(body_id=actor.body_id) | Q(body__in=taken_over) | shown)
    standing = Q(items__dropped_in__isnull=True)
    return seen.annotate(item_count=Count("items", filter=standing))


def week_for(actor: Actor, pk: int) -> Any:
    """One visible week; raises NotFound."""
    found = week_rows(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def own_week(actor: Actor, monday: date) -> Any:
    """The week of the acting body that begins on a Monday; None where it has none."""
    return week_rows(actor).filter(body_id=actor.body_id or 0, monday=monday).first()


def keeps_week(actor: Actor, day: date) -> bool:
    """Whether the acting body has a calendar of the week that a day lies in."""
    mine = Week.objects.filter(body_id=actor.body_id or 0, monday=monday_before(day))
    return mine.exists()


def item_for(actor: Actor, pk: int) -> Any:
    """A line of a visible week that the actor may read; raises NotFound."""
    seen = week_rows(actor).values("pk")
    found = (
        WeekItem.objects.select_related("week__body", "former").filter(pk=pk, week__in=seen).first()
    )
    if found is None or not _is_shown(found, actor):
        raise NotFound
    return found


def lines_of(week: Week, actor: Actor) -> list[WeekLine]:
    """The lines by day and hour, each with its mark; what waits is told to the own body alone."""
    rows = list(week.items.select_related("later"))
    shown = [row for row in rows if _is_shown(row, actor, week)]
    ordered = sorted(shown, key=_order)
    return [_line(row, week, actor) for row in ordered]


def standing_lines(lines: Sequence[WeekLine]) -> list[WeekItem]:
    """The items that hold, without those dropped or replaced."""
    return [line.item for line in lines if not line.is_struck]


def _is_shown(item: WeekItem, actor: Actor, week: Week | None = None) -> bool:
    owner = week or item.week
    return owner.body_id == actor.body_id or item.added_in <= owner.changes


def _order(item: WeekItem) -> tuple[Any, ...]:
    return (*as_engagement(item).order[:3], item.pk)


def _line(item: WeekItem, week: Week, actor: Actor) -> WeekLine:
    is_own = week.body_id == actor.body_id
    dropped = item.dropped_in
    if dropped is not None and (dropped <= week.changes or is_own):
        went = _("Chuyển, sửa") if _later(item) else _("Bỏ")
        return WeekLine(item, True, _numbered(went, dropped, week), "danger", "ban")  # noqa: FBT003
    if not item.added_in:
        return WeekLine(item, may_change=True)
    came = _("Mục đã chuyển, sửa") if item.former_id else _("Bổ sung")
    mark = _numbered(came, item.added_in, week)
    return WeekLine(item, mark=mark, tone="info", icon="plus", may_change=True)


def _later(item: WeekItem) -> bool:
    return getattr(item, "later", None) is not None


def _numbered(word: str, number: int, week: Week) -> str:
    if number > week.changes:
        return _("%(what)s (chờ duyệt)") % {"what": word}
    return _("%(what)s lần %(number)s") % {"what": word, "number": number}
