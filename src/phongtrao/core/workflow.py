"""A state machine is a table of transitions; pages, actions, constraints and docs read it.

Pure: no Django. States are strings (``TextChoices`` members are strings too).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from phongtrao.core.errors import N_, TransitionRefused


@dataclass(frozen=True)
class Transition:
    """One verb: from any of the source states to the target. ``label`` is its Vietnamese name."""

    verb: str
    sources: frozenset[str]
    target: str
    label: str = ""


def step(verb: str, sources: Iterable[str], target: str, label: str) -> Transition:
    """A line of the table, as workflows write it."""
    return Transition(verb, frozenset(sources), target, label)


class Workflow:
    """The table of one kind of object; ``initial`` is the state it is born in."""

    def __init__(self, *transitions: Transition, initial: str | None = None) -> None:
        self.transitions = transitions
        self.initial = initial
        self._steps: dict[tuple[str, str], Transition] = {}
        for step in transitions:
            for source in step.sources:
                if (step.verb, source) in self._steps:
                    message = f"two transitions for {step.verb!r} from {source!r}"
                    raise ValueError(message)
                self._steps[step.verb, source] = step

    def target(self, verb: str, current: str) -> str:
        """The state after ``verb``; raises ``TransitionRefused`` where the table has no step."""
        step = self._steps.get((verb, current))
        if step is None:
            label = next((s.label for s in self.transitions if s.verb == verb and s.label), verb)
            raise TransitionRefused(
                N_('Không thể "%(verb)s" khi trạng thái là "%(state)s". Hãy tải lại trang để xem.'),
                verb=label,
                state=str(getattr(current, "label", current)),
            )
        return step.target

    def verbs(self, state: str) -> tuple[str, ...]:
        """The verbs allowed in this state, in the order of the table."""
        allowed = (step.verb for step in self.transitions if state in step.sources)
        return tuple(dict.fromkeys(allowed))

    @property
    def states(self) -> tuple[str, ...]:
        """Every state as a plain value: the initial one first, then in the order of the table."""
        found: list[str] = [] if self.initial is None else [self.initial]
        for step in self.transitions:
            found += [*sorted(step.sources, key=_plain), step.target]
        return tuple(dict.fromkeys(map(_plain, found)))

    def condition_table(self) -> dict[str, list[str]]:
        """Each state → the states it may follow; the keys are what a check constraint allows."""
        table: dict[str, list[str]] = {state: [] for state in self.states}
        for step in self.transitions:
            before = table[_plain(step.target)]
            before += [s for s in sorted(map(_plain, step.sources)) if s not in before]
        return table

    def mermaid(self) -> str:
        """The table as a Mermaid state diagram, for the docs."""
        lines = ["stateDiagram-v2"]
        if self.initial is not None:
            lines.append(f"    [*] --> {_plain(self.initial)}")
        for step in self.transitions:
            for source in sorted(map(_plain, step.sources)):
                lines.append(f"    {source} --> {_plain(step.target)}: {step.verb}")  # noqa: PERF401
        return "\n".join(lines) + "\n"


def _plain(state: str) -> str:
    """The bare string of an enumeration member: what the database stores."""
    return str(getattr(state, "value", state))
