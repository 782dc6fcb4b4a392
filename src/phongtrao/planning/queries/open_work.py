"""What of planning changes hands with a body (tasks, parts, requirements) or an official."""

from django.db.models import Q

from phongtrao.core.errors import N_
from phongtrao.core.formats import date_vn
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.org.queries.held_work import HeldKind
from phongtrao.planning.models import (
    CommentRequest,
    CommentRound,
    ContentAssignment,
    ExtensionRequest,
    InternalAssignment,
    InternalPart,
    JointPaper,
    Programme,
    Proposal,
    ProposalAddressee,
    RequirementAddressee,
    Scheme,
    SchemeStage,
    SeriesPart,
    Task,
    TaskPart,
    TaskSeries,
    Urging,
)
from phongtrao.planning.workflow import (
    INTERNAL_OPEN,
    AddresseeState,
    AnswerState,
    CommentRequestState,
    CommentRoundState,
    ExtensionState,
    SchemeState,
    SeriesState,
    StageState,
    TaskState,
    UrgingState,
)

_GIVEN_INSIDE = Q(state__in=INTERNAL_OPEN)
_ENDED = [TaskState.COMPLETED, TaskState.WITHDRAWN]


def _first_words(text: str) -> str:
    """A longer text as one line of a list."""
    return text[:200]


_UNANSWERED = Q(
    pk__in=ProposalAddressee.objects.filter(state=AnswerState.WAITING).values("proposal")
)
_RUNS = Q(scheme__state=SchemeState.RUNNING, state=StageState.OPEN)
_COMMENTS_OPEN = Q(round__state=CommentRoundState.OPEN)
_RECURS = Q(state=SeriesState.RUNNING)
OPEN_WORK = (
    OpenWork(
        Programme, "home_body", "body", N_("Chương trình đang giữ"), Q(home_body__isnull=False)
    ),
    OpenWork(
        JointPaper,
        "home_body",
        "body",
        N_("Văn bản phối hợp, ký kết đang theo dõi"),
        Q(ended_on__isnull=True),
    ),
    OpenWork(ContentAssignment, "body", "body", N_("Phần việc theo nội dung chương trình"), Q()),
    OpenWork(
        Proposal,
        "asker",
        "body",
        N_("Kiến nghị chờ trả lời"),
        _UNANSWERED,
    ),
    OpenWork(
        ProposalAddressee,
        "body",
        "body",
        N_("Kiến nghị phải trả lời"),
        Q(state=AnswerState.WAITING),
    ),
    OpenWork(
        CommentRound,
        "asker",
        "body",
        N_("Dự thảo đang lấy ý kiến"),
        ~Q(state=CommentRoundState.CLOSED),
    ),
    OpenWork(
        CommentRequest,
        "body",
        "body",
        N_("Dự thảo phải góp ý"),
        _COMMENTS_OPEN & ~Q(state=CommentRequestState.ANSWERED),
    ),
    OpenWork(Scheme, "body", "body", N_("Đề án, dự thảo chủ trì"), Q(state=SchemeState.RUNNING)),
    OpenWork(SchemeStage, "body", "body", N_("Giai đoạn của đề án, dự thảo"), _RUNS),
    OpenWork(Task, "lead", "body", N_("Nhiệm vụ chủ trì"), ~Q(state__in=_ENDED)),
    OpenWork(Task, "assigner", "body", N_("Nhiệm vụ đã giao"), ~Q(state__in=_ENDED)),
    OpenWork(TaskPart, "body", "body", N_("Nhiệm vụ phối hợp"), ~Q(task__state__in=_ENDED)),
    OpenWork(TaskSeries, "lead", "body", N_("Nhiệm vụ định kỳ chủ trì"), _RECURS),
    OpenWork(TaskSeries, "assigner", "body", N_("Nhiệm vụ định kỳ đã giao"), _RECURS),
    OpenWork(
        SeriesPart,
        "body",
        "body",
        N_("Nhiệm vụ định kỳ phối hợp"),
        Q(series__state=SeriesState.RUNNING),
    ),
    OpenWork(Urging, "body", "body", N_("Dự thảo công văn đôn đốc"), Q(state=UrgingState.DRAFT)),
    OpenWork(
        RequirementAddressee,
        "body",
        "body",
        N_("Nội dung chỉ đạo chưa cụ thể hóa"),
        Q(state=AddresseeState.OPEN),
    ),
    OpenWork(InternalAssignment, "body", "body", N_("Việc giao trong nội bộ"), _GIVEN_INSIDE),
    OpenWork(InternalAssignment, "lead", "body", N_("Việc nội bộ chủ trì"), _GIVEN_INSIDE),
    OpenWork(
        InternalPart,
        "body",
        "body",
        N_("Việc nội bộ phối hợp"),
        Q(assignment__state__in=INTERNAL_OPEN),
    ),
)
HELD_WORK = (
    HeldKind(
        key="planning.task_series",
        model=TaskSeries,
        field="created_by",
        noun=N_("Nhiệm vụ định kỳ đang theo dõi"),
        is_open=_RECURS,
        fields=("title",),
        words=str,
        address="planning:series-detail",
    ),
    HeldKind(
        key="planning.urging",
        model=Urging,
        field="made_by",
        noun=N_("Dự thảo công văn đôn đốc"),
        is_open=Q(state=UrgingState.DRAFT),
        fields=("made_on",),
        words=date_vn,
        address="planning:urging-detail",
    ),
    HeldKind(
        key="planning.proposal",
        model=Proposal,
        field="created_by",
        noun=N_("Kiến nghị chờ trả lời"),
        is_open=_UNANSWERED,
        fields=("text",),
        words=_first_words,
        address="planning:proposal-detail",
    ),
    HeldKind(
        key="planning.comment_round",
        model=CommentRound,
        field="created_by",
        noun=N_("Dự thảo đang lấy ý kiến"),
        is_open=~Q(state=CommentRoundState.CLOSED),
        fields=("title",),
        words=str,
        address="planning:commentround-detail",
    ),
    HeldKind(
        key="planning.comment_request",
        model=CommentRequest,
        field="prepared_by",
        noun=N_("Ý kiến góp ý chờ ký"),
        is_open=_COMMENTS_OPEN & Q(state=CommentRequestState.PREPARED),
        fields=("round__title",),
        words=str,
        address="planning:commentround-detail",
        target="round",
    ),
    HeldKind(
        key="planning.scheme",
        model=Scheme,
        field="created_by",
        noun=N_("Đề án, dự thảo đang theo dõi"),
        is_open=Q(state=SchemeState.RUNNING),
        fields=("title",),
        words=str,
        address="planning:scheme-detail",
    ),
    HeldKind(
        key="planning.internal",
        model=InternalAssignment,
        field="officer",
        noun=N_("Việc nội bộ được giao"),
        is_open=_GIVEN_INSIDE,
        fields=("content",),
        words=_first_words,
        address="planning:internal-detail",
    ),
    HeldKind(
        key="planning.task",
        model=Task,
        field="created_by",
        noun=N_("Nhiệm vụ đã giao, đang theo dõi"),
        is_open=~Q(state__in=_ENDED),
        fields=("title",),
        words=str,
        address="planning:task-detail",
    ),
    HeldKind(
        key="planning.extension",
        model=ExtensionRequest,
        field="asked_by",
        noun=N_("Đề nghị gia hạn chờ trả lời"),
        is_open=Q(state=ExtensionState.ASKED),
        fields=("task__title",),
        words=str,
        address="planning:task-detail",
        target="task",
    ),
)
