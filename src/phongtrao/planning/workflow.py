"""States of what a paper asks for, of tasks and of requests for more time."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_
from phongtrao.core.workflow import Transition, Workflow


class Part(models.TextChoices):
    """The part that a body takes in a requirement."""

    LEAD = "lead", _("Chủ trì")
    COORDINATING = "coordinating", _("Phối hợp")


class AddresseeState(models.TextChoices):
    """What an addressed body has made of a requirement."""

    OPEN = "open", _("Chưa cụ thể hóa")
    MADE_CONCRETE = "made_concrete", _("Đã cụ thể hóa")
    STANDING = "standing", _("Thực hiện thường xuyên")
    SEPARATE_REGIME = "separate_regime", _("Theo chế độ riêng")


class TaskState(models.TextChoices):
    """Where a task stands."""

    ASSIGNED = "assigned", _("Đã giao")
    IN_PROGRESS = "in_progress", _("Đang thực hiện")
    REPORTED_DONE = "reported_done", _("Chờ xác nhận hoàn thành")
    COMPLETED = "completed", _("Đã hoàn thành")
    SUSPENDED = "suspended", _("Tạm dừng")
    WITHDRAWN = "withdrawn", _("Thôi giao")


class EntryKind(models.TextChoices):
    """What a line in the thread of a task is."""

    PROGRESS = "progress", _("Tiến độ")
    DONE_REPORT = "done_report", _("Báo cáo hoàn thành")
    RETURNED = "returned", _("Trả lại")
    NOTE = "note", _("Ghi nhận")


class ExtensionState(models.TextChoices):
    """A request for more time."""

    ASKED = "asked", _("Chờ quyết định")
    GRANTED = "granted", _("Đồng ý gia hạn")
    REFUSED = "refused", _("Không gia hạn")
    WITHDRAWN = "withdrawn", _("Đã rút")


class ProposalOrigin(models.TextChoices):
    """What a proposal grew from."""

    DIRECT = "direct", _("Nêu trực tiếp")
    TASK = "task", _("Từ nhiệm vụ")
    DOCUMENT = "document", _("Từ văn bản")
    REPORT = "report", _("Từ báo cáo")
    INSPECTION = "inspection", _("Từ kiểm tra, giám sát")
    MEETING = "meeting", _("Từ hội nghị, cuộc họp")


class AnswerState(models.TextChoices):
    """What a body that is asked has made of a proposal."""

    WAITING = "waiting", _("Chờ trả lời")
    AGREED = "agreed", _("Đồng ý")
    DECLINED = "declined", _("Không đồng ý")
    NOTED = "noted", _("Ghi nhận")
    PASSED_ON = "passed_on", _("Đã chuyển")
    WITHDRAWN = "withdrawn", _("Đã rút")


class CommentRoundState(models.TextChoices):
    """Where the gathering of comments on a draft stands."""

    PREPARING = "preparing", _("Đang chuẩn bị")
    OPEN = "open", _("Đang lấy ý kiến")
    CLOSED = "closed", _("Đã kết thúc")


class CommentRequestState(models.TextChoices):
    """What a body that is asked has sent; prepared, it is still its own."""

    ASKED = "asked", _("Chưa có ý kiến")
    PREPARED = "prepared", _("Chờ ký")
    ANSWERED = "answered", _("Đã có ý kiến")


class CommentForm(models.TextChoices):
    """How a body's word came: signed on screen, or recorded from its signed paper."""

    SCREEN = "screen", _("Ký trên hệ thống")
    PAPER = "paper", _("Ghi nhận theo văn bản đã ký")


class Stance(models.TextChoices):
    """A body's word on a clause."""

    AGREE = "agree", _("Nhất trí")
    COMMENT = "comment", _("Có ý kiến")


class ResponseKind(models.TextChoices):
    """What the asker makes of a comment."""

    ACCEPTED = "accepted", _("Tiếp thu")
    PARTLY = "partly", _("Tiếp thu một phần")
    EXPLAINED = "explained", _("Giải trình")


class SchemeState(models.TextChoices):
    """Where a scheme or a legal draft stands as a whole."""

    RUNNING = "running", _("Đang thực hiện")
    FINISHED = "finished", _("Đã hoàn thành")
    STOPPED = "stopped", _("Đã dừng")


class StageState(models.TextChoices):
    """Where one stage stands."""

    OPEN = "open", _("Chưa xong")
    DONE = "done", _("Đã xong")
    SKIPPED = "skipped", _("Không áp dụng")


