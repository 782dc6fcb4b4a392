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
    SUBMITTED = "submitted", _("Đang trình ký")
    ISSUED = "issued", _("Đã ban hành")


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

PAPER = Workflow(
    Transition("edit", _DRAFT, PaperState.DRAFT, N_("Sửa")),
    Transition("submit", _DRAFT, PaperState.SUBMITTED, N_("Trình ký")),
    Transition("withdraw", _SUBMITTED, PaperState.DRAFT, N_("Rút về sửa")),
    Transition("issue", _SUBMITTED, PaperState.ISSUED, N_("Ghi số, ngày ban hành")),
    initial=PaperState.DRAFT,
)
LINE = Workflow(
    Transition("drop", frozenset({LineState.KEPT}), LineState.DROPPED, N_("Bỏ câu")),
    Transition("restore", frozenset({LineState.DROPPED}), LineState.KEPT, N_("Lấy lại")),
    initial=LineState.KEPT,
)
