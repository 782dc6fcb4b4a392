"""The Word draft of the table of comments; it is read through its own door of scope."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from phongtrao.core import files
from phongtrao.core.http import requires
from phongtrao.org.middleware import actor_of
from phongtrao.planning.queries import comment_table
from phongtrao.publishing.actions.comment_papers import comment_table_bytes


@requires("comment.read")
@require_safe
def commentround_word(request: HttpRequest, pk: int) -> FileResponse:
    """*Nội dung – Ý kiến của – Tiếp thu, giải trình*, as a Word file."""
    actor = actor_of(request)
    made = comment_table_bytes(comment_table(actor, pk), actor.day)
    return files.as_attachment(made, name=f"tong-hop-y-kien-{pk}.docx", kind="docx")
