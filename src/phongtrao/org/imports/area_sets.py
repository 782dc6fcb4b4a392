"""Brings the packaged sets of areas into the database, their members followed through mergers."""

import hashlib
from importlib.resources import files
from typing import Any

import yaml

from phongtrao.core import packs
from phongtrao.core.vietnamese import fold
from phongtrao.org.models import AreaSet, AreaSetMember, AreaVersion, Succession
from phongtrao.org.reshaping.membership import Link, carried

SETS_FILE = "area_sets.yaml"


def load_area_sets() -> bool:
    """Load the sets that ship with the product; says whether it did. Others stay as they are."""
    content = files("phongtrao.org").joinpath("data", SETS_FILE).read_bytes()
    version = hashlib.sha256(content).hexdigest()[:20]
    return packs.load_once("area_sets", version, lambda: _load(yaml.safe_load(content)))


def _load(listed: list[dict[str, Any]]) -> None:
    for each in listed:
        shared = {key: each[key] for key in ("name", "kind", "level", "basis", "is_verified")}
        area_set, _made = AreaSet.objects.update_or_create(
            code=each["code"], defaults=shared | {"name_folded": fold(each["name"])}
        )
        area_set.members.all().delete()
        AreaSetMember.objects.bulk_create(_members(area_set, each))


def _members(area_set: AreaSet, listed: dict[str, Any]) -> list[AreaSetMember]:
    since = listed["since"]
    versions = AreaVersion.objects.on(since).at_level(area_set.level)
    if "type" in listed:
        versions = versions.filter(type=listed["type"])
    else:
        versions = versions.filter(code__in=listed["codes"])
    ids = list(versions.order_by("path").values_list("lineage_id", flat=True))
    if "codes" in listed and len(ids) != len(listed["codes"]):
        raise ValueError(f"{area_set.code}: {len(ids)} of {len(listed['codes'])} codes known")
    rows = Succession.objects.filter(on__gt=since).order_by("on", "pk")
    links = [Link(row.predecessor_id, row.successor_id, row.on) for row in rows]
    names = dict(AreaVersion.objects.filter(valid_to=None).values_list("lineage_id", "name"))
    names |= {version.lineage_id: version.name for version in versions}
    return [
        AreaSetMember(
            area_set=area_set,
            area_id=row.area_id,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            basis=f"Kế thừa từ {names.get(row.origin, '')}" if row.origin else "",
        )
        for row in carried(ids, since, links)
    ]