class InternalState(models.TextChoices):
    """Where work given inside a body stands."""

    ASSIGNED = "assigned", _("Đã giao")
    IN_PROGRESS = "in_progress", _("Đang làm")
    REPORTED = "reported", _("Báo xong, chờ nhận")
    DONE = "done", _("Đã xong")
    WITHDRAWN = "withdrawn", _("Thu hồi")


class InternalNoteKind(models.TextChoices):
    """What a line in the thread of an internal assignment is."""

    NOTE = "note", _("Trao đổi")
    STARTED = "started", _("Nhận việc")
    REPORTED = "reported", _("Báo xong")
    ACCEPTED = "accepted", _("Nhận kết quả")
    RETURNED = "returned", _("Trả lại")
    CHANGED = "changed", _("Giao lại")
    WITHDRAWN = "withdrawn", _("Thu hồi")


class SeriesState(models.TextChoices):
    """Whether a recurring task still comes back."""

    RUNNING = "running", _("Đang lặp lại")
    STOPPED = "stopped", _("Đã dừng lặp lại")


class TermBase(models.TextChoices):
    """The day from which a term is counted; as `deadlines.typed.Base`."""

    ISSUED = "issued", _("kể từ ngày ban hành văn bản")
    RECEIVED = "received", _("kể từ ngày nhận văn bản")
    ASSIGNED = "assigned", _("kể từ ngày giao việc")
    NAMED = "named", _("kể từ ngày đã nêu")


class UrgingState(models.TextChoices):
    """Where a letter that urges stands."""

    DRAFT = "draft", _("Dự thảo")
    ISSUED = "issued", _("Đã ban hành")
    DROPPED = "dropped", _("Đã bỏ")


_DECIDED = frozenset({AddresseeState.STANDING, AddresseeState.SEPARATE_REGIME})
_OPEN = frozenset({AddresseeState.OPEN})
_RUNNING = frozenset({TaskState.ASSIGNED, TaskState.IN_PROGRESS})
_REPORTED = frozenset({TaskState.REPORTED_DONE})
_SUSPENDED = frozenset({TaskState.SUSPENDED})
_ASKED = frozenset({ExtensionState.ASKED})
_WAITING = frozenset({AnswerState.WAITING})
_UNSIGNED = frozenset({CommentRequestState.ASKED, CommentRequestState.PREPARED})
_ROUND_OPEN = frozenset({CommentRoundState.OPEN})
_SCHEME_RUNNING = frozenset({SchemeState.RUNNING})
_STAGE_OPEN = frozenset({StageState.OPEN})

