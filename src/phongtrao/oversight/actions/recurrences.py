"""Recurrences: proposed by the rules when a recommendation is entered; a person decides."""

from itertools import product

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Refused
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.permissions import Actor
from phongtrao.oversight import permissions
from phongtrao.oversight.models import LinkState, Recommendation, RecurrenceLink
from phongtrao.oversight.queries.recurrences import earlier_alike, unlinked
from phongtrao.planning.permissions import posting_of


def propose_recurrences(found: Recommendation) -> int:
    """Note what the rules find of a recommendation as it now reads; the number of new proposals.

    What a person decided stays; proposals that the rules no longer make go.
    """
    alike = {each.pk: likeness for each, likeness in earlier_alike(found)}
    own = RecurrenceLink.objects.filter(later=found)
    own.filter(state=LinkState.PROPOSED).exclude(earlier__in=alike).delete()
    known = set(own.values_list("earlier_id", flat=True))
    made = [
        RecurrenceLink(
            earlier_id=pk, later=found, at=clock.now(), reason="; ".join(likeness.reasons)[:300]
        )
        for pk, likeness in alike.items()
        if pk not in known
    ]
    RecurrenceLink.objects.bulk_create(made)
    return len(made)


def propose_for_all() -> tuple[int, int]:
    """Look at every recommendation anew; how many were looked at, how many proposals are new."""
    looked, made = 0, 0
    for found in unlinked().iterator(chunk_size=200):
        with transaction.atomic():
            made += propose_recurrences(found)
        looked += 1
    return looked, made


@transaction.atomic
def settle_recurrence(
    link: RecurrenceLink, *, is_same: bool, by: Actor, reason: str = ""
) -> RecurrenceLink:
    """Confirm that the defect has come back, or say that it is another one; may be changed later.

    What is one defect with one of a chain is one with all of it, but for what a person rejected.
    Raises Forbidden, and Refused where it stands so already.
    """
    found = RecurrenceLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    permissions.require_settler(by, found)
    state = LinkState.CONFIRMED if is_same else LinkState.REJECTED
    if found.state == state:
        raise Refused(N_("Đã ghi như vậy rồi; không có gì thay đổi."))
    _decide(found, state, by, tidy_line(reason)[:300])
    if is_same:
        _close_chain(found, by)
    verb = "confirmed" if is_same else "rejected"
    audit.record(f"recurrence.{verb}", found.later, by=by, earlier=found.earlier_id)
    return found


def _decide(link: RecurrenceLink, state: str, by: Actor, reason: str) -> None:
    link.state, link.by, link.at = state, posting_of(by), clock.now()
    link.reason = reason or link.reason
    link.save()


def _close_chain(link: RecurrenceLink, by: Actor) -> None:
    """Confirm the links between all that come before the pair and all that come after it."""
    confirmed = RecurrenceLink.objects.filter(state=LinkState.CONFIRMED)
    before = confirmed.filter(later=link.earlier_id).values_list("earlier_id", flat=True)
    after = confirmed.filter(earlier=link.later_id).values_list("later_id", flat=True)
    older, newer = {link.earlier_id, *before}, {link.later_id, *after}
    rows = RecurrenceLink.objects.filter(earlier__in=older, later__in=newer)
    known = {(each.earlier_id, each.later_id): each for each in rows.select_for_update()}
    for first, last in sorted(product(older, newer)):
        if first == last:
            continue
        each = known.get((first, last)) or RecurrenceLink(earlier_id=first, later_id=last)
        if each.state == LinkState.PROPOSED:
            _decide(each, LinkState.CONFIRMED, by, each.reason or link.reason)
