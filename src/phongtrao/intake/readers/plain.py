"""Plain text: UTF-8 (with or without mark) and UTF-16 with mark. Other encodings are refused."""

import codecs

from phongtrao.intake.readers.results import ReadText, UnreadableFile


def read_plain(data: bytes) -> ReadText:
    """The text of a txt file; raises ``UnreadableFile`` for another encoding or a binary file."""
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = data.decode("utf-16")
        else:
            text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UnreadableFile("text-encoding") from fault
    if "\x00" in text:
        raise UnreadableFile("text-binary")
    if not text.strip():
        raise UnreadableFile("text-empty")
    return ReadText(text)
