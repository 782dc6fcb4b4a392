"""The menu of the cycle as one reader sees it."""

from collections.abc import Sequence
from dataclasses import replace

from django.urls import NoReverseMatch, reverse

from phongtrao.core.navigation import MenuEntry, MenuPart, ShownEntry, ShownPart
from phongtrao.org.permissions import Actor


def shown(actor: Actor, entries: Sequence[MenuEntry | MenuPart], path: str) -> list[ShownPart]:
    """The parts with the entries that the reader may use, the one around `path` marked."""
    parts: list[tuple[MenuPart, list[ShownEntry]]] = [(MenuPart(""), [])]
    for entry in entries:
        if isinstance(entry, MenuPart):
            parts.append((entry, []))
        elif actor.can(entry.capability) and (url := _address(entry)):
            parts[-1][1].append(ShownEntry(entry.label, entry.icon, url, active=False))
    here = _here([entry.url for _part, own in parts for entry in own], path)
    return [
        ShownPart(part.label, [replace(entry, active=entry.url == here) for entry in own])
        for part, own in parts
        if own
    ]


def _here(urls: Sequence[str], path: str) -> str:
    """The place of the menu that a page belongs to."""
    home = reverse("portal:inbox")  # every address begins with it
    around = [url for url in urls if path.startswith(url) and url != home]
    return max(around, key=len, default=home if path == home else "")


def _address(entry: MenuEntry) -> str:
    try:
        return reverse(entry.address)
    except NoReverseMatch:  # the page does not exist yet: the entry appears when it works
        return ""
