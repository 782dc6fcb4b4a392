"""The one way an upload comes in: through the wall, before and outside the transaction."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from phongtrao.core import files, gate
from phongtrao.core.audit import Author
from phongtrao.core.gate.links import cut_outside_links
from phongtrao.core.models import StoredFile

_LINKS_CUT = "links-cut"
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Upload:
    """A file after the wall: its cleaned name, its bytes as they may be kept, the reader's answer.

    `refusal` is the sentence of a refused or held file, empty when it may be stored.
    """

    name: str
    kind: str
    data: bytes
    refusal: str
    result: Any = None

    @property
    def accepted(self) -> bool:
        """Whether the file may be stored."""
        return not self.refusal


def limits() -> gate.GateLimits:
    """The wall's limits with the largest upload of this installation."""
    return gate.GateLimits(upload_bytes=settings.UPLOAD_LIMIT_MB * _MEGABYTE)


def judge(sent: UploadedFile, *, reader: str | None = None) -> Upload:
    """Put one upload through the wall, and through `reader` in the same cage."""
    with tempfile.TemporaryDirectory(prefix="phongtrao-") as folder:
        path = Path(folder) / "upload"
        with path.open("wb") as stream:
            for chunk in sent.chunks():
                stream.write(chunk)
        return judge_file(path, sent.name or "", reader=reader)


def judge_file(path: Path, name: str, *, reader: str | None = None) -> Upload:
    """Put one file through the wall; its links to the outside are cut out of what is kept."""
    admitted = gate.admit(path, name, reader=reader, limits=limits())
    verdict = admitted.verdict
    refusal = "" if verdict.accepted else verdict.sentence
    data = b"" if refusal else _without_outside_links(path, verdict.codes)
    return Upload(verdict.clean_name, verdict.kind or "", data, refusal, admitted.result)


def judged(request: HttpRequest, field: str = "file") -> Upload | None:
    """The upload of one form field, judged; None where none was sent."""
    sent = request.FILES.get(field)
    return judge(sent) if isinstance(sent, UploadedFile) else None


def keep(upload: Upload, *, by: Author) -> StoredFile:
    """Store an admitted file."""
    return files.store(upload.data, name=upload.name, kind=upload.kind, by=by)


def _without_outside_links(path: Path, codes: tuple[str, ...]) -> bytes:
    if _LINKS_CUT not in codes:
        return path.read_bytes()
    kept = path.with_name("kept")
    cut_outside_links(path, kept, limits=limits())
    return kept.read_bytes()
