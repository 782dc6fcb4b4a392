"""Files in an old Vietnamese encoding (TCVN3, VNI, Windows-1258) offered in Unicode, in the cage.

The wall refuses such text files, and accepts Word and Excel files in old fonts, whose letters no
one can read.  A door may show the offer to whoever sent the file; only what he agrees to is stored,
as a new file that goes through the same door.  Nothing is converted in silence.
"""

import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from phongtrao.core.gate import legacy_text
from phongtrao.core.gate.admission import admit
from phongtrao.core.gate.limits import MIB, GateLimits

_READER = "phongtrao.core.gate.legacy_offer:read"
_REWRITER = "phongtrao.core.gate.legacy_fonts:rewrite"
_WRITTEN_BYTES = 64 * MIB
NAMES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI", "cp1258": "Windows-1258"}


@dataclass(frozen=True)
class LegacyOffer:
    """The text of an old file in Unicode, and the encoding it was found in."""

    encoding: str
    text: str

    @property
    def encoding_name(self) -> str:
        """The encoding as people know it."""
        return NAMES[self.encoding]


def offered_text(
    path: Path | str, filename: str, *, limits: GateLimits | None = None
) -> LegacyOffer | None:
    """The Unicode text of a txt or csv in an old encoding; None unless the encoding is sure."""
    admitted = admit(path, filename, reader=_READER, limits=limits, old=True)
    found = admitted.result
    if not admitted.accepted or admitted.verdict.kind not in {"txt", "csv"}:
        return None
    if not isinstance(found, dict) or found.get("encoding") not in NAMES:
        return None
    return LegacyOffer(found["encoding"], str(found.get("text", "")))


def offered_package(
    path: Path | str, filename: str, into: Path, *, limits: GateLimits | None = None
) -> str | None:
    """Write a docx or xlsx in old fonts into the file ``into``, in Unicode and with a usual font.

    Returns the encoding, a key of ``NAMES``; None, and nothing is written, unless it is sure.  The
    result is a new file: it must go through the wall itself.
    """
    narrow = replace(limits or GateLimits(), written_bytes=_WRITTEN_BYTES)
    with tempfile.TemporaryFile() as written:
        admitted = admit(path, filename, reader=_REWRITER, limits=narrow, output=written)
        found = admitted.result
        if not admitted.accepted or not isinstance(found, str) or found not in NAMES:
            return None
        written.seek(0)
        with into.open("wb") as out:
            shutil.copyfileobj(written, out)
    return found


def read(path: Path, _kind: str) -> LegacyOffer:
    """Inside the cage: the offer for a file whose encoding has been found sure."""
    data = path.read_bytes()
    encoding = legacy_text.detect_bytes(data)
    if encoding is None:
        raise ValueError("no old encoding")
    return LegacyOffer(encoding, legacy_text.decode(data, encoding))
