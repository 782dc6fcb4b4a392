"""Rounds and reports as their readers see them: states, cells, versions, completeness."""

from collections.abc import Sequence
from typing import Annotated, Any, cast

from django.http import HttpRequest
from ninja import Path, Query, Router

from phongtrao.api import schemas
from phongtrao.api.door import REFUSALS, actor_of, door
from phongtrao.api.paging import Cursor, Limit, Page, Pk, piece, whole
from phongtrao.api.v1.places import places
from phongtrao.core import clock
from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.reporting import permissions, queries
from phongtrao.reporting.cells import Cell, CellState
from phongtrao.reporting.grid.content import CellSpec, Content, specs_of
from phongtrao.reporting.models import Report, ReportVersion, Round, WorkingCopy, official
from phongtrao.reporting.queries.entry import content_of
from phongtrao.reporting.workflow import ReportState

router = Router()
RoundPk = Annotated[Pk, Path(...)]
ReportPk = Annotated[Pk, Path(...)]


@router.get(
    "/rounds",
    response={200: Page[schemas.RoundOut], **REFUSALS},
    url_name="round-list",
    summary="Các đợt báo cáo, mới mở trước",
)
@door("report.read")
def round_list(request: HttpRequest, limit: Limit, cursor: Cursor) -> Page[schemas.RoundOut]:
    """`of` và `sent` đếm trong phạm vi của bạn."""
    rows = queries.rounds_for(actor_of(request)).filter(official())
    found, following = piece(rows, "pk", cursor=cursor, limit=limit, read=whole, descending=True)
    return Page(items=_rounds(found), next=following)


@router.get(
    "/rounds/{round_id}",
    response={200: schemas.RoundOut, **REFUSALS},
    url_name="round-detail",
    summary="Một đợt báo cáo",
)
@door("report.read")
def round_detail(request: HttpRequest, round_id: RoundPk) -> schemas.RoundOut:
    """Ngoài phạm vi: 404."""
    return _rounds([_official(queries.round_for(actor_of(request), round_id))])[0]


@router.get(
    "/rounds/{round_id}/completeness",
    response={200: schemas.CompletenessOut, **REFUSALS},
    url_name="round-completeness",
    summary="Mức độ đầy đủ, đúng hạn của một đợt",
)
@door("report.read")
def round_completeness(request: HttpRequest, round_id: RoundPk) -> schemas.CompletenessOut:
    """Đếm các báo cáo trong phạm vi của bạn."""
    actor = actor_of(request)
    round_ = _official(queries.round_for(actor, round_id))
    found = queries.completeness(actor, round_, clock.now())
    return schemas.CompletenessOut(
        of=found.of, sent=found.sent, approved=found.approved, returned=found.returned,
        on_time=found.on_time, late=found.late,
    )  # fmt: skip


@router.get(
    "/reports",
    response={200: Page[schemas.ReportOut], **REFUSALS},
    url_name="report-list",
    summary="Các báo cáo trong phạm vi của bạn",
)
@door("report.read")
def report_list(
    request: HttpRequest,
    limit: Limit,
    cursor: Cursor,
    round_id: Annotated[Pk | None, Query(None, description="Chỉ một đợt.")],
    state: Annotated[ReportState | None, Query(None)],
) -> Page[schemas.ReportOut]:
    """Theo thứ tự lập; lọc theo đợt và trạng thái."""
    rows = queries.listed_reports(actor_of(request)).filter(official("round__"))
    if round_id is not None:
        rows = rows.filter(round=round_id)
    if state is not None:
        rows = rows.filter(state=state)
    found, following = piece(rows, "pk", cursor=cursor, limit=limit, read=whole)
    items = [schemas.ReportOut(**fields) for fields in report_fields(found)]
    return Page(items=items, next=following)


@router.get(
    "/reports/{report_id}",
    response={200: schemas.ReportDetail, **REFUSALS},
    url_name="report-detail",
    summary="Một báo cáo với bản mới nhất và các bản trước",
)
@door("report.read")
def report_detail(request: HttpRequest, report_id: ReportPk) -> schemas.ReportDetail:
    """Bản nháp của cơ quan báo cáo không có ở đây; `working_version` chỉ cơ quan ấy thấy."""
    actor = actor_of(request)
    report = official_report(actor, report_id)
    history = list(queries.version_rows().filter(report=report).order_by("n"))
    content, specs = _said(report, history[-1] if history else None)
    return schemas.ReportDetail(
        **report_fields([report])[0],
        cells=cells_out(specs, content.cells),
        statements=_statements(content),
        history=[schemas.VersionOut(**_version(version)) for version in history],
        working_version=_working(actor, report),
    )


