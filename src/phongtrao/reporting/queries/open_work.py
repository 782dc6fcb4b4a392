"""What of reporting changes hands: drafts and returned reports, whose approval, open rounds."""

from django.db.models import Q
from django.utils.translation import override

from phongtrao.core.errors import N_
from phongtrao.core.periods import parse_period
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.org.queries.held_work import HeldKind
from phongtrao.reporting.models import (
    Adjustment,
    BreakdownList,
    Indicator,
    Report,
    ReportTemplate,
    Round,
)
from phongtrao.reporting.models.training import marked
from phongtrao.reporting.workflow import AdjustmentState, ReportState, RoundState

# An open round keeps the boundaries of its opening day: reports stay about the old areas.
OPEN_WORK = (
    OpenWork(
        Report,
        "body",
        "body",
        N_("Báo cáo đang soạn hoặc bị trả lại"),
        Q(state__in=[ReportState.DRAFT, ReportState.RETURNED]),
    ),
    OpenWork(
        Report,
        "superior",
        "area",
        N_("Báo cáo chờ cấp trên duyệt"),
        Q(state__in=[ReportState.DRAFT, ReportState.SUBMITTED, ReportState.RETURNED]),
    ),
    OpenWork(
        Adjustment,
        "body",
        "body",
        N_("Điều chỉnh số liệu đang tính hoặc chờ duyệt"),
        Q(state__in=[AdjustmentState.PROPOSED, AdjustmentState.IN_FORCE]),
    ),
    OpenWork(Round, "area", "area", N_("Kỳ báo cáo đang mở"), Q(state=RoundState.OPEN)),
    OpenWork(
        Indicator,
        "owner",
        "body",
        N_("Chỉ tiêu do cơ quan đặt ra"),
        Q(owner__isnull=False, is_enabled=True),
    ),
    OpenWork(
        BreakdownList,
        "owner",
        "body",
        N_("Danh sách phân tổ do cơ quan đặt ra"),
        Q(owner__isnull=False),
    ),
    OpenWork(
        ReportTemplate,
        "owner",
        "body",
        N_("Biểu mẫu do cơ quan đặt ra"),
        Q(owner__isnull=False, retired_at__isnull=True),
    ),
)
_OF_REPORT = (
    "round__template_version__template__name", "round__period", "round__scheme", "body__name",
)  # fmt: skip


def _told(name: str, period: str, scheme: str, *more: str) -> str:
    """Form, period and body in Vietnamese: the words also stand in printed minutes."""
    with override("vi"):
        return ", ".join([name, marked(parse_period(period).name.shown(), scheme), *more])


HELD_WORK = (
    HeldKind(
        key="reporting.copy",
        model=Report,
        field="working_copy__saved_by",
        noun=N_("Báo cáo đang nhập dở"),
        is_open=Q(state__in=[ReportState.DRAFT, ReportState.RETURNED]),
        fields=_OF_REPORT,
        words=_told,
        address="reporting:report-detail",
    ),
    HeldKind(
        key="reporting.sent",
        model=Report,
        field="submitted_by",
        noun=N_("Báo cáo đã gửi, chờ duyệt"),
        is_open=Q(state=ReportState.SUBMITTED),
        fields=_OF_REPORT,
        words=_told,
        address="reporting:report-detail",
    ),
    HeldKind(
        key="reporting.round",
        model=Round,
        field="opened_by",
        noun=N_("Đợt báo cáo đã mở"),
        is_open=Q(state=RoundState.OPEN),
        fields=("template_version__template__name", "period", "scheme"),
        words=_told,
        address="reporting:round-detail",
    ),
)
