"""Reads the body of a request: JSON that means one thing, in NFC, without personal data.

Figures are kept exactly as written (no doubles); names that stand twice, deep nesting, endless
numbers and characters that no database keeps are refused before anything looks at them.
"""

import json
import unicodedata
from decimal import Decimal
from typing import Any, NoReturn

from django.http import HttpRequest
from ninja.parser import Parser

from phongtrao.core import guard
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.guard.findings import HINTS

DEEPEST = 12
_SHORTEST = 6  # nothing personal is as short as that (core.privacy)
_JSON = "application/json"


class ExactParser(Parser):
    """The parser of every operation."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The body as Python values; raises ``InvalidInput``."""
        if request.content_type != _JSON:
            raise InvalidInput(
                N_("Chỉ nhận JSON (tiêu đề Content-Type: application/json). Chưa làm gì."),
                "content_type",
                status=415,
            )
        try:
            text = request.body.decode("utf-8")
            read = json.loads(
                text,
                parse_float=Decimal,
                parse_constant=_no_constant,
                object_pairs_hook=_distinct,
            )
        except (ValueError, RecursionError):
            raise _unreadable("body", N_("Không phải JSON đọc được.")) from None
        faults: dict[str, str | Sentence] = {}
        tidied = _tidied(read, "body", faults)
        if faults:
            raise InvalidInput(
                N_(
                    "Nội dung gửi có thông tin cá nhân nên chưa lưu gì. Hãy bỏ phần đó rồi gửi lại."
                ),
                "personal_data",
                fields=faults,
            )
        return tidied


def _no_constant(name: str) -> NoReturn:
    message = f"{name} is no number"
    raise ValueError(message)


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _tidied(value: Any, place: str, faults: dict[str, str | Sentence], depth: int = 0) -> Any:
    """The value with its texts in NFC; `faults` gathers the places of personal data."""
    if depth > DEEPEST:
        raise _unreadable(place[:200], N_("Lồng nhau quá sâu."))
    if isinstance(value, str):
        return _text(value, place, faults)
    if isinstance(value, list):
        return [_tidied(each, f"{place}.{n}", faults, depth + 1) for n, each in enumerate(value)]
    if isinstance(value, dict):
        return {
            _text(name, place, faults): _tidied(each, f"{place}.{name}", faults, depth + 1)
            for name, each in value.items()
        }
    return value


def _text(text: str, place: str, faults: dict[str, str | Sentence]) -> str:
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise _unreadable(_printable(place), N_("Có ký tự không lưu được."))
    composed = unicodedata.normalize("NFC", text)
    findings = guard.read_text(composed) if len(composed) >= _SHORTEST else []
    if findings:
        faults[_printable(place)] = HINTS[findings[0].kind]
    return composed


def _printable(place: str) -> str:
    return place[:200].encode("utf-8", "replace").decode().replace("\0", "?")


def _unreadable(place: str, why: str) -> InvalidInput:
    return InvalidInput(
        N_("Nội dung gửi không phải JSON dùng được nên chưa làm gì."),
        "unreadable",
        status=400,
        fields={place: why},
    )
