"""The doors as they are in the running code: no route, form field or input is named for a person's
faith, origin, opinion, identity or the like (CR-2)."""

import re
from collections.abc import Iterator
from copy import deepcopy
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django import forms
from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver
from django_filters import FilterSet

from phongtrao.core.boundary.stems import forbidden_names

# Libraries bring their own pages; only ours are held to the list.
_LIBRARIES = ("allauth.", "django.contrib.")
_INPUT = re.compile(r"<(?:input|select|textarea|button)\b[^>]*?\sname=\"([^\"{]+)\"")


def routes() -> Iterator[tuple[str, str]]:
    """Each address of ours with the capability that it asks for."""
    for address, callback in _walk(get_resolver().url_patterns, ""):
        if not callback.__module__.startswith(_LIBRARIES):
            yield address, str(getattr(callback, "requires", ""))


def form_fields() -> Iterator[tuple[str, Any]]:
    """Each field of each form of ours: "app.Form.field" and the field."""
    for config in apps.get_app_configs():
        if config.name.startswith("phongtrao.") and find_spec(f"{config.name}.forms"):
            import_module(f"{config.name}.forms")
    for form in _subclasses(forms.BaseForm):
        if form.__module__.startswith("phongtrao."):
            for name, field in getattr(form, "base_fields", {}).items():
                yield _place(form, name), field
    for filters in _subclasses(FilterSet):
        if filters.__module__.startswith("phongtrao."):
            # Of a copy: a filter keeps its field once made, and its choices are each reader's own.
            for name, chosen in deepcopy(filters.base_filters).items():
                yield _place(filters, name), chosen.field


def _place(form: type[Any], field: str) -> str:
    return f"{form.__module__.split('.')[1]}.{form.__name__}.{field}"


def inputs() -> Iterator[tuple[str, str]]:
    """Each input named in a page template of ours: the template and the name."""
    for config in apps.get_app_configs():
        if config.name.startswith("phongtrao."):
            for path in sorted((Path(config.path) / "jinja2").rglob("*.html")):
                for name in _INPUT.findall(path.read_text(encoding="utf-8")):
                    yield f"{config.label}/{path.name}", name


def page_faults() -> list[str]:
    """One sentence for each route, form field, choice or input with a forbidden name."""
    found = [_fault(f"Đường dẫn {address}", address) for address, _capability in routes()]
    for place, field in form_fields():
        name = place.rpartition(".")[2]
        found.append(_fault(f"Ô nhập {place}", name))
        found.append(_fault(f"Ô nhập {place}", str(field.label or "")))
        found += [_fault(f"Lựa chọn của {place}", text) for text in _choices(field)]
    found += [_fault(f"Ô nhập trong {place}", name) for place, name in inputs()]
    return list(dict.fromkeys(fault for fault in found if fault))


def _fault(place: str, name: str) -> str:
    phrase = forbidden_names().find(name)
    return f"{place} chứa từ cấm: {phrase}." if phrase else ""


def _choices(field: Any) -> Iterator[str]:
    """The choices that are written down; those that a page reads from stored rows are no names."""
    written = getattr(field, "choices", None)
    written = getattr(written, "choices", written)
    if isinstance(written, list | tuple):
        for value, label in written:
            yield from (str(value), str(label))


def _walk(patterns: list[Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for entry in patterns:
        address = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry.url_patterns, address)
        elif isinstance(entry, URLPattern):
            yield address, entry.callback


def _subclasses(kind: type[Any]) -> Iterator[type[Any]]:
    for child in kind.__subclasses__():
        yield child
        yield from _subclasses(child)
