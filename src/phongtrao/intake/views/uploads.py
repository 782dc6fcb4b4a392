"""Bring papers in: each file is judged and read before the transaction begins."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import clock, uploads
from phongtrao.core.errors import DomainError
from phongtrao.core.http import page, requires
from phongtrao.core.idempotency import SHOWN_ONCE
from phongtrao.core.uploads import HeldFile, Upload
from phongtrao.intake import actions, queries
from phongtrao.intake.actions import Known
from phongtrao.intake.models import Draft
from phongtrao.intake.rules import FILES_AT_ONCE, READER
from phongtrao.intake.views.drafts import RESULTS
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import Actor

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
        return _upload_page(request)
    fault = _fault(request)
    if fault:
        return _upload_page(request, fault=fault, status=422)
    actor = actor_of(request)
    prepared = request.prepared  # type: ignore[attr-defined]  # `requires`
    held = uploads.held_files(request, _FIELD, prepared)
    begun = _begun(request, actor)
    moment = begun.received_at if begun else clock.now()
    results = [_received(upload, actor, moment) for upload in prepared if upload.hold is None]
    received = [result["pk"] for result in results if result["pk"]]
    if not received:
        return _upload_page(request, results=results, held=held, status=422)
    first = begun.pk if begun else received[0]
    if held:
        return _held_page(request, results, held, first)
    if len(results) == 1 and begun is None:
        messages.success(request, _("Đã tiếp nhận và đọc văn bản. Hãy xem từng đề xuất."))
        return redirect("intake:draft-detail", received[0])
    # Those received stand in the list that follows.
    request.session[RESULTS] = [result for result in results if not result["pk"]]
    return redirect(_batch_address(first))


def _begun(request: HttpRequest, actor: Actor) -> Draft | None:
    """The upload to which a file that was held belongs; None for a new one."""
    sent = request.POST.get("lan", "")
    known = sent.isascii() and sent.isdecimal() and len(sent) < 12
    return queries.first_of_batch(actor, int(sent)) if known else None


def _held_page(
    request: HttpRequest, results: list[dict[str, Any]], held: list[HeldFile], first: int
) -> HttpResponse:
    """What was received and what is held; a held file comes back as one of the same upload."""
    values = request.POST.copy()
    values["lan"] = str(first)
    request.POST = values  # type: ignore[assignment]  # the forms of held files carry it on
    answer = _upload_page(request, results=results, held=held, batch=_batch_address(first))
    setattr(answer, SHOWN_ONCE, True)
    return answer


def _batch_address(first: int) -> str:
    return f"{reverse('intake:draft-list')}?lan={first}&sap_xep=nhan"


def _fault(request: HttpRequest) -> str:
    count = uploads.count(request, _FIELD)
    if count == 0:
        return _("Chưa chọn tệp nào. Hãy chọn ít nhất một tệp rồi gửi lại.")
    if count > FILES_AT_ONCE:
        return _("Mỗi lần tiếp nhận nhiều nhất %(most)s tệp. Chưa lưu tệp nào.") % {
            "most": FILES_AT_ONCE
        }
    return ""


def _received(upload: Upload, actor: Actor, moment: datetime) -> dict[str, Any]:
    """What became of one file; a refused one leaves the others alone."""
    shown = {"name": upload.name or _("Tệp không tên"), "pk": None, "url": ""}
    try:
        draft = actions.receive_file(upload, by=actor, at=moment)
    except Known as known:
        url = reverse("intake:draft-detail", args=[known.draft.pk])
        return shown | {"url": url, "text": known.shown(_)}
    except DomainError as error:
        return shown | {"text": error.shown(_)}
    url = reverse("intake:draft-detail", args=[draft.pk])
    return shown | {"pk": draft.pk, "url": url, "text": _("Đã tiếp nhận, chờ xác nhận.")}


def _upload_page(
    request: HttpRequest,
    *,
    results: list[Any] | None = None,
    held: list[HeldFile] | None = None,
    fault: str = "",
    batch: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "results": results or [],
        "held_files": held or [],
        "fault": fault,
        "batch": batch,
        "most": FILES_AT_ONCE,
        "megabytes": settings.UPLOAD_LIMIT_MB,
    }
    return page(request, "intake/draft_upload.html", context, status=status)
