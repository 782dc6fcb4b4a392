"""Bodies by name: central bodies, kinds of local bodies, groups, and the 63 → 34 provinces.

Pure: read once from ``org/data/bodies.json``. Identifiers: ``bca`` (central), ``ca@quang-ngai``
(a kind in a province), ``ubnd@son-la/moc-chau`` (below province), ``grp:so-nganh`` (a group).
"""

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from phongtrao.core.vietnamese import fold


@dataclass(frozen=True)
class Province:
    """A province of the tree before or after 1/7/2025; ``valid_to`` is its last day."""

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    valid_to: date | None = None
    successor: str | None = None
    city: bool = False


@dataclass(frozen=True)
class CentralBody:
    """A body of the centre, one of its kind."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    valid_to: date | None = None
    successor: str | None = None


@dataclass(frozen=True)
class LocalKind:
    """A kind of body that exists in many areas.

    ``alone``: what the bare name means: ``province`` = that body of the paper's province,
    ``unit`` = of the commune or district that issued it, ``issuer`` = of that unit, else of the
    province, an identifier = that body or group, None = nothing can be said.
    ``groups``: the group meant by "các xã", "các huyện", "các tỉnh", "các cấp" after the name.
    """

    id: str
    name: str
    names: tuple[str, ...]
    successor: str | None = None
    alone: str | None = None
    groups: dict[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class BodyGroup:
    """Many bodies named at once."""

    id: str
    name: str
    phrases: tuple[str, ...]


@dataclass(frozen=True)
class BodyGazetteer:
    """All names by which papers call bodies."""

    provinces: dict[str, Province]
    central: dict[str, CentralBody]
    kinds: dict[str, LocalKind]
    groups: dict[str, BodyGroup]

    def current_id(self, org_id: str) -> str | None:
        """The body that carries on the work of ``org_id`` today, or None where it stands itself.

        Groups and bodies below province are not mapped: the district level ended on 30/6/2025.
        """
        if org_id.startswith("grp:") or "/" in org_id:
            return None
        kind, at, place = org_id.partition("@")
        if not at:
            body = self.central.get(kind)
            return body.successor if body else None
        known = self.kinds.get(kind)
        new_kind = (known.successor if known else None) or kind
        province = self.provinces.get(place)
        body = self.central.get(place)
        new_place = (province and province.successor) or (body and body.successor) or place
        new_id = f"{new_kind}@{new_place}"
        return None if new_id == org_id else new_id

    def name_of(self, org_id: str) -> str:
        """A Vietnamese name for the identifier; the identifier itself where it is unknown."""
        if org_id in self.groups:
            return self.groups[org_id].name
        kind, _, place = org_id.partition("@")
        if kind in self.groups:
            return self.groups[kind].name
        if not place:
            return self.central[kind].name if kind in self.central else org_id
        slug, _, unit = place.partition("/")
        province = self.provinces.get(slug)
        central = self.central.get(slug)
        where = province.name if province else central.name if central else slug
        head = self.kinds[kind].name if kind in self.kinds else kind
        shown_unit = f" {unit.replace('-', ' ').title()}," if unit else ""
        return f"{head}{shown_unit} {where}"


def province_slug(name: str) -> str:
    """The slug of a place name: ``Bà Rịa - Vũng Tàu`` → ``ba-ria-vung-tau``."""
    return "-".join("".join(c if c.isalnum() else " " for c in fold(name)).split())


@cache
def load_bodies() -> BodyGazetteer:
    """The gazetteer of the packaged file, read once."""
    source = resources.files("phongtrao.org").joinpath("data", "bodies.json")
    data: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return BodyGazetteer(
        provinces={k: _province(k, v) for k, v in data["provinces"].items()},
        central={k: _central(k, v) for k, v in data["central"].items()},
        kinds={k: _kind(k, v) for k, v in data["kinds"].items()},
        groups={k: BodyGroup(k, v["name"], tuple(v["phrases"])) for k, v in data["groups"].items()},
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _province(slug: str, v: dict[str, Any]) -> Province:
    return Province(
        slug,
        v["name"],
        tuple(v["aliases"]),
        _day(v["valid_to"]),
        v["successor"],
        city=bool(v.get("city")),
    )


def _central(key: str, v: dict[str, Any]) -> CentralBody:
    return CentralBody(key, v["name"], tuple(v["aliases"]), _day(v["valid_to"]), v["successor"])


def _kind(key: str, v: dict[str, Any]) -> LocalKind:
    names = tuple(v["names"])
    return LocalKind(key, v["name"], names, v["successor"], v.get("alone"), v.get("groups", {}))
