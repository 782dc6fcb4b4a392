"""The way of a paper as its page shows it: the stages, who passed each, what was asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from phongtrao.publishing.models import Paper, PaperStep
from phongtrao.publishing.workflow import PaperState, StepForm, StepKind

_STAGES = (
    StepKind.SUBMITTED,
    StepKind.CONTENT,
    StepKind.LAYOUT,
    StepKind.SIGNED,
    StepKind.ISSUED,
)
_WAITS_FOR = {
    PaperState.DRAFT: StepKind.SUBMITTED,
    PaperState.SUBMITTED: StepKind.CONTENT,
    PaperState.CHECKED: StepKind.LAYOUT,
    PaperState.PRESENTED: StepKind.SIGNED,
    PaperState.SIGNED: StepKind.ISSUED,
}


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the way: passed, the one that waits now, still to come, or not recorded."""

    kind: StepKind
    state: Literal["done", "now", "todo", "missing"]
    step: PaperStep | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question to a body or unit, and its word once there is one."""

    asked: PaperStep
    answer: PaperStep | None


@dataclass(frozen=True, slots=True)
class Way:
    """Everything about the way of a paper."""

    stages: Sequence[Stage]
    steps: Sequence[PaperStep]
    questions: Sequence[Question]
    note: PaperStep | None
    returned: PaperStep | None

    @property
    def on_paper(self) -> bool:
        """Whether any step was recorded from a signed copy."""
        return any(step.form == StepForm.PAPER for step in self.steps)


def way_of(paper: Paper, steps: Sequence[PaperStep]) -> Way:
    """The way of a paper from all its steps, the first one first."""
    current = _since_last_return(steps)
    passed = {step.kind: step for step in current}
    answers = {step.answers_id: step for step in steps if step.answers_id}
    notes = [step for step in current if step.kind == StepKind.NOTED]
    last = steps[-1] if steps else None
    is_back = last is not None and last.kind == StepKind.RETURNED
    return Way(
        stages=_stages(PaperState(paper.state), passed),
        steps=steps,
        questions=[
            Question(step, answers.get(step.pk)) for step in steps if step.kind == StepKind.ASKED
        ],
        note=notes[-1] if notes else None,
        returned=last if is_back else None,
    )


def _since_last_return(steps: Sequence[PaperStep]) -> Sequence[PaperStep]:
    """The steps of the present round of signing."""
    back = [
        place
        for place, step in enumerate(steps)
        if step.kind in (StepKind.RETURNED, StepKind.WITHDRAWN)
    ]
    return steps[back[-1] + 1 :] if back else steps


def _stages(state: PaperState, passed: dict[str, PaperStep]) -> list[Stage]:
    waiting = _WAITS_FOR.get(state)
    ahead = _STAGES.index(waiting) if waiting is not None else len(_STAGES)
    found = []
    for place, kind in enumerate(_STAGES):
        step = passed.get(kind)
        if place == ahead:
            found.append(Stage(kind, "now"))
        elif place > ahead:
            found.append(Stage(kind, "todo"))
        else:
            found.append(Stage(kind, "done" if step else "missing", step))
    return found
