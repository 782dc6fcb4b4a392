"""The Word slip of work given inside a body; it is read through its own door of scope."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from phongtrao.core import files
from phongtrao.core.http import requires
from phongtrao.org.middleware import actor_of
from phongtrao.planning.queries.internal import internal_for
from phongtrao.publishing.actions.internal_papers import slip_bytes


@requires("internal.read")
@require_safe
def internal_slip(request: HttpRequest, pk: int) -> FileResponse:
    """*Phiếu chuyển*, as a Word file."""
    made = slip_bytes(internal_for(actor_of(request), pk))
    return files.as_attachment(made, name=f"phieu-chuyen-{pk}.docx", kind="docx")
