"""Tells later stages that the figures of reports began or ceased to count.

A follower is called within the transaction of the change and behind its entry in the audit chain:
what it writes is there exactly when the change is.
"""

from collections.abc import Collection, Iterable
from typing import Protocol

from phongtrao.reporting.models import Report


class Follower(Protocol):
    """Learns of reports whose figures count otherwise than before."""

    def __call__(self, round_id: int, report_ids: Collection[int] | None) -> None:
        """Reports of a round; None: any of them may have changed."""


_followers: list[Follower] = []


def follow(followers: Iterable[Follower]) -> None:
    """Hand in who must learn of it; replaces what was handed in before."""
    _followers[:] = followers


def report_changed(report: Report) -> None:
    """A version of the report began to count or ceased to; in a training round none counts."""
    if report.is_training:
        return
    for follower in _followers:
        follower(report.round_id, [report.pk])


def round_changed(round_id: int, report_ids: Collection[int] | None = None) -> None:
    """Many reports of a round changed at once; without numbers, all of them."""
    for follower in _followers:
        follower(round_id, report_ids)
