"""The minutes of a meeting: every save is a version; approved ones are closed."""

from django.db import transaction
from django.db.models import Max

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, InvalidInput, Refused, Sentence
from phongtrao.core.vietnamese import tidy
from phongtrao.fieldwork.meetings.models import Meeting, MinutesVersion
from phongtrao.fieldwork.meetings.workflow import TOOK_PLACE
from phongtrao.fieldwork.register.actions import locked, save_changed
from phongtrao.org.permissions import Actor
from phongtrao.planning.permissions import posting_of

_MOST_TEXT = 100_000


@transaction.atomic
def save_minutes(
    meeting: Meeting, *, text: str, by: Actor, expected_version: int | None = None
) -> Meeting:
    """Write the minutes; the text before stays as a version.

    Raises Forbidden, StaleVersion (somebody else saved meanwhile), Refused (not held yet, approved
    already) and InvalidInput (nothing written).
    """
    found = locked(meeting, by=by, expected_version=expected_version)
    if found.state not in TOOK_PLACE:
        raise Refused(N_("Biên bản chỉ ghi sau khi cuộc họp đã diễn ra."))
    if found.minutes_approved_on is not None:
        raise Refused(N_("Biên bản đã được duyệt nên không sửa được nữa."))
    written = tidy(text).strip()[:_MOST_TEXT]
    if not written:
        said = Sentence(N_("Hãy ghi nội dung biên bản."))
        raise InvalidInput(said, fields={"text": said})
    last = found.versions.aggregate(last=Max("number"))["last"] or 0
    MinutesVersion.objects.create(
        entry=found, number=last + 1, text=written, saved_at=clock.now(), saved_by=posting_of(by)
    )
    save_changed(found, {"minutes": written})
    audit.record("meeting.minutes_saved", found, by=by, version=last + 1)
    return found


@transaction.atomic
def approve_minutes(meeting: Meeting, *, by: Actor) -> Meeting:
    """Close the minutes. Raises Forbidden and Refused (nothing written, approved already)."""
    found = locked(meeting, by=by)
    if not found.minutes or found.minutes_approved_on is not None:
        raise Refused(N_("Không có biên bản nào chờ duyệt. Hãy tải lại trang để xem."))
    save_changed(found, {"minutes_approved_on": by.day})
    audit.record("meeting.minutes_approved", found, by=by)
    return found
