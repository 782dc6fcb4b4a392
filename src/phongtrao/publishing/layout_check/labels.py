"""The numbers and letters that Word itself puts before the paragraphs of a list."""

import re
from typing import Any

from phongtrao.core.vietnamese import roman
from phongtrao.publishing.layout_check.looks import (
    Props,
    is_on,
    letter_props,
    number,
    paragraph_props,
    value,
)
from phongtrao.publishing.layout_check.package import W

_PLACE = re.compile(r"%(\d)")
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_MOST_LEVELS = 9
_DASHES = {"-", "–", "—", "\uf02d", "\u2212"}
_LARGEST_ROMAN = 3_999


class Labels:
    """Counts the lists of a file while its paragraphs are read in order."""

    def __init__(self, numbering: Any) -> None:
        """`numbering` is the tree of that part, or None."""
        self._lists: dict[str, dict[int, Any]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._shared: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        if numbering is None:
            return
        abstract = {
            each.get(W + "abstractNumId"): {
                int(number(level.get(W + "ilvl")) or 0): level for level in each.iter(W + "lvl")
            }
            for each in numbering.iter(W + "abstractNum")
        }
        for each in numbering.iter(W + "num"):
            key, own = each.get(W + "numId"), value(each, "abstractNumId") or ""
            levels = dict(abstract.get(own, {}))
            restarts = list(each.iter(W + "lvlOverride"))
            for override in restarts:
                level = override.find(W + "lvl")
                if level is not None:
                    levels[int(number(level.get(W + "ilvl")) or 0)] = level
                start = number(value(override, "startOverride"))
                if start is not None:
                    depth = int(number(override.get(W + "ilvl")) or 0)
                    self._restarts[key, depth] = int(start)
            self._lists[key] = levels
            self._shared[key] = key if restarts else own

    def indents(self, props: Props) -> Props:
        """The indents that the list gives its paragraphs."""
        level = self._level(props)
        return {} if level is None else paragraph_props(level.find(W + "pPr"))

    def letters(self, props: Props) -> Props:
        """The look that the list gives its numbers."""
        level = self._level(props)
        return {} if level is None else letter_props(level.find(W + "rPr"))

    def next(self, props: Props) -> str:
        """The label of the next paragraph of a list, with a space behind it; "" without one."""
        level = self._level(props)
        if level is None:
            return ""
        key, depth = self._shared[props["numbering"]], props.get("level", 0)
        counts = self._counts.setdefault(key, {})
        first = self._restarts.get((props["numbering"], depth), self._start(level))
        counts[depth] = counts.get(depth, first - 1) + 1
        for deeper in range(depth + 1, _MOST_LEVELS):
            counts.pop(deeper, None)
        if value(level, "numFmt") == "bullet":
            return "- " if value(level, "lvlText") in _DASHES else "• "
        levels = self._lists[props["numbering"]]
        legal = level.find(W + "isLgl")
        plain = legal is not None and is_on(legal)
        text = _PLACE.sub(
            lambda found: self._shown(
                levels.get(int(found[1]) - 1), counts, int(found[1]) - 1, plain=plain
            ),
            value(level, "lvlText") or "",
        )
        return f"{text} " if text else ""

    def _level(self, props: Props) -> Any:
        return self._lists.get(props.get("numbering", ""), {}).get(props.get("level", 0))

    @staticmethod
    def _start(level: Any) -> int:
        return int(number(value(level, "start")) or 1)

    def _shown(self, level: Any, counts: dict[int, int], depth: int, *, plain: bool) -> str:
        if level is None:
            return ""
        count = counts.get(depth, self._start(level))
        style = value(level, "numFmt") or "decimal"
        return counted(count, "decimal" if plain else style)


def counted(count: int, style: str) -> str:
    """A count in one of Word's styles of numbers."""
    if style in {"upperRoman", "lowerRoman"} and 0 < count < _LARGEST_ROMAN:
        return roman(count) if style == "upperRoman" else roman(count).lower()
    if style in {"upperLetter", "lowerLetter"} and 0 < count <= len(_LATIN):
        letter = _LATIN[count - 1]
        return letter.upper() if style == "upperLetter" else letter
    return f"{count:02d}" if style == "decimalZero" else str(count)
