"""States of an arrived paper and of each proposed requirement."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phongtrao.core.workflow import Transition, Workflow


class DraftState(models.TextChoices):
    """An arrived paper: proposed, then accepted into the register or rejected."""

    PROPOSED = "proposed", _("Chờ xác nhận")
    ACCEPTED = "accepted", _("Đã xác nhận")
    REJECTED = "rejected", _("Không tiếp nhận")


class ItemState(models.TextChoices):
    """A proposed requirement inside a draft."""

    PROPOSED = "proposed", _("Đề xuất")
    KEPT = "kept", _("Giữ nguyên")
    EDITED = "edited", _("Đã sửa")
    ADDED = "added", _("Thêm mới")
    DROPPED = "dropped", _("Bỏ")


class Certainty(models.TextChoices):
    """How sure the rule that proposed a record is."""

    CERTAIN = "certain", _("chắc chắn")
    CHECK = "check", _("cần xem")
    GUESS = "guess", _("suy đoán")


DRAFT = Workflow(
    Transition("accept", frozenset({DraftState.PROPOSED}), DraftState.ACCEPTED),
    Transition("reject", frozenset({DraftState.PROPOSED}), DraftState.REJECTED),
)
