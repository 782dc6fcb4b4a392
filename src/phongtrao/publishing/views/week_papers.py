"""The calendar of a week as a Word file; read through the week's own door of scope."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from phongtrao.core import files
from phongtrao.core.http import requires
from phongtrao.fieldwork.weeks.queries import week_for
from phongtrao.org.middleware import actor_of
from phongtrao.publishing.actions.week_papers import week_bytes


@requires("week.read")
@require_safe
def week_word(request: HttpRequest, pk: int) -> FileResponse:
    """*Lịch công tác tuần* with its changes, as a Word file."""
    actor = actor_of(request)
    made = week_bytes(week_for(actor, pk), actor)
    return files.as_attachment(made, name=f"lich-cong-tac-tuan-{pk}.docx", kind="docx")
