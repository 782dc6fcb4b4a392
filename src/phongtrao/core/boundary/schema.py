"""The tables as they are in the running code: each field listed with a class, none forbidden.

Each app lists its fields in its data/boundary.yaml; core's boundary_rules.yaml holds the tables of
third parties and the forbidden phrases (security.md §4.1, CR-1 and CR-2).
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db.models import Field, Model

from phongtrao.core.boundary.stems import forbidden_names, read_list, rules

CLASSES = ("org", "aggregate", "text", "official-role", "award-published", "file", "system")


@cache
def listed_fields() -> dict[str, dict[str, str]]:
    """Model label → field name → class, from the boundary.yaml of every app that brings one."""
    listed: dict[str, dict[str, str]] = {}
    for config in apps.get_app_configs():
        path = Path(config.path) / "data" / "boundary.yaml"
        if path.exists():
            listed |= read_list(path)
    return listed


def our_models() -> Iterator[type[Model]]:
    """Every stored table but the packaged ones of third parties, in the order of their labels."""
    kept = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label not in rules()["third_party"]
    ]
    yield from sorted(kept, key=lambda model: model._meta.label)


def schema_faults() -> list[str]:
    """One sentence for each unlisted, wrongly classed, stale or forbidden table, field or choice.

    Raises nothing; an empty list means that the tables keep within the boundary.
    """
    listed, seen = listed_fields(), set()
    found: list[str] = []
    for model in our_models():
        label = model._meta.label
        seen.add(label)
        fields = listed.get(label) or {}
        found += _name_faults(label, model._meta.object_name or label)
        for field in model._meta.concrete_fields:
            found += _field_faults(f"{label}.{field.name}", field, fields.get(field.name))
        names = {field.name for field in model._meta.concrete_fields}
        found += [
            f"{label}.{name} có trong boundary.yaml nhưng không còn trong mã nguồn."
            for name in fields.keys() - names
        ]
    found += [
        f"{label} có trong boundary.yaml nhưng không còn trong mã nguồn."
        for label in listed.keys() - seen
    ]
    return sorted(found)


def _field_faults(place: str, field: Field[Any, Any], kind: str | None) -> Iterator[str]:
    if kind not in CLASSES:
        yield f"{place} chưa có lớp trong boundary.yaml."
    yield from _name_faults(place, field.name)
    for value, label in field.flatchoices or ():
        yield from _name_faults(f"{place}, lựa chọn {value!r}", str(value))
        yield from _name_faults(f"{place}, lựa chọn {value!r}", str(label))


def _name_faults(place: str, name: str) -> Iterator[str]:
    phrase = forbidden_names().find(name)
    if phrase:
        yield f"{place} chứa từ cấm: {phrase}."
