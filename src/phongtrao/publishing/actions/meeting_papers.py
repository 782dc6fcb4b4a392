"""*Thông báo kết luận* of a meeting as a Word draft. Stores nothing.

The words are Vietnamese whatever the language of the page.
"""

from collections.abc import Sequence

from django.conf import settings
from django.utils import translation

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.meetings.models import Conclusion, Meeting
from phongtrao.fieldwork.meetings.rules import DIRECTIVE
from phongtrao.publishing.queries.names import head_of
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.papers import (
    Authority,
    AuthorityLine,
    Letterhead,
    OfficialPaper,
    PaperSection,
    Recipients,
    SectionLevel,
    SignatureBlock,
    Statement,
)
from phongtrao.publishing.word.profiles import profile_on
from phongtrao.publishing.word.render import render_paper

_MOST_RECIPIENTS = 12


def notice_bytes(meeting: Meeting, conclusions: Sequence[Conclusion]) -> bytes:
    """The notice as .docx, signed TL. (by order); number and signature stay open."""
    with translation.override("vi"):
        return render_paper(
            notice_of(meeting, conclusions),
            profile=profile_on(clock.today()),
            demo_mark=settings.DEMO,
        )


def notice_of(meeting: Meeting, conclusions: Sequence[Conclusion]) -> OfficialPaper:
    """The typed content of the notice: each conclusion a clause, who acts and by when."""
    head = head_of(meeting.body, "TB", clock.today())
    chair = meeting.chair or "người chủ trì"
    bodies = list(dict.fromkeys(each.body.name for each in conclusions if each.body))
    return OfficialPaper(
        kind=PaperKind.NOTICE,
        letterhead=Letterhead(
            parent_body=head.parent_body,
            issuer=head.issuer,
            number=None,
            symbol=head.symbol,
            place=head.place,
            issued_on=None,
        ),
        abstract=f"kết luận của {chair} tại {_named(meeting)}",
        opening=_opening(meeting, chair),
        sections=tuple(_section(place, each) for place, each in enumerate(conclusions, start=1)),
        closing=f"{head.issuer} thông báo để các cơ quan biết, thực hiện",
        recipients=Recipients(tuple(bodies[:_MOST_RECIPIENTS]) or ("Như trên",)),
        signatures=(SignatureBlock((AuthorityLine(Authority.BY_ORDER, "Thủ trưởng cơ quan"),)),),
    )


def _named(meeting: Meeting) -> str:
    title = meeting.title[:1].lower() + meeting.title[1:]
    return f"{title} ngày {date_vn(meeting.held_on)}"


def _opening(meeting: Meeting, chair: str) -> str:
    venue = f", tại {meeting.venue}" if meeting.venue else ""
    return (
        f"Ngày {date_vn(meeting.held_on)}{venue}, {chair} đã chủ trì"
        f" {meeting.title[:1].lower() + meeting.title[1:]}. Sau khi nghe báo cáo và ý kiến của các"
        f" cơ quan dự họp, {chair} kết luận như sau:"
    )


def _section(place: int, each: Conclusion) -> PaperSection:
    text = each.text.rstrip(". ")
    if each.kind == DIRECTIVE and each.body and each.due_on:
        text = f"{text}. Giao {each.body.name} thực hiện, xong trước ngày {date_vn(each.due_on)}"
    return PaperSection(SectionLevel.CLAUSE, "", "", (Statement(f"{place}. {text}."),))
