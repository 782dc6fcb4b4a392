"""Files with one number hidden in one place, and every verdict that is right for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from random import Random

from . import hiding_docx, hiding_pdf, hiding_xlsx, invent
from .model import HiddenFile

_SEED = "hiding-3"
_REFUSE = frozenset({"refuse"})
_REFUSE_OR_HOLD = frozenset({"refuse", "hold"})
_PICTURE = frozenset({"accept", "hold"})

# Places no reader shows to anybody, where holding is as right as refusing.
_DOUBTFUL = {
    "docx/xml-comment",
    "docx/orphan-part",
    "docx/zip-comment",
    "docx/picture-part-name",
    "docx/picture-png-text",
    "docx/picture-exif",
    "xlsx/lost-zero-number",
    "xlsx/exponent-number",
    "xlsx/formatted-number",
    "pdf/old-revision",
}
# Places that get a second file with a phone number: a phone may be a contact, so held is right too.
_WITH_PHONE = {
    "docx": ("body", "hidden-run", "deleted", "comment", "footnote", "custom-xml", "link-target",
             "core-keywords"),
    "xlsx": ("very-hidden-sheet", "comment", "validation-list", "defined-name-value", "page-header",
             "formula-constant"),
    "pdf": ("invisible-text", "note", "field-value", "info-keywords", "link-target", "xmp"),
}  # fmt: skip
_MAKERS = {"docx": hiding_docx.PLACES, "xlsx": hiding_xlsx.PLACES, "pdf": hiding_pdf.PLACES}


def _label(ending: str, number: str) -> str:
    """Return the word before the number; our pdf pages write no tone marks."""
    if len(number) == 12:
        return "CCCD"
    return "dien thoai" if ending == "pdf" else "SĐT"


def _file(ending: str, place: str, number: str, name: str, right: frozenset[str]) -> HiddenFile:
    build = _MAKERS[ending][place]
    made = partial(build, _label(ending, number), number)
    return HiddenFile(f"{ending}/{place}", name, made, right)


def _numbers(rng: Random) -> Iterator[HiddenFile]:
    for ending, places in _MAKERS.items():
        for at, place in enumerate(places):
            right = _REFUSE_OR_HOLD if f"{ending}/{place}" in _DOUBTFUL else _REFUSE
            if place == "link-target":
                continue
            yield _file(ending, place, invent.cccd(rng), f"ke-hoach-{at:03}.{ending}", right)


def _phones(rng: Random) -> Iterator[HiddenFile]:
    for ending, places in _WITH_PHONE.items():
        for at, place in enumerate(places):
            name = f"bao-cao-{at:03}.{ending}"
            yield _file(ending, place, invent.mobile(rng), name, _REFUSE_OR_HOLD)


def _honest_file(ending: str) -> Callable[[], bytes]:
    places = {"docx": "body", "xlsx": "inline-cell", "pdf": "text"}
    return partial(_MAKERS[ending][places[ending]], "so luong", "12")


def _file_names(rng: Random) -> Iterator[HiddenFile]:
    forms = ("CCCD_{v}.{e}", "don {v}.{e}", "scan-{v}-2.{e}", "HỒ SƠ ({v}).{e}")
    for ending in _MAKERS:
        for form in forms:
            name = form.format(v=invent.cccd(rng), e=ending)
            yield HiddenFile(f"{ending}/file-name", name, _honest_file(ending), _REFUSE_OR_HOLD)


def _pictures(rng: Random) -> Iterator[HiddenFile]:
    """Pictures are re-encoded, so their metadata is gone: accepted, or held as a scan."""
    number = f"CCCD {invent.cccd(rng)}"
    png, jpeg = hiding_docx.png_with_text, hiding_docx.jpeg_with_exif
    yield HiddenFile("png/text-chunk", "anh-hoi-nghi.png", partial(png, number), _PICTURE)
    yield HiddenFile("jpg/exif", "anh-hoi-nghi.jpg", partial(jpeg, number), _PICTURE)


def hidden_files() -> Iterator[HiddenFile]:
    """Yield every file, the same numbers on every call."""
    for maker in (_numbers, _phones, _file_names, _pictures):
        yield from maker(Random(f"{_SEED}-{maker.__name__}"))


# Places whose honest twin is refused by another rule, or has no honest twin.
_NO_TWIN = {"docx/embedded-docx", "docx/zip-comment", "docx/orphan-part", "docx/link-target",
            "pdf/attachment", "pdf/attachment-note", "pdf/link-target"}  # fmt: skip


def hiding_controls() -> Iterator[HiddenFile]:
    """Yield the honest twin of every place, to be accepted.

    A place whose twin is refused or held proves nothing: its file may be turned away for its
    build and not for the number.
    """
    accept = frozenset({"accept"})
    for ending, places in _MAKERS.items():
        for at, (place, build) in enumerate(places.items()):
            if f"{ending}/{place}" in _NO_TWIN:
                continue
            name = f"doi-chung-{at:03}.{ending}"
            made = partial(build, "so luong", "1250000")
            yield HiddenFile(f"{ending}/{place}/control", name, made, accept)
