"""Finding areas by what people write: names of any time, codes, abbreviations, homonyms.

The packaged names answer through the gazetteer; areas that acts opened here are found by their
stored names. Names are public; whether a reader may open the page is for the caller.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from phongtrao.core.vietnamese import fold, same_name, tidy_line
from phongtrao.org.gazetteer.area_words import place_words, type_words_at
from phongtrao.org.gazetteer.resolve import resolve
from phongtrao.org.models import AreaVersion
from phongtrao.org.queries.areas import area_labels, known_day
from phongtrao.org.queries.kinship import Kin, heirs_on

MOST_FOUND = 40
LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class FoundArea:
    """An area that a text may mean, as it stood on the day or in its nearest time."""

    version: AreaVersion
    is_in_force: bool
    province: str
    """The province it lay in, to tell homonyms apart; empty for provinces."""
    heirs: tuple[Kin, ...]
    """What a former area became, as of the day."""


def find_areas(text: str, day: date) -> list[FoundArea]:
    """The areas that a text may mean, those in force first; several mean: ask."""
    typed, day = tidy_line(text)[:LONGEST_TEXT], known_day(day)
    ids = list(dict.fromkeys([*_by_code(typed, day), *_resolved(typed, day), *_by_name(typed)]))
    nearest = _nearest(ids[:MOST_FOUND], day)
    former = [each.lineage_id for each in nearest if not each.holds_on(day)]
    heirs, provinces = heirs_on(former, day), _provinces(nearest, day)
    found = [
        FoundArea(
            each,
            each.holds_on(day),
            provinces.get(each.lineage_id, ""),
            tuple(heirs.get(each.lineage_id, ())),
        )
        for each in nearest
    ]
    return sorted(found, key=lambda each: not each.is_in_force)


def provinces_of(area_ids: Iterable[int], day: date) -> dict[int, str]:
    """Area → the name of the province above it; provinces themselves are absent or empty."""
    return _provinces(_nearest(area_ids, known_day(day)), day)


def areas_called(text: str, day: date) -> list[AreaVersion]:
    """The areas in force on a day that a text may mean: one = found, none = unknown, more = ask."""
    return [each.version for each in find_areas(text, day) if each.is_in_force]


def _by_code(typed: str, day: date) -> list[int]:
    if not (typed.isascii() and typed.isdigit()):
        return []
    rows = AreaVersion.objects.filter(code=typed, valid_from__lte=day).order_by("-valid_from")
    return list(rows.values_list("lineage_id", flat=True))


def _resolved(typed: str, day: date) -> list[int]:
    return [match.version.lineage_id for match in resolve(typed, day)]


def _by_name(typed: str) -> list[int]:
    """Stored names equal to the first place of the text; a type before it and places after count.

    With marks only the same marks fit, without marks any.
    """
    words = place_words(typed)
    if not words:
        return []
    first, *around = [part.strip() for part in typed.split(",")]
    named = Q(name_folded=fold(first))
    types: dict[str, str] = {}
    for kind, length in type_words_at(words, 0):
        rest = " ".join(first.split()[length:])
        if rest:
            types[fold(rest)] = kind
            named |= Q(name_folded=fold(rest), type=kind)
    rows = AreaVersion.objects.filter(named).order_by("-valid_from", "pk")[:MOST_FOUND]
    fitting = [row for row in rows if _fits(row, first)]
    return [row.lineage_id for row in _inside(fitting, around)]


def _fits(version: AreaVersion, first: str) -> bool:
    """A text without any mark fits every spelling of its letters."""
    if fold(first) == first.casefold():
        return True
    return any(
        same_name(" ".join(first.split()[skipped:]), version.name)
        for skipped in range(min(3, len(first.split())))
    )


def _inside(rows: list[AreaVersion], around: list[str]) -> list[AreaVersion]:
    if not around or not rows:
        return rows
    wanted = {fold(place) for place in around}
    names = area_labels(
        {int(part) for row in rows for part in row.path.split("/") if part}, rows[0].valid_from
    )
    return [
        row
        for row in rows
        if any(
            fold(name) in wanted or fold(name).partition(" ")[2] in wanted
            for part in row.path.split("/")[:-2]
            if (name := names.get(int(part), ""))
        )
    ]


def _nearest(ids: Iterable[int], day: date) -> list[AreaVersion]:
    """For each lineage the version of the day, else the last before it, else the first after."""
    order = list(ids)
    best: dict[int, AreaVersion] = {}
    rows = AreaVersion.objects.filter(lineage_id__in=order).order_by("valid_from")
    for row in rows:
        if row.lineage_id not in best or row.valid_from <= day:
            best[row.lineage_id] = row
    return [best[each] for each in order if each in best]


def _provinces(areas: list[AreaVersion], day: date) -> dict[int, str]:
    """Area → the name of the province above it, in its own time."""
    above = {each.lineage_id: _above(each) for each in areas}
    rows = AreaVersion.objects.filter(lineage_id__in=set().union(*above.values()), level="province")
    names = area_labels(set(rows.values_list("lineage_id", flat=True)), day)
    return {
        lineage_id: next((names[each] for each in ids if each in names), "")
        for lineage_id, ids in above.items()
    }


def _above(area: AreaVersion) -> list[int]:
    return [int(part) for part in area.path.split("/") if part][:-1]
