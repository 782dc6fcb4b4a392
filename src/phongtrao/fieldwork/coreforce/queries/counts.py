"""What the core force counts for the cells of a report: stocks of the last day of the period."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from phongtrao.core.errors import N_
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.coreforce.models import HeadCount, Team, TeamRating, TeamReading
from phongtrao.fieldwork.coreforce.queries.figures import mean_on
from phongtrao.fieldwork.coreforce.queries.teams import living_on
from phongtrao.fieldwork.coreforce.rules import (
    LEVEL_CODES,
    LEVELS,
    MEDIATION_TEAMS,
    MEDIATORS,
    MEMBERS_OF,
    OFFICERS,
    SECURITY,
    TEAMS_OF,
    Reading,
    turnover,
)
from phongtrao.fieldwork.register.queries import counted
from phongtrao.fieldwork.register.rules import Asked, Count
from phongtrao.org.models import AreaVersion

_TEAMS = N_("Sổ tổ, đội nòng cốt: có ở cuối kỳ")
_READ = N_("Sổ tổ, đội nòng cốt: lần thống kê gần nhất đến cuối kỳ")
_MOVED = N_("Sổ tổ, đội nòng cốt: tăng, giảm giữa các lần thống kê trong kỳ")
_RATED = N_("Sổ tổ, đội nòng cốt: lần xếp loại gần nhất đến cuối kỳ")
_COUNTED = N_("Sổ số liệu khác: lần thống kê gần nhất đến cuối kỳ")
_GRANTED = N_("Sổ mức hỗ trợ: bình quân theo số thành viên, cuối kỳ")
_HEADS = {"LL11": OFFICERS, "HG01": (MEDIATION_TEAMS,), "HG02": (MEDIATORS,)}


def of_cell(cell: str) -> Q:
    """Which teams an indicator counts; nothing for an unknown one."""
    code, _point, level = cell.partition(".xep_loai.")
    kinds = (TEAMS_OF | MEMBERS_OF).get(code.partition(".")[0])
    if code in {"LL04", "LL05"}:
        kinds = (SECURITY,)
    found = Q(kind__in=kinds or ())
    return found & Q(level_then=level) if level else found


def team_counts(asked: Asked) -> Iterator[Count]:
    """Teams, members, joiners and leavers, levels."""
    wanted = {key for key in asked.keys if key.startswith("LL0")}
    if not wanted:
        return
    rows = list(_standing(asked))
    figures: dict[str, tuple[int, str]] = {}
    for cell, kinds in TEAMS_OF.items():
        figures[cell] = (sum(row["kind"] in kinds for row in rows), _TEAMS)
    for cell, kinds in MEMBERS_OF.items():
        of_kind = [row for row in rows if row["kind"] in kinds and row["n"] is not None]
        figures[cell] = (sum(row["n"] for row in of_kind), _READ)
        # The sexes are offered only where they make the total.
        if all(row["male"] is not None for row in of_kind):
            figures[f"{cell}.gioi.nam"] = (sum(row["male"] for row in of_kind), _READ)
            figures[f"{cell}.gioi.nu"] = (sum(row["female"] for row in of_kind), _READ)
    levels = [row["level_then"] for row in rows if row["kind"] == SECURITY and row["level_then"]]
    figures["LL05"] = (len(levels), _RATED)
    for code, _name in LEVELS:
        figures[f"LL05.xep_loai.{code}"] = (levels.count(code), _RATED)
    if "LL04" in wanted:
        figures["LL04"] = (_turnover(asked), _MOVED)
    for cell, (figure, label) in figures.items():
        if figure and cell in wanted:
            yield Count(cell, figure, "coreforce.teams", label, _address(asked, cell))


def figure_counts(asked: Asked) -> Iterator[Count]:
    """Officers of the movement, mediation, and a province's mean allowance."""
    for code, kinds in _HEADS.items():
        cells = [cell for cell in asked.keys if cell.partition(".")[0] == code]
        if not cells:
            continue
        found = [each for kind in kinds if (each := _last(asked, kind)) is not None]
        keys = ",".join(str(each.pk) for each in found)
        address = f"{reverse('coreforce:headcount-list')}?{urlencode({'so': keys})}"
        for cell, figure in _parts(asked, code, found).items():
            if figure and cell in cells:
                yield Count(cell, figure, "coreforce.headcounts", _COUNTED, address)
    if "LL13" in asked.keys and _is_province(asked.area_id, asked.last_day):
        mean = mean_on(asked.area_id, asked.last_day)
        if mean:
            day = urlencode({"vao_ngay": date_vn(asked.last_day)})
            address = f"{reverse('coreforce:allowance-list')}?{day}"
            yield Count("LL13", mean, "coreforce.allowances", _GRANTED, address)


