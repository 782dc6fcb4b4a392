"""Who may do what at the door beyond reading."""

from phongtrao.core.errors import N_, Forbidden
from phongtrao.org.permissions import Actor


def may_correct_calendar(actor: Actor) -> bool:
    """The country's administrators: one calendar holds for the whole installation."""
    return actor.can("calendar.manage") and actor.scope.everything


def require_calendar(actor: Actor) -> None:
    """Raise Forbidden for anybody else."""
    if not may_correct_calendar(actor):
        raise Forbidden(
            N_(
                "Chỉ quản trị hệ thống cấp trung ương điều chỉnh được lịch chung."
                " Chưa có gì thay đổi."
            )
        )
