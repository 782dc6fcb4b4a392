"""Pictures written anew: what is shown or kept is pixels only, made by us inside the cage.

Place and time of the shot, names, thumbnails, comments, further frames and bytes behind the end
are gone; colours are brought to sRGB and the picture is turned upright.  The same picture gives
the same bytes.  Each call starts a child, so a door cleans a picture once, when it comes in.
"""

import tempfile
from dataclasses import replace
from pathlib import Path

from phongtrao.core.gate.admission import admit
from phongtrao.core.gate.limits import MIB, GateLimits
from phongtrao.core.gate.verdicts import Verdict

_REWRITER = "phongtrao.core.gate.pixels:rewrite"
_WRITTEN_BYTES = 64 * MIB


class PictureRefusedError(Exception):
    """The picture was refused; ``verdict`` has the sentence."""

    def __init__(self, verdict: Verdict) -> None:
        """Keep the verdict of the wall."""
        super().__init__(*verdict.codes)
        self.verdict = verdict


def clean_picture(data: bytes | Path, kind: str, *, limits: GateLimits | None = None) -> bytes:
    """A png or jpg written anew, in the same format; see the top of this module.

    Raises PictureRefusedError for a picture that the wall refuses or that can not be read.
    """
    limits = replace(limits or GateLimits(), written_bytes=_WRITTEN_BYTES)
    with tempfile.TemporaryDirectory(prefix="phongtrao-") as folder:
        path = data if isinstance(data, Path) else Path(folder) / "picture"
        if isinstance(data, bytes):
            path.write_bytes(data)
        with tempfile.TemporaryFile(dir=folder) as clean:
            admitted = admit(path, f"anh.{kind}", reader=_REWRITER, limits=limits, output=clean)
            if not admitted.accepted:
                raise PictureRefusedError(admitted.verdict)
            clean.seek(0)
            return clean.read()
