"""The minutes of a session of an inspection; read through the session's own door of scope."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from phongtrao.core import files
from phongtrao.core.errors import N_, Refused
from phongtrao.core.http import requires
from phongtrao.org.middleware import actor_of
from phongtrao.oversight.queries import inspects, session_for
from phongtrao.publishing.actions.session_papers import session_minutes_bytes


@requires("movement.read")
@require_safe
def session_minutes_word(request: HttpRequest, pk: int) -> FileResponse:
    """*Biên bản làm việc* as a Word file; for whoever was inspected once it is approved."""
    actor = actor_of(request)
    session = session_for(actor, pk)
    is_told = session.minutes_approved_on is not None or inspects(actor, session.entry)
    if not session.minutes or not is_told:
        raise Refused(N_("Chưa có biên bản. Hãy ghi biên bản, hoặc chờ cơ quan chủ trì duyệt."))
    made = session_minutes_bytes(session)
    return files.as_attachment(made, name=f"bien-ban-lam-viec-{pk}.docx", kind="docx")
