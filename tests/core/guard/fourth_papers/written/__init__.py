"""Every written paper, in the order of its modules."""

from tests.core.guard.fourth_papers.layout import Layout
from tests.core.guard.fourth_papers.written import (
    deciding_1,
    deciding_2,
    directing_1,
    directing_2,
    held_1,
    long_1,
    needle_1,
    refused_1,
    reporting_1,
    reporting_2,
    running_1,
    running_2,
    running_3,
    various_1,
    various_2,
)

LAYOUTS: tuple[Layout, ...] = (
    *directing_1.LAYOUTS,
    *directing_2.LAYOUTS,
    *deciding_1.LAYOUTS,
    *deciding_2.LAYOUTS,
    *reporting_1.LAYOUTS,
    *reporting_2.LAYOUTS,
    *running_1.LAYOUTS,
    *running_2.LAYOUTS,
    *running_3.LAYOUTS,
    *long_1.LAYOUTS,
    *various_1.LAYOUTS,
    *various_2.LAYOUTS,
    *held_1.LAYOUTS,
    *refused_1.LAYOUTS,
    *needle_1.LAYOUTS,
)

__all__ = ["LAYOUTS"]
