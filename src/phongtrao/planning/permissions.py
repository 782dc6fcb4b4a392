"""Who may do what with papers, requirements and tasks; the actions ask these predicates."""

from collections.abc import Iterable

from phongtrao.core.errors import N_, Forbidden
from phongtrao.org.gazetteer.body_kinds import load_kinds
from phongtrao.org.models import Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.held_work import origins
from phongtrao.org.roles import Role
from phongtrao.planning.models import (
    CommentRequest,
    CommentRound,
    ExtensionRequest,
    InternalAssignment,
    JointPaper,
    Programme,
    ProgrammeDocument,
    ProgrammeLevel,
    Proposal,
    ProposalAddressee,
    Requirement,
    RequirementAddressee,
    Scheme,
    SchemeStage,
    Target,
    Task,
    TaskSeries,
)


def posting_of(by: Actor) -> Posting:
    """The posting in whose name something is written; raises Forbidden for an actor without one."""
    if by.posting is None:
        raise Forbidden(N_("Bạn chưa có chức trách nào đang hiệu lực. Chưa có gì thay đổi."))
    return by.posting


def can_address(by: Actor, requirement: Requirement) -> bool:
    """Name further bodies for a requirement, or map it to a content: the paper's home body."""
    return by.can("intake.accept") and by.body_id == requirement.document.home_body_id


def can_concretise(by: Actor, addressee: RequirementAddressee) -> bool:
    """Decide how a requirement is carried out: the addressed body itself."""
    return by.can("requirement.concretise") and by.body_id == addressee.body_id


def can_assign(by: Actor) -> bool:
    """Give tasks at all; whom to, is `bodies_out_of_reach`."""
    return by.can("task.assign") and by.body_id is not None


def bodies_out_of_reach(by: Actor, bodies: Iterable[Body]) -> list[Body]:
    """The bodies that no task of this actor may name: closed, or outside its area and below.

    Bodies of the same area are within reach: both sides of a programme work there, and the
    product records what they agreed, it does not replace the agreement.
    """
    return [
        body for body in bodies if not (body.holds_on(by.day) and by.scope.covers_now(body.area_id))
    ]


def can_report(by: Actor, task: Task, *, done: bool = False) -> bool:
    """Report progress: the lead, and each coordinating body on its part; done: the lead alone."""
    if not by.can("task.report"):
        return False
    if by.body_id == task.lead_id:
        return True
    return not done and any(part.body_id == by.body_id for part in task.parts.all())


def can_ask_extension(by: Actor, task: Task) -> bool:
    """Ask for more time: the lead."""
    return by.can("task.ask_extension") and by.body_id == task.lead_id


def can_decide_for(by: Actor, task: Task, *, author_id: int | None) -> bool:
    """Decide on what the lead reported or asked: the assigner, never whoever reported or asked.

    `author_id` is the account behind the report or the request. Where a body has given the task
    to itself, its leader decides, and is another official than the author.
    """
    if not by.can("task.decide") or by.body_id != task.assigner_id:
        return False
    if author_id is not None and by.account_id == author_id:
        return False
    if task.assigner_id != task.lead_id:
        return True
    return by.posting is not None and by.posting.role == Role.LEADER


def can_confirm(by: Actor, task: Task) -> bool:
    """Confirm that a task is done, or return its report."""
    return can_decide_for(by, task, author_id=task.reported_account_id)


def can_decide_extension(by: Actor, request: ExtensionRequest) -> bool:
    """Grant or refuse more time."""
    return can_decide_for(by, request.task, author_id=request.asked_account_id)


def can_halt(by: Actor, task: Task) -> bool:
    """Suspend, resume or withdraw a task: the body that gave it."""
    return by.can("task.assign") and by.body_id == task.assigner_id


def can_stop_series(by: Actor, series: TaskSeries) -> bool:
    """End a recurring task: the body that gave it."""
    return by.can("task.assign") and by.body_id == series.assigner_id


def can_urge(by: Actor, body_id: int) -> bool:
    """Write, issue or drop a letter that urges late bodies: the body that gave them the tasks."""
    return by.can("task.assign") and by.body_id == body_id


def can_analyse(by: Actor) -> bool:
    """Read the forecast: officers and leaders of standing bodies."""
    serves = by.body is not None and by.body.kind_id in load_kinds().standing_and_parts
    return serves and by.can("task.assign")


def areas_above(by: Actor) -> frozenset[int]:
    """The actor's own area and those above it: where proposals go to."""
    return frozenset(int(part) for part in by.scope.path.split("/") if part)


def bodies_not_near(by: Actor, bodies: Iterable[Body]) -> list[Body]:
    """The bodies that are closed, or neither above, beside nor below the acting body."""
    above = areas_above(by)
    return [
        body
        for body in bodies
        if not body.holds_on(by.day)
        or not (body.area_id in above or by.scope.covers_now(body.area_id))
    ]


def can_propose_for(
    by: Actor, asker: Body, document: ProgrammeDocument | None, *, heard: bool = False
) -> bool:
    """Enter a proposal: of the acting body, of the issuer of a paper in its own register, or of
    one that was `heard` at a meeting which the acting body holds.
    """
    if not by.can("proposal.make"):
        return False
    if asker.pk == by.body_id or heard:
        return True
    return (
        document is not None
        and document.home_body_id == by.body_id
        and document.issuer_body_id == asker.pk
    )


