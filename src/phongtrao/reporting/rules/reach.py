"""Whether a figure reaches a target, and by how many per cent. Pure."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True)
class Reach:
    """`percent` is the figure in per cent of the target; None where a share says nothing."""

    is_met: bool
    percent: Fraction | None


def reach(bound: str, value: Decimal, upper: Decimal | None, figure: Fraction) -> Reach:
    """How a figure stands to a target: `bound` is at_least, at_most, between or exactly.

    A share of the target is told where more is better or the target is one number; staying under
    a limit or within a range is only kept or not.
    """
    low = Fraction(value)
    match bound:
        case "at_least":
            return Reach(figure >= low, _share(figure, low))
        case "exactly":
            return Reach(figure == low, _share(figure, low))
        case "at_most":
            return Reach(figure <= low, None)
        case "between" if upper is not None:
            return Reach(low <= figure <= Fraction(upper), None)
    message = f"no such bound: {bound!r}"
    raise ValueError(message)


def _share(figure: Fraction, target: Fraction) -> Fraction | None:
    return figure * 100 / target if target > 0 else None
