"""Who keeps inspections; the actions and pages ask these predicates."""

from phongtrao.core.errors import N_, Forbidden
from phongtrao.fieldwork.register.permissions import can_keep, may_record
from phongtrao.org.permissions import Actor
from phongtrao.oversight.models import (
    ClarificationRequest,
    Inspection,
    Recommendation,
    RecurrenceLink,
)
from phongtrao.oversight.workflow import (
    OF_ADDRESSED,
    OF_VERIFIER,
    STRIKABLE,
    TEAM_OPEN,
    InspectionState,
    RemedyState,
)


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


def can_recommend(by: Actor, entry: Inspection) -> bool:
    """Enter recommendations and change them: the body in charge, from the visit on."""
    states = (InspectionState.UNDER_WAY, InspectionState.CONCLUDED)
    return can_keep(by, entry) and entry.state in states


def require_recommender(by: Actor, entry: Inspection) -> None:
    """Raises Forbidden where the actor makes no recommendations in an inspection now."""
    if not can_recommend(by, entry):
        raise Forbidden(
            N_(
                "Chỉ cơ quan chủ trì ghi kiến nghị, khi đang kiểm tra hoặc đã kết luận. "
                "Chưa có gì thay đổi."
            )
        )


def can_change(by: Actor, found: Recommendation) -> bool:
    """Change a recommendation: until its remedy is confirmed."""
    return can_recommend(by, found.entry) and found.state != RemedyState.VERIFIED


def can_remedy(by: Actor, found: Recommendation, verb: str) -> bool:
    """Take a verb of the remedy: the owner remedies, the verifier confirms; never one for both."""
    body = found.verifier_id if verb in OF_VERIFIER else found.body_id
    return may_record(by) and by.body_id == body


def require_remedier(by: Actor, found: Recommendation, verb: str) -> None:
    """Raises Forbidden where a verb is another body's."""
    if not can_remedy(by, found, verb):
        raise Forbidden(
            N_(
                "Việc khắc phục do cơ quan có trách nhiệm ghi, việc xác nhận do cơ quan xác nhận "
                "ghi. Chưa có gì thay đổi."
            )
        )


def can_settle(by: Actor, link: RecurrenceLink) -> bool:
    """Say whether a defect has come back: the body in charge of the later inspection."""
    return can_keep(by, link.later.entry)


def require_settler(by: Actor, link: RecurrenceLink) -> None:
    """Raises Forbidden where the later inspection is another body's."""
    if not can_settle(by, link):
        raise Forbidden(
            N_(
                "Chỉ cơ quan chủ trì cuộc kiểm tra sau xác nhận tồn tại lặp lại. "
                "Chưa có gì thay đổi."
            )
        )


def can_keep_sessions(by: Actor, entry: Inspection) -> bool:
    """Sessions, minutes, documents seen: the body in charge, from the decision to the remedies."""
    return can_keep(by, entry) and entry.state in (*TEAM_OPEN, InspectionState.CONCLUDED)


def require_session_keeper(by: Actor, entry: Inspection) -> None:
    """Raises Forbidden where the actor keeps no sessions of an inspection now."""
    if not can_keep_sessions(by, entry):
        raise Forbidden(
            N_(
                "Chỉ cơ quan chủ trì ghi buổi làm việc, biên bản và tài liệu, từ khi có quyết định "
                "thành lập đoàn đến khi khắc phục xong. Chưa có gì thay đổi."
            )
        )


def can_check(by: Actor, entry: Inspection) -> bool:
    """Write the checklist: the body in charge, from the decision until the conclusion is out."""
    return can_keep(by, entry) and entry.state in TEAM_OPEN


def require_checker(by: Actor, entry: Inspection) -> None:
    """Raises Forbidden where the actor writes no checklist in an inspection now."""
    if not can_check(by, entry):
        raise Forbidden(
            N_(
                "Chỉ cơ quan chủ trì ghi kết quả kiểm tra, từ khi có quyết định thành lập đoàn đến "
                "khi có kết luận. Chưa có gì thay đổi."
            )
        )


def is_delegate(by: Actor, entry: Inspection) -> bool:
    """Whether the acting body is in charge, leads the delegation or has a seat in it today."""
    if not may_record(by) or entry.is_struck:
        return False
    if by.body_id in (entry.body_id, entry.leader_body_id):
        return True
    return any(each.sits_on(by.day) for each in entry.members.filter(body=by.body_id))


def can_ask(by: Actor, entry: Inspection) -> bool:
    """Ask to clarify: the delegation, from the decision to the conclusion."""
    return entry.state in TEAM_OPEN and is_delegate(by, entry)


def require_asker(by: Actor, entry: Inspection) -> None:
    """Raises Forbidden where the actor asks nobody to clarify in an inspection now."""
    if not can_ask(by, entry):
        raise Forbidden(
            N_(
                "Chỉ cơ quan chủ trì và thành viên đoàn yêu cầu làm rõ, khi đoàn đang làm việc. "
                "Chưa có gì thay đổi."
            )
        )


def can_clarify(by: Actor, found: ClarificationRequest, verb: str) -> bool:
    """Take a verb of a request to clarify: the addressed body answers, the delegation judges."""
    if verb in OF_ADDRESSED:
        return may_record(by) and by.body_id == found.body_id
    return by.body_id != found.body_id and is_delegate(by, found.entry)


def require_clarifier(by: Actor, found: ClarificationRequest, verb: str) -> None:
    """Raises Forbidden where a verb is of others."""
    if not can_clarify(by, found, verb):
        raise Forbidden(
            N_(
                "Cơ quan được yêu cầu trả lời; cơ quan chủ trì và thành viên đoàn xem xét. "
                "Chưa có gì thay đổi."
            )
        )


def can_summarise(by: Actor, entry: Inspection) -> bool:
    """Write one's summary: an inspected body, from the decision to the conclusion."""
    if entry.state not in TEAM_OPEN or entry.is_struck or not may_record(by):
        return False
    return entry.inspected.filter(body=by.body_id).exists()


def require_summariser(by: Actor, entry: Inspection) -> None:
    """Raises Forbidden where the actor writes no summary in an inspection now."""
    if not can_summarise(by, entry):
        raise Forbidden(
            N_(
                "Báo cáo tóm tắt do cơ quan được kiểm tra ghi, trước khi có kết luận. "
                "Chưa có gì thay đổi."
            )
        )


def can_send_outline(by: Actor, entry: Inspection) -> bool:
    """Send the outline: the body in charge, from the decision to the conclusion."""
    return can_keep(by, entry) and by.can("round.open") and entry.state in TEAM_OPEN
