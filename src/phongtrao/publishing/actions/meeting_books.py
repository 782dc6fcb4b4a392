"""The book of a meeting: asked for, made by the worker within what the asker may still see."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, files, notify
from phongtrao.core.errors import N_, NotFound, Refused
from phongtrao.fieldwork.meetings.models import Meeting
from phongtrao.org.permissions import Actor
from phongtrao.planning.permissions import posting_of
from phongtrao.publishing.dossier.meeting_book import book_pdf
from phongtrao.publishing.models import MeetingBook
from phongtrao.publishing.queries.meeting_books import contents_of_meeting
from phongtrao.publishing.workflow import BookState


@transaction.atomic
def ask_book(meeting: Meeting, *, by: Actor) -> MeetingBook:
    """Ask for the book of a visible meeting. Raises NotFound, Refused (one is being made)."""
    total = len(contents_of_meeting(by, meeting.pk).papers)
    rows = MeetingBook.objects.filter(meeting=meeting, state=BookState.WAITING)
    if rows.filter(asked_by__body_id=by.body_id or 0).exists():
        raise Refused(N_("Tập tài liệu đang được ghép; hãy đợi xong rồi tải."))
    made = MeetingBook.objects.create(
        meeting=meeting, asked_by=posting_of(by), asked_at=clock.now(), total=total
    )
    audit.record("meeting.book_asked", meeting, by=by, papers=total)
    return made


def make_book(pk: int) -> str:
    """Make a book that waits; the state it is left in. Run by the worker, perhaps twice."""
    book = (
        MeetingBook.objects.select_related("asked_by__account", "asked_by__body")
        .filter(pk=pk, state=BookState.WAITING)
        .first()
    )
    if book is None:
        return ""
    by = Actor(book.asked_by.account, book.asked_by, clock.today())
    rows = MeetingBook.objects.filter(pk=pk, state=BookState.WAITING)
    try:
        if not book.asked_by.holds_on(clock.today()) or not by.can("movement.read"):
            raise NotFound
        contents = contents_of_meeting(by, book.meeting_id)
    except NotFound:
        said = _("Người yêu cầu không còn quyền xem cuộc họp này nên tập tài liệu không được ghép.")
        rows.update(state=BookState.FAILED, failure=said)
        return str(BookState.FAILED)
    rows.update(total=len(contents.papers))
    data, named = book_pdf(contents, lambda count: _told(pk, count))
    with transaction.atomic():
        name = f"tap-tai-lieu-hop-{book.meeting_id}.pdf"
        kept = files.store(data, name=name, kind="pdf", by=by)
        rows.update(state=BookState.READY, file=kept, only_named=named)
        notify.notify(
            [book.asked_by.account_id],
            kind="meeting.book",
            text=_("Đã ghép xong tập tài liệu: %(title)s") % {"title": contents.meeting.title},
            address=reverse("publishing:meeting-book", args=[book.meeting_id]),
        )
    return str(BookState.READY)


def give_up_book(pk: int) -> None:
    """Note that the worker failed at a book; nothing else has changed."""
    said = _("Máy chưa ghép được tập tài liệu. Các tài liệu vẫn còn ở trang cuộc họp.")
    MeetingBook.objects.filter(pk=pk, state=BookState.WAITING).update(
        state=BookState.FAILED, failure=said
    )


def _told(pk: int, count: int) -> None:
    MeetingBook.objects.filter(pk=pk).update(done=count)