@router.get(
    "/reports/{report_id}/versions/{n}",
    response={200: schemas.VersionDetail, **REFUSALS},
    url_name="report-version",
    summary="Một bản của báo cáo",
)
@door("report.read")
def report_version(
    request: HttpRequest, report_id: ReportPk, n: Annotated[int, Path(..., ge=1, le=2**31)]
) -> schemas.VersionDetail:
    """Bản đã gửi không bao giờ đổi; `hash` nối các bản thành chuỗi."""
    actor = actor_of(request)
    official_report(actor, report_id)
    version = queries.version_for(actor, report_id, n)
    content, specs = _said(version.report, version)
    return schemas.VersionDetail(
        **_version(version), cells=cells_out(specs, content.cells), statements=_statements(content)
    )


def official_report(actor: Actor, pk: int) -> Report:
    """One visible report of an official round; ``NotFound`` elsewhere: training is for people."""
    report = queries.report_for(actor, pk)
    _official(report.round)
    return report


def _official(round_: Round) -> Round:
    if round_.is_training:
        raise NotFound
    return round_


def cells_out(specs: Sequence[CellSpec], cells: Sequence[Cell]) -> list[schemas.CellOut]:
    """Every cell of a form with what it says."""
    return [
        schemas.CellOut(
            key=spec.key,
            state=cast("schemas.State", cell.state.name.lower()),
            value=_value(cell, spec.decimals),
        )
        for spec, cell in zip(specs, cells, strict=True)
    ]


def _value(cell: Cell, decimals: int) -> int | float | None:
    if cell.state not in (CellState.VALUE, CellState.ZERO):
        return None
    return cell.scaled / 10**decimals if decimals else cell.scaled


def _said(report: Report, version: ReportVersion | None) -> tuple[Content, list[CellSpec]]:
    specs = specs_of(report.round.template_version.cells)
    return content_of(version, specs), specs


def _statements(content: Content) -> list[schemas.StatementOut]:
    return [schemas.StatementOut(topic=s.topic, text=s.text) for s in content.statements]


def _working(actor: Actor, report: Report) -> int | None:
    if not permissions.can_fill(actor, report):
        return None
    copies = WorkingCopy.objects.filter(report=report)
    return copies.values_list("version", flat=True).first() or 0


def _version(version: ReportVersion) -> dict[str, Any]:
    if version.value_import is not None:
        by = version.value_import.file_name
    else:
        by = str(version.submitted_by)
    return {
        "n": version.n, "submitted_at": version.submitted_at, "submitted_by": by,
        "hash": version.hash,
    }  # fmt: skip


def _rounds(rounds: Sequence[Round]) -> list[schemas.RoundOut]:
    known = places([row.area_id for row in rounds], clock.today())
    return [
        schemas.RoundOut(
            id=row.pk,
            template=row.template_version.template.code,
            template_version=row.template_version.n,
            scheme=row.scheme,
            period=row.period,
            first_day=row.first_day,
            last_day=row.last_day,
            area=known.get(row.area_id),
            level=row.level,
            state=row.state,
            opened_on=row.opened_on,
            deadline_at=row.deadline_at,
            of=row.of,  # type: ignore[attr-defined]  # counted by `rounds_for`
            sent=row.sent,  # type: ignore[attr-defined]
        )
        for row in rounds
    ]


def report_fields(reports: Sequence[Report]) -> list[dict[str, Any]]:
    """What a list says of each report, in one query for their areas."""
    known = places([row.area_id for row in reports], clock.today())
    return [
        {
            "id": row.pk,
            "round_id": row.round_id,
            "period": row.round.period,
            "scheme": row.round.scheme,
            "area": known.get(row.area_id),
            "body_kind": row.body.kind_id,
            "body": row.body.name,
            "state": row.state,
            "versions": row.version_count,
            "first_submitted_at": row.first_submitted_at,
            "submitted_at": row.submitted_at,
        }
        for row in reports
    ]
