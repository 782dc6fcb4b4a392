"""Handing a report up: the working copy becomes the version that is the record."""

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
from phongtrao.reporting.grid.content import CellSpec, Content, specs_of
from phongtrao.reporting.grid.faults import find_faults, unsaid_topics
from phongtrao.reporting.grid.record import GENESIS, Origin, version_hash
from phongtrao.reporting.models import (
    CellComment,
    Report,
    ReportVersion,
    TemplateVersion,
    WorkingCopy,
)
from phongtrao.reporting.models.training import marked
from phongtrao.reporting.queries.entry import content_of, earlier_cells
from phongtrao.reporting.workflow import REPORT


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
    _take(found, version, state, by)
    CellComment.objects.filter(version__report=found, resolved_at__isnull=True).update(
        resolved_at=version.submitted_at
    )
    on_time = version.submitted_at <= found.deadline_at
    audit.record(
        "report.submitted", found, by=by, version=version.n, hash=version.hash, on_time=on_time
    )
    report_changed(found)
    _tell_approvers(found)
    return found


def _take(report: Report, version: ReportVersion, state: str, by: Actor) -> None:
    """The report's row follows its newest version."""
    if not permissions.needs_of(report):  # a one-off request that nobody has to approve
        state = REPORT.target("approve", state)
    report.state = state
    report.version_count = version.n
    report.submitted_at = version.submitted_at
    report.first_submitted_at = report.first_submitted_at or version.submitted_at
    report.submitted_by, report.value_import = permissions.posting_of(by), None
    report.row_version += 1
    report.save()


def _require_ready(report: Report, specs: list[CellSpec], content: Content) -> None:
    form = report.round.template_version
    findings = find_faults(specs, form.checks, content, *earlier_cells(report))
    if not findings.blocking:
        _require_told(form, content)
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


def _require_told(form: TemplateVersion, content: Content) -> None:
    """Refuse a narrative that is silent about what the form must be told."""
    unsaid = unsaid_topics(form.sections, content)
    if unsaid:
        said = N_("Phần lời văn này bắt buộc.")
        raise InvalidInput(
            N_(
                "Chưa gửi được: phần lời văn còn thiếu %(topics)s. Nội dung đã nhập vẫn còn;"
                " hãy viết thêm rồi gửi lại."
            ),
            "report.topics",
            fields=dict.fromkeys(unsaid, said),
            topics=", ".join(str(form.topic_labels[topic]) for topic in unsaid),
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
    kinds = kinds or [permissions.deciding_kind(report.round) or ""]
    above = Body.objects.on(clock.today()).filter(area_id=report.superior_id, kind_id__in=kinds)
    notify.notify(
        postings_in(above.values_list("pk", flat=True), "report.approve", clock.today()),
        kind="report.submitted",
        text=marked(
            _("%(body)s đã gửi báo cáo.") % {"body": report.body.name}, report.round.scheme
        ),
        address=reverse("reporting:report-review", args=[report.pk]),
    )
