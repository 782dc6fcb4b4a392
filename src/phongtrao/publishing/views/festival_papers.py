"""The Word drafts of a festival site; read through the site's own door of scope."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from phongtrao.core import files
from phongtrao.core.errors import N_, Refused
from phongtrao.core.http import requires
from phongtrao.fieldwork.events.queries import site_for
from phongtrao.org.middleware import actor_of
from phongtrao.publishing.actions.festival_papers import invitation_bytes, report_bytes


@requires("movement.read")
@require_safe
def festival_invitation(request: HttpRequest, pk: int) -> FileResponse:
    """*Giấy mời* of a site, as a Word file. Refused where nobody has been invited."""
    site = site_for(actor_of(request), pk)
    invited = list(site.invitations.select_related("body"))
    if not invited:
        raise Refused(N_("Điểm này chưa mời cơ quan nào. Hãy ghi giấy mời trước."))
    made = invitation_bytes(site, invited)
    return files.as_attachment(made, name=f"giay-moi-{pk}.docx", kind="docx")


@requires("movement.read")
@require_safe
def festival_report(request: HttpRequest, pk: int) -> FileResponse:
    """*Báo cáo kết quả* of a site, as a Word file. Refused before there is a result."""
    site = site_for(actor_of(request), pk)
    if getattr(site, "result", None) is None:
        raise Refused(N_("Điểm này chưa ghi kết quả. Hãy ghi kết quả trước."))
    made = report_bytes(site)
    return files.as_attachment(made, name=f"bao-cao-ngay-hoi-{pk}.docx", kind="docx")
