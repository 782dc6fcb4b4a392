"""One file: through the wall, past the guard and to the door's reader, in one child process.

Old formats are converted on the way, pictures are written anew, links to the outside are cut.
"""

import hashlib
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile

from phongtrao.core import gate
from phongtrao.core.gate.conversion import Arrival, arrived
from phongtrao.core.gate.conversion import printed as converted_to_pdf
from phongtrao.core.gate.limits import WorkshopLimits
from phongtrao.core.gate.links import cut_outside_links
from phongtrao.core.gate.pictures_clean import PictureRefusedError, clean_picture
from phongtrao.core.gate.programs import WorkshopError
from phongtrao.core.guard.door import beside
from phongtrao.core.uploads.decisions import Hold, answer_of, decided
from phongtrao.core.uploads.queue import Busy, cage, seat
from phongtrao.core.uploads.reasons import PICTURES, is_unreadable
from phongtrao.core.uploads.rescue import name_of

CONVERTED, REWRITTEN = "converted", "rewritten"
_LINKS_CUT = "links-cut"
_MEGABYTE = 1024 * 1024
# Making a paper from a template takes a tenth of a second; what takes 5 is no honest template.
_WHEN_WRITING: dict[str, Any] = {
    "written_bytes": 64 * _MEGABYTE,
    "cpu_seconds": 5,
    "wall_seconds": 5.0,
}
# Somebody waits for the answer: sooner told that the turn does not come than an upload is.
_WHEN_PRINTING = WorkshopLimits(queue_seconds=15.0, wall_seconds=60.0)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file after wall and guard: its cleaned name, its bytes as kept, the reader's answer.

    `refusal` is the sentence of a refused or held file, empty when it may be stored. `sent_sha256`
    is the hash of the bytes that were sent. Where other bytes are kept, `made` says how they came
    about: converted, rewritten (a picture), or a text made from a held file (`rescue.OFFERS`).
    `taken_out` tells its sender what was covered in a lawful list.
    """

    name: str
    kind: str
    data: bytes
    refusal: str
    result: Any = None
    sent_sha256: str = ""
    hold: Hold | None = None
    made: str = ""
    is_confirmed: bool = False
    taken_out: str = ""

    @property
    def accepted(self) -> bool:
        """Whether the file may be stored."""
        return not self.refusal

    @property
    def is_substitute(self) -> bool:
        """Whether it is a text that its sender keeps instead of a held file."""
        return self.made not in {"", CONVERTED, REWRITTEN}


class CoveredFile(SimpleUploadedFile):
    """The text made from a held file, on its way through the same door."""

    def __init__(self, name: str, text: str, *, made: str, sent_sha256: str) -> None:
        """`sent_sha256` names the file that the text was made from, `made` says how."""
        super().__init__(name, text.encode(), content_type="text/plain")
        self.made = made
        self.sent_sha256 = sent_sha256


def limits() -> gate.GateLimits:
    """The wall's limits with the largest upload of this installation."""
    return gate.GateLimits(upload_bytes=settings.UPLOAD_LIMIT_MB * _MEGABYTE)


def judge(
    sent: UploadedFile, *, reader: str | None = None, confirmed: Iterable[str] = ()
) -> Upload:
    """Put one upload through wall, guard and `reader`; it waits for its turn at the cages.

    `confirmed` are the hashes of files without text whose sender has said that no personal data
    is in them. Raises Busy when the turn does not come.
    """
    source = sent if isinstance(sent, CoveredFile) else None
    with cage(), tempfile.TemporaryDirectory(dir=settings.FILE_UPLOAD_TEMP_DIR) as folder:
        path = Path(folder) / "upload"
        with path.open("wb") as stream:
            for chunk in sent.chunks():
                stream.write(chunk)
        return judge_file(
            path, sent.name or "", reader=reader, confirmed=confirmed, instead_of=source
        )


