"""What one page of a PDF says: drawn text, text of its marks, notes and their looks."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from pypdf import PageObject
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject

from phongtrao.core.guard.pdf_trees import resolved, walked, words_of

_MARKS = (b"/ActualText", b"/Alt", b"/E")
_MARKING = {b"BDC", b"DP"}
# Signs placed one by one stand closer than this to be one word, in sizes of their letters.
_NEAR, _LINE, _FEWEST = 1.4, 0.4, 8

_Sign = tuple[float, float, float, str]


def drawn(page: PageObject) -> tuple[str, str]:
    """The text of a page in the order it is drawn in, and signs drawn alone as they stand."""
    signs: list[_Sign] = []

    def alone(text: str, around: Any, matrix: Any, _font: Any, size: Any) -> None:
        sign = text.strip()
        if len(sign) == 1:
            x = matrix[4] * around[0] + matrix[5] * around[2] + around[4]
            y = matrix[4] * around[1] + matrix[5] * around[3] + around[5]
            signs.append((y, x, abs(float(size or 0)) or 1.0, sign))

    text = page.extract_text(visitor_text=alone) or ""
    return text, "\n".join(_standing(signs)) if len(signs) >= _FEWEST else ""


def _standing(signs: list[_Sign]) -> Iterator[str]:
    """Lines of signs from the left to the right, whatever was drawn first."""
    rows: list[list[_Sign]] = []
    for sign in sorted(signs, key=lambda sign: -sign[0]):
        if rows and rows[-1][0][0] - sign[0] <= _LINE * sign[2]:
            rows[-1].append(sign)
        else:
            rows.append([sign])
    for row in rows:
        yield from _words_of_row(sorted(row, key=lambda sign: sign[1]))


def _words_of_row(row: list[_Sign]) -> Iterator[str]:
    word, last = "", row[0]
    for sign in row:
        if sign[1] - last[1] > _NEAR * sign[2]:
            yield word
            word = ""
        word += sign[3]
        last = sign
    yield word


def marked(page: PageObject) -> Iterator[str]:
    """Texts that stand for marked pieces of a page: for readers who do not see it."""
    resources = resolved(page.get("/Resources"))
    for named in walked(resources, ("/Properties",)):
        for name in named if isinstance(named, DictionaryObject) else ():
            yield from words_of(resolved(named.get(name)))
    for content in (page.get_contents(), *_forms(resources)):
        if content is None or not any(mark in content.get_data() for mark in _MARKS):
            continue
        for operands, operator in ContentStream(content, page.pdf).operations:
            if operator in _MARKING and len(operands) > 1:
                yield from words_of(operands[1])


def _forms(resources: Any) -> Iterator[StreamObject]:
    """The drawings that a page uses by name."""
    for named in walked(resources, ("/XObject",)):
        for name in named if isinstance(named, DictionaryObject) else ():
            form = resolved(named.get(name))
            if isinstance(form, StreamObject) and form.get("/Subtype") == "/Form":
                yield form


def drawing_of(page: PageObject) -> bytes:
    """A digest of what a page is drawn with, its named drawings too: to tell two pages apart."""
    digest = blake2b()
    for stream in (page.get_contents(), *_forms(resolved(page.get("/Resources")))):
        digest.update(b"\0" if stream is None else stream.get_data() + b"\0")
    return digest.digest()


def notes(page: PageObject) -> Iterator[str]:
    """The texts of notes, of what they show on the page, and of files pinned to it."""
    pinned = resolved(page.get("/Annots"))
    for item in pinned if isinstance(pinned, ArrayObject) else ():
        note = resolved(item)
        yield from words_of(note)
        if isinstance(note, DictionaryObject):
            yield from file_words(resolved(note.get("/FS")))
            for look in _looks(resolved(note.get("/AP"))):
                yield page.extract_xform_text(look)


def _looks(appearance: Any) -> Iterator[Any]:
    """The drawings of a note: as it is, under the pointer and pressed, for each of its states."""
    for drawing in walked(appearance, ("/N", "/R", "/D")):
        if isinstance(drawing, StreamObject):
            yield drawing
        elif isinstance(drawing, DictionaryObject):
            states = (resolved(drawing.get(name)) for name in drawing)
            yield from (state for state in states if isinstance(state, StreamObject))


def file_words(file: Any) -> Iterator[str]:
    """Name, description and words of a file inside a PDF; the wall lets none in."""
    if not isinstance(file, DictionaryObject):
        return
    for key in ("/F", "/UF", "/Desc"):
        name = resolved(file.get(key))
        if isinstance(name, str):
            yield str(name)
    for stream in walked(resolved(file.get("/EF")), ("/F", "/UF")):
        if isinstance(stream, StreamObject):
            yield stream.get_data().decode("utf-8", "replace")
