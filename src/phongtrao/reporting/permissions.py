"""Who may do what with rounds and reports; the same predicates for pages and actions."""

from phongtrao.core.errors import N_, Forbidden
from phongtrao.org.models import Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import standing_kind
from phongtrao.org.roles import Role
from phongtrao.reporting.models import (
    Adjustment,
    DeadlineExtension,
    Report,
    ReportVersion,
    Round,
    TemplateVersion,
)
from phongtrao.reporting.rules.levels import LEVELS
from phongtrao.reporting.workflow import ApprovalKind


def can_design(by: Actor, owner: Body | None) -> bool:
    """The standing body or its administrator designs its own forms, indicators and lists.

    What is packaged belongs to nobody: it is the centre's to develop, others copy it.
    """
    if not by.can("template.design") or by.body is None or by.posting is None:
        return False
    if by.posting.role != Role.ADMINISTRATOR and by.body.kind_id != standing_kind():
        return False
    if owner is None:
        return by.scope.level == "country"
    return owner.area_id == by.body.area_id


def may_design_at_all(by: Actor) -> bool:
    """Whether the actor's body may have forms and indicators of its own."""
    return can_design(by, by.body) if by.body else False


def can_open_round(by: Actor, version: TemplateVersion, area_id: int, level: str) -> bool:
    """The body that approves this level's reports opens rounds for its own area."""
    return (
        by.can("round.open")
        and by.body is not None
        and by.body.area_id == area_id
        and by.body.kind_id == _body_kind(version, level, ApprovalKind.APPROVE)
    )


def can_close_round(by: Actor, round_: Round) -> bool:
    """Whoever could have opened the round may close its figures or open them again."""
    return (
        by.can("round.open")
        and by.body is not None
        and by.body.area_id == round_.area_id
        and by.body.kind_id == deciding_kind(round_)
    )


def can_erase_training(by: Actor, round_: Round) -> bool:
    """Whoever could open such a round erases a training round; nobody any other."""
    return round_.is_training and can_open_round(
        by, round_.template_version, round_.area_id, round_.level
    )


def can_ask_one_off(by: Actor, level: str) -> bool:
    """A body asks bodies of its own kind below it, in levels below its own."""
    return (
        by.can("round.open")
        and by.body is not None
        and level in LEVELS
        and LEVELS.index(level) > LEVELS.index(by.scope.level or LEVELS[-1])
    )


def can_urge(by: Actor, round_: Round) -> bool:
    """The body that opened a round, and those directly above its reports, urge the late ones.

    No official letter is about a training round.
    """
    kind = deciding_kind(round_)
    if (
        round_.is_training
        or not by.can("report.return")
        or by.body is None
        or by.body.kind_id != kind
    ):
        return False
    if by.body.area_id == round_.area_id:
        return True
    return round_.reports.filter(superior_id=by.body.area_id).exists()


def can_fill(by: Actor, report: Report) -> bool:
    """Officers of the reporting body fill its report."""
    return by.can("report.fill") and by.body_id == report.body_id


def can_submit(by: Actor, report: Report) -> bool:
    """Officers and leaders of the reporting body send its report."""
    return by.can("report.submit") and by.body_id == report.body_id


def can_return(by: Actor, report: Report) -> bool:
    """Each body that must approve may also return."""
    return by.can("report.return") and approval_kind_of(by, report) is not None


def can_approve(by: Actor, version: ReportVersion, kind: str) -> bool:
    """On screen: the required kind of body above, and never whoever submitted the version."""
    return (
        by.can("report.approve")
        and approval_kind_of(by, version.report) == kind
        and not has_submitted(by, version)
    )


def has_submitted(by: Actor, version: ReportVersion) -> bool:
    """Whether the actor submitted the version himself, or lent the posting in which it was done."""
    return version.submitted_by is not None and by.account_id in (
        version.account_id,
        version.submitted_by.account_id,
    )


def can_record_signed(by: Actor, report: Report, kind: str) -> bool:
    """The clerk of a body above records its signed papers, of every kind the report needs."""
    needed = {need["kind"] for need in needs_of(report)}
    return (
        by.can("report.record_signed")
        and kind in needed
        and approval_kind_of(by, report) is not None
    )


def can_reopen(by: Actor, report: Report) -> bool:
    """An approved report is opened again by the body that approves, with a reason."""
    return by.can("report.return") and approval_kind_of(by, report) == ApprovalKind.APPROVE


def can_adjust(by: Actor, report: Report) -> bool:
    """Bodies above, of the kind that approves, put signed lines at what a report says."""
    return (
        by.can("report.return")
        and by.body is not None
        and by.body.kind_id == deciding_kind(report.round)
        and by.body.area_id != report.area_id
        and by.scope.covers(report.area_id)
    )


def can_decide_adjustment(by: Actor, adjustment: Adjustment) -> bool:
    """A second person of the body that proposed the line."""
    return (
        by.can("report.approve")
        and by.body_id == adjustment.body_id
        and by.account_id != adjustment.proposed_account_id
    )


def can_withdraw_adjustment(by: Actor, adjustment: Adjustment) -> bool:
    """Anybody of the body that proposed the line who could propose one."""
    return by.can("report.return") and by.body_id == adjustment.body_id


def can_ask_extension(by: Actor, report: Report) -> bool:
    """The reporting body asks for more time, whoever sends or fills its report."""
    return (by.can("report.submit") or by.can("report.fill")) and by.body_id == report.body_id


def can_extend(by: Actor, report: Report) -> bool:
    """The body that approves gives more time, asked or not; so does whoever opened the round."""
    if not by.can("report.return") or by.body is None:
        return False
    is_above = by.body.area_id in (report.superior_id, report.round.area_id)
    return is_above and by.body.kind_id == deciding_kind(report.round)


def can_decide_extension(by: Actor, extension: DeadlineExtension) -> bool:
    """Whoever gives more time answers who asks for it."""
    return can_extend(by, extension.report)


def can_keep_phrases(by: Actor) -> bool:
    """Those who return reports keep the phrases of their body."""
    return by.can("report.return") and by.body is not None


def approval_kind_of(by: Actor, report: Report) -> str | None:
    """Which approval the actor's body gives to this report, if any.

    The answers to a one-off request without approval still have one body that may return them.
    """
    if by.body is None or by.body.area_id != report.superior_id:
        return None
    if not needs_of(report):
        asks = by.body.kind_id == deciding_kind(report.round)
        return ApprovalKind.APPROVE if asks else None
    return next(
        (need["kind"] for need in needs_of(report) if need["body_kind"] == by.body.kind_id), None
    )


def needs_of(report: Report) -> list[dict[str, str]]:
    """The approvals a report needs: [{kind, body_kind}]."""
    return report.round.template_version.approvals_for(report.round.level)


def posting_of(by: Actor) -> Posting:
    """The posting in whose name the act is done; ``Forbidden`` for an account without one."""
    if by.posting is None:
        raise Forbidden(N_("Bạn chưa chọn chức trách nên chưa làm được việc này."))
    return by.posting


def deciding_kind(round_: Round) -> str | None:
    """The kind of body that approves in a round; of one that needs no approval, who opened it."""
    if round_.template_version.approvals_for(round_.level) or round_.opened_by is None:
        return _body_kind(round_.template_version, round_.level, ApprovalKind.APPROVE)
    return round_.opened_by.body.kind_id


def _body_kind(version: TemplateVersion, level: str, kind: str) -> str | None:
    needs = version.approvals_for(level)
    return next((need["body_kind"] for need in needs if need["kind"] == kind), None)
