"""Objects of a PDF beside its pages: references followed, trees walked, words picked out."""

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

_TEXT_KEYS_LISTED = (
    "/Contents /T /TU /TM /V /DV /Subj /RC /URI /Title /Alt /E /ActualText /P /Name /CA /Opt"
)
_TEXT_KEYS = _TEXT_KEYS_LISTED.split()
_READ = 10_000


def resolved(value: Any) -> Any:
    """What a reference leads to; other values as they are."""
    return value.get_object() if value is not None else None


def clean(text: str) -> str:
    """A broken font table can give lone surrogates."""
    return text.encode("utf-8", "replace").decode("utf-8")


def words_of(holder: Any) -> Iterator[str]:
    """The texts of a note, a form field or a bookmark, and of its action."""
    if not isinstance(holder, DictionaryObject):
        return
    for key in _TEXT_KEYS:
        value = resolved(holder.get(key))
        for text in value if isinstance(value, ArrayObject) else (value,):
            if isinstance(text, str):
                yield clean(text)
    action = resolved(holder.get("/A"))
    if isinstance(action, DictionaryObject) and isinstance(action.get("/URI"), str):
        yield clean(str(action["/URI"]))


def at_way(root: Any, way: tuple[str, ...]) -> Any:
    """What the keys of ``way`` lead to from ``root``; None when one is missing."""
    for key in way:
        root = resolved(root.get(key)) if isinstance(root, DictionaryObject) else None
    return root


def walked(holder: Any, keys: tuple[str, ...]) -> Iterator[Any]:
    """What stands under ``keys``, where it is there."""
    if isinstance(holder, DictionaryObject):
        found = (resolved(holder.get(key)) for key in keys)
        yield from (each for each in found if each is not None)


def objects_of(root: Any, links: tuple[str, ...] | None) -> Iterator[Any]:
    """The objects of a tree, walked by hand: each once; without ``links`` under every key."""
    waiting, seen = [root], set[int]()
    while waiting and len(seen) < _READ:
        item = resolved(waiting.pop())
        if item is None or id(item) in seen:
            continue
        seen.add(id(item))
        yield item
        if isinstance(item, ArrayObject):
            waiting.extend(item)
        elif isinstance(item, DictionaryObject) and not isinstance(item, StreamObject):
            keys = item if links is None else links
            waiting.extend(item.get(key) for key in keys if item.get(key) is not None)


def private_words(holder: Any) -> Iterator[str]:
    """What programs keep for themselves in a document or a page: texts under any key."""
    for item in objects_of(at_way(holder, ("/PieceInfo",)), None):
        if isinstance(item, str):
            yield clean(item)
        elif isinstance(item, StreamObject):
            data = item.get_data()
            yield data.decode("utf-8", "ignore") if b"\0" not in data else ""


def tree_words(root: Any, links: tuple[str, ...]) -> Iterator[str]:
    """The texts of a tree."""
    for item in objects_of(root, links):
        if isinstance(item, str):
            yield clean(item)
        else:
            yield from words_of(item)
