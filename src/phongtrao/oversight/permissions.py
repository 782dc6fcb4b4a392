"""Who keeps inspections; the actions and pages ask these predicates."""

from phongtrao.core.errors import N_, Forbidden
from phongtrao.fieldwork.register.permissions import can_keep
from phongtrao.org.permissions import Actor
from phongtrao.oversight.models import Inspection
from phongtrao.oversight.workflow import STRIKABLE, InspectionState


def can_edit(by: Actor, entry: Inspection) -> bool:
    """Change the line of the plan: until the conclusion is out."""
    states = (InspectionState.PLANNED, InspectionState.DECIDED, InspectionState.UNDER_WAY)
    return can_keep(by, entry) and entry.state in states


def can_strike(by: Actor, entry: Inspection) -> bool:
    """Strike out what was entered wrongly: only where no delegation has stood for it."""
    return can_keep(by, entry) and entry.state in STRIKABLE


def require_editor(by: Actor, entry: Inspection) -> None:
    """Raises Forbidden where the actor may read an inspection and not change it."""
    if not can_edit(by, entry):
        raise Forbidden(
            N_("Chỉ cơ quan chủ trì sửa được, khi chưa có kết luận. Chưa có gì thay đổi.")
        )


def require_striker(by: Actor, entry: Inspection) -> None:
    """Raises Forbidden where an inspection has to end by its own steps."""
    if not can_strike(by, entry):
        raise Forbidden(
            N_(
                "Đã có quyết định thành lập đoàn thì không gạch bỏ; hãy dùng nút Không tiến hành "
                "của cơ quan chủ trì. Chưa có gì thay đổi."
            )
        )
