"""Reads the written papers: each stands under ``### key / genre / forms / verdict / why / also``.

The last three may be left out: such a paper is an honest one that needs nothing.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from tests.core.guard.fourth_papers.layout import Layout, Verdict

_WRITTEN = Path(__file__).with_name("written")


def _verdict(word: str) -> Verdict:
    found: dict[str, Verdict] = {verdict: verdict for verdict in get_args(Verdict)}
    return found[word]


def _layout(head: str, text: str) -> Layout:
    key, genre, forms, *more = (part.strip() for part in head.split(" / "))
    return Layout(
        key=key,
        genre=genre,
        forms=tuple(forms.split()),
        text=text,
        expected=_verdict(more[0]) if more else "accept",
        why=more[1] if len(more) > 1 else "honest state paper",
        also=_verdict(more[2]) if len(more) > 2 else None,
    )


def _read() -> Iterator[Layout]:
    for path in sorted(_WRITTEN.glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("### ")[1:]:
            head, _, text = part.partition("\n")
            yield _layout(head, text)


LAYOUTS: tuple[Layout, ...] = tuple(_read())
