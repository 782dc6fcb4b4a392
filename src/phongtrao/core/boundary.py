"""The boundary lint: every stored field has a class, or the server does not start.

Each app lists its fields in its data/boundary.yaml; core's file holds the classes, the tables of
third parties and the forbidden stems (design: security.md §4.1, CR-1 and CR-2).
"""

from pathlib import Path
from typing import Any

import yaml
from django.apps import apps
from django.core.checks import CheckMessage, Error, register

from phongtrao.core.vietnamese import fold

_RULES = Path(__file__).parent / "data" / "boundary_rules.yaml"
CLASSES = {"org", "aggregate", "official-role", "award-published", "file", "system", "text"}


def load() -> dict[str, Any]:
    """The third-party tables, the forbidden stems and every app's listed models."""
    listed = yaml.safe_load(_RULES.read_text(encoding="utf-8"))
    listed["models"] = {}
    for config in apps.get_app_configs():
        path = Path(config.path) / "data" / "boundary.yaml"
        if config.name.startswith("phongtrao.") and path.exists():
            listed["models"] |= yaml.safe_load(path.read_text(encoding="utf-8"))
    return listed


def forbidden_stem(name: str, stems: list[str]) -> str | None:
    """The first forbidden stem that a name contains, compared without marks and separators."""
    plain = fold(name).replace("_", " ")
    return next((stem for stem in stems if f" {fold(stem)} " in f" {plain} "), None)


@register("boundary")
def check_boundary(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse unlisted, wrongly classed, stale or forbidden fields."""
    listed = load()
    messages: list[CheckMessage] = []
    seen: set[str] = set()
    for model in apps.get_models(include_auto_created=True):
        label = model._meta.label
        if model._meta.app_label in listed["third_party"]:
            continue
        seen.add(label)
        messages += _model_faults(model, listed["models"].get(label, {}), listed["forbidden"])
    for label in set(listed["models"]) - seen:
        messages.append(Error(f"{label} không còn trong mã nguồn.", id="boundary.E003"))
    return messages


def _model_faults(model: Any, fields: dict[str, str], stems: list[str]) -> list[CheckMessage]:
    label = model._meta.label
    found: list[CheckMessage] = []
    for model_field in model._meta.concrete_fields:
        name = model_field.name
        if fields.get(name) not in CLASSES:
            found.append(
                Error(f"{label}.{name} chưa có lớp trong boundary.yaml.", id="boundary.E001")
            )
        stem = forbidden_stem(name, stems)
        if stem:
            found.append(Error(f"{label}.{name} chứa từ cấm: {stem}.", id="boundary.E002"))
    return found
