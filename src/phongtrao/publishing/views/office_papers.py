"""Word drafts of papers about officials in office: minutes of a handover, a delegation."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from phongtrao.core import files
from phongtrao.core.http import requires
from phongtrao.org import queries as org
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import may_read_handover
from phongtrao.publishing.actions.office_papers import authorisation_bytes, minutes_bytes


@requires("inbox.read")
@require_safe
def handover_word(request: HttpRequest, pk: int) -> FileResponse:
    """The minutes of a handover; with counts alone for whoever reads no content."""
    actor = actor_of(request)
    handover = org.handover_for(actor, pk)
    held = org.recorded(handover) if may_read_handover(actor, handover) else None
    made = minutes_bytes(handover, held)
    return files.as_attachment(made, name=f"bien-ban-ban-giao-{pk}.docx", kind="docx")


@requires("inbox.read")
@require_safe
def delegation_word(request: HttpRequest, pk: int) -> FileResponse:
    """The *giấy ủy quyền* of a delegation."""
    made = authorisation_bytes(org.delegation_seen(actor_of(request), pk))
    return files.as_attachment(made, name=f"giay-uy-quyen-{pk}.docx", kind="docx")
