"""Reads an admitted correction file; runs in the child process of the wall. Pure: no Django."""

import codecs
from pathlib import Path

READER = "phongtrao.portal.imports:read_table"
TABLE_KINDS = frozenset({"csv", "txt"})


def read_table(path: Path, kind: str) -> str:
    """The text of a table in UTF-8, or UTF-16 with its mark; empty for other kinds of file."""
    if kind not in TABLE_KINDS:
        return ""
    data = path.read_bytes()
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if wide else "utf-8-sig")
