"""What of reporting changes hands: drafts and returned reports, whose approval, open rounds."""

from django.db.models import Q

from phongtrao.core.errors import N_
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.reporting.models import Report, Round
from phongtrao.reporting.workflow import ReportState, RoundState

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
    OpenWork(Round, "area", "area", N_("Kỳ báo cáo đang mở"), Q(state=RoundState.OPEN)),
)
