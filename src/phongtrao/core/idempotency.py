"""One-time keys: a form sent twice acts once and gets the same answer."""

import hashlib
import uuid
from collections.abc import Callable, Iterable
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase

from phongtrao.core import clock
from phongtrao.core.errors import N_, InvalidInput
from phongtrao.core.models import IdempotencyRecord

FIELD = "_once"
# An answer so marked is shown and kept nowhere: the same key again leads to the page itself.
SHOWN_ONCE = "shown_once"
KEPT_FOR = timedelta(days=7)
FORM_TYPES = {"application/x-www-form-urlencoded", "multipart/form-data", ""}
_MAX_KEY = 64


def new_key() -> str:
    """A fresh key for the hidden field of a form."""
    return uuid.uuid4().hex


def once(request: HttpRequest, act: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """Run `act` in one transaction with its key, or repeat the answer the key already had.

    An answer of 400 and above undoes everything, the key too, so the corrected form may use it.
    Raises InvalidInput when the key is missing or was used for another content.
    """
    key = request.POST.get(FIELD) or request.headers.get("Idempotency-Key") or ""
    if not key or len(key) > _MAX_KEY:
        raise InvalidInput(
            N_("Biểu mẫu thiếu mã gửi một lần nên chưa lưu gì. Hãy tải lại trang rồi gửi lại."),
            code="once_missing",
        )
    print_ = content_hash(request)
    try:
        with transaction.atomic():
            return _first_time(request, key, print_, act)
    except _UndoError as undo:
        return undo.response
    except _SeenError:
        return _again(request, key, print_)


def content_hash(request: HttpRequest, *, without: Iterable[str] = ()) -> str:
    """A hash of what was sent where, files and all, without the one-time key and CSRF token."""
    left_out = {FIELD, "csrfmiddlewaretoken", *without}
    digest = hashlib.sha256(request.path.encode())
    for name in sorted(request.POST):
        if name not in left_out:
            digest.update(repr((name, request.POST.getlist(name))).encode())
    for name in sorted(request.FILES):
        for upload in request.FILES.getlist(name):
            digest.update(repr((name, upload.name, upload.size)).encode())
            for chunk in upload.chunks():
                digest.update(chunk)
            upload.seek(0)
    if (request.content_type or "") not in FORM_TYPES:
        digest.update(request.body)
    return digest.hexdigest()


def forget_old() -> int:
    """Delete keys older than a week; returns how many."""
    deleted, _ = IdempotencyRecord.objects.filter(created_at__lt=clock.now() - KEPT_FOR).delete()
    return deleted


class _UndoError(Exception):
    def __init__(self, response: HttpResponseBase) -> None:
        super().__init__("undo")
        self.response = response


class _SeenError(Exception):
    """The key is taken."""


def _account_id(request: HttpRequest) -> int:
    # `requires` lets nobody through who is not signed in.
    return int(request.user.pk or 0)


def _first_time(
    request: HttpRequest, key: str, print_: str, act: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    try:
        with transaction.atomic():
            row = IdempotencyRecord.objects.create(
                key=key,
                account_id=_account_id(request),
                content_hash=print_,
                created_at=clock.now(),
            )
    except IntegrityError:
        raise _SeenError from None
    response = act()
    if response.status_code >= 400:
        raise _UndoError(response)
    row.status = response.status_code
    row.location = response.headers.get("Location", "")
    if getattr(response, SHOWN_ONCE, False):
        row.status, row.location = 302, request.get_full_path()
    elif not row.location and isinstance(response, HttpResponse):
        row.body = response.content.decode(response.charset or "utf-8", errors="replace")
    row.save(update_fields=["status", "location", "body"])
    return response


def _again(request: HttpRequest, key: str, print_: str) -> HttpResponse:
    row = IdempotencyRecord.objects.get(key=key, account_id=_account_id(request))
    if row.content_hash != print_:
        raise InvalidInput(
            N_(
                "Biểu mẫu này đã được gửi với nội dung khác. Nội dung gửi lần đầu đã được lưu; "
                "hãy tải lại trang để xem rồi sửa tiếp."
            ),
            code="once_reused",
        )
    if row.location:
        return HttpResponseRedirect(row.location, status=row.status)
    wants_json = request.headers.get("Accept", "").startswith("application/json")
    kind = "application/json" if wants_json else None
    return HttpResponse(row.body, status=row.status or 200, content_type=kind)
