"""A step in the life of a model, as the table of `workflow` allows it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.exemplars.actions.models import require_counted
from phongtrao.fieldwork.exemplars.models import ModelStep, PracticeModel
from phongtrao.fieldwork.exemplars.workflow import MODEL, WITH_PAPER, WITH_REASON, ModelState
from phongtrao.fieldwork.register.actions import locked, require_past, save_changed
from phongtrao.org.permissions import Actor
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class StepFacts:
    """The day of a step, the paper it rests on and its reason; which of them the verb says."""

    on: date
    paper: str = ""
    reason: str = ""


@transaction.atomic
def take_step(
    model: PracticeModel,
    verb: str,
    facts: StepFacts,
    *,
    by: Actor,
    expected_version: int | None = None,
) -> PracticeModel:
    """Take a model one step further.

    Raises Forbidden, StaleVersion, TransitionRefused, Refused (merged into another one) and
    InvalidInput (a day to come or before the last step, a paper or reason that is missing).
    """
    found = locked(model, by=by, expected_version=expected_version)
    require_counted(found)
    state = MODEL.target(verb, ModelState(found.state))
    told = _told(verb, facts)
    _require_in_order(found, told, by)
    ModelStep.objects.create(
        model=found,
        verb=verb,
        before=found.state,
        state=state,
        on=told.on,
        paper=told.paper,
        reason=told.reason,
        recorded_at=clock.now(),
        recorded_by=posting_of(by),
    )
    save_changed(found, {"state": state, **_days(verb, told)})
    audit.record("practicemodel.stepped", found, by=by, step=verb, state=str(state))
    return found


def _told(verb: str, facts: StepFacts) -> StepFacts:
    paper, reason = tidy_line(facts.paper)[:200], tidy_line(facts.reason)[:300]
    if verb in WITH_PAPER and not paper:
        said = Sentence(N_("Hãy ghi số, ngày và cơ quan ban hành của văn bản."))
        raise InvalidInput(said, fields={"paper": said})
    if verb in WITH_REASON and not reason:
        said = Sentence(N_("Hãy ghi lý do."))
        raise InvalidInput(said, fields={"reason": said})
    return StepFacts(facts.on, paper, reason)


def _require_in_order(model: PracticeModel, facts: StepFacts, by: Actor) -> None:
    require_past(facts.on, by, field="on")
    last = ModelStep.objects.filter(model=model).order_by("-on", "-pk").first()
    if last is not None and facts.on < last.on:
        said = Sentence(
            N_("Bước trước đã ghi ngày %(day)s; hãy ghi từ ngày đó trở đi."),
            {"day": date_vn(last.on)},
        )
        raise InvalidInput(said, fields={"on": said})


def _days(verb: str, facts: StepFacts) -> dict[str, Any]:
    """The facts of the model that a step sets."""
    days: dict[str, dict[str, Any]] = {
        "approve": {"approved_on": facts.on, "approval_paper": facts.paper},
        "launch": {"launched_on": facts.on},
        "recognise": {"recognised_on": facts.on, "recognition_paper": facts.paper},
        "remove": {
            "removed_on": facts.on,
            "removal_paper": facts.paper,
            "removal_reason": facts.reason,
        },
    }
    return days.get(verb, {})
