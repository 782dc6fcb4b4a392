"""*Giấy mời* of a meeting as a Word draft. Stores nothing.

The words are Vietnamese whatever the language of the page.
"""

from collections.abc import Sequence

from django.conf import settings
from django.utils import translation

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.meetings.models import Invitation, Meeting
from phongtrao.publishing.actions.letterheads import letterhead_of
from phongtrao.publishing.queries.names import head_of
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.papers import (
    Authority,
    AuthorityLine,
    Entry,
    OfficialPaper,
    PaperSection,
    Recipients,
    SectionLevel,
    SignatureBlock,
    Statement,
)
from phongtrao.publishing.word.profiles import profile_on
from phongtrao.publishing.word.render import render_paper

_MOST_ADDRESSEES = 12  # more are named in the text, not at the head


def meeting_invitation_bytes(meeting: Meeting, invited: Sequence[Invitation]) -> bytes:
    """The invitation as .docx; the number and the signature stay open."""
    with translation.override("vi"):
        return render_paper(
            meeting_invitation_of(meeting, invited),
            profile=profile_on(clock.today()),
            demo_mark=settings.DEMO,
        )


def meeting_invitation_of(meeting: Meeting, invited: Sequence[Invitation]) -> OfficialPaper:
    """The typed content: posts and bodies invited, day, place, agenda, by when to answer."""
    head = head_of(meeting.body, "GM", clock.today())
    called = [f"{row.post} {row.body.name}" for row in invited]
    many = len(called) > _MOST_ADDRESSEES
    what = meeting.title[:1].lower() + meeting.title[1:]
    return OfficialPaper(
        kind=PaperKind.INVITATION,
        letterhead=letterhead_of(head),
        abstract=f"dự {what}",
        addressees=("Các cơ quan có tên dưới đây",) if many else tuple(called),
        entries=(
            Entry("Tới dự", what),
            Entry("Chủ trì", meeting.chair or meeting.body.name),
            Entry("Thời gian", _time(meeting)),
            Entry("Địa điểm", meeting.venue or meeting.body.name),
        ),
        sections=tuple(_sections(meeting, called if many else [])),
        closing="Trân trọng kính mời",
        recipients=Recipients(("Như trên",)),
        signatures=(SignatureBlock((AuthorityLine(Authority.OWN, ""),)),),
    )


def _time(meeting: Meeting) -> str:
    at = meeting.starts_at
    hour = f"{at.hour:02d} giờ {at.minute:02d} phút, " if at else ""
    return f"{hour}ngày {date_vn(meeting.held_on)}"


def _sections(meeting: Meeting, called: Sequence[str]) -> list[PaperSection]:
    items = [item.content.rstrip(".; ") for item in meeting.agenda.all()]
    found = []
    if items:
        lines = [f"Nội dung: {'; '.join(items)}."]
        found.append(_plain(lines))
    if meeting.reply_by:
        found.append(_plain([f"Đề nghị trả lời giấy mời trước ngày {date_vn(meeting.reply_by)}."]))
    if called:
        found.append(_plain([f"- {name};" for name in called]))
    return found


def _plain(lines: Sequence[str]) -> PaperSection:
    return PaperSection(SectionLevel.CLAUSE, "", "", tuple(map(Statement, lines)))
