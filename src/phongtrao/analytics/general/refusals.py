"""What the general path does not answer, by name: the caller takes the specification instead."""

from enum import StrEnum


class Reason(StrEnum):
    """Why an expression cannot say it exactly."""

    TILINGS = "too_many_tilings"  # lengths of periods are mixed in too many ways
    SHARES = "shares_too_fine"  # no common denominator that whole numbers can hold
    LARGE = "figures_too_large"  # a sum could leave 38 digits
    CUMULATIVE = "cumulative_overlap"  # cumulative figures of periods that lie in each other
    JOINT = "several_bodies"  # what several bodies give about one area and does not add up
    SMALL = "too_small"  # so few cells that the specification is as fast
    NO_FILES = "no_files"  # no generation was built yet, or the log does not reach it
    BEHIND = "far_behind"  # too much has changed since the files were written


class Refusal(Exception):  # noqa: N818 - named for what it says
    """The general path leaves this to the specification; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
