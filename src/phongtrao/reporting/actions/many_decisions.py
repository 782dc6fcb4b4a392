"""Deciding about many reports at once: each by the single action, with its own audit entry."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from phongtrao.core.errors import DomainError, Sentence
from phongtrao.core.models import StoredFile
from phongtrao.org.permissions import Actor
from phongtrao.reporting import permissions, queries
from phongtrao.reporting.actions.approvals import (
    approve_version,
    record_signed_approval,
    return_report,
    signed_paper,
)
from phongtrao.reporting.actions.rounds import require_reason
from phongtrao.reporting.models import Report, ReportVersion


@dataclass(frozen=True)
class ManyDecided:
    """The reports that were decided, and those that were left as they are, each with why."""

    done: Sequence[Report] = field(default_factory=list)
    skipped: Sequence[tuple[Report, Sentence]] = field(default_factory=list)


def approve_many(read: Mapping[int, int], *, by: Actor) -> ManyDecided:
    """Approve (or agree to) the versions that were read: report → number of the version.

    Reports are independent, so each is decided in a transaction of its own (within a request, a
    savepoint): one that was returned or sent anew meanwhile is told with its reason and the others
    stay approved. Everything that the single action refuses is refused here, for it is called.
    What is outside scope is passed over in silence; at most ``queries.MOST_AT_ONCE``, in the
    order of their keys, so that two such acts never wait for each other crosswise.
    """

    def act(version: ReportVersion) -> Report:
        kind = permissions.approval_kind_of(by, version.report) or ""
        return approve_version(version, kind=kind, by=by)

    return _each(read, act, by)


def return_many(read: Mapping[int, int], *, reason: str, by: Actor) -> ManyDecided:
    """Return the versions that were read, all for one reason; each alone, as `approve_many`.

    Raises ``InvalidInput`` without a reason, before anything is returned.
    """
    told = require_reason(reason)
    return _each(read, lambda version: return_report(version, reason=told, by=by), by)


def record_signed_many(
    read: Mapping[int, int],
    *,
    kind: str,
    number: str,
    signed_on: date,
    signer: str,
    file: StoredFile,
    by: Actor,
) -> ManyDecided:
    """Record one signed paper as the approval of many versions; its copy is kept once.

    Each alone, as `approve_many`. Raises ``InvalidInput`` for a paper without number or signer or
    signed in the future, before anything is recorded.
    """
    signed_paper(number, signed_on, signer)

    def act(version: ReportVersion) -> Report:
        return record_signed_approval(
            version,
            kind=kind,
            number=number,
            signed_on=signed_on,
            signer=signer,
            file=file,
            by=by,
        )

    return _each(read, act, by)


def _each(
    read: Mapping[int, int], act: Callable[[ReportVersion], Report], by: Actor
) -> ManyDecided:
    first = dict(sorted(read.items())[: queries.MOST_AT_ONCE])
    done: list[Report] = []
    skipped: list[tuple[Report, Sentence]] = []
    for version in queries.versions_read(by, first):
        try:
            done.append(act(version))
        except DomainError as refusal:
            skipped.append((version.report, refusal.sentence))
    return ManyDecided(done, skipped)