def _parts(asked: Asked, code: str, found: list[HeadCount]) -> dict[str, int]:
    """The whole and its parts: officers by the body's own level, mediators by sex."""
    total = sum(each.total for each in found)
    parts = {code: total}
    if code == "LL11" and total:
        rows = AreaVersion.objects.filter(lineage__bodies=asked.body_id).values_list("level")
        level = rows.first()
        parts |= {f"LL11.cap.{LEVEL_CODES.get(level[0], '')}": total} if level else {}
    if code == "HG02" and found and all(each.female is not None for each in found):
        women = sum(each.female or 0 for each in found)
        parts |= {"HG02.gioi.nu": women, "HG02.gioi.nam": total - women}
    return parts


def with_level(rows: QuerySet[Any], day: date) -> QuerySet[Any]:
    """The rows with the level each team had on a day: `level_then`."""
    rated = TeamRating.objects.filter(team=OuterRef("pk"), rated_on__lte=day)
    return rows.annotate(level_then=Subquery(rated.order_by("-year").values("level")[:1]))


def _standing(asked: Asked) -> Any:
    day = asked.last_day
    last = TeamReading.objects.filter(team=OuterRef("pk"), read_on__lte=day).order_by("-read_on")
    teams = with_level(living_on(Team.objects.filter(body_id=asked.body_id), day), day)
    return (
        teams.order_by()
        .annotate(
            n=Subquery(last.values("total")[:1]),
            male=Subquery(last.values("male")[:1]),
            female=Subquery(last.values("female")[:1]),
        )
        .values("kind", "n", "male", "female", "level_then")
    )


def _turnover(asked: Asked) -> int:
    rows = TeamReading.objects.filter(
        team__body_id=asked.body_id, team__kind=SECURITY, team__struck_on__isnull=True
    ).order_by("team_id", "read_on")
    by_team: dict[int, list[Reading]] = {}
    for each in rows:
        reading = Reading(each.read_on, each.total, each.joined, each.left)
        by_team.setdefault(each.team_id, []).append(reading)
    return sum(turnover(each, asked.first_day, asked.last_day) for each in by_team.values())


def _last(asked: Asked, kind: str) -> HeadCount | None:
    rows = counted(HeadCount.objects.filter(body_id=asked.body_id, kind=kind))
    return rows.filter(counted_on__lte=asked.last_day).order_by("-counted_on").first()


def _is_province(area_id: int, day: date) -> bool:
    return AreaVersion.objects.on(day).filter(lineage_id=area_id, level="province").exists()


def _address(asked: Asked, cell: str) -> str:
    """The list of the teams that a figure counts."""
    query: dict[str, Any] = {"chu_tri": asked.body_id, "chi_tieu": cell}
    if cell == "LL04":
        # A team that has been dissolved since may have lost members in the days.
        query |= {"tu_ngay": date_vn(asked.first_day), "den_ngay": date_vn(asked.last_day)}
    else:
        query["vao_ngay"] = date_vn(asked.last_day)
    return f"{reverse('coreforce:team-list')}?{urlencode(query)}"