def can_withdraw_proposal(by: Actor, proposal: Proposal) -> bool:
    """Take a proposal back: the body that made it."""
    return by.can("proposal.make") and by.body_id == proposal.asker_id


def can_answer_proposal(by: Actor, addressee: ProposalAddressee) -> bool:
    """Answer a proposal or pass it on: the body that is asked."""
    return by.can("proposal.answer") and by.body_id == addressee.body_id


def can_lead_round(by: Actor, round_: CommentRound) -> bool:
    """Send a draft out, extend, close, respond to what is said: the body whose draft it is."""
    return by.can("comment.ask") and by.body_id == round_.asker_id


def can_comment(by: Actor, request: CommentRequest) -> bool:
    """Write the word of a body that is asked."""
    return by.can("comment.prepare") and by.body_id == request.body_id


def can_sign_comment(by: Actor, request: CommentRequest) -> bool:
    """Sign the word of a body on screen."""
    return by.can("comment.sign") and by.body_id == request.body_id


def can_record_comment(by: Actor, request: CommentRequest) -> bool:
    """Record a signed paper: the body that wrote it, or the one that asked and has received it."""
    bodies = (request.body_id, request.round.asker_id)
    return by.can("comment.record") and by.body_id in bodies


def can_manage_scheme(by: Actor, scheme: Scheme) -> bool:
    """Plan the stages of a scheme, finish or stop it: the body that is responsible for it."""
    return by.can("scheme.manage") and by.body_id == scheme.body_id


def can_report_stage(by: Actor, stage: SchemeStage) -> bool:
    """Report on a stage: the body whose turn it is, or the one responsible for the scheme."""
    bodies = (stage.body_id, stage.scheme.body_id)
    return by.can("scheme.report") and by.body_id in bodies


def is_standing(by: Actor) -> bool:
    """Whether the actor keeps programmes for the standing body of its area, or for a part of it."""
    serves = by.body is not None and by.body.kind_id in load_kinds().standing_and_parts
    return serves and by.can("programme.keep")


def can_found(by: Actor) -> bool:
    """Found the programme of a province or of a commune."""
    return is_standing(by) and by.scope.level in (ProgrammeLevel.PROVINCE, ProgrammeLevel.COMMUNE)


def can_keep(by: Actor, programme: Programme) -> bool:
    """Change a programme and what it is linked with: the body that keeps it."""
    return by.can("programme.keep") and by.body_id == programme.home_body_id


def can_assign_contents(by: Actor, programme: Programme) -> bool:
    """Say who is in charge of a content: the standing body, in its programme and those above."""
    above = {int(part) for part in by.scope.path.split("/") if part}
    home = programme.home_body
    return is_standing(by) and (home is None or home.area_id in above)


def can_keep_joint(by: Actor, paper: JointPaper) -> bool:
    """Change a joint paper or note a signature: the body in whose register it stands."""
    return by.can("programme.keep") and by.body_id == paper.home_body_id


def can_set_target(by: Actor, area_id: int) -> bool:
    """Set a target: the standing body, for its own area and the areas below."""
    return is_standing(by) and by.scope.covers_now(area_id)


def can_change_target(by: Actor, target: Target) -> bool:
    """Change or drop a target: the body that set it, or whoever may set it from above."""
    return can_set_target(by, target.area_id) and (
        by.body_id == target.set_by.body_id or by.scope.area_id != target.area_id
    )


def can_tag_document(by: Actor, document: ProgrammeDocument) -> bool:
    """Say which further programmes a paper serves: the body in whose register it stands."""
    return by.can("intake.accept") and by.body_id == document.home_body_id


def can_give_inside(by: Actor, body_id: int | None) -> bool:
    """Give work inside a body, change, take back and accept it: its leaders."""
    return by.can("internal.give") and by.body_id is not None and by.body_id == body_id


def can_record_inside(by: Actor, body_id: int | None) -> bool:
    """Record a leader's word that was written on paper: an officer or a clerk of the body."""
    return by.can("internal.record") and by.body_id is not None and by.body_id == body_id


def held_origins(by: Actor) -> set[int]:
    """The postings whose work the acting one goes on with: its own and those handed to it.

    Read once a request, for every list and page asks.
    """
    if "held_origins" not in by.__dict__:
        held = origins(by.posting_id, by.day) if by.posting_id is not None else set()
        by.__dict__["held_origins"] = held
    found: set[int] = by.__dict__["held_origins"]
    return found


def can_work_inside(by: Actor, given: InternalAssignment) -> bool:
    """Do the work and report it done: the officer, or the sub-body in charge.

    Where no officer is named, the officials of the body may do so for the sub-body too: few
    sub-bodies have accounts of their own.
    """
    if not by.can("internal.work") or by.body_id is None:
        return False
    stands_in = given.officer_id is None and by.body_id == given.body_id
    if by.body_id == given.lead_id or (stands_in and not by.can("internal.give")):
        return True
    return given.officer_id in held_origins(by)


def can_accept_inside(by: Actor, given: InternalAssignment) -> bool:
    """Accept the result or return it: a leader of the body, never whoever reported it done."""
    return can_give_inside(by, given.body_id) and by.account_id != given.reported_account_id
