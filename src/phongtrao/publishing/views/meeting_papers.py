"""The notice of a meeting's conclusions; read through the meeting's own door of scope."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from phongtrao.core import files
from phongtrao.core.errors import N_, Refused
from phongtrao.core.http import requires
from phongtrao.fieldwork.meetings.queries import meeting_for
from phongtrao.org.middleware import actor_of
from phongtrao.publishing.actions.meeting_papers import notice_bytes


@requires("movement.read")
@require_safe
def meeting_notice(request: HttpRequest, pk: int) -> FileResponse:
    """*Thông báo kết luận*, as a Word file. Refused while there is no conclusion."""
    meeting = meeting_for(actor_of(request), pk)
    found = list(meeting.conclusions.select_related("body"))
    if not found:
        raise Refused(N_("Chưa ghi kết luận nào. Hãy ghi kết luận trước khi thông báo."))
    made = notice_bytes(meeting, found)
    return files.as_attachment(made, name=f"thong-bao-ket-luan-{pk}.docx", kind="docx")
