"""Writes docs/reference/routes.txt: every address of ours with what it requires."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phongtrao.config.settings_test")
ROOT = Path(__file__).resolve().parent.parent


def walk(patterns: list[Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Each address with its view."""
    for entry in patterns:
        address = prefix + str(entry.pattern)
        if hasattr(entry, "url_patterns"):
            yield from walk(entry.url_patterns, address)
        else:
            yield address, entry.callback


def write() -> None:
    """Refresh the file."""
    import django  # late: the settings are named first
    from django.urls import get_resolver

    django.setup()
    lines = sorted(
        f"{address}\t{view.requires}"
        for address, view in walk(get_resolver().url_patterns)
        if not view.__module__.startswith(("allauth.", "django.contrib."))
    )
    target = ROOT / "docs" / "reference" / "routes.txt"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