def judge_file(
    path: Path,
    name: str,
    *,
    reader: str | None = None,
    confirmed: Iterable[str] = (),
    instead_of: CoveredFile | None = None,
) -> Upload:
    """The same for a file on disk; `instead_of` says which held file this text was made from.

    Of a lawful list that says too much the covered text is judged instead, and kept when it passes.
    """
    found = _judged(path, name, reader, confirmed, instead_of)
    if instead_of is not None or found.hold is None or not found.hold.taken_out:
        return found
    text = CoveredFile(
        name_of(found.hold.made, found.name),
        found.hold.covered,
        made=found.hold.made,
        sent_sha256=found.sent_sha256,
    )
    with tempfile.TemporaryDirectory(dir=settings.FILE_UPLOAD_TEMP_DIR) as folder:
        covered = Path(folder) / "covered"
        covered.write_bytes(text.read())
        instead = _judged(covered, text.name or "", reader, (), text)
    return replace(instead, taken_out=found.hold.taken_out) if instead.accepted else found


def made_from(data: bytes, name: str, *, writer: str, order: tuple[str, bytes]) -> bytes | None:
    """What `writer` makes of a stored file in the wall's child; None where it could not.

    `writer` is a reader of `gate.admit` that writes; `order` is the name and the content of a file
    that lies beside the stored one and tells it what to make. Raises Busy.
    """
    with cage(), tempfile.TemporaryDirectory(dir=settings.FILE_UPLOAD_TEMP_DIR) as folder:
        path, made = Path(folder) / "upload", Path(folder) / "made"
        path.write_bytes(data)
        path.with_name(order[0]).write_bytes(order[1])
        bounds = replace(limits(), **_WHEN_WRITING)
        with made.open("wb") as stream:
            admitted = gate.admit(path, name, reader=writer, limits=bounds, output=stream)
        is_made = admitted.accepted and isinstance(admitted.result, dict)
        return made.read_bytes() if is_made else None


def printed(data: bytes) -> bytes:
    """A Word file that we keep as PDF by LibreOffice in the workshop, one at a time.

    Raises WorkshopError: ``missing``, ``busy``, ``time`` or ``failed``.
    """
    try:
        with seat(), cage(), tempfile.TemporaryDirectory(dir=settings.FILE_UPLOAD_TEMP_DIR) as own:
            path = Path(own) / "kept"
            path.write_bytes(data)
            return converted_to_pdf(path, limits=limits(), workshop=_WHEN_PRINTING)
    except Busy as error:
        raise WorkshopError("busy") from error


def _judged(
    path: Path,
    name: str,
    reader: str | None,
    confirmed: Iterable[str],
    instead_of: CoveredFile | None,
) -> Upload:
    sent_sha256 = instead_of.sent_sha256 if instead_of else _sha256(path)
    is_confirmed = sent_sha256 in set(confirmed)
    with arrived(path, name, reader=beside(reader), limits=limits()) as arrival:
        verdict = arrival.admitted.verdict
        decision = decided(arrival, name, limits(), is_confirmed=is_confirmed)
        refusal, data = decision.refusal, b""
        if not refusal:
            refusal, data = _kept(arrival)
        return Upload(
            verdict.clean_name,
            verdict.kind or "",
            data,
            refusal,
            None if refusal else answer_of(arrival),
            sent_sha256,
            decision.hold,
            instead_of.made if instead_of else _made(arrival),
            is_confirmed and not refusal and is_unreadable(arrival.admitted),
        )


def _kept(arrival: Arrival) -> tuple[str, bytes]:
    """The sentence of a picture that can not be written anew, and the bytes that are kept."""
    verdict = arrival.admitted.verdict
    if verdict.kind in PICTURES:
        try:
            return "", clean_picture(arrival.path, verdict.kind or "", limits=limits())
        except PictureRefusedError as fault:
            return fault.verdict.sentence, b""
    if _LINKS_CUT not in verdict.codes:
        return "", arrival.path.read_bytes()
    with tempfile.TemporaryDirectory(dir=settings.FILE_UPLOAD_TEMP_DIR) as folder:
        kept = Path(folder) / "kept"
        cut_outside_links(arrival.path, kept, limits=limits())
        return "", kept.read_bytes()


def _made(arrival: Arrival) -> str:
    if arrival.converted_from:
        return CONVERTED
    return REWRITTEN if arrival.admitted.verdict.kind in PICTURES else ""


def _sha256(path: Path) -> str:
    if not path.is_file():
        return ""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
