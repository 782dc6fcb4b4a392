"""What of publishing changes hands with a body: papers that are not issued yet."""

from django.db.models import Q

from phongtrao.core.errors import N_
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.org.queries.held_work import HeldKind
from phongtrao.publishing.models import Paper
from phongtrao.publishing.workflow import PaperState

OPEN_WORK = (OpenWork(Paper, "body", "body", N_("Văn bản đang soạn"), ~Q(state=PaperState.ISSUED)),)
HELD_WORK = (
    HeldKind(
        key="publishing.paper",
        model=Paper,
        field="created_by",
        noun=N_("Văn bản đang soạn"),
        is_open=Q(state=PaperState.DRAFT),
        fields=("title",),
        words=str,
        address="publishing:paper-detail",
    ),
    HeldKind(
        key="publishing.submitted",
        model=Paper,
        field="submitted_by",
        noun=N_("Văn bản đã trình ký, chờ ban hành"),
        is_open=Q(state=PaperState.SUBMITTED),
        fields=("title",),
        words=str,
        address="publishing:paper-detail",
    ),
)
