"""The word of others on a paper: asked of a body or a unit, given on screen or recorded."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.publishing import permissions, queries
from phongtrao.publishing.actions.editing import held
from phongtrao.publishing.actions.steps import (
    SignedStep,
    add_step,
    locked,
    require_signed,
    require_text,
    tell,
)
from phongtrao.publishing.models import Paper, PaperStep
from phongtrao.publishing.workflow import PAPER, PaperState, StepKind


@transaction.atomic
def ask_word(
    paper: Paper, question: str, *, by: Actor, body: Body | None = None, unit: str = ""
) -> PaperStep:
    """Ask a body of the same area, or a unit by its name, for its word on a paper.

    A body that is asked reads the paper from then on. Raises ``Forbidden``,
    ``TransitionRefused``, ``InvalidInput`` (nobody, or two, named; no question), ``Refused``
    (asked already and not answered).
    """
    found = held(paper, by)
    PAPER.target("ask", current=PaperState(found.state))
    name = tidy_line(unit)[:200]
    if (body is None) == (not name):
        raise InvalidInput(
            N_("Hãy chọn một cơ quan, hoặc ghi tên một đơn vị được xin ý kiến."),
            "ask.whom",
            fields={"unit": N_("Chọn cơ quan hoặc ghi tên đơn vị, không cả hai.")},
        )
    if body is not None:
        _require_askable(found, body)
    text = require_text(question, N_("Chưa ghi nội dung xin ý kiến."))
    step = add_step(found, StepKind.ASKED, by=by, text=text, body=body, unit=name)
    audit.record("paper.asked", found, by=by, whom=step.asked_of)
    if body is not None:
        notify.notify(
            postings_in([body.pk], "paper.answer", clock.today()),
            kind="paper.asked",
            text=_("Xin ý kiến: %(paper)s.") % {"paper": found},
            address=reverse("publishing:step-answer", args=[found.pk, step.pk]),
        )
    return step


@transaction.atomic
def answer_word(
    step: PaperStep, text: str, *, by: Actor, signed: SignedStep | None = None
) -> PaperStep:
    """Give one's word on a paper, or record the word that came on paper.

    Raises ``Forbidden``, ``TransitionRefused``, ``Refused`` (answered already), ``InvalidInput``.
    """
    found = locked(step.paper)
    is_recorded = signed is not None and permissions.can_record_answer(by, found, step)
    if not is_recorded and not (signed is None and permissions.can_answer(by, step)):
        raise Forbidden(N_("Chỉ cơ quan được xin ý kiến, hoặc văn thư có bản giấy, mới ghi được."))
    PAPER.target("answer", current=PaperState(found.state))
    if PaperStep.objects.filter(answers=step).exists():
        raise Refused(
            N_("%(body)s đã cho ý kiến rồi. Hãy tải lại trang để xem."),
            code="answered_before",
            body=step.asked_of,
        )
    if signed is not None:
        require_signed(found, signed, body_id=step.body_id)
    words = require_text(text, N_("Chưa ghi nội dung ý kiến."))
    details = {"body": step.body, "unit": step.unit, "answers": step, "version": step.version}
    answer = add_step(found, StepKind.ANSWERED, by=by, signed=signed, text=words, **details)
    audit.record("paper.answered", found, by=by, whom=step.asked_of, form=answer.form)
    told = _("%(body)s đã cho ý kiến: %(paper)s.") % {"body": step.asked_of, "paper": found}
    tell(found, told, "paper.answered", by, "paper.draft")
    return answer


def _require_askable(paper: Paper, body: Body) -> None:
    if body.pk not in {known.pk for known in queries.bodies_to_ask(paper, clock.today())}:
        raise InvalidInput(
            N_("Chỉ xin ý kiến trên hệ thống với cơ quan cùng địa bàn; nơi khác hãy ghi tên."),
            "ask.body",
            fields={"body": N_("Không cùng địa bàn.")},
        )
    if queries.unanswered(paper).filter(body=body).exists():
        raise Refused(
            N_("%(body)s đang được xin ý kiến và chưa trả lời nên chưa hỏi thêm."),
            code="asked_before",
            body=body.name,
        )
