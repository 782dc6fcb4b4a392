"""The user guides as the help pages show them: which there are, and which is the reader's own."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.portal.readers import Guide, read_guide
from phongtrao.portal.rules import GUIDES, guide_for


@dataclass(frozen=True, slots=True)
class ShownGuide:
    """One guide of the list: its name in addresses, its title, whether it is for the reader."""

    name: str
    title: str
    is_own: bool


def own_guide(actor: Actor) -> str:
    """The name of the guide for the acting posting."""
    kind = actor.body.kind_id if actor.body else ""
    return guide_for(actor.posting.role if actor.posting else "", kind, actor.scope.level)


def guides_for(actor: Actor) -> list[ShownGuide]:
    """All guides, the reader's own first; none where the documents were not installed."""
    own = own_guide(actor)
    texts = {name: _text_of(name) for name in GUIDES}
    shown = [
        ShownGuide(name, _read(text).title, name == own)
        for name, text in texts.items()
        if text.is_file()
    ]
    return sorted(shown, key=lambda guide: not guide.is_own)


def guide_named(name: str) -> Guide:
    """One guide. Raises NotFound where there is none of that name."""
    if name not in GUIDES or not _text_of(name).is_file():
        raise NotFound
    return _read(_text_of(name))


def _text_of(name: str) -> Path:
    return Path(settings.GUIDES_DIR) / f"{name}.md"


@cache
def _read(text: Path) -> Guide:
    """Read once a process: the texts come with the program."""
    return read_guide(text.read_text(encoding="utf-8"))
