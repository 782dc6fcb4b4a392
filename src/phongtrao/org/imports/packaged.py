"""Brings the packaged areas and bodies into the database; each version once, safe to ask again."""

import hashlib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

from phongtrao.core import clock, packs
from phongtrao.core.vietnamese import fold
from phongtrao.org import scope
from phongtrao.org.gazetteer import country as packaged
from phongtrao.org.gazetteer.body_kinds import PackagedKind, load_kinds
from phongtrao.org.models import AreaLineage, AreaVersion, Body, BodyKind, Succession
from phongtrao.org.queries.known_areas import stored_succession, stored_version

COUNTRY_FILE = "country.json.gz"
KINDS_FILE = "body_kinds.json"
# How the file becomes rows; a new number loads an unchanged file again.
_LOADER = "1"
# Rows a statement; more only makes longer SQL texts, the driver cuts at its own limit anyway.
_BATCH = 1_000
_PACKAGED_SOURCES = ("exact", "default", "derived")
_VERSION_FIELDS = (
    "code", "name", "slug", "type", "level", "parent", "path", "name_folded", "sort_key",
    "basis", "is_verified", "valid_to",
)  # fmt: skip


def load_country() -> bool:
    """Load lineages, versions and successions of the packaged country; says whether it did.

    A newer file updates what came from an older one; lineages made here (from 900 000) and
    successions with a source of their own stay.
    """
    return packs.load_once("country", _file_version(COUNTRY_FILE), _load_country)


def load_bodies() -> bool:
    """Load the kinds of bodies and one body per kind and area in force today; says whether it did.

    Bodies that stand already, also under another name, stay as they are.
    """
    version = _file_version(KINDS_FILE, COUNTRY_FILE)
    return packs.load_once("bodies", version, _load_bodies)


def _content(name: str) -> bytes:
    return files("phongtrao.org").joinpath("data", name).read_bytes()


def _file_version(*names: str) -> str:
    digest = hashlib.sha256(b"".join(_content(name) for name in names))
    return f"{_LOADER}-{digest.hexdigest()[:20]}"


def _load_country() -> None:
    country = packaged.load_country()
    AreaLineage.objects.bulk_create(
        [AreaLineage(id=lineage_id) for lineage_id in country.lineages],
        batch_size=_BATCH,
        ignore_conflicts=True,
    )
    _load_versions(country)
    _load_successions(country)
    scope.forget()


def _load_versions(country: packaged.Country) -> None:
    is_empty = not AreaVersion.objects.exists()
    # Ended versions first: the code of an area in force is unique at every moment of the load.
    ordered = sorted(country.versions, key=lambda version: version.valid_to is None)
    rows = [stored_version(each, country.lineages[each.lineage_id].slug) for each in ordered]
    if is_empty:
        AreaVersion.objects.bulk_create(rows, batch_size=_BATCH)
        return
    AreaVersion.objects.bulk_create(
        rows,
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["lineage", "valid_from"],
        update_fields=_VERSION_FIELDS,
    )


def _load_successions(country: packaged.Country) -> None:
    stored = Succession.objects.all()
    own = set(stored.exclude(source__in=_PACKAGED_SOURCES).values_list("predecessor_id", flat=True))
    stored.filter(source__in=_PACKAGED_SOURCES).exclude(predecessor_id__in=own).delete()
    rows = [stored_succession(each) for each in country.successions if each.from_id not in own]
    Succession.objects.bulk_create(rows, batch_size=_BATCH)


def _load_bodies() -> None:
    kinds = load_kinds().kinds.values()
    BodyKind.objects.bulk_create(
        [_kind_row(kind, place) for place, kind in enumerate(kinds, start=1)],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "names", "ended", "position"],
    )
    areas = _areas_of_today()
    known = set(Body.objects.filter(valid_to=None).values_list("kind_id", "area_id"))
    for kind in kinds:
        Body.objects.bulk_create(_body_rows(kind, areas, known), batch_size=_BATCH)


def _kind_row(kind: PackagedKind, place: int) -> BodyKind:
    ends = {level: named.until for level, named in kind.levels.items() if named.until}
    return BodyKind(
        code=kind.code,
        name=kind.name,
        names={level: named.name for level, named in kind.levels.items()},
        ended={level: until.isoformat() for level, until in ends.items()},
        position=place * 10,
    )


Area = tuple[int, str, str, date]
"""Lineage, level, full name today, first day of the lineage."""


def _areas_of_today() -> list[Area]:
    first: dict[int, date] = {}
    for lineage_id, start in AreaVersion.objects.values_list("lineage_id", "valid_from"):
        first[lineage_id] = min(start, first.get(lineage_id, start))
    versions = AreaVersion.objects.on(clock.today()).order_by("path")
    return [
        (each.lineage_id, each.level, each.full_name, first[each.lineage_id]) for each in versions
    ]


def _body_rows(
    kind: PackagedKind, areas: list[Area], known: set[tuple[str, int]]
) -> Iterator[Body]:
    wholes = _wholes_of(kind)
    for area_id, level, full_name, start in areas:
        named = kind.levels.get(level)
        if named is None or named.until or named.made_when_named or (kind.code, area_id) in known:
            continue
        name = named.name.format(area=full_name)
        yield Body(
            kind_id=kind.code,
            area_id=area_id,
            parent_id=wholes.get(area_id),
            name=name,
            name_folded=fold(name),
            short_name=named.short_name,
            symbol=named.symbol,
            valid_from=start,
        )


def _wholes_of(kind: PackagedKind) -> dict[int, int]:
    """Area → the body there that this kind is a part of (PV05 is a part of Công an tỉnh)."""
    if kind.part_of is None:
        return {}
    rows = Body.objects.on(clock.today()).filter(kind_id=kind.part_of, parent=None)
    return dict(rows.values_list("area_id", "pk"))
