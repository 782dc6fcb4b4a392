"""Text and comma tables as Notepad, Excel, LibreOffice and web programs save them."""

import csv
import io
import unicodedata
from collections.abc import Callable

from tests.core.gate.honest_files.kind import Kind
from tests.core.gate.honest_files.prose import Prose


def _csv(separator: str, *, quoting: int = csv.QUOTE_MINIMAL, end: str = "\r\n",
         code: str = "utf-8-sig", rows: int = 0) -> Callable[[int], bytes]:  # fmt: skip
    def build(seed: int) -> bytes:
        prose, buffer = Prose(seed, "csv"), io.StringIO()
        writer = csv.writer(buffer, delimiter=separator, quoting=quoting, lineterminator=end)
        writer.writerow([*prose.header(), "Ghi chú"])
        for line in prose.table(rows):
            writer.writerow([*line, prose.chance.choice(_NOTES)])
        return buffer.getvalue().encode(code)

    return build


_NOTES = ("", 'ống 5"', "=tạm tính", "+5", "-3", "@xã", 'dòng một\ndòng hai; "trích"', "a,b;c\td")


def _text(end: str, code: str, form: str = "NFC") -> Callable[[int], bytes]:
    def build(seed: int) -> bytes:
        prose = Prose(seed, "txt")
        text = end.join([prose.title(), *prose.paragraphs(), "\f", "\tHết./."])
        return unicodedata.normalize(form, text).encode(code)  # type: ignore[arg-type]

    return build


_TABLES = (
    ("excel-utf-8", _csv(",")), ("excel-semicolons", _csv(";")),
    ("excel-unicode-text", _csv("\t", code="utf-16")),
    ("libreoffice-quoted", _csv(",", quoting=csv.QUOTE_NONNUMERIC, end="\n", code="utf-8")),
    ("google", _csv(",", code="utf-8")), ("old-mac", _csv(";", end="\r", code="utf-8")),
    ("bars", _csv("|", end="\n", code="utf-8")),
    ("3321-rows", _csv(",", rows=3_321)),
)  # fmt: skip
_TEXTS = (
    ("notepad", _text("\r\n", "utf-8-sig")), ("notepad-unicode", _text("\r\n", "utf-16")),
    ("unix", _text("\n", "utf-8")), ("old-mac", _text("\r", "utf-8")),
    ("decomposed", _text("\n", "utf-8", "NFD")),
)  # fmt: skip
ALL = [Kind(f"csv-{name}", "text and tables", "csv", build) for name, build in _TABLES]
ALL += [Kind(f"txt-{name}", "text and tables", "txt", build) for name, build in _TEXTS]
