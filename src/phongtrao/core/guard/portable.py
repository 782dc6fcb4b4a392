"""PDF: the text of the pages, notes, forms and outlines, and the properties."""

import io
import logging
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

_TEXT_KEYS = ("/Contents", "/T", "/TU", "/V", "/DV", "/Subj", "/RC", "/URI", "/Title", "/Alt", "/E")
_OUTLINE_READ = 10_000
_FAULTS = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError)

# pypdf reports every oddity of a file to this logger, with words of the file in it.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def texts_of_pdf(data: bytes) -> Iterator[tuple[str, str]]:
    """Name and text of each part.  Raises ValueError for a file that can not be read whole."""
    try:
        document = PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise ValueError("locked")
        yield "properties", "\n".join(_properties(document))
        for number, page in enumerate(document.pages, 1):
            yield f"page {number}", _clean(page.extract_text() or "")
            yield f"notes of page {number}", "\n".join(_notes(page))
        yield "outline", "\n".join(_outline(document))
        yield "form", "\n".join(_form(document))
    except (*_FAULTS, RecursionError, OverflowError, OSError, NotImplementedError) as fault:
        raise ValueError("not read") from fault


def _clean(text: str) -> str:
    """A broken font table can give lone surrogates."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _properties(document: PdfReader) -> Iterator[str]:
    for key, value in (document.metadata or {}).items():
        yield _clean(f"{key.strip('/')}: {value}")
    stream = document.root_object.get("/Metadata")
    stream = stream.get_object() if stream is not None else None
    if isinstance(stream, StreamObject):
        yield stream.get_data().decode("utf-8", "replace")


def _notes(page: DictionaryObject) -> Iterator[str]:
    notes = page.get("/Annots")
    notes = notes.get_object() if notes is not None else None
    for note in notes if isinstance(notes, ArrayObject) else ():
        yield from _words(note.get_object())


def _words(holder: Any) -> Iterator[str]:
    """The texts of a note, a form field or a bookmark, and of its action."""
    if not isinstance(holder, DictionaryObject):
        return
    for key in _TEXT_KEYS:
        value = holder.get(key)
        value = value.get_object() if value is not None else None
        if isinstance(value, str):
            yield _clean(value)
    action = holder.get("/A")
    action = action.get_object() if action is not None else None
    if isinstance(action, DictionaryObject) and isinstance(action.get("/URI"), str):
        yield _clean(str(action["/URI"]))


def _outline(document: PdfReader) -> Iterator[str]:
    """Bookmarks, walked by hand: each object once."""
    yield from _tree(document.root_object.get("/Outlines"), ("/First", "/Next"))


def _form(document: PdfReader) -> Iterator[str]:
    form = document.root_object.get("/AcroForm")
    form = form.get_object() if form is not None else None
    if isinstance(form, DictionaryObject):
        yield from _tree(form.get("/Fields"), ("/Kids",))


def _tree(root: Any, links: tuple[str, ...]) -> Iterator[str]:
    waiting, seen = [root], set[int]()
    while waiting and len(seen) < _OUTLINE_READ:
        item = waiting.pop()
        item = item.get_object() if item is not None else None
        if id(item) in seen:
            continue
        seen.add(id(item))
        if isinstance(item, ArrayObject):
            waiting.extend(item)
        elif isinstance(item, DictionaryObject):
            yield from _words(item)
            waiting.extend(item.get(link) for link in links if item.get(link) is not None)
