"""Teams: found, change, count, equip, rate, dissolve."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from django.db import transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.coreforce.models import Team, TeamEquipment, TeamRating, TeamReading
from phongtrao.fieldwork.coreforce.rules import (
    KINDS,
    LEVELS,
    MOST_MEMBERS,
    MOST_PIECES,
    vocabulary,
)
from phongtrao.fieldwork.register.actions import (
    area_in_reach,
    locked,
    require_known,
    require_past,
    require_recorder,
    require_within,
    save_changed,
)
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class ReadingTerms:
    """A head-count of a day; both sexes or none, and who joined and left since the last one."""

    read_on: date
    total: int
    male: int | None = None
    female: int | None = None
    joined: int | None = None
    left: int | None = None


@dataclass(frozen=True, slots=True)
class TeamTerms:
    """A team: its kind and name, where, since when and by which paper; its first head-count."""

    programme: Programme
    area_id: int
    kind: str
    name: str
    founded_on: date
    founding_paper: str = ""
    place: str = ""
    reading: ReadingTerms | None = None


@transaction.atomic
def found_team(terms: TeamTerms, *, by: Actor) -> Team:
    """Enter a team.

    Raises Forbidden and InvalidInput (no name, a kind outside the list, a day to come, another
    area, a head-count that does not add up).
    """
    require_recorder(by)
    posting = posting_of(by)
    team = Team.objects.create(
        body=posting.body, recorded_at=clock.now(), recorded_by=posting, **_facts(terms, by)
    )
    search.refresh(Team, [team.pk])
    audit.record("team.founded", team, by=by, kind=team.kind)
    if terms.reading is not None:
        note_reading(team, terms.reading, by=by)
    return team


@transaction.atomic
def change_team(
    team: Team, terms: TeamTerms, *, by: Actor, expected_version: int | None = None
) -> Team:
    """Other facts of a team. Raises as founding does, and StaleVersion."""
    found = locked(team, by=by, expected_version=expected_version)
    facts = _facts(terms, by)
    first = found.readings.order_by("read_on").first()
    if found.dissolved_on and terms.founded_on > found.dissolved_on:
        _refuse("founded_on", N_("Ngày thành lập không sau ngày giải thể."))
    if first is not None and first.read_on < terms.founded_on:
        _refuse("founded_on", N_("Đã có lần thống kê trước ngày này."))
    save_changed(found, facts)
    audit.record("team.changed", found, by=by, kind=found.kind)
    return found


@transaction.atomic
def note_reading(team: Team, terms: ReadingTerms, *, by: Actor) -> TeamReading:
    """Note a head-count; the same day again replaces it.

    Raises Forbidden and InvalidInput (a day to come, before the founding or after the
    dissolution; sexes or movements that do not add up).
    """
    found = locked(team, by=by)
    _require_living(found, terms.read_on, by, "read_on")
    require_within("total", terms.total, 0, MOST_MEMBERS)
    _require_sums(found, terms)
    facts = {name: getattr(terms, name) for name in ("total", "male", "female", "joined", "left")}
    reading, _made = TeamReading.objects.update_or_create(
        team=found, read_on=terms.read_on, defaults=facts
    )
    audit.record("team.counted", found, by=by, on=str(terms.read_on), total=terms.total)
    return reading


@transaction.atomic
def note_equipment(
    team: Team, quantities: Mapping[str, int], *, is_equipped: bool, by: Actor
) -> None:
    """What a team has, instead of what was noted before; raises Forbidden and InvalidInput."""
    found = locked(team, by=by)
    for item, quantity in quantities.items():
        require_known(item, item, {each.code for each in vocabulary().equipment})
        require_within(item, quantity, 0, MOST_PIECES)
    save_changed(found, {"is_equipped": is_equipped})
    found.equipment.all().delete()
    TeamEquipment.objects.bulk_create(
        TeamEquipment(team=found, item=item, quantity=quantity)
        for item, quantity in quantities.items()
        if quantity
    )
    audit.record("team.equipped", found, by=by, is_equipped=is_equipped)


@transaction.atomic
def rate_team(
    team: Team, *, year: int, level: str, rated_on: date, by: Actor, paper: str = ""
) -> TeamRating:
    """Rate a team for a year; the same year again replaces the level.

    Raises Forbidden and InvalidInput (a level outside the list, a year the team did not live in).
    """
    found = locked(team, by=by)
    require_known("level", level, [code for code, _name in LEVELS])
    require_past(rated_on, by, field="rated_on")
    last_year = found.dissolved_on.year if found.dissolved_on else by.day.year
    require_within("year", year, found.founded_on.year, last_year)
    if rated_on.year < year:
        _refuse("rated_on", N_("Ngày xếp loại không trước năm được xếp loại."))
    rating, _made = TeamRating.objects.update_or_create(
        team=found,
        year=year,
        defaults={"level": level, "rated_on": rated_on, "paper": tidy_line(paper)[:200]},
    )
    audit.record("team.rated", found, by=by, year=year, level=level)
    return rating


@transaction.atomic
def dissolve_team(team: Team, *, dissolved_on: date, paper: str, by: Actor) -> Team:
    """Note that a team is no more, and by which paper (Circular 14/2024/TT-BCA, article 5).

    Raises Forbidden and InvalidInput (no paper, a day out of its life or before a head-count).
    """
    found = locked(team, by=by)
    _require_living(found, dissolved_on, by, "dissolved_on")
    said = tidy_line(paper)[:200]
    if not said:
        _refuse("paper", N_("Hãy ghi số, ngày văn bản giải thể."))
    if found.readings.filter(read_on__gt=dissolved_on).exists():
        _refuse("dissolved_on", N_("Đã có lần thống kê sau ngày này."))
    save_changed(found, {"dissolved_on": dissolved_on, "dissolving_paper": said})
    audit.record("team.dissolved", found, by=by, on=str(dissolved_on))
    return found


def _require_living(team: Team, day: date, by: Actor, field: str) -> None:
    require_past(day, by, field=field)
    if day < team.founded_on:
        _refuse(field, N_("Tổ, đội chưa thành lập vào ngày này."))
    if team.dissolved_on is not None:
        _refuse(field, N_("Tổ, đội này đã giải thể."))


def _require_sums(team: Team, terms: ReadingTerms) -> None:
    """The sexes make the total; who joined and left leads from the last figure to this one."""
    if (terms.male is None) != (terms.female is None):
        _refuse("female", N_("Hãy ghi cả số nam và số nữ, hoặc để trống cả hai."))
    if terms.male is not None and terms.male + (terms.female or 0) != terms.total:
        _refuse("female", N_("Số nam cộng số nữ phải bằng tổng số."))
    if (terms.joined is None) != (terms.left is None):
        _refuse("left", N_("Hãy ghi cả số tăng và số giảm, hoặc để trống cả hai."))
    if terms.joined is None or terms.left is None:
        return
    before = team.readings.filter(read_on__lt=terms.read_on).order_by("-read_on").first()
    if before is not None and before.total + terms.joined - terms.left != terms.total:
        said = Sentence(
            N_("Lần trước có %(before)s người; thêm số tăng, bớt số giảm phải bằng tổng số."),
            {"before": before.total},
        )
        raise InvalidInput(said, fields={"left": said})


def _refuse(field: str, words: str) -> NoReturn:
    said = Sentence(words)
    raise InvalidInput(said, fields={field: said})


def _facts(terms: TeamTerms, by: Actor) -> dict[str, Any]:
    name = tidy_line(terms.name)[:200]
    if not name:
        _refuse("name", N_("Hãy ghi tên tổ, đội."))
    require_known("kind", terms.kind, [code for code, _name in KINDS])
    require_past(terms.founded_on, by, field="founded_on")
    place = tidy_line(terms.place)[:150]
    return {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "kind": terms.kind,
        "name": name,
        "place": place,
        "founded_on": terms.founded_on,
        "founding_paper": tidy_line(terms.founding_paper)[:200],
        "search_folded": fold(f"{name}\n{place}"),
    }