ADDRESSEE = Workflow(
    Transition("make_concrete", _OPEN, AddresseeState.MADE_CONCRETE, N_("Cụ thể hóa")),
    Transition("declare_standing", _OPEN, AddresseeState.STANDING, N_("Thực hiện thường xuyên")),
    Transition("separate", _OPEN, AddresseeState.SEPARATE_REGIME, N_("Theo chế độ riêng")),
    Transition("reopen", _DECIDED, AddresseeState.OPEN, N_("Xem lại cách thực hiện")),
    initial=AddresseeState.OPEN,
)
TASK = Workflow(
    Transition("report", _RUNNING, TaskState.IN_PROGRESS, N_("Báo cáo tiến độ")),
    Transition("report_done", _RUNNING, TaskState.REPORTED_DONE, N_("Báo cáo hoàn thành")),
    Transition("return", _REPORTED, TaskState.IN_PROGRESS, N_("Trả lại")),
    Transition("confirm", _REPORTED, TaskState.COMPLETED, N_("Xác nhận hoàn thành")),
    Transition("suspend", _RUNNING, TaskState.SUSPENDED, N_("Tạm dừng")),
    Transition("resume", _SUSPENDED, TaskState.IN_PROGRESS, N_("Tiếp tục thực hiện")),
    Transition("withdraw", _RUNNING | _SUSPENDED, TaskState.WITHDRAWN, N_("Thôi giao")),
    initial=TaskState.ASSIGNED,
)
EXTENSION = Workflow(
    Transition("grant", _ASKED, ExtensionState.GRANTED, N_("Đồng ý gia hạn")),
    Transition("refuse", _ASKED, ExtensionState.REFUSED, N_("Không gia hạn")),
    Transition("withdraw", _ASKED, ExtensionState.WITHDRAWN, N_("Rút đề nghị gia hạn")),
    initial=ExtensionState.ASKED,
)
SERIES = Workflow(
    Transition("stop", frozenset({SeriesState.RUNNING}), SeriesState.STOPPED, N_("Dừng lặp lại")),
    initial=SeriesState.RUNNING,
)
URGING = Workflow(
    Transition(
        "issue", frozenset({UrgingState.DRAFT}), UrgingState.ISSUED, N_("Ghi số, ngày ban hành")
    ),
    Transition("drop", frozenset({UrgingState.DRAFT}), UrgingState.DROPPED, N_("Bỏ dự thảo")),
    initial=UrgingState.DRAFT,
)
RUNNING = tuple(str(state.value) for state in sorted(_RUNNING))
PROPOSAL_ANSWER = Workflow(
    Transition("agree", _WAITING, AnswerState.AGREED, N_("Đồng ý")),
    Transition("decline", _WAITING, AnswerState.DECLINED, N_("Không đồng ý")),
    Transition("note", _WAITING, AnswerState.NOTED, N_("Ghi nhận")),
    Transition("pass_on", _WAITING, AnswerState.PASSED_ON, N_("Chuyển cơ quan khác")),
    Transition("withdraw", _WAITING, AnswerState.WITHDRAWN, N_("Rút kiến nghị")),
    initial=AnswerState.WAITING,
)
COMMENT_ROUND = Workflow(
    Transition(
        "send",
        frozenset({CommentRoundState.PREPARING}),
        CommentRoundState.OPEN,
        N_("Gửi lấy ý kiến"),
    ),
    Transition("extend", _ROUND_OPEN, CommentRoundState.OPEN, N_("Gia hạn góp ý")),
    Transition("close", _ROUND_OPEN, CommentRoundState.CLOSED, N_("Kết thúc lấy ý kiến")),
    initial=CommentRoundState.PREPARING,
)
COMMENT_REQUEST = Workflow(
    Transition("prepare", _UNSIGNED, CommentRequestState.PREPARED, N_("Trình ký ý kiến")),
    Transition("sign", _UNSIGNED, CommentRequestState.ANSWERED, N_("Ký gửi ý kiến")),
    Transition("record", _UNSIGNED, CommentRequestState.ANSWERED, N_("Ghi nhận văn bản góp ý")),
    initial=CommentRequestState.ASKED,
)
SCHEME = Workflow(
    Transition("finish", _SCHEME_RUNNING, SchemeState.FINISHED, N_("Hoàn thành")),
    Transition("stop", _SCHEME_RUNNING, SchemeState.STOPPED, N_("Dừng thực hiện")),
    Transition("resume", frozenset({SchemeState.FINISHED}), SchemeState.RUNNING, N_("Làm tiếp")),
    initial=SchemeState.RUNNING,
)
STAGE = Workflow(
    Transition("complete", _STAGE_OPEN, StageState.DONE, N_("Hoàn thành giai đoạn")),
    Transition("skip", _STAGE_OPEN, StageState.SKIPPED, N_("Không áp dụng")),
    Transition(
        "reopen", frozenset({StageState.DONE, StageState.SKIPPED}), StageState.OPEN, N_("Mở lại")
    ),
    initial=StageState.OPEN,
)
_INTERNAL_OPEN = frozenset({InternalState.ASSIGNED, InternalState.IN_PROGRESS})
INTERNAL = Workflow(
    Transition(
        "start", frozenset({InternalState.ASSIGNED}), InternalState.IN_PROGRESS, N_("Nhận việc")
    ),
    *(
        Transition("change", frozenset({state}), state, N_("Giao lại"))
        for state in sorted(_INTERNAL_OPEN)
    ),
    Transition("report", _INTERNAL_OPEN, InternalState.REPORTED, N_("Báo xong")),
    Transition(
        "accept", frozenset({InternalState.REPORTED}), InternalState.DONE, N_("Nhận kết quả")
    ),
    Transition(
        "return", frozenset({InternalState.REPORTED}), InternalState.IN_PROGRESS, N_("Trả lại")
    ),
    Transition(
        "withdraw",
        _INTERNAL_OPEN | {InternalState.REPORTED},
        InternalState.WITHDRAWN,
        N_("Thu hồi"),
    ),
    initial=InternalState.ASSIGNED,
)
INTERNAL_OPEN = ("assigned", "in_progress", "reported")
