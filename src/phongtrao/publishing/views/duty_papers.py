"""The Word draft of the table of assignments; it is read through the programme's own door."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from phongtrao.core import files
from phongtrao.core.http import requires
from phongtrao.org.middleware import actor_of
from phongtrao.planning.queries import programme_for
from phongtrao.planning.queries.matrix import matrix_of
from phongtrao.publishing.actions.duty_papers import duty_table_bytes


@requires("document.read")
@require_safe
def programme_duties(request: HttpRequest, pk: int) -> FileResponse:
    """*Bảng phân công nhiệm vụ* of a programme as a Word file."""
    actor = actor_of(request)
    programme = programme_for(actor, pk)
    made = duty_table_bytes(programme, matrix_of(actor, programme), actor.day)
    return files.as_attachment(made, name="bang-phan-cong-nhiem-vu.docx", kind="docx")
