"""The user guides as the help pages show them: which there are, which is the reader's own.

Their Word and PDF editions and their pictures are made by `make guide`; where that was not done,
the pages show none and offer none.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.portal.readers import Guide, read_guide
from phongtrao.portal.rules import GUIDES, guide_for

EDITIONS = ("docx", "pdf")


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


def editions_of(name: str) -> list[str]:
    """The kinds of file in which a guide has been made: "docx", "pdf"."""
    return [kind for kind in EDITIONS if _edition(name, kind).is_file()]


def edition(name: str, kind: str) -> bytes | None:
    """A guide as Word or PDF; None where it has not been made. NotFound without such a guide."""
    if name not in GUIDES or kind not in EDITIONS:
        raise NotFound
    made = _edition(name, kind)
    return made.read_bytes() if made.is_file() else None


def pictures_of(guide: Guide) -> set[str]:
    """The keys of those pictures of a guide that have been taken."""
    return {picture.key for picture in guide.pictures if _picture(picture.key).is_file()}


def picture_named(key: str) -> bytes:
    """A picture that a guide names. Raises NotFound for others, and where it is not taken."""
    shipped = [_read(_text_of(name)) for name in GUIDES if _text_of(name).is_file()]
    named = any(picture.key == key for guide in shipped for picture in guide.pictures)
    if not named or not _picture(key).is_file():
        raise NotFound
    return _picture(key).read_bytes()


def _edition(name: str, kind: str) -> Path:
    return Path(settings.GUIDE_FILES_DIR) / f"{name}.{kind}"


def _picture(key: str) -> Path:
    return Path(settings.GUIDE_FILES_DIR) / "hinh" / f"{key}.png"


def _text_of(name: str) -> Path:
    return Path(settings.GUIDES_DIR) / f"{name}.md"


@cache
def _read(text: Path) -> Guide:
    """Read once a process: the texts come with the program."""
    return read_guide(text.read_text(encoding="utf-8"))
