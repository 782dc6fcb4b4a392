"""The refusal to start: a broken boundary ends the process with sentences, not with a warning."""

from collections.abc import Iterable

_LEAD = "Không khởi động: ranh giới dữ liệu bị vi phạm (docs/explanation/boundary.md)."


class BoundaryBroken(SystemExit):
    """Something outside the boundary could be stored or counted; the sentences name each place."""


def refuse_to_start(faults: Iterable[str]) -> None:
    """End the process when there is a fault.

    Called while Django loads, so that no command, worker, page or shell runs, whatever checks it
    skips. Raises BoundaryBroken, which prints its sentences on standard error with exit code 1.
    """
    found = list(faults)
    if found:
        raise BoundaryBroken("\n  ".join([_LEAD, *found]))
