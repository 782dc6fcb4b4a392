"""Quorum: asked for before a meeting, reckoned from the attendance of invited bodies after it."""

from typing import Any

from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.errors import N_, InvalidInput, Refused, Sentence
from phongtrao.fieldwork.meetings.actions.planned import planned
from phongtrao.fieldwork.meetings.models import Meeting
from phongtrao.fieldwork.meetings.rules import DECISION
from phongtrao.fieldwork.meetings.rules.before import MOST_INVITED, quorum_need
from phongtrao.fieldwork.register.actions import require_within, save_changed
from phongtrao.org.permissions import Actor


@transaction.atomic
def ask_quorum(meeting: Meeting, *, bodies: int | None, percent: int | None, by: Actor) -> Meeting:
    """At least so many invited bodies, or so many of a hundred; neither asks for none.

    Raises Forbidden, Refused (not planned any more) and InvalidInput (both, out of bounds).
    """
    found = planned(meeting, by)
    if bodies is not None and percent is not None:
        said = Sentence(N_("Ghi số cơ quan hoặc tỷ lệ, không ghi cả hai."))
        raise InvalidInput(said, fields={"percent": said})
    if bodies is not None:
        require_within("bodies", bodies, 1, MOST_INVITED)
    if percent is not None:
        require_within("percent", percent, 1, 100)
    save_changed(found, {"quorum_bodies": bodies, "quorum_percent": percent})
    audit.record("meeting.quorum_asked", found, by=by, bodies=bodies, percent=percent)
    return found


def asks_quorum(meeting: Meeting) -> bool:
    """Whether a meeting needs any number of bodies."""
    return meeting.quorum_bodies is not None or meeting.quorum_percent is not None


def reached(meeting: Meeting) -> bool | None:
    """Whether enough invited bodies attended; None where none is asked for.

    Raises Refused while nobody has noted who attended.
    """
    if not asks_quorum(meeting):
        return None
    rows = list(
        meeting.invitations.filter(withdrawn_on__isnull=True, sent_on__isnull=False).values_list(
            "body_id", "attended"
        )
    )
    if all(attended is None for _body, attended in rows):
        raise Refused(
            N_("Cuộc họp cần đủ thành phần: hãy điểm danh theo giấy mời trước khi ghi đã họp.")
        )
    came = {body for body, attended in rows if attended}
    invited = {body for body, _attended in rows}
    need = quorum_need(len(invited), meeting.quorum_bodies, meeting.quorum_percent)
    return len(came) >= need


def require_said(*, is_met: bool | None, is_told: bool) -> None:
    """Raises InvalidInput where a meeting without quorum is recorded as if it had one."""
    if is_met is False and not is_told:
        said = Sentence(
            N_(
                "Không đủ thành phần theo điểm danh. Đánh dấu Không đủ thành phần để ghi: "
                "cuộc họp vẫn được ghi, nhưng không có quyết nghị."
            )
        )
        raise InvalidInput(said, fields={"without_quorum": said})


def recounted(meeting: Meeting) -> dict[str, Any]:
    """What a later correction of the attendance changes of a held meeting.

    Raises Refused where a decision stands that would have had no quorum.
    """
    is_met = reached(meeting)
    if is_met is False and meeting.conclusions.filter(kind=DECISION).exists():
        raise Refused(
            N_(
                "Theo điểm danh này cuộc họp không đủ thành phần mà đã ghi quyết nghị. "
                "Hãy bỏ quyết nghị trước; điểm danh cũ giữ nguyên."
            )
        )
    return {"quorum_met": is_met}


def require_quorum(meeting: Meeting, kind: str) -> None:
    """Raises Refused for a decision of a meeting without quorum."""
    if kind == DECISION and meeting.quorum_met is False:
        raise Refused(
            N_(
                "Cuộc họp không đủ thành phần nên không có quyết nghị. "
                "Ghi thành Chỉ đạo hoặc Ghi nhận, hoặc đưa ra kỳ họp sau."
            )
        )
