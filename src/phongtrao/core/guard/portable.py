"""PDF: the text of the pages, notes, forms and outlines, and the properties."""

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

_TEXT_KEYS_LISTED = (
    "/Contents /T /TU /TM /V /DV /Subj /RC /URI /Title /Alt /E /ActualText /P /Name /CA /Opt"
)
_TEXT_KEYS = _TEXT_KEYS_LISTED.split()
# Trees of a document beside its pages: their name here, the way to them, the links inside.
_TREES = (
    ("outline", ("/Outlines",), ("/First", "/Next")),
    ("form", ("/AcroForm", "/Fields"), ("/Kids", "/MK")),
    ("structure", ("/StructTreeRoot",), ("/K",)),
    ("labels of pages", ("/PageLabels",), ("/Kids", "/Nums")),
    ("layers", ("/OCProperties", "/OCGs"), ()),
    ("names", ("/Names", "/Dests"), ("/Kids", "/Names")),
)
_LONE_SIGNS = re.compile(r"^[^\n](?:\n[^\n]){7,}$", re.MULTILINE)
_COLUMN = re.compile(r"^\d{1,6}(?:\n\d{1,6}){2,}$", re.MULTILINE)
_NUMBER_LENGTHS = range(9, 15)
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
            yield f"page {number}", _rejoined(_clean(page.extract_text() or ""))
            yield f"notes of page {number}", "\n".join(_notes(page))
        for name, way, links in _TREES:
            yield name, "\n".join(_tree(_at(document.root_object, way), links))
    except (*_FAULTS, RecursionError, OverflowError, OSError, NotImplementedError) as fault:
        raise ValueError("not read") from fault


def _rejoined(text: str) -> str:
    """Signs drawn one by one come as lines of their own: they form a line again.

    So do pieces of one number; other columns of figures stay columns.
    """

    def joined(column: re.Match[str]) -> str:
        digits = column[0].replace("\n", "")
        fits = len(digits) in _NUMBER_LENGTHS and digits.startswith(("0", "84"))
        return column[0].replace("\n", " ") if fits else column[0]

    text = _LONE_SIGNS.sub(lambda signs: signs[0][::2], text)
    return _COLUMN.sub(joined, text)


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
        for text in value if isinstance(value, ArrayObject) else (value,):
            if isinstance(text, str):
                yield _clean(text)
    action = holder.get("/A")
    action = action.get_object() if action is not None else None
    if isinstance(action, DictionaryObject) and isinstance(action.get("/URI"), str):
        yield _clean(str(action["/URI"]))


def _at(root: Any, way: tuple[str, ...]) -> Any:
    """What the keys of ``way`` lead to from ``root``; None when one is missing."""
    for key in way:
        root = root.get(key) if isinstance(root, DictionaryObject) else None
        root = root.get_object() if root is not None else None
    return root


def _tree(root: Any, links: tuple[str, ...]) -> Iterator[str]:
    """The texts of a tree, walked by hand: each object once."""
    waiting, seen = [root], set[int]()
    while waiting and len(seen) < _OUTLINE_READ:
        item = waiting.pop()
        item = item.get_object() if item is not None else None
        if id(item) in seen:
            continue
        seen.add(id(item))
        if isinstance(item, str):
            yield _clean(item)
        elif isinstance(item, ArrayObject):
            waiting.extend(item)
        elif isinstance(item, DictionaryObject):
            yield from _words(item)
            waiting.extend(item.get(link) for link in links if item.get(link) is not None)
