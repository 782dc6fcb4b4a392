"""Indicators of the catalogue, and the forms in which the caller's kind of body takes part."""

from typing import Any

from django.http import HttpRequest
from ninja import Path, Router

from phongtrao.api import schemas
from phongtrao.api.door import REFUSALS, actor_of, door
from phongtrao.api.paging import Cursor, Limit, Page, piece
from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.reporting.models import TemplateVersion
from phongtrao.reporting.queries import templates_for
from phongtrao.reporting.queries.designs import indicators_for

router = Router()


@router.get(
    "/indicators",
    response={200: Page[schemas.IndicatorOut], **REFUSALS},
    url_name="indicator-list",
    summary="Danh mục chỉ tiêu, theo mã",
)
@door("report.read")
def indicator_list(
    request: HttpRequest, limit: Limit, cursor: Cursor
) -> Page[schemas.IndicatorOut]:
    """Chỉ tiêu đang tắt cũng có, kèm lý do."""
    rows = indicators_for(actor_of(request))
    found, following = piece(rows, "code", cursor=cursor, limit=limit)
    items = [schemas.IndicatorOut.from_orm(row) for row in found]
    return Page(items=items, next=following)


@router.get(
    "/templates",
    response={200: Page[schemas.TemplateOut], **REFUSALS},
    url_name="template-list",
    summary="Biểu mẫu mà loại cơ quan của bạn tham gia",
)
@door("report.read")
def template_list(request: HttpRequest) -> Page[schemas.TemplateOut]:
    """Bản mới nhất của từng biểu; không phân trang."""
    rows = templates_for(actor_of(request))
    return Page(items=[schemas.TemplateOut(**_head(row)) for row in rows], next=None)


@router.get(
    "/templates/{code}",
    response={200: schemas.TemplateDetail, **REFUSALS},
    url_name="template-detail",
    summary="Một biểu mẫu với các ô",
)
@door("report.read")
def template_detail(
    request: HttpRequest, code: str = Path(..., max_length=40)
) -> schemas.TemplateDetail:
    """`key` của ô là tên dùng khi đọc và nhập báo cáo."""
    row = _template(actor_of(request), code)
    return schemas.TemplateDetail(
        **_head(row),
        sections=[
            schemas.FormSection(code=s["code"], name=s["name"], topics=s.get("topics", []))
            for s in row.sections
        ],
        cells=[schemas.FormCell(**_cell(cell)) for cell in row.cells],
    )


def _template(actor: Actor, code: str) -> TemplateVersion:
    found = templates_for(actor).filter(template__code=code).first()
    if found is None:
        raise NotFound
    return found


def _head(row: TemplateVersion) -> dict[str, Any]:
    return {
        "code": row.template.code,
        "name": row.template.name,
        "version": row.n,
        "kinds": row.kinds,
        "period_kind": row.period_kind,
    }


def _cell(cell: dict[str, Any]) -> dict[str, Any]:
    return {name: cell.get(name, "") for name in schemas.FormCell.model_fields}
