"""A file of a form, judged by the wall before the transaction of the request begins."""

import tempfile
from dataclasses import dataclass

from django.http import HttpRequest

from phongtrao.core import files, gate
from phongtrao.core.models import StoredFile
from phongtrao.org.permissions import Actor


@dataclass(frozen=True, slots=True)
class Upload:
    """What the wall said of a file; `refusal` is empty when it may be stored."""

    data: bytes
    name: str
    kind: str
    refusal: str


def judged_file(request: HttpRequest) -> Upload | None:
    """The uploaded `file`, judged in the wall's child process; None where none was sent."""
    sent = request.FILES.get("file")
    if sent is None:
        return None
    data = b"".join(sent.chunks())
    with tempfile.NamedTemporaryFile() as kept:
        kept.write(data)
        kept.flush()
        verdict = gate.admit(kept.name, sent.name or "").verdict
    refusal = "" if verdict.accepted else verdict.sentence
    return Upload(data, verdict.clean_name, verdict.kind or "", refusal)


def stored(upload: Upload | None, *, by: Actor) -> StoredFile | None:
    """Keep an admitted file."""
    if upload is None or upload.refusal:
        return None
    return files.store(upload.data, name=upload.name, kind=upload.kind, by=by)
