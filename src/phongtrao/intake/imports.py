"""Read an arrived file: text out of the file, a proposal out of the text.

Runs inside the wall's child process, so nothing here touches Django or the database; what comes
back is plain JSON and is checked again by `actions`.
"""

from pathlib import Path
from typing import Any

from phongtrao.intake import readers, rules
from phongtrao.intake.extraction import Doubt, doubts_of, extract, extraction_as_json
from phongtrao.intake.extraction.canon import canon

READER = rules.READER


def read_paper(path: Path, kind: str) -> dict[str, Any]:
    """The canonical text of a file with its extraction, or the one reason why there is none.

    Of a paper marked secret nothing but the mark comes back.
    """
    try:
        text = canon(readers.read(path, kind).text)
    except readers.UnreadableFile as fault:
        return {"refused": fault.code}
    mark = rules.secrecy_mark(text)
    if mark:
        return {"refused": "secret", "mark": mark}
    if not text.strip():
        return {"refused": "no-text"}
    if len(text) > rules.LONGEST_TEXT:
        return {"refused": "too-long"}
    extraction = extract(text, path.stem)
    return {
        "text": text,
        "extraction": extraction_as_json(extraction),
        "doubts": [_doubt_as_json(each) for each in doubts_of(extraction)],
    }


def _doubt_as_json(doubt: Doubt) -> dict[str, Any]:
    start, end = (doubt.span.start, doubt.span.end) if doubt.span else (None, None)
    return {"code": doubt.code, "start": start, "end": end}
