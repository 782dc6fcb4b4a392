"""Initials before a signature: for the content, for the form, on screen or from paper."""

from django.db import transaction
from django.utils.translation import gettext as _

from phongtrao.core import audit
from phongtrao.core.errors import N_, Forbidden
from phongtrao.org.permissions import Actor
from phongtrao.publishing import permissions, queries
from phongtrao.publishing.actions.editing import touch
from phongtrao.publishing.actions.steps import (
    SignedStep,
    add_step,
    locked,
    require_signed,
    require_version,
    tell,
)
from phongtrao.publishing.models import Paper
from phongtrao.publishing.workflow import PAPER, PaperState, StepForm, StepKind

_VERBS = {StepKind.CONTENT: "initial_content", StepKind.LAYOUT: "initial_layout"}
# Who has the paper before him next.
NEXT = {
    PaperState.SUBMITTED: ("paper.draft", "paper.record_signed"),
    PaperState.CHECKED: ("paper.issue",),
    PaperState.PRESENTED: ("paper.sign", "paper.record_signed"),
    PaperState.SIGNED: ("paper.issue",),
}


@transaction.atomic
def initial(
    paper: Paper,
    kind: StepKind,
    *,
    expected_version: int,
    by: Actor,
    signed: SignedStep | None = None,
) -> Paper:
    """Initial the content or the form of a paper (Nghị định 30/2020/NĐ-CP, Điều 12).

    `signed` records initials given on paper. Raises ``Forbidden`` (also for whoever handed the
    paper in), ``TransitionRefused``, ``StaleVersion``, ``InvalidInput``.
    """
    found = locked(paper)
    if signed is None:
        _require_initialler(found, kind, by)
    elif not permissions.can_record_step(by, found):
        raise Forbidden(N_("Chỉ văn thư của cơ quan soạn thảo mới ghi nhận được bản giấy."))
    state = PAPER.target(_VERBS[kind], current=PaperState(found.state))
    require_version(found, expected_version)
    if signed is not None:
        require_signed(found, signed, body_id=found.body_id)
    found.state = state
    step = add_step(found, kind, by=by, signed=signed)
    pass_over(found, by)
    touch(found)
    audit.record("paper.initialled", found, by=by, kind=kind, form=step.form, signer=step.signer)
    text = _("%(state)s: %(paper)s.") % {"state": found.get_state_display(), "paper": found}
    tell(found, text, "paper.initialled", by, *NEXT[PaperState(found.state)])
    return found


def pass_over(paper: Paper, by: Actor) -> None:
    """Leave out the initials that the body's own rules do not ask for, and say so in the steps."""
    rules = queries.rules_for(paper.body_id)
    if rules is None:
        return
    for state, kind, is_needed in (
        (PaperState.SUBMITTED, StepKind.CONTENT, rules.needs_content),
        (PaperState.CHECKED, StepKind.LAYOUT, rules.needs_layout),
    ):
        if paper.state == state and not is_needed:
            paper.state = PAPER.target(_VERBS[kind], current=state)
            add_step(paper, kind, by=by, form=StepForm.RULE, text=rules.basis)


def _require_initialler(paper: Paper, kind: StepKind, by: Actor) -> None:
    if permissions.has_presented(by, paper):
        raise Forbidden(
            N_("Bạn đã trình văn bản này nên không tự ký nháy được. Hãy để người khác ký nháy."),
            code="own_submission",
        )
    if not permissions.can_initial(by, paper, kind):
        raise Forbidden(N_("Chỉ cán bộ của cơ quan soạn thảo mới ký nháy được văn bản này."))
