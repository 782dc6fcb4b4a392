"""Papers of an inspection; read through the inspection's own door of scope."""

from typing import Any

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from phongtrao.core import files
from phongtrao.core.errors import N_, NotFound, Refused
from phongtrao.core.http import requires
from phongtrao.org.middleware import actor_of
from phongtrao.oversight.models import Inspection
from phongtrao.oversight.queries import inspection_for, inspects, recommendation_rows
from phongtrao.publishing.actions.inspection_papers import conclusion_bytes, remedies_bytes


@requires("movement.read")
@require_safe
def inspection_conclusion(request: HttpRequest, pk: int) -> FileResponse:
    """*Kết luận kiểm tra* to all inspected bodies, for those who inspect."""
    actor = actor_of(request)
    inspection = _concluded(request, pk)
    if not inspects(actor, inspection):
        raise NotFound
    inspected = [each.body for each in inspection.inspected.select_related("body")]
    asked = list(recommendation_rows(actor).filter(entry=inspection))
    return _conclusion(inspection, inspected, asked, f"ket-luan-kiem-tra-{pk}.docx")


@requires("movement.read")
@require_safe
def inspection_conclusion_to(request: HttpRequest, pk: int, body_id: int) -> FileResponse:
    """*Kết luận kiểm tra* to one inspected body with what is asked of it alone."""
    actor = actor_of(request)
    inspection = _concluded(request, pk)
    found = inspection.inspected.select_related("body").filter(body=body_id).first()
    if found is None or not (inspects(actor, inspection) or actor.body_id == body_id):
        raise NotFound
    asked = list(recommendation_rows(actor).filter(entry=inspection, body=body_id))
    name = f"ket-luan-kiem-tra-{pk}-{body_id}.docx"
    return _conclusion(inspection, [found.body], asked, name)


@requires("movement.read")
@require_safe
def inspection_remedies(request: HttpRequest, pk: int, body_id: int) -> FileResponse:
    """The report of remedies of one owner, as far as the reader may see them."""
    actor = actor_of(request)
    inspection = _concluded(request, pk)
    asked = list(recommendation_rows(actor).filter(entry=inspection, body=body_id))
    if not asked:
        raise NotFound
    made = remedies_bytes(inspection, asked[0].body, asked)
    return files.as_attachment(made, name=f"bao-cao-khac-phuc-{pk}-{body_id}.docx", kind="docx")


def _concluded(request: HttpRequest, pk: int) -> Inspection:
    found: Inspection = inspection_for(actor_of(request), pk)
    if found.concluded_on is None:
        raise Refused(
            N_("Cuộc kiểm tra chưa có kết luận. Hãy ghi kết luận kiểm tra trước khi tải văn bản.")
        )
    return found


def _conclusion(inspection: Inspection, inspected: Any, asked: Any, name: str) -> FileResponse:
    day = inspection.concluded_on
    seats = [
        f"{seat.duty} ({seat.body.name})"
        for seat in inspection.members.select_related("body")
        if day is not None and seat.sits_on(day)
    ]
    outside = [line.strip() for line in inspection.outside_members.splitlines() if line.strip()]
    made = conclusion_bytes(inspection, inspected, asked, [*seats, *outside])
    return files.as_attachment(made, name=name, kind="docx")
