"""Stored files: content-addressed bytes, written before the row, served as inert attachments.

Where PHONGTRAO_FILES_HOST names a host of their own, the pages' host serves no stored byte: it
leads to that host by a signed address that holds for a minute, and that host serves nothing else.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.core import signing
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from phongtrao.core import clock
from phongtrao.core.audit import Author
from phongtrao.core.errors import N_, Refused
from phongtrao.core.models import StoredFile

_AWAY = "/tep/"
_SALT = "files-host"
_VALID_SECONDS = 60
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xml": "application/xml",
    "png": "image/png",
    "jpg": "image/jpeg",
}


def store(
    data: bytes, *, name: str, kind: str, by: Author, original_sha256: str = ""
) -> StoredFile:
    """Keep bytes that the gate has admitted; the file is on disk, flushed, before its row is.

    `original_sha256` is the hash of what was sent, where other bytes are kept.
    """
    digest = hashlib.sha256(data).hexdigest()
    _write_once(_path(digest), data)
    return StoredFile.objects.create(
        sha256=digest,
        name=name,
        kind=kind,
        size=len(data),
        created_at=clock.now(),
        created_by_id=by.account_id,
        original_sha256=original_sha256,
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


def discard(digest: str) -> None:
    """Take bytes off the disk; call once no row holds them, after the commit that took the last."""
    _path(digest).unlink(missing_ok=True)


def attachment(stored: StoredFile) -> FileResponse:
    """An answer that no browser will open as a page of ours, or the way to the files' host."""
    if settings.FILES_HOST:
        return _led_away(stored)
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


class FilesHostMiddleware:
    """On the files' host answers every request itself; stands before sessions and pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not settings.FILES_HOST or request.get_host().lower() != settings.FILES_HOST:
            return self.get_response(request)
        if request.method not in {"GET", "HEAD"} or not request.path.startswith(_AWAY):
            return _said(N_("Không có trang này."), 404)
        try:
            pk, digest = signing.loads(
                request.path.removeprefix(_AWAY), salt=_SALT, max_age=_VALID_SECONDS
            )
            stored = StoredFile.objects.get(pk=pk, sha256=digest)
            return as_attachment(read(stored), name=stored.name, kind=stored.kind)
        except (signing.BadSignature, StoredFile.DoesNotExist):
            return _said(
                N_("Địa chỉ tải tệp đã hết hạn. Hãy quay lại trang trước rồi bấm tải lại."), 404
            )
        except Refused as refusal:
            return _said(str(refusal), refusal.status)


def _led_away(stored: StoredFile) -> FileResponse:
    scheme = "https" if settings.HTTPS else "http"
    token = signing.dumps([stored.pk, stored.sha256], salt=_SALT)
    response = FileResponse(iter(()), status=302)
    response["Location"] = f"{scheme}://{settings.FILES_HOST}{_AWAY}{token}"
    response["Cache-Control"] = "private, no-store"
    return response


def _said(sentence: str, status: int) -> HttpResponse:
    """Words alone: no page of ours is made on the files' host."""
    return HttpResponse(_(sentence), status=status, content_type="text/plain; charset=utf-8")


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
