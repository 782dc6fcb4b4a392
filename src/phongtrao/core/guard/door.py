"""The guard beside the reader of a door: both read a file in one child of the upload wall.

``phongtrao.core.guard.door:judge`` reads alone. To read together with a reader of one's own, name
that reader where a function's name stands: ``phongtrao.core.guard.door:package.module:function``
(see ``beside``); the child looks it up before its cage closes.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from phongtrao.core.guard.findings import Finding, verdict
from phongtrao.core.guard.package import (
    PartFindings,
    PartText,
    judge_part,
    judge_parts,
    read,
)
from phongtrao.core.guard.reading import mask

Reader = Callable[[Path, str | None], Any]
JUDGE = "phongtrao.core.guard.door:judge"
# The part that holds what a door's own reader made of a file.
READ_TEXT = "text"
# What people see when they open a file; the rest of a package is not kept when it is covered.
_BODY = re.compile(
    r"word/document\d*\.xml|word/(?:foot|end)notes\.xml|xl/worksheets/[^/]+\.xml|page \d+|text"
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What leaves the child: kinds and places, a covered text, the answer of the reader.

    ``covered`` is empty unless something asks and nothing blocks; no found value is in it. Nor is
    there one where the reader refuses the file (``{"refused": …}``: a mark of secrecy, say).
    ``has_text`` speaks of what people see: a scan has none, whatever its properties say.
    """

    parts: list[PartFindings]
    has_text: bool
    covered: str
    result: Any = None


def judge(path: Path, kind: str | None) -> Judgement:
    """Findings of every part. Raises ValueError for a file that can not be read whole."""
    return _judgement(read(path, kind), kind, None)


def beside(reader: str | None) -> str:
    """The address by which the gate loads the guard together with ``reader``."""
    return f"phongtrao.core.guard.door:{reader}" if reader else JUDGE


def __getattr__(name: str) -> Reader:
    """The guard and the reader called ``package.module:function``, as one reader."""
    module, _, function = name.partition(":")
    if not function:
        raise AttributeError(name)
    return partial(_both, getattr(import_module(module), function))


def _both(reader: Reader, path: Path, kind: str | None) -> Judgement:
    return _judgement(read(path, kind), kind, reader(path, kind))


def _judgement(texts: list[PartText], kind: str | None, result: Any) -> Judgement:
    """The reader's text is judged too: it may join what the parts keep apart."""
    own = result.get("text") if isinstance(result, dict) else result
    own = own if isinstance(own, str) else ""
    parts = judge_parts(texts, kind)
    if own:
        texts = [*texts, PartText(READ_TEXT, own)]
        parts.append(judge_part(texts[-1]))
    has_text = any(part.has_text and _BODY.fullmatch(part.part.lower()) for part in parts)
    refused = result.get("refused") if isinstance(result, dict) else None
    if refused == "secret":
        parts = [_told_by_reader(part) for part in parts]
    if refused or verdict(place for part in parts for place in part.findings) != "ask":
        return Judgement(parts, has_text, "", result)
    found = [(text, part.findings) for text, part in zip(texts, parts, strict=True)]
    covered = "\n".join(_covered(found[-1:] if own else found))
    return Judgement(parts, has_text, covered, result)


def _told_by_reader(part: PartFindings) -> PartFindings:
    """Without the mark of secrecy: the door words its own refusal of it."""
    findings = [finding for finding in part.findings if finding.kind != "secret"]
    return replace(part, findings=findings)


def _covered(found: list[tuple[PartText, list[Finding]]]) -> Iterator[str]:
    body = [each for each in found if _BODY.fullmatch(each[0].part.lower())]
    for text, places in sorted(body, key=lambda each: _place(each[0].part)):
        if text.text.strip():
            yield mask(text.text, places)


def _place(part: str) -> tuple[int, int]:
    """The order in which a reader meets the parts: pages and sheets by number, notes last."""
    number = _DIGITS.search(part.rpartition("/")[2])
    return ("notes" in part, int(number[0]) if number else 0)
