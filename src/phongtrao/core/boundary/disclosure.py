"""What the running code can store, told in plain Vietnamese, and the hash of that structure.

The public page and the command `rights check` show it (CR-13, CR-14). It is read from the code
itself, so it cannot fall behind.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps

from phongtrao.core.boundary.indicators import Definition
from phongtrao.core.boundary.pages import routes
from phongtrao.core.boundary.schema import CLASSES, listed_fields, our_models
from phongtrao.core.boundary.stems import read_list


@dataclass(frozen=True, slots=True)
class StoredTable:
    """One table as it is told: its name, and each field's name with its identifier in the code."""

    label: str
    name: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StoredClass:
    """All fields of one class of boundary.yaml."""

    code: str
    tables: tuple[StoredTable, ...]

    @property
    def count(self) -> int:
        """How many fields there are."""
        return sum(len(table.fields) for table in self.tables)


@cache
def stored_classes() -> tuple[StoredClass, ...]:
    """Every stored field of ours, by class and table, in the order of the classes."""
    found = []
    for code in CLASSES:
        tables = [_table(model._meta.label, code) for model in our_models()]
        filled = tuple(table for table in tables if table.fields)
        if filled:
            found.append(StoredClass(code, filled))
    return tuple(found)


def unnamed_fields() -> list[str]:
    """Tables and fields that have no Vietnamese name yet."""
    missing = []
    for label, fields in listed_fields().items():
        app, _dot, table = label.rpartition(".")
        missing += [] if table in _names(app)["tables"] else [label]
        missing += [f"{label}.{f}" for f in fields if _field_name(label, f) == f]
    return missing


def structure_hash(definitions: Iterable[Definition], forms: Iterable[dict[str, Any]]) -> str:
    """SHA-256 over fields and classes, routes, and what the packaged indicators and forms count.

    Two installations of the same code show the same hash; a table, field, choice, route, breakdown
    or cell that one has and the other has not changes it.
    """
    structure = {
        "fields": _fields(),
        "routes": sorted(f"{address} {capability}" for address, capability in routes()),
        "indicators": [
            [d.code, d.unit, d.kind, list(d.disaggregation), d.is_scored, d.counts_people]
            for d in definitions
        ],
        "forms": list(forms),
    }
    text = json.dumps(structure, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _fields() -> list[list[Any]]:
    listed = listed_fields()
    return [
        [
            f"{model._meta.label}.{field.name}",
            listed[model._meta.label][field.name],
            field.get_internal_type(),
            [str(value) for value, _label in field.flatchoices or ()],
        ]
        for model in our_models()
        for field in model._meta.concrete_fields
    ]


def _table(label: str, code: str) -> StoredTable:
    app, _dot, table = label.rpartition(".")
    chosen = [name for name, kind in listed_fields().get(label, {}).items() if kind == code]
    fields = tuple((_field_name(label, name), name) for name in chosen)
    return StoredTable(label, _names(app)["tables"].get(table, label), fields)


def _field_name(label: str, field: str) -> str:
    app, _dot, table = label.rpartition(".")
    own, shared = _names(app)["fields"], _names("core")["fields"]
    return str(own.get(f"{table}.{field}") or own.get(field) or shared.get(field) or field)


@cache
def _names(app: str) -> dict[str, dict[str, str]]:
    path = Path(apps.get_app_config(app).path) / "data" / "boundary_labels.yaml"
    read = read_list(path) if path.exists() else {}
    return {"tables": read.get("tables", {}), "fields": read.get("fields", {})}
