"""What forums count for the cells of a report; which indicator counts what: `forums.rules`."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count as Rows
from django.db.models import QuerySet, Sum
from django.urls import reverse

from phongtrao.core.errors import N_
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.forums.models import Forum, Remark
from phongtrao.fieldwork.forums.rules import LEVELS, MATTERS, POLICE, codes_of
from phongtrao.fieldwork.forums.workflow import ForumState
from phongtrao.fieldwork.register.queries import counted
from phongtrao.fieldwork.register.rules import Asked, Count

_FORUMS = N_("Sổ diễn đàn: đã tổ chức trong kỳ")
_REMARKS = N_("Sổ ý kiến tại diễn đàn: tiếp nhận trong kỳ")
_LEVEL, _MATTER = ".cap.", ".linh_vuc."


def counts(asked: Asked) -> Iterator[Count]:
    """Forums, attendances and remarks of a body, whole and by level or matter."""
    indicators = {key.partition(".")[0] for key in asked.keys}
    if indicators & {"TT19", "TT20"}:
        yield from _forums(asked)
    if "TT21" in indicators:
        yield from _remarks(asked)


def _forums(asked: Asked) -> Iterator[Count]:
    held = _held(asked).filter(kind=POLICE).order_by().values_list("level")
    rows = held.annotate(n=Rows("pk"), a=Sum("attendances")).values_list("level", "n", "a")
    by_level = {level: (n, a) for level, n, a in rows}
    for code, place in (("TT19", 0), ("TT20", 1)):
        figures = {code: sum(pair[place] for pair in by_level.values())}
        for level in codes_of(LEVELS):
            figures[f"{code}{_LEVEL}{level}"] = by_level.get(level, (0, 0))[place]
        for cell, figure in figures.items():
            if figure and cell in asked.keys:
                more = {"loai": POLICE, "trang_thai": "da"} | _part(cell, _LEVEL, "cap")
                address = _address("forums:forum-list", asked, more)
                yield Count(cell, figure, "forums.forums", _FORUMS, address)


def _remarks(asked: Asked) -> Iterator[Count]:
    heard = counted(Remark.objects.all()).filter(
        body_id=asked.body_id, forum__held_on__range=(asked.first_day, asked.last_day)
    )
    rows = heard.order_by().values_list("matter").annotate(n=Rows("pk"))
    by_matter = dict(rows.values_list("matter", "n"))
    figures = {"TT21": sum(by_matter.values())}
    for matter in codes_of(MATTERS):
        figures[f"TT21{_MATTER}{matter}"] = by_matter.get(matter, 0)
    for cell, figure in figures.items():
        if figure and cell in asked.keys:
            more = _part(cell, _MATTER, "linh_vuc")
            address = _address("forums:remark-list", asked, more)
            yield Count(cell, figure, "forums.remarks", _REMARKS, address)


def _held(asked: Asked) -> QuerySet[Any]:
    rows = counted(Forum.objects.exclude(state=ForumState.PLANNED))
    return rows.filter(body_id=asked.body_id, held_on__range=(asked.first_day, asked.last_day))


def _part(cell: str, mark: str, name: str) -> dict[str, str]:
    """The filter of a broken-down cell."""
    return {name: cell.partition(mark)[2]} if mark in cell else {}


def _address(name: str, asked: Asked, more: dict[str, str]) -> str:
    query = {
        "chu_tri": str(asked.body_id),
        "tu_ngay": date_vn(asked.first_day),
        "den_ngay": date_vn(asked.last_day),
    }
    return f"{reverse(name)}?{urlencode(query | more)}"
