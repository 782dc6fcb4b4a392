"""Coverage: what each addressed body has made of a paper, and how long the rest has waited."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from phongtrao.org.models import Body
from phongtrao.planning.models import RequirementAddressee
from phongtrao.planning.rules import age_in_days, is_concretising_late
from phongtrao.planning.workflow import AddresseeState, Part


@dataclass(slots=True)
class CoverageLine:
    """One body over the requirements of a paper; counts of those it leads, age in days."""

    body: Body
    made_concrete: int = 0
    standing: int = 0
    separate_regime: int = 0
    open: int = 0
    late: int = 0
    oldest_age: int = 0
    coordinating: int = 0

    @property
    def asked(self) -> int:
        """How many requirements the body leads."""
        return self.made_concrete + self.standing + self.separate_regime + self.open


def coverage_of(addressees: Iterable[RequirementAddressee], day: date) -> list[CoverageLine]:
    """A line a body: those that keep others waiting longest come first."""
    lines: dict[int, CoverageLine] = {}
    for row in addressees:
        line = lines.setdefault(row.body_id, CoverageLine(row.body))
        if row.part == Part.COORDINATING:
            line.coordinating += 1
            continue
        setattr(line, row.state, getattr(line, row.state) + 1)
        if row.state == AddresseeState.OPEN:
            line.oldest_age = max(line.oldest_age, age_in_days(row.addressed_on, day))
            line.late += is_concretising_late(row.state, row.concretise_by, day)
    return sorted(lines.values(), key=lambda x: (-x.late, -x.open, -x.oldest_age, x.body.name))


def coverage_totals(lines: Iterable[CoverageLine]) -> dict[str, int]:
    """Sums over the bodies, by state."""
    names = ("made_concrete", "standing", "separate_regime", "open", "late")
    totals = dict.fromkeys(names, 0)
    for line in lines:
        for name in names:
            totals[name] += getattr(line, name)
    return totals
