"""Packs the composed country into the compact file that the product reads."""

import gzip
import json
import unicodedata

from areas_build.compose import HORIZON, Composition
from phongtrao.org.gazetteer.packed_file import FORMAT

KINDS = ("whole", "part", "derived")
ORIGINS = ("exact", "default", "derived")


def pack(country: Composition) -> bytes:
    """The file as bytes; the same composition always gives the same bytes."""
    acts = sorted(country.acts.items(), key=lambda item: (item[1][1], item[0]))
    act_index = {number: index for index, (number, _) in enumerate(acts)} | {"": -1}
    content = {
        "format": FORMAT,
        "horizon": HORIZON.isoformat(),
        "acts": [
            [number, signed.isoformat(), applies.isoformat(), int(verified)]
            for number, (signed, applies, verified) in acts
        ],
        "kinds": KINDS,
        "sources": ORIGINS,
        "lineages": _lineages(country),
        "slugs": {str(row.lineage): _slug(row.name) for row in country.versions if row.level == 1},
        **_versions(country, act_index),
        "successions": _successions(country, act_index),
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    words = "".join(sign if sign.isalnum() else " " for sign in plain if sign.isascii())
    return "-".join(words.lower().split())


def _lineages(country: Composition) -> dict[str, list[int]]:
    levels = {row.lineage: row.level for row in country.versions}
    ids = sorted(levels)
    return {"id": ids, "level": [levels[each] for each in ids]}


def _versions(country: Composition, act_index: dict[str, int]) -> dict[str, object]:
    rows = country.versions
    days = sorted({day for row in rows for day in (row.valid_from, row.valid_to) if day})
    types = sorted({row.type for row in rows})
    return {
        "days": [day.isoformat() for day in days],
        "types": types,
        "versions": {
            "lineage": [row.lineage for row in rows],
            "code": [row.code for row in rows],
            "name": [row.name for row in rows],
            "type": [types.index(row.type) for row in rows],
            "level": [row.level for row in rows],
            "parent": [row.parent for row in rows],
            "from": [days.index(row.valid_from) for row in rows],
            "to": [days.index(row.valid_to) if row.valid_to else -1 for row in rows],
            "act": [act_index[row.act] for row in rows],
        },
    }


def _successions(country: Composition, act_index: dict[str, int]) -> dict[str, list[int]]:
    links = country.links
    return {
        "from": [link.from_id for link in links],
        "to": [link.to_id for link in links],
        "num": [link.share.numerator for link in links],
        "den": [link.share.denominator for link in links],
        "kind": [KINDS.index(link.kind) for link in links],
        "act": [act_index[link.act] for link in links],
        "source": [ORIGINS.index(link.source) for link in links],
        "estimated": [int(link.estimated) for link in links],
    }
