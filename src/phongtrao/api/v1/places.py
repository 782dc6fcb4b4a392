"""Who the token acts for, and the areas of any day."""

from datetime import date
from typing import Annotated, cast

from django.conf import settings
from django.http import HttpRequest
from ninja import Query, Router

from phongtrao.api import schemas
from phongtrao.api.door import REFUSALS, actor_of, door
from phongtrao.api.paging import Cursor, Limit, Page, piece
from phongtrao.core import clock
from phongtrao.org.models import AreaVersion
from phongtrao.org.queries import area_versions_on, areas_called

router = Router()
Day = Annotated[date | None, Query(None, description="Ngày hỏi; không có: hôm nay.")]
Code = Annotated[str | None, Query(None, max_length=20, description="Mã địa bàn.")]


@router.get(
    "/me", response={200: schemas.Me, **REFUSALS}, url_name="me", summary="Mã này thuộc về ai"
)
@door("signed-in")
def me(request: HttpRequest) -> schemas.Me:
    """Chức trách, quyền và hạn của mã truy cập."""
    actor = actor_of(request)
    assert actor.posting is not None
    assert actor.token is not None
    body = actor.posting.body
    return schemas.Me(
        account=actor.account.full_name,
        capacity=actor.posting.capacity,
        body=body.name,
        body_kind=body.kind_id,
        area=places([body.area_id], actor.day).get(body.area_id),
        capabilities=[each for each in actor.token.capabilities if actor.can(each)],
        token=actor.token.name,
        valid_to=actor.token.valid_to,
        calls_a_minute=settings.API_CALLS_A_MINUTE,
    )


@router.get(
    "/areas",
    response={200: Page[schemas.Area], **REFUSALS},
    url_name="area-list",
    summary="Địa bàn có hiệu lực vào một ngày, cấp trên trước",
)
@door("area.read")
def area_list(
    request: HttpRequest,
    limit: Limit,
    cursor: Cursor,
    on: Day,
    within: Code,
    level: Annotated[schemas.Level | None, Query(None)],
) -> Page[schemas.Area]:
    """Mã địa bàn từng được dùng lại; hãy hỏi kèm ngày. `within`: địa bàn ấy và bên trong nó."""
    rows = area_versions_on(on or clock.today())
    if within is not None:
        tops = list(rows.filter(code=within).values_list("path", flat=True))
        rows = rows.under(tops[0]) if tops else rows.none()
    if level is not None:
        rows = rows.at_level(level)
    found, following = piece(rows, "path", cursor=cursor, limit=limit)
    return Page(items=[_area(row) for row in found], next=following)


def places(ids: list[int], day: date) -> dict[int, schemas.Place]:
    """Areas by their number, as they were called on a day."""
    return {
        pk: schemas.Place(id=pk, code=area.code, name=area.full_name)
        for pk, area in areas_called(ids, day).items()
    }


def _area(row: AreaVersion) -> schemas.Area:
    return schemas.Area(
        id=row.lineage_id,
        code=row.code,
        name=row.name,
        type=row.type,
        level=cast("schemas.Level", row.level),
        parent_id=row.parent_id,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )
