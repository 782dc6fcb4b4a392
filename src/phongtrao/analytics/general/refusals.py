"""What the general path does not answer, by name: the caller takes the specification instead."""

from enum import StrEnum


class Reason(StrEnum):
    """Why an expression cannot say it exactly."""

    TILINGS = "too_many_tilings"  # lengths of periods are mixed in too many ways
    SHARES = "shares_too_fine"  # no common denominator that whole numbers can hold
    LARGE = "figures_too_large"  # a sum could leave 38 digits
    SCHEME = "cumulative_scheme"  # cumulative figures of several periods in one question


class Refusal(Exception):  # noqa: N818 - named for what it says
    """The general path leaves this to the specification; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
