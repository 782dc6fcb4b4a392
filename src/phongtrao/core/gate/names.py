"""File names at the door: cleaned, or refused when nothing honest can be left of them."""

import re
import unicodedata

from phongtrao.core.gate.limits import GateLimits
from phongtrao.core.gate.verdicts import Findings, Refused

# Signs that Windows forbids or a shell or a page could act upon.
_UNSAFE = re.compile(r"[<>:\"|?*`$;&'{}%#!\\/~^=]+")
_SPACES = re.compile(r"\s+")
_RESERVED = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$", re.IGNORECASE)
# A citizen number: province (001–096), sex and century, two of the year, six more.
_CITIZEN_NUMBER = re.compile(r"(?<!\d)0[0-9]\d[ .\-]?\d{3}[ .\-]?\d{6}(?!\d)")
_MAX_NAME_BYTES = 240  # most file systems stop at 255 bytes; a storage key needs a few


def clean_name(filename: str, limits: GateLimits, findings: Findings) -> str:
    """A safe name for ``filename``: NFC, without path, invisible marks and active signs.

    Raises Refused for NUL, line breaks and other control characters, and for names that are
    empty or consist of dots.  A citizen number in the name is a cause to hold the file.
    """
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in filename):
        raise Refused("name-control")
    name = re.split(r"[\\/]", filename)[-1]
    name = unicodedata.normalize("NFC", "".join(map(_visible, name)))
    name = _SPACES.sub(" ", _UNSAFE.sub("_", name)).strip(" .")
    if not name.strip("._ "):
        raise Refused("name-empty")
    if _RESERVED.match(name):
        name = f"_{name}"
    name = _shortened(name, limits.name_chars)
    if name != filename:
        findings.remark("name-cleaned")
    if _CITIZEN_NUMBER.search(unicodedata.normalize("NFKC", name)):
        findings.hold("name-citizen-number")
    return name


def ending_of(name: str) -> str:
    """The ending of a name in lower case without the dot; empty when there is none."""
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem else ""


def endings_of(name: str) -> tuple[str, ...]:
    """All dotted parts after the first, in lower case: ``a.exe.docx`` gives exe, docx."""
    return tuple(part.strip().lower() for part in name.split(".")[1:])


def _visible(sign: str) -> str:
    """Drop invisible and direction-changing marks and unassigned signs (UAX 9, UTS 39)."""
    return "" if unicodedata.category(sign) in {"Cf", "Co", "Cn", "Zl", "Zp"} else sign


def _shortened(name: str, chars: int) -> str:
    """Cut the stem, keep the ending: at most ``chars`` signs and 240 bytes of UTF-8."""
    ending = ending_of(name)
    tail = f".{ending}" if ending and len(ending) <= 8 else ""
    stem = name[: len(name) - len(tail)] if tail else name
    stem = stem[: max(1, chars - len(tail))]
    while len((stem + tail).encode()) > _MAX_NAME_BYTES:
        stem = stem[:-1]
    return stem.rstrip(" .") + tail
