"""Reads the written papers: a file holds many, each under a line of head.

``=== key | genre | forms | verdict | why | second verdict``; the last three may be left out, and
then the paper is an honest one that needs nothing.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from tests.core.guard.fourth_papers.layout import Layout, Verdict

_WRITTEN = Path(__file__).with_name("written")
_HEAD = re.compile(r"^=== (.+)\n", re.MULTILINE)


def _verdict(word: str) -> Verdict:
    for verdict in get_args(Verdict):
        if verdict == word:
            return verdict
    raise ValueError(word)


def _layout(head: str, text: str) -> Layout:
    key, genre, forms, *rest = (part.strip() for part in head.split("|"))
    return Layout(
        key=key,
        genre=genre,
        forms=tuple(forms.split(",")),
        text=text,
        expected=_verdict(rest[0]) if rest else "accept",
        why=rest[1] if len(rest) > 1 else "honest state paper",
        also=_verdict(rest[2]) if len(rest) > 2 else None,
    )


def _read() -> Iterator[Layout]:
    for path in sorted(_WRITTEN.glob("*.txt")):
        parts = _HEAD.split(path.read_text(encoding="utf-8"))[1:]
        for head, text in zip(parts[::2], parts[1::2], strict=True):
            yield _layout(head, text)


LAYOUTS: tuple[Layout, ...] = tuple(_read())
