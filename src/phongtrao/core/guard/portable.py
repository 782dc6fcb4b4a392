"""PDF: the text of the pages, notes, forms and outlines, the properties, and what a save left."""

import io
import logging
import re
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import StreamObject

from phongtrao.core.guard.pdf_pages import drawing_of, drawn, file_words, marked, notes
from phongtrao.core.guard.pdf_trees import at_way, clean, objects_of, private_words, tree_words

# Trees of a document beside its pages: their name here, the way to them, the links inside.
_TREES = (
    ("outline", ("/Outlines",), ("/First", "/Next")),
    ("form", ("/AcroForm", "/Fields"), ("/Kids", "/MK")),
    ("structure", ("/StructTreeRoot",), ("/K",)),
    ("labels of pages", ("/PageLabels",), ("/Kids", "/Nums")),
    ("layers", ("/OCProperties", "/OCGs"), ()),
    ("names", ("/Names", "/Dests"), ("/Kids", "/Names")),
)
_FILES = ("/Names", "/EmbeddedFiles")
_LONE_SIGNS = re.compile(r"^[^\n](?:\n[^\n]){7,}$", re.MULTILINE)
_COLUMN = re.compile(r"^\d{1,6}(?:\n\d{1,6}){2,}$", re.MULTILINE)
_NUMBER_LENGTHS = range(9, 15)
_FAULTS = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError)
_UNREAD = (*_FAULTS, RecursionError, OverflowError, OSError, NotImplementedError)
# A save may leave the former document in the file and add to it: signatures do, each once.
_SAVED = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF")
_MOST_SAVES = 24

# pypdf reports every oddity of a file to this logger, with words of the file in it.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def texts_of_pdf(data: bytes) -> Iterator[tuple[str, str]]:
    """Name and text of each part.  Raises ValueError for a file that can not be read whole."""
    pages: set[bytes] = set()
    try:
        yield from _texts(data, pages)
    except _UNREAD as fault:
        raise ValueError("not read") from fault
    yield from _former(data, pages)


def _texts(
    data: bytes, pages: set[bytes], known: frozenset[bytes] = frozenset()
) -> Iterator[tuple[str, str]]:
    """The parts of one document; how its pages are drawn is added to ``pages``.

    Pages drawn as one that is ``known`` are left out.
    """
    document = PdfReader(io.BytesIO(data))
    if document.is_encrypted and not document.decrypt(""):
        raise ValueError("locked")
    yield "properties", "\n".join(_properties(document))
    for number, page in enumerate(document.pages, 1):
        drawing = drawing_of(page)
        pages.add(drawing)
        if drawing not in known:
            text, standing = drawn(page)
            yield f"page {number}", _rejoined(clean(text))
            yield f"signs of page {number}", clean(standing)
            yield f"marks of page {number}", "\n".join(marked(page))
        yield f"notes of page {number}", clean("\n".join(notes(page)))
        yield f"private data of page {number}", "\n".join(private_words(page))
    yield "private data", "\n".join(private_words(document.root_object))
    for name, way, links in _TREES:
        yield name, "\n".join(tree_words(at_way(document.root_object, way), links))
    files = objects_of(at_way(document.root_object, _FILES), ("/Kids", "/Names"))
    yield "files", "\n".join(clean(text) for file in files for text in file_words(file))


def _former(data: bytes, pages: set[bytes]) -> Iterator[tuple[str, str]]:
    """What an earlier save holds and the last one does not show; what nobody can read is left.

    Raises ValueError for more saves than any paper has.
    """
    ends = [found.end() for found in _SAVED.finditer(data)][:-1]
    if len(ends) > _MOST_SAVES:
        raise ValueError("too many saves")
    told: set[str] = set()
    for save, end in enumerate(ends, 1):
        try:
            parts = list(_texts(data[:end], pages, frozenset(pages)))
        except _UNREAD:
            continue
        for name, text in parts:
            if text.strip() and text not in told:
                told.add(text)
                yield f"{name} of save {save}", text


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


def _properties(document: PdfReader) -> Iterator[str]:
    for key, value in (document.metadata or {}).items():
        yield clean(f"{key.strip('/')}: {value}")
    stream = document.root_object.get("/Metadata")
    stream = stream.get_object() if stream is not None else None
    if isinstance(stream, StreamObject):
        yield stream.get_data().decode("utf-8", "replace")
