"""The Word draft of a letter that urges; it is read through its own door of scope."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from phongtrao.core import files
from phongtrao.core.http import requires
from phongtrao.org.middleware import actor_of
from phongtrao.planning.queries import urged_in, urging_for
from phongtrao.publishing.actions.urging_papers import urging_bytes


@requires("task.read")
@require_safe
def urging_word(request: HttpRequest, pk: int) -> FileResponse:
    """*Công văn đôn đốc*, as a Word file."""
    urging = urging_for(actor_of(request), pk)
    made = urging_bytes(urging, urged_in(urging))
    return files.as_attachment(made, name=f"cong-van-don-doc-{pk}.docx", kind="docx")
