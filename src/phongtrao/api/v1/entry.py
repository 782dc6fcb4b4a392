"""Filling and sending one's own report: the same actions as on the page."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Annotated

from django.http import HttpRequest
from django.utils.translation import gettext
from ninja import Path, Router

from phongtrao.api import schemas
from phongtrao.api.door import KEY_PARAMETER, REFUSALS, actor_of, door
from phongtrao.api.paging import Pk
from phongtrao.api.v1.reports import ReportPk, official_report, report_fields
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Sentence
from phongtrao.core.formats import INT64_MAX
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.permissions import Actor
from phongtrao.reporting import actions, permissions, queries
from phongtrao.reporting.cells import NONE, NOT_APPLICABLE, ZERO, Cell, CellState
from phongtrao.reporting.grid.content import CellSpec, Content, Statement, specs_of
from phongtrao.reporting.models import Report, WorkingCopy
from phongtrao.reporting.queries.entry import content_of

router = Router()
_PLAIN = {"none": NONE, "zero": ZERO, "not_applicable": NOT_APPLICABLE}
_Faults = dict[str, str | Sentence]
_UNKNOWN = N_("Biểu không có ô này.")


@router.post(
    "/reports/{report_id}/save",
    response={200: schemas.WorkingCopyOut, **REFUSALS},
    url_name="report-save",
    summary="Lưu bản nháp của báo cáo",
    openapi_extra=KEY_PARAMETER,
)
@door("report.fill")
def report_save(
    request: HttpRequest, report_id: ReportPk, sent: schemas.WorkingCopyIn
) -> schemas.WorkingCopyOut:
    """Ô không nêu giữ nguyên. Có người lưu sau bản `base_version`: 409, nêu từng ô khác nhau."""
    actor = actor_of(request)
    report = _own_report(actor, report_id)
    copy = actions.save_working_copy(
        report, _content(report, sent), expected_version=sent.base_version, by=actor
    )
    grid = queries.entry_grid(report)
    return schemas.WorkingCopyOut(
        version=copy.version,
        saved_at=copy.saved_at,
        faults=[
            schemas.CellFault(
                key=grid.specs[index].key,
                blocking=fault.blocks,
                message=fault.sentence.shown(gettext),
            )
            for index, faults in grid.findings.at.items()
            for fault in faults
        ],
    )


@router.post(
    "/reports/{report_id}/submit",
    response={200: schemas.ReportOut, **REFUSALS},
    url_name="report-submit",
    summary="Gửi bản nháp lên cấp trên",
    openapi_extra=KEY_PARAMETER,
)
@door("report.submit")
def report_submit(
    request: HttpRequest, report_id: Annotated[Pk, Path(...)], sent: schemas.SubmitIn
) -> schemas.ReportOut:
    """Còn ô sai hoặc thiếu: 422, nêu từng ô; chưa gửi gì."""
    actor = actor_of(request)
    report = official_report(actor, report_id)
    done = actions.submit_report(report, expected_version=sent.base_version, by=actor)
    return schemas.ReportOut(**report_fields([done])[0])


def _own_report(actor: Actor, pk: int) -> Report:
    report = official_report(actor, pk)
    if not permissions.can_fill(actor, report):
        raise Forbidden(N_("Chỉ cán bộ của cơ quan báo cáo mới nhập được số liệu của báo cáo này."))
    return report


def _content(report: Report, sent: schemas.WorkingCopyIn) -> Content:
    """The stored working copy with what was sent on top; raises ``InvalidInput`` by place."""
    form = report.round.template_version
    specs = {spec.key: spec for spec in specs_of(form.cells)}
    stored = content_of(WorkingCopy.objects.filter(report=report).first(), list(specs.values()))
    faults: _Faults = {}
    cells, typed = _cells(specs, stored, sent.cells, faults)
    notes = dict(stored.notes) | _notes(specs, sent.notes, faults)
    statements = stored.statements
    if sent.statements is not None:
        statements = _statements(form.topics, sent.statements, faults)
    if faults:
        told = N_("Có ô hoặc ý chưa đúng nên chưa lưu gì.")
        raise InvalidInput(told, "report.content", fields=faults)
    reason = stored.reason if sent.reason is None else tidy_line(sent.reason)
    return replace(
        stored,
        cells=cells,
        typed=typed,
        notes={index: note for index, note in notes.items() if note},
        statements=statements,
        reason=reason,
    )


def _cells(
    specs: Mapping[str, CellSpec],
    stored: Content,
    sent: Mapping[str, schemas.CellIn],
    faults: _Faults,
) -> tuple[tuple[Cell, ...], dict[int, str]]:
    cells, typed = list(stored.cells), dict(stored.typed)
    for key, told in sent.items():
        spec, place = specs.get(key), f"body.cells.{key}"
        if spec is None:
            faults[place] = _UNKNOWN
            continue
        found = _cell(told, spec)
        if isinstance(found, Sentence):
            faults[place] = found
        else:
            cells[spec.index] = found
            typed.pop(spec.index, None)
    return tuple(cells), typed


def _cell(told: schemas.CellIn, spec: CellSpec) -> Cell | Sentence:
    if told.state != "value":
        is_zero = told.state == "zero" and _exact(told.value) == 0
        if told.value is not None and not is_zero:
            return Sentence(N_("Ô có state này không ghi giá trị."))
        return _PLAIN[told.state]
    value = _exact(told.value)
    if value is None:
        return Sentence(N_("Không phải là số; hãy ghi liền các chữ số như 1234.5."))
    if value < 0:
        return Sentence(N_("Chỉ tiêu này không nhận số âm."))
    if value.adjusted() > 18 or value * 10**spec.decimals > INT64_MAX:
        return Sentence(N_("Số quá lớn để ghi chính xác."))
    scaled = value.scaleb(spec.decimals)
    if scaled != scaled.to_integral_value():
        told_ = N_("Có quá %(decimals)s chữ số thập phân.")
        return Sentence(told_, {"decimals": spec.decimals})
    return Cell(CellState.VALUE, int(scaled)) if scaled else ZERO


def _exact(value: Decimal | str | None) -> Decimal | None:
    """The figure as it was written; None for what is no plain number."""
    if isinstance(value, str):
        text = value.removeprefix("-")
        if not text.isascii() or not text.replace(".", "", 1).isdigit() or not text[0].isdigit():
            return None
        try:
            return Decimal(value)
        except InvalidOperation:
            return None
    return value


def _notes(
    specs: Mapping[str, CellSpec], sent: Mapping[str, str], faults: _Faults
) -> dict[int, str]:
    found = {}
    for key, note in sent.items():
        if key in specs:
            found[specs[key].index] = tidy_line(note)
        else:
            faults[f"body.notes.{key}"] = _UNKNOWN
    return found


def _statements(
    topics: list[str], sent: list[schemas.StatementIn], faults: _Faults
) -> tuple[Statement, ...]:
    for place, told in enumerate(sent):
        if told.topic not in topics:
            faults[f"body.statements.{place}.topic"] = N_("Biểu không có mục lời văn này.")
    tidied = (Statement(told.topic, tidy_line(told.text)) for told in sent)
    return tuple(told for told in tidied if told.text)
