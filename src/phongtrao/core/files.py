"""Stored files: content-addressed bytes, written before the row, served as inert attachments."""

import hashlib
import os
import tempfile
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.http import FileResponse

from phongtrao.core import clock
from phongtrao.core.audit import Author
from phongtrao.core.errors import N_, Refused
from phongtrao.core.models import StoredFile

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
}


def store(data: bytes, *, name: str, kind: str, by: Author) -> StoredFile:
    """Keep bytes that the gate has admitted; the file is on disk, flushed, before its row is."""
    digest = hashlib.sha256(data).hexdigest()
    _write_once(_path(digest), data)
    return StoredFile.objects.create(
        sha256=digest,
        name=name,
        kind=kind,
        size=len(data),
        created_at=clock.now(),
        created_by_id=by.account_id,
    )


def read(stored: StoredFile) -> bytes:
    """The bytes; refused when they are gone or no longer match their hash."""
    try:
        data = _path(stored.sha256).read_bytes()
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != stored.sha256:
        raise Refused(
            N_(
                "Tệp lưu trữ không còn nguyên vẹn nên không mở được. Các nội dung khác vẫn còn; "
                "hãy báo quản trị hệ thống khôi phục tệp từ bản sao lưu."
            ),
            code="file_damaged",
        )
    return data


def attachment(stored: StoredFile) -> FileResponse:
    """An answer that no browser will open as a page of ours."""
    return as_attachment(read(stored), name=stored.name, kind=stored.kind)


def as_attachment(data: bytes, *, name: str, kind: str) -> FileResponse:
    """Bytes as a download with an inert type and a sandboxing policy."""
    response = FileResponse(iter([data]), content_type=_TYPES.get(kind, "application/octet-stream"))
    ascii_name = f"tep.{kind}" if kind in _TYPES else "tep"
    response["Content-Disposition"] = (
        f"attachment; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(name)}"
    )
    response["Content-Length"] = str(len(data))
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def _path(digest: str) -> Path:
    return Path(settings.FILES_DIR) / digest[:2] / digest[2:4] / digest


def _write_once(path: Path, data: bytes) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    Path(temporary).replace(path)
