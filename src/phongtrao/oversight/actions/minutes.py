"""The minutes of a session: every save is a version; approved ones are closed."""

from django.db import transaction
from django.db.models import Max

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Refused, StaleVersion
from phongtrao.core.vietnamese import tidy
from phongtrao.org.permissions import Actor
from phongtrao.oversight.actions.inspections import refuse
from phongtrao.oversight.actions.sessions import save_session, session_locked
from phongtrao.oversight.models import InspectionSession, SessionMinutes
from phongtrao.oversight.workflow import SessionState
from phongtrao.planning.permissions import posting_of

_MOST_TEXT = 100_000


@transaction.atomic
def save_session_minutes(
    session: InspectionSession, *, text: str, by: Actor, expected_version: int | None = None
) -> InspectionSession:
    """Write the minutes; the text before stays as a version.

    Raises Forbidden, StaleVersion with both texts (somebody else saved meanwhile), Refused (not
    held yet, approved already) and InvalidInput (nothing written).
    """
    found = session_locked(session, by=by)
    written = tidy(text).strip()[:_MOST_TEXT]
    if expected_version not in (None, found.row_version):
        raise StaleVersion(
            mine={N_("Biên bản"): written},
            theirs={N_("Biên bản"): found.minutes},
            version=found.row_version,
        )
    if found.state != SessionState.HELD:
        raise Refused(N_("Biên bản chỉ ghi sau khi đã ghi buổi làm việc."))
    if found.minutes_approved_on is not None:
        raise Refused(N_("Biên bản đã được duyệt nên không sửa được nữa."))
    if not written:
        refuse("text", N_("Hãy ghi nội dung biên bản."))
    last = found.versions.aggregate(last=Max("number"))["last"] or 0
    SessionMinutes.objects.create(
        entry=found, number=last + 1, text=written, saved_at=clock.now(), saved_by=posting_of(by)
    )
    save_session(found, {"minutes": written})
    audit.record("inspectionsession.minutes_saved", found, by=by, version=last + 1)
    return found


@transaction.atomic
def approve_session_minutes(
    session: InspectionSession, *, by: Actor, expected_version: int | None = None
) -> InspectionSession:
    """Close the minutes; whoever was inspected reads them from now on.

    Raises Forbidden, StaleVersion and Refused (nothing written, approved already).
    """
    found = session_locked(session, by=by, expected_version=expected_version)
    if not found.minutes or found.minutes_approved_on is not None:
        raise Refused(N_("Không có biên bản nào chờ duyệt. Hãy tải lại trang để xem."))
    save_session(found, {"minutes_approved_on": by.day, "minutes_approved_by": posting_of(by)})
    audit.record("inspectionsession.minutes_approved", found, by=by)
    return found
