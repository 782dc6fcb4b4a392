"""The checks: functions over the components of a paper, each telling the faults of some rules."""

from collections.abc import Iterator

from phongtrao.publishing.layout_check.checks import (
    body,
    closing,
    head,
    page,
    party,
    title,
    words,
)
from phongtrao.publishing.layout_check.checks.fault import Check, Fault
from phongtrao.publishing.layout_check.components import Parts

__all__ = ["CHECKS", "Fault", "faults_of"]

CHECKS: tuple[Check, ...] = (
    *page.CHECKS,
    *head.CHECKS,
    *title.CHECKS,
    *body.CHECKS,
    *words.CHECKS,
    *closing.CHECKS,
    *party.CHECKS,
)


def faults_of(parts: Parts) -> Iterator[Fault]:
    """Every fault of a paper, from its sheet to its end."""
    for check in CHECKS:
        yield from check(parts)
