"""Bring papers in: each file is judged and read before the transaction begins."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import uploads
from phongtrao.core.errors import DomainError
from phongtrao.core.http import page, requires
from phongtrao.core.idempotency import SHOWN_ONCE
from phongtrao.core.uploads import HeldFile, Upload
from phongtrao.intake import actions
from phongtrao.intake.actions import Known
from phongtrao.intake.rules import FILES_AT_ONCE, READER
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import Actor

_RESULTS = "intake_results"


_FIELD = "files"


def _judged(request: HttpRequest) -> list[Upload]:
    """Every sent file, judged; none when there are too many."""
    return uploads.judged_all(request, _FIELD, reader=READER, most=FILES_AT_ONCE)


@requires("intake.upload", before=_judged)
def draft_upload(request: HttpRequest) -> HttpResponse:
    """Choose files; each is received, held or refused with its sentence, whatever the others are.

    What is held is offered on the answer itself, which is shown once and kept nowhere.
    """
    if request.method != "POST":
        return _upload_page(request, results=request.session.pop(_RESULTS, []))
    fault = _fault(request)
    if fault:
        return _upload_page(request, fault=fault, status=422)
    actor = actor_of(request)
    prepared = request.prepared  # type: ignore[attr-defined]  # `requires`
    held = uploads.held_files(request, _FIELD, prepared)
    results = [_received(upload, actor) for upload in prepared if upload.hold is None]
    if not any(result["received"] for result in results):
        return _upload_page(request, results=results, held=held, status=422)
    if held:
        answer = _upload_page(request, results=results, held=held)
        setattr(answer, SHOWN_ONCE, True)
        return answer
    if len(results) == 1:
        messages.success(request, _("Đã tiếp nhận và đọc văn bản. Hãy xem từng đề xuất."))
        return redirect(results[0]["url"])
    request.session[_RESULTS] = results
    return redirect("intake:draft-upload")


def _fault(request: HttpRequest) -> str:
    count = uploads.count(request, _FIELD)
    if count == 0:
        return _("Chưa chọn tệp nào. Hãy chọn ít nhất một tệp rồi gửi lại.")
    if count > FILES_AT_ONCE:
        return _("Mỗi lần tiếp nhận nhiều nhất %(most)s tệp. Chưa lưu tệp nào.") % {
            "most": FILES_AT_ONCE
        }
    return ""


def _received(upload: Upload, actor: Actor) -> dict[str, Any]:
    """What became of one file; a refused one leaves the others alone."""
    shown = upload.name or _("Tệp không tên")
    try:
        draft = actions.receive_file(upload, by=actor)
    except Known as known:
        url = reverse("intake:draft-detail", args=[known.draft.pk])
        return {"name": shown, "received": False, "url": url, "text": known.shown(_)}
    except DomainError as error:
        return {"name": shown, "received": False, "url": "", "text": error.shown(_)}
    url = reverse("intake:draft-detail", args=[draft.pk])
    return {"name": shown, "received": True, "url": url, "text": _("Đã tiếp nhận, chờ xác nhận.")}


def _upload_page(
    request: HttpRequest,
    *,
    results: list[Any] | None = None,
    held: list[HeldFile] | None = None,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "results": results or [],
        "held_files": held or [],
        "fault": fault,
        "most": FILES_AT_ONCE,
        "megabytes": settings.UPLOAD_LIMIT_MB,
    }
    return page(request, "intake/draft_upload.html", context, status=status)
