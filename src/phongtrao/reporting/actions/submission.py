"""Filling a report and handing it up: the working copy, and the version that is the record."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify
from phongtrao.core.errors import N_, Forbidden, InvalidInput, StaleVersion
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.reporting import permissions
from phongtrao.reporting.actions.counting import report_changed
from phongtrao.reporting.actions.rounds import locked_report, require_open
from phongtrao.reporting.cells import canonical_json, pack
from phongtrao.reporting.grid.content import (
    CellSpec,
    Content,
    differences,
    require_bounds,
    specs_of,
)
from phongtrao.reporting.grid.faults import find_faults
from phongtrao.reporting.grid.record import GENESIS, Origin, version_hash
from phongtrao.reporting.models import CellComment, Report, ReportVersion, WorkingCopy
from phongtrao.reporting.queries.entry import content_of, earlier_cells
from phongtrao.reporting.workflow import REPORT


@transaction.atomic
def save_working_copy(
    report: Report, content: Content, *, expected_version: int, by: Actor
) -> WorkingCopy:
    """Keep what is being typed, faults and all; `expected_version` is 0 before the first save.

    Nothing is merged silently: raises ``StaleVersion`` with both sides when somebody saved since.
    """
    found = locked_report(report)
    if not permissions.can_fill(by, found):
        raise Forbidden(
            N_("Chỉ cán bộ của cơ quan báo cáo mới nhập được số liệu. Chưa có gì thay đổi.")
        )
    require_open(found.round)
    REPORT.target("save", found.state)
    require_bounds(content)
    specs = specs_of(found.round.template_version.cells)
    copy = WorkingCopy.objects.filter(report=found).first()
    if copy is None:
        return _first_copy(found, content, by)
    stored = content_of(copy, specs)
    if stored == content:
        return copy
    _require_fresh(specs, content, stored, copy.version, expected_version)
    copy.cells = pack(content.cells)
    copy.text = content.as_text()
    copy.typed = {str(index): shown for index, shown in content.typed.items()}
    copy.version += 1
    copy.saved_at = clock.now()
    copy.saved_by = permissions.posting_of(by)
    copy.save()
    return copy


@transaction.atomic
def submit_report(report: Report, *, expected_version: int | None = None, by: Actor) -> Report:
    """Hand the working copy up as the next version; it starts without any approval.

    Raises ``InvalidInput`` naming each cell while a fault blocks or a question has no answer.
    Timeliness is decided by the server's clock at this moment.
    """
    found = locked_report(report)
    if not permissions.can_submit(by, found):
        raise Forbidden(
            N_("Chỉ cơ quan được giao báo cáo mới gửi được báo cáo này. Chưa có gì thay đổi.")
        )
    require_open(found.round)
    state = REPORT.target("submit", found.state)
    specs = specs_of(found.round.template_version.cells)
    content = content_of(copy := WorkingCopy.objects.filter(report=found).first(), specs)
    if copy is not None and expected_version not in (None, copy.version):
        raise StaleVersion
    _require_ready(found, specs, content)
    version = _record_version(found, content, by)
    found.state = state
    found.version_count = version.n
    found.submitted_at = version.submitted_at
    found.first_submitted_at = found.first_submitted_at or version.submitted_at
    found.submitted_by, found.value_import = permissions.posting_of(by), None
    found.row_version += 1
    found.save()
    CellComment.objects.filter(version__report=found, resolved_at__isnull=True).update(
        resolved_at=version.submitted_at
    )
    on_time = version.submitted_at <= found.round.deadline_at
    audit.record(
        "report.submitted", found, by=by, version=version.n, hash=version.hash, on_time=on_time
    )
    report_changed(found)
    _tell_approvers(found)
    return found


def _first_copy(report: Report, content: Content, by: Actor) -> WorkingCopy:
    copy = WorkingCopy.objects.create(
        report=report,
        cells=pack(content.cells),
        text=content.as_text(),
        typed={str(index): shown for index, shown in content.typed.items()},
        saved_at=clock.now(),
        saved_by=permissions.posting_of(by),
    )
    audit.record("report.started", report, by=by)
    return copy


def _require_fresh(
    specs: list[CellSpec], mine: Content, theirs: Content, stored: int, expected: int
) -> None:
    if stored == expected:
        return
    both = differences(specs, mine, theirs)
    raise StaleVersion(
        mine={name: sides[0] for name, sides in both.items()},
        theirs={name: sides[1] for name, sides in both.items()},
        version=stored,
    )


def _require_ready(report: Report, specs: list[CellSpec], content: Content) -> None:
    last, _last_year = earlier_cells(report)
    findings = find_faults(specs, report.round.template_version.checks, content, last)
    if not findings.blocking:
        return
    names = {spec.index: f"{spec.order}. {spec.name}" for spec in specs}
    fields = {names[fault.index]: fault.sentence for fault in reversed(findings.blocking)}
    raise InvalidInput(
        N_(
            "Chưa gửi được: còn %(count)s ô cần sửa hoặc cần ghi chú lý do."
            " Nội dung đã nhập vẫn còn; hãy xem từng ô rồi gửi lại."
        ),
        "report.faults",
        fields=fields,
        count=len(fields),
    )


def _record_version(report: Report, content: Content, by: Actor) -> ReportVersion:
    before = ReportVersion.objects.filter(report=report, n=report.version_count).first()
    moment = clock.now()
    previous = before.hash if before else GENESIS
    n = report.version_count + 1
    text, packed = content.as_text(), pack(content.cells)
    digest = version_hash(
        report_id=report.pk,
        n=n,
        template_hash=report.round.template_version.hash,
        packed=packed,
        count=len(content.cells),
        text_json=canonical_json(text),
        prev_hash=previous,
        origin=Origin(moment, by.posting_id, by.account_id),
    )
    return ReportVersion.objects.create(
        report=report,
        n=n,
        cells=packed,
        text=text,
        prev_hash=previous,
        hash=digest,
        submitted_by=permissions.posting_of(by),
        account=by.account,
        submitted_at=moment,
    )


def _tell_approvers(report: Report) -> None:
    kinds = [need["body_kind"] for need in permissions.needs_of(report)]
    above = Body.objects.on(clock.today()).filter(area_id=report.superior_id, kind_id__in=kinds)
    notify.notify(
        postings_in(above.values_list("pk", flat=True), "report.approve", clock.today()),
        kind="report.submitted",
        text=_("%(body)s đã gửi báo cáo.") % {"body": report.body.name},
        address=reverse("reporting:report-review", args=[report.pk]),
    )
