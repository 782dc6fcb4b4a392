"""Lets Babel find the words of closed lists, which are data: names of terms, and their sources."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

_SHOWN = ("name", "source", "ranks_source")
Message = tuple[int, None, str, list[str]]


def extract(file: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Message]:
    """What a page shows of a JSON file of closed lists; as Babel's extractors are called."""
    for text in _words(json.load(file)):
        yield 1, None, text, []


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key in _SHOWN and isinstance(each, str):
                yield each
            else:
                yield from _words(each)
    elif isinstance(value, list):
        for each in value:
            yield from _words(each)
