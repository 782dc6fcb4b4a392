"""Small text tools shared by the generators: marks, cases and the place of a value."""

import json
import unicodedata
from pathlib import Path

OPEN, CLOSE = "\ue000", "\ue001"
DATA = Path(__file__).parent / "data"


def without_marks(text: str) -> str:
    """Return Vietnamese text as typed without tone marks."""
    plain = unicodedata.normalize("NFD", text)
    kept = "".join(c for c in plain if unicodedata.category(c) != "Mn")
    return kept.replace("đ", "d").replace("Đ", "D")


def place(marked: str) -> tuple[str, int, int]:
    """Take the two place marks out of a text and return it with the span they enclosed."""
    start = marked.index(OPEN)
    end = marked.index(CLOSE) - 1
    return marked.replace(OPEN, "").replace(CLOSE, ""), start, end


def lines_of(*parts: str) -> list[str]:
    """Return the lines of a data file, without blank ones and ``#`` comments."""
    text = DATA.joinpath(*parts).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _words() -> dict[str, list[str]]:
    pairs = (line.split("=", 1) for line in lines_of("words.txt"))
    return {name: values.split("|") for name, values in pairs}


WORDS = _words()


def write_json_lines(rows: list[dict[str, object]], target: Path) -> None:
    """Write rows as JSON lines in UTF-8."""
    body = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    target.write_text(body, encoding="utf-8")
