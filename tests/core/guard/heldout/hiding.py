"""Files that hide one structured number in one of many places."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from . import hidden_pdf, hidden_picture, hidden_sheet, hidden_word, hidden_word_parts
from .hidden_payload import KINDS, Payload, payload

BUILDERS = {
    **hidden_word.PLACES,
    **hidden_word_parts.PLACES,
    **hidden_sheet.PLACES,
    **hidden_pdf.PLACES,
    **hidden_picture.PLACES,
}
NAMED = ("docx-file-name", "xlsx-file-name", "pdf-file-name", "jpg-file-name")
EMPTY = Payload("none", "\u0000", "bình thường", "Không có gì.")


@dataclass(frozen=True)
class HiddenFile:
    """One file to make: ``expected`` lists the verdicts that are right."""

    name: str
    place: str
    load: Payload
    expected: tuple[str, ...]

    def build(self) -> bytes:
        """Return the bytes of the file."""
        if self.place in NAMED:
            sort = self.place.split("-")[0]
            plain = {
                "docx": "docx-body",
                "xlsx": "xlsx-cell",
                "pdf": "pdf-text",
                "jpg": "jpg-comment",
            }
            return BUILDERS[plain[sort]](EMPTY)
        return BUILDERS[self.place](self.load)


def places() -> list[str]:
    """Return the names of all hiding places."""
    return [*BUILDERS, *NAMED]


def _fits(place: str, kind: str) -> bool:
    return place not in hidden_sheet.NUMBER_ONLY or kind in hidden_sheet.HEADS


def _verdicts(place: str, kind: str) -> tuple[str, ...]:
    """Pictures are stripped, so accepting the cleaned one is right; a mobile may be held."""
    if place.startswith(("png", "jpg")) and place not in NAMED:
        return ("refuse", "hold", "accept")
    return ("refuse", "hold") if kind == "mobile" or place.startswith("jpg") else ("refuse",)


def hiding_places(seed: int = 20261104, count: int = 1000) -> Iterator[HiddenFile]:
    """Yield ``count`` files to make, all places and kinds in turn, nothing built yet."""
    rng = Random(seed)
    pairs = [(place, kind) for kind in KINDS for place in places() if _fits(place, kind)]
    for n in range(count):
        place, kind = pairs[n % len(pairs)]
        load, suffix = payload(kind, rng), place.split("-")[0]
        base = load.short.replace(":", "") if place in NAMED else f"{n:04d}-{place}"
        yield HiddenFile(f"{base}.{suffix}", place, load, _verdicts(place, kind))


def write_hidden(folder: Path, count: int = 1000) -> list[tuple[Path, HiddenFile]]:
    """Build the files into a folder, one sub-folder a file so that names never meet."""
    made = []
    for n, item in enumerate(hiding_places(count=count)):
        target = folder / f"{n:04d}" / item.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(item.build())
        made.append((target, item))
    return made
