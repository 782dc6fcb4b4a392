"""The Word draft of a letter that urges the late of a round."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from phongtrao.core import clock, files
from phongtrao.core.errors import N_, Forbidden, Refused
from phongtrao.core.http import requires
from phongtrao.org.middleware import actor_of
from phongtrao.publishing.actions.late_papers import late_bytes
from phongtrao.reporting import permissions
from phongtrao.reporting.forms.decisions import chosen_keys
from phongtrao.reporting.queries import overdue_in, round_for


@requires("report.return")
@require_safe
def late_word(request: HttpRequest, pk: int) -> FileResponse:
    """*Công văn đôn đốc* to the ticked bodies (b=…), else to all that are late, as a Word file."""
    actor = actor_of(request)
    round_ = round_for(actor, pk)
    if not permissions.can_urge(actor, round_):
        raise Forbidden(N_("Chỉ cơ quan duyệt báo cáo của cấp này mới đôn đốc được."))
    chosen = chosen_keys(request.GET.getlist("b")) or None
    items = overdue_in(actor, round_, clock.now(), only=chosen)
    if not items or actor.body is None:
        raise Refused(N_("Không có cơ quan nào quá hạn mà chưa gửi báo cáo."), code="none_late")
    made = late_bytes(round_, items, issuer=actor.body, day=actor.day)
    return files.as_attachment(made, name=f"cong-van-don-doc-bao-cao-{pk}.docx", kind="docx")
