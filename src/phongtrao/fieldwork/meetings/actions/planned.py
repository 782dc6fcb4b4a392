"""What every step before a meeting asks: the meeting is still planned, the bodies still exist."""

from collections.abc import Iterable
from datetime import date

from phongtrao.core.errors import N_, InvalidInput, Refused, Sentence
from phongtrao.fieldwork.meetings.models import Meeting
from phongtrao.fieldwork.meetings.workflow import MeetingState
from phongtrao.fieldwork.register.actions import locked
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor


def planned(meeting: Meeting, by: Actor) -> Meeting:
    """The meeting, locked, while it is prepared; raises Forbidden and Refused."""
    found = locked(meeting, by=by)
    if found.state != MeetingState.PLANNED:
        raise Refused(
            N_("Cuộc họp đã diễn ra hoặc không họp nữa nên phần chuẩn bị chỉ để đọc."),
            code="not_planned",
        )
    return found


def require_bodies_hold(bodies: Iterable[Body], day: date, *, field: str) -> None:
    """Raises InvalidInput that names bodies which have ended by a day."""
    gone = [body.name for body in bodies if not body.holds_on(day)]
    if gone:
        said = N_(
            "%(names)s không còn hoạt động vào ngày họp. Hãy mời cơ quan tiếp nhận; "
            "các giấy mời khác giữ nguyên."
        )
        sentence = Sentence(said, {"names": ", ".join(gone[:5])})
        raise InvalidInput(sentence, fields={field: sentence})
