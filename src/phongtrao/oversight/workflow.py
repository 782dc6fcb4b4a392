"""The states of an inspection as one table; actions, constraints and pages read it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_
from phongtrao.core.workflow import Transition, Workflow, step


class InspectionState(models.TextChoices):
    """Where an inspection stands."""

    PLANNED = "planned", _("Trong kế hoạch năm")
    DECIDED = "decided", _("Đã có quyết định")
    UNDER_WAY = "under_way", _("Đang kiểm tra")
    CONCLUDED = "concluded", _("Đã kết luận")
    FOLLOWED_UP = "followed_up", _("Đã khắc phục xong")
    CLOSED = "closed", _("Đã kết thúc")
    CANCELLED = "cancelled", _("Không tiến hành")


_S = InspectionState
TONES = {
    _S.PLANNED: "secondary",
    _S.DECIDED: "info",
    _S.UNDER_WAY: "primary",
    _S.CONCLUDED: "warning",
    _S.FOLLOWED_UP: "success",
    _S.CLOSED: "success",
    _S.CANCELLED: "danger",
}
# A delegation stands; its conclusion is out; nothing of it goes on any more.
STANDING = (_S.DECIDED, _S.UNDER_WAY, _S.CONCLUDED, _S.FOLLOWED_UP, _S.CLOSED)
CONCLUSIVE = (_S.CONCLUDED, _S.FOLLOWED_UP, _S.CLOSED)
OVER = (_S.CLOSED, _S.CANCELLED)
# Whose delegation may still be changed; a line of the plan that may be struck out.
TEAM_OPEN = (_S.DECIDED, _S.UNDER_WAY)
STRIKABLE = (_S.PLANNED, _S.CANCELLED)


INSPECTION = Workflow(
    step("decide", (_S.PLANNED,), _S.DECIDED, N_("Ghi quyết định thành lập đoàn")),
    step("amend", (_S.DECIDED,), _S.DECIDED, N_("Sửa quyết định, thành phần đoàn")),
    step("amend", (_S.UNDER_WAY,), _S.UNDER_WAY, N_("Sửa quyết định, thành phần đoàn")),
    step("begin", (_S.DECIDED,), _S.UNDER_WAY, N_("Bắt đầu kiểm tra")),
    step("conclude", (_S.UNDER_WAY,), _S.CONCLUDED, N_("Ghi kết luận kiểm tra")),
    step("follow_up", (_S.CONCLUDED,), _S.FOLLOWED_UP, N_("Ghi đã khắc phục xong")),
    step("close", (_S.FOLLOWED_UP,), _S.CLOSED, N_("Kết thúc cuộc kiểm tra")),
    step("take_up_again", (_S.FOLLOWED_UP, _S.CLOSED), _S.CONCLUDED, N_("Theo dõi khắc phục lại")),
    step("cancel", (_S.PLANNED, _S.DECIDED, _S.UNDER_WAY), _S.CANCELLED, N_("Không tiến hành")),
    initial=_S.PLANNED,
)
# Verbs with a form of their own, and those that ask for the reason.
OWN_ACTS = frozenset({"decide", "amend", "conclude"})
WITH_REASON = frozenset({"take_up_again", "cancel"})


class RemedyState(models.TextChoices):
    """Where a recommendation stands."""

    OPEN = "open", _("Chưa khắc phục")
    PLANNED = "planned", _("Đã có kế hoạch khắc phục")
    SUBMITTED = "submitted", _("Chờ xác nhận")
    RETURNED = "returned", _("Trả lại, khắc phục tiếp")
    VERIFIED = "verified", _("Đã xác nhận khắc phục")


_R = RemedyState
REMEDY_TONES = {
    _R.OPEN: "danger",
    _R.PLANNED: "info",
    _R.SUBMITTED: "warning",
    _R.RETURNED: "danger",
    _R.VERIFIED: "success",
}
# What its owner has to do something for.
WITH_OWNER = (_R.OPEN, _R.PLANNED, _R.RETURNED)


REMEDY = Workflow(
    step("plan", WITH_OWNER, _R.PLANNED, N_("Ghi kế hoạch khắc phục")),
    step("submit", WITH_OWNER, _R.SUBMITTED, N_("Báo cáo đã khắc phục")),
    step("explain", (_R.OPEN,), _R.OPEN, N_("Ghi ý kiến giải trình")),
    step("explain", (_R.PLANNED,), _R.PLANNED, N_("Ghi ý kiến giải trình")),
    step("explain", (_R.RETURNED,), _R.RETURNED, N_("Ghi ý kiến giải trình")),
    step("verify", (_R.SUBMITTED,), _R.VERIFIED, N_("Xác nhận đã khắc phục")),
    step("give_back", (_R.SUBMITTED,), _R.RETURNED, N_("Trả lại, khắc phục tiếp")),
    step("reopen", (_R.VERIFIED,), _R.OPEN, N_("Mở lại")),
    initial=_R.OPEN,
)
# Verbs of the verifier; all others are of the owner. Those that ask for papers beside the words.
OF_VERIFIER = frozenset({"verify", "give_back", "reopen"})
WITH_PAPERS = frozenset({"plan", "submit"})


class SessionState(models.TextChoices):
    """Where a session of an inspection stands."""

    PLANNED = "planned", _("Sắp làm việc")
    HELD = "held", _("Đã làm việc")
    CALLED_OFF = "called_off", _("Không làm việc")


_W = SessionState
SESSION_TONES = {_W.PLANNED: "secondary", _W.HELD: "success", _W.CALLED_OFF: "danger"}
SESSION = Workflow(
    Transition("move", frozenset({_W.PLANNED}), _W.PLANNED, N_("Chuyển ngày làm việc")),
    Transition("hold", frozenset({_W.PLANNED, _W.HELD}), _W.HELD, N_("Ghi buổi đã làm việc")),
    Transition("call_off", frozenset({_W.PLANNED}), _W.CALLED_OFF, N_("Không làm việc")),
    initial=_W.PLANNED,
)


class DocumentState(models.TextChoices):
    """Whether an inspected body has handed a document over."""

    ASKED = "asked", _("Chưa cung cấp")
    REFUSED = "refused", _("Từ chối cung cấp")
    SEEN = "seen", _("Đã xem")


_D = DocumentState
DOCUMENT_TONES = {_D.ASKED: "warning", _D.REFUSED: "danger", _D.SEEN: "success"}
DOCUMENT = Workflow(
    Transition("refuse", frozenset({_D.ASKED}), _D.REFUSED, N_("Ghi từ chối cung cấp")),
    Transition("see", frozenset({_D.ASKED, _D.REFUSED}), _D.SEEN, N_("Ghi đã cung cấp, đã xem")),
    initial=_D.ASKED,
)


class ClarificationState(models.TextChoices):
    """Where a request to clarify stands."""

    ASKED = "asked", _("Chờ trả lời")
    ANSWERED = "answered", _("Đã trả lời, chờ xem xét")
    ASKED_AGAIN = "asked_again", _("Yêu cầu trả lời thêm")
    ACCEPTED = "accepted", _("Đã làm rõ")
    WITHDRAWN = "withdrawn", _("Đã rút yêu cầu")


_C = ClarificationState
CLARIFICATION_TONES = {
    _C.ASKED: "warning",
    _C.ANSWERED: "info",
    _C.ASKED_AGAIN: "danger",
    _C.ACCEPTED: "success",
    _C.WITHDRAWN: "secondary",
}
# What the addressed body has to answer; what nothing is done about any more.
UNANSWERED = (_C.ASKED, _C.ASKED_AGAIN)
SETTLED = (_C.ACCEPTED, _C.WITHDRAWN)


CLARIFICATION = Workflow(
    step("answer", UNANSWERED, _C.ANSWERED, N_("Trả lời")),
    step("accept", (_C.ANSWERED,), _C.ACCEPTED, N_("Chấp nhận trả lời")),
    step("ask_again", (_C.ANSWERED,), _C.ASKED_AGAIN, N_("Yêu cầu trả lời thêm")),
    step("withdraw", (*UNANSWERED, _C.ANSWERED), _C.WITHDRAWN, N_("Rút yêu cầu")),
    initial=_C.ASKED,
)
# The verb of the addressed body; all others are of those who inspect.
OF_ADDRESSED = frozenset({"answer"})
