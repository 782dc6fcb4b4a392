"""Field codes in Word text: the command is what counts, never the word in running text."""

import re
from collections.abc import Callable

from phongtrao.core.gate.verdicts import Refused

_ACTIVE = {"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDE", "LINK", "IMPORT", "DATABASE", "GLOSSARY"}
_COMMAND = re.compile(r"[\s\"“”\\*]*([A-Za-z]+)")
_MAX_CODE = 4_000  # signs of one field code that are kept; commands stand at the front


class FieldScan:
    """Collects field codes, which may be cut into many runs and nested in one another."""

    def __init__(self, element: Callable[[str], None]) -> None:
        """``element`` judges every element name before the fields are looked at."""
        self._element = element
        self._codes: list[str | None] = []
        self._stray = ""
        self._in_code = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._element(name)
        if name == "fldSimple":
            _judge(_attribute(attributes, "instr"))
        elif name == "fldChar":
            self._turn(_attribute(attributes, "fldCharType"))
        elif name in {"instrText", "delInstrText"}:
            self._in_code = True

    def text(self, text: str) -> None:
        """Character data; only what stands inside a field code is kept."""
        if not self._in_code:
            return
        if not self._codes:
            self._stray = (self._stray + text)[:_MAX_CODE]
        elif self._codes[-1] is not None:
            self._codes[-1] = (self._codes[-1] + text)[:_MAX_CODE]

    def end(self, name: str) -> None:
        """An element ends; codes that never met a field mark are judged by themselves."""
        if name in {"instrText", "delInstrText"}:
            self._in_code = False
        elif name == "p" and self._stray:
            _judge(self._stray)
            self._stray = ""

    def _turn(self, mark: str) -> None:
        """begin – separate – end of a field; the code is complete at the second mark."""
        if mark == "begin":
            self._note_nested()
            self._codes.append("")
        elif mark == "separate" and self._codes and self._codes[-1] is not None:
            _judge(self._codes[-1])
            self._codes[-1] = None
        elif mark == "end" and self._codes:
            code = self._codes.pop()
            if code is not None:
                _judge(code)

    def _note_nested(self) -> None:
        """A field whose command is the result of another field hides it: refused."""
        if self._codes and self._codes[-1] is not None and not self._codes[-1].strip():
            raise Refused("field")


def _judge(code: str) -> None:
    found = _COMMAND.match(code)
    if found and found.group(1).upper() in _ACTIVE:
        raise Refused("field")


def _attribute(attributes: dict[str, str], name: str) -> str:
    """An attribute by its local name; empty when absent."""
    for key, value in attributes.items():
        if key.rpartition(":")[2] == name:
            return value
    return ""
