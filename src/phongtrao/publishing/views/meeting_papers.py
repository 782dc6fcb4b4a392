"""Papers of a meeting: invitation, the notice of its conclusions, all materials as one PDF.

Read through the meeting's own door of scope.
"""

from typing import Any

from django.forms import Form
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import files
from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.errors import N_, NotFound, Refused
from phongtrao.core.http import requires
from phongtrao.fieldwork.meetings.queries import invitations_of, meeting_for, meeting_shown
from phongtrao.org.middleware import actor_of
from phongtrao.publishing import jobs
from phongtrao.publishing.actions.meeting_books import ask_book
from phongtrao.publishing.actions.meeting_invitations import meeting_invitation_bytes
from phongtrao.publishing.actions.meeting_papers import notice_bytes
from phongtrao.publishing.queries.meeting_books import (
    book_for,
    contents_of_meeting,
    latest_book,
)
from phongtrao.publishing.workflow import BOOK_TONES, BookState


@requires("movement.read")
@require_safe
def meeting_notice(request: HttpRequest, pk: int) -> FileResponse:
    """*Thông báo kết luận*, as a Word file. Refused while there is no conclusion."""
    meeting = meeting_for(actor_of(request), pk)
    found = list(
        meeting.conclusions.select_related("body", "programme").prefetch_related("parts__body")
    )
    if not found:
        raise Refused(N_("Chưa ghi kết luận nào. Hãy ghi kết luận trước khi thông báo."))
    made = notice_bytes(meeting, found, signer=request.GET.get("chuc_vu", "")[:120])
    return files.as_attachment(made, name=f"thong-bao-ket-luan-{pk}.docx", kind="docx")


@requires("movement.read")
@require_safe
def meeting_book(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the book of a meeting is, and the way to it."""
    meeting = meeting_shown(actor_of(request), pk)
    return _book_page(request, meeting, Form())


@requires("movement.read")
@require_POST
def meeting_bind(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for all materials of a meeting as one PDF; the worker makes it."""
    actor = actor_of(request)
    meeting, form = meeting_shown(actor, pk), Form(request.POST)
    made = attempt(form, lambda: ask_book(meeting, by=actor))
    if made is None:
        return _book_page(request, meeting, form)
    jobs.make_book.enqueue(made.pk)
    return redirect("publishing:meeting-book", pk)


@requires("movement.read")
@require_safe
def book_file(request: HttpRequest, pk: int) -> FileResponse:
    """The book as PDF."""
    book = book_for(actor_of(request), pk)
    if book.file is None:
        raise NotFound
    return files.attachment(book.file)


def _book_page(request: HttpRequest, meeting: Any, form: Any) -> HttpResponse:
    contents = contents_of_meeting(actor_of(request), meeting.pk)
    book = latest_book(actor_of(request), meeting)
    context = {
        "meeting": meeting,
        "contents": contents,
        "book": book,
        "may_notify": meeting.is_whole and meeting.conclusion_count > 0,
        "state": (BookState(book.state).label, BOOK_TONES[BookState(book.state)]) if book else None,
        "form": form,
    }
    return form_page(request, "publishing/meeting_book.html", context)


@requires("movement.read")
@require_safe
def meeting_invitation(request: HttpRequest, pk: int) -> FileResponse:
    """*Giấy mời* of a meeting, as a Word file. Refused where nobody is invited."""
    meeting = meeting_for(actor_of(request), pk)
    invited = [row for row in invitations_of(meeting) if row.withdrawn_on is None]
    if not invited:
        raise Refused(N_("Chưa mời cơ quan nào. Hãy ghi giấy mời trước."))
    made = meeting_invitation_bytes(meeting, invited)
    return files.as_attachment(made, name=f"giay-moi-hop-{pk}.docx", kind="docx")
