"""What of publishing changes hands with a body: papers that are not issued yet."""

from django.db.models import Q
from django.utils.translation import override

from phongtrao.core.errors import N_
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.org.queries.held_work import HeldKind
from phongtrao.publishing.models import Paper, PaperDelivery
from phongtrao.publishing.workflow import ON_THE_WAY, OUT, PaperState
from phongtrao.reporting.models.training import marked

OPEN_WORK = (
    OpenWork(Paper, "body", "body", N_("Văn bản đang soạn"), ~Q(state__in=OUT)),
    OpenWork(
        PaperDelivery, "body", "body", N_("Văn bản được gửi, chờ xác nhận"), Q(received_on=None)
    ),
)


def _told(title: str, scheme: str) -> str:
    """The title in Vietnamese: the words also stand in printed minutes."""
    with override("vi"):
        return marked(title, scheme)


HELD_WORK = (
    HeldKind(
        key="publishing.paper",
        model=Paper,
        field="created_by",
        noun=N_("Văn bản đang soạn"),
        is_open=Q(state=PaperState.DRAFT),
        fields=("title", "round__scheme"),
        words=_told,
        address="publishing:paper-detail",
    ),
    HeldKind(
        key="publishing.submitted",
        model=Paper,
        field="submitted_by",
        noun=N_("Văn bản đã trình ký, chờ ban hành"),
        is_open=Q(state__in=[*ON_THE_WAY, PaperState.SIGNED]),
        fields=("title", "round__scheme"),
        words=_told,
        address="publishing:paper-detail",
    ),
)
