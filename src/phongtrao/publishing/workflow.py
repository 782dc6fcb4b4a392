"""States of a paper on its way out, and of each of its lines."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_
from phongtrao.core.workflow import Transition, Workflow


class PaperKind(models.TextChoices):
    """What kind of paper it is."""

    REPORT = "report", _("Báo cáo")


class PaperState(models.TextChoices):
    """A paper from its draft to the number of the agency's register."""

    DRAFT = "draft", _("Đang soạn")
    SUBMITTED = "submitted", _("Chờ ký nháy nội dung")
    CHECKED = "checked", _("Chờ ký nháy thể thức")
    PRESENTED = "presented", _("Chờ ký ban hành")
    SIGNED = "signed", _("Đã ký, chờ cấp số")
    ISSUED = "issued", _("Đã ban hành")
    RECALLED = "recalled", _("Đã thu hồi")


class StepKind(models.TextChoices):
    """What was done with a paper on its way to signature."""

    SUBMITTED = "submitted", _("Trình ký")
    WITHDRAWN = "withdrawn", _("Rút về sửa")
    ASKED = "asked", _("Xin ý kiến")
    ANSWERED = "answered", _("Cho ý kiến")
    CONTENT = "content", _("Ký nháy nội dung")
    LAYOUT = "layout", _("Ký nháy thể thức")
    NOTED = "noted", _("Bút phê")
    RETURNED = "returned", _("Trả lại")
    SIGNED = "signed", _("Ký ban hành")
    ISSUED = "issued", _("Ghi số, ngày ban hành")
    SENT = "sent", _("Gửi văn bản")
    RECALLED = "recalled", _("Thu hồi")


class StepForm(models.TextChoices):
    """How a step came about."""

    SCREEN = "screen", _("trên màn hình")
    PAPER = "paper", _("ghi nhận theo bản giấy đã ký")
    RULE = "rule", _("không yêu cầu theo quy chế của cơ quan")


class DeliveryForm(models.TextChoices):
    """As what a body gets the paper (Nghị định 30/2020/NĐ-CP, Điều 3, 18 and 25).

    *Sao y* is made from the original or an official copy, *sao lục* from a *sao y*.
    """

    ORIGINAL = "original", _("Bản chính")
    COPY = "copy", _("Bản sao y")
    TRANSCRIPT = "transcript", _("Bản sao lục")


class DeliveryState(models.TextChoices):
    """Whether the body has said that it has the paper."""

    SENT = "sent", _("Chưa xác nhận")
    RECEIVED = "received", _("Đã nhận")


class Disposal(models.TextChoices):
    """What a body did with a paper that was called back (Nghị định 30/2020/NĐ-CP, Điều 18)."""

    RETURNED = "returned", _("Đã gửi trả bản nhận")
    DESTROYED = "destroyed", _("Đã hủy bản nhận")


class LineState(models.TextChoices):
    """Whether a line is printed; a dropped one can be taken back."""

    KEPT = "kept", _("Giữ")
    DROPPED = "dropped", _("Đã bỏ")


class SigningAuthority(models.TextChoices):
    """By what authority somebody signs (Nghị định 30/2020/NĐ-CP, Điều 13)."""

    OWN = "OWN", _("Ký trực tiếp (người đứng đầu)")
    COLLECTIVE = "COLLECTIVE", _("TM. (thay mặt tập thể)")
    ACTING_HEAD = "ACTING_HEAD", _("Q. (quyền người đứng đầu)")
    FOR_HEAD = "FOR_HEAD", _("KT. (ký thay)")
    BY_ORDER = "BY_ORDER", _("TL. (thừa lệnh)")
    BY_AUTHORISATION = "BY_AUTHORISATION", _("TUQ. (thừa ủy quyền)")


_DRAFT = frozenset({PaperState.DRAFT})
_SUBMITTED = frozenset({PaperState.SUBMITTED})
_CHECKED = frozenset({PaperState.CHECKED})
_PRESENTED = frozenset({PaperState.PRESENTED})
_SIGNED = frozenset({PaperState.SIGNED})
_ISSUED = frozenset({PaperState.ISSUED})
# Handed in and not signed yet.
ON_THE_WAY = _SUBMITTED | _CHECKED | _PRESENTED
# What has left the agency's register.
OUT = (PaperState.ISSUED, PaperState.RECALLED)

# Content is looked through before form, both before the signature (Nghị định 30/2020/NĐ-CP,
# Điều 12). A signature that was given on paper is a fact, whatever initials are recorded.
PAPER = Workflow(
    Transition("edit", _DRAFT, PaperState.DRAFT, N_("Sửa")),
    Transition("submit", _DRAFT, PaperState.SUBMITTED, N_("Trình ký")),
    Transition("initial_content", _SUBMITTED, PaperState.CHECKED, N_("Ký nháy nội dung")),
    Transition("initial_layout", _CHECKED, PaperState.PRESENTED, N_("Ký nháy thể thức")),
    Transition("note", _PRESENTED, PaperState.PRESENTED, N_("Bút phê")),
    Transition("sign", _PRESENTED, PaperState.SIGNED, N_("Ký ban hành")),
    Transition("record_signature", ON_THE_WAY, PaperState.SIGNED, N_("Ghi nhận ký ban hành")),
    Transition("return", ON_THE_WAY | _SIGNED, PaperState.DRAFT, N_("Trả lại")),
    Transition("withdraw", ON_THE_WAY, PaperState.DRAFT, N_("Rút về sửa")),
    Transition("issue", _SIGNED, PaperState.ISSUED, N_("Ghi số, ngày ban hành")),
    Transition("raise", _ISSUED, PaperState.ISSUED, N_("Gửi kiến nghị")),
    Transition("send", _ISSUED, PaperState.ISSUED, N_("Gửi văn bản")),
    Transition("recall", _ISSUED, PaperState.RECALLED, N_("Thu hồi")),
    *(
        Transition("ask", frozenset({state}), state, N_("Xin ý kiến"))
        for state in (PaperState.DRAFT, *sorted(ON_THE_WAY))
    ),
    *(
        Transition("answer", frozenset({state}), state, N_("Cho ý kiến"))
        for state in (PaperState.DRAFT, *sorted(ON_THE_WAY))
    ),
    initial=PaperState.DRAFT,
)
DELIVERY = Workflow(
    Transition(
        "acknowledge",
        frozenset({DeliveryState.SENT}),
        DeliveryState.RECEIVED,
        N_("Xác nhận đã nhận"),
    ),
    initial=DeliveryState.SENT,
)
LINE = Workflow(
    Transition("drop", frozenset({LineState.KEPT}), LineState.DROPPED, N_("Bỏ câu")),
    Transition("restore", frozenset({LineState.DROPPED}), LineState.KEPT, N_("Lấy lại")),
    initial=LineState.KEPT,
)


class BookState(models.TextChoices):
    """How far the book of a meeting is."""

    WAITING = "waiting", _("Đang ghép")
    READY = "ready", _("Đã ghép xong")
    FAILED = "failed", _("Chưa ghép được")


BOOK_TONES = {
    BookState.WAITING: "info",
    BookState.READY: "success",
    BookState.FAILED: "danger",
}
