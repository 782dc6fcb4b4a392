"""Papers among others: those of one upload, their order, and other files of the same paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.uploads.holding import VALID_SECONDS
from phongtrao.intake import rules
from phongtrao.intake.models import Draft, DraftRequirement
from phongtrao.intake.workflow import DraftState, ItemState
from phongtrao.org.permissions import Actor

_HEAVY = ("text", "extraction", "references", "search_folded")
# How many papers of the body a new one is laid beside, the newest first.
_MOST_COMPARED = 200
_MOST_WAITING = 500
# As long as a held file may be sent again (`core.uploads`).
_UPLOAD_LASTS = timedelta(seconds=VALID_SECONDS)
BY_NUMBER, BY_TEXT = _("cùng số, ký hiệu và ngày"), _("nội dung gần như trùng nhau")


@dataclass(frozen=True, slots=True)
class Queue:
    """Where a paper stands among those of its upload, or among all that wait (`is_batch` False)."""

    first: int
    position: int
    total: int
    previous: int | None
    next: int | None
    is_batch: bool


@dataclass(frozen=True, slots=True)
class Twin:
    """Another draft that is probably the same paper, and why."""

    draft: Draft
    why: Any


def known_draft(body_id: int, sha256: str) -> Draft | None:
    """The draft that this body already has of the same bytes; one it rejected does not count."""
    return _live(body_id).filter(file__sha256=sha256).first()


def batch_of(draft: Draft) -> QuerySet[Draft]:
    """The papers that came in one upload: they have arrived at one moment by one hand."""
    rows = Draft.objects.filter(body_id=draft.body_id, received_by_id=draft.received_by_id)
    return rows.filter(received_at=draft.received_at).order_by("pk")


def first_of_batch(actor: Actor, pk: int) -> Draft | None:
    """A draft of the acting posting's own upload a short while ago: further files belong to it."""
    since = clock.now() - _UPLOAD_LASTS
    rows = Draft.objects.filter(pk=pk, received_by_id=actor.posting_id, received_at__gte=since)
    return rows.defer(*_HEAVY).first()


def queue_of(draft: Draft) -> Queue | None:
    """The neighbours of a paper; None where it stands alone."""
    ids = list(batch_of(draft).values_list("pk", flat=True))
    is_batch = len(ids) > 1
    if not is_batch:
        waiting = Draft.objects.filter(body_id=draft.body_id, state=DraftState.PROPOSED)
        oldest = waiting.order_by("received_at", "pk").values_list("pk", flat=True)
        ids = list(oldest[:_MOST_WAITING])
    if draft.pk not in ids or len(ids) < 2:
        return None
    at = ids.index(draft.pk)
    following = ids[at + 1] if at + 1 < len(ids) else None
    before = ids[at - 1] if at else None
    return Queue(ids[0], at + 1, len(ids), before, following, is_batch)


def twins_of(draft: Draft) -> list[Twin]:
    """Live drafts of the body that are probably the same paper, however the number is spelled."""
    found = dict.fromkeys(_same_number(draft), BY_NUMBER)
    for pk in draft.extraction.get("same_text") or []:
        found.setdefault(pk, BY_TEXT)
    rows = _live(draft.body_id).filter(pk__in=found).exclude(pk=draft.pk)
    return [Twin(row, found[row.pk]) for row in rows.order_by("pk")]


def copies_of(draft: Draft) -> list[Draft]:
    """Other files of a paper: drafts that were attached to it instead of being taken in."""
    rows = Draft.objects.filter(body_id=draft.body_id, state=DraftState.REJECTED)
    rows = rows.filter(extraction__attached_to=draft.pk)
    return list(rows.defer(*_HEAVY).select_related("file").order_by("pk"))


def papers_alike(body_id: int, text: str, number: str, issued_on: date | None) -> list[int]:
    """Ids of live papers of the body with nearly the same words, where a number is missing.

    Two known numbers are compared as numbers (`twins_of`). Of the newest papers the beginnings are
    compared.
    """
    words = rules.word_pairs(text)
    if not words:
        return []
    rows = _live(body_id).annotate(beginning=Substr("text", 1, rules.COMPARED_CHARS))
    compared = rows.order_by("-pk").values_list("pk", "number", "issued_on", "beginning")
    return [
        pk
        for pk, other, day, beginning in compared[:_MOST_COMPARED]
        if not _is_another(number, other, issued_on, day)
        and rules.are_alike(words, rules.word_pairs(beginning))
    ]


def _is_another(number: str, other: str, day: date | None, other_day: date | None) -> bool:
    return bool(number and other) or bool(day and other_day and day != other_day)


def _same_number(draft: Draft) -> Iterable[int]:
    key = rules.paper_key(draft.number)
    if not key:
        return
    rows = _live(draft.body_id).exclude(pk=draft.pk).exclude(number="")
    for pk, number, day, issuer in rows.values_list("pk", "number", "issued_on", "issuer_text"):
        same_day = not (day and draft.issued_on) or day == draft.issued_on
        is_one = same_day and rules.may_be_one_issuer(issuer, draft.issuer_text)
        if is_one and rules.paper_key(number) == key:
            yield pk


def _live(body_id: int) -> QuerySet[Draft]:
    rows = Draft.objects.filter(body_id=body_id).exclude(state=DraftState.REJECTED)
    return rows.defer(*_HEAVY).select_related("file")


def corrected_drafts() -> QuerySet[Draft]:
    """Accepted papers with at least one requirement that officials changed, in order of arrival.

    For the operator of an installation alone: the papers of all its bodies.
    """
    items = DraftRequirement.objects.filter(draft=OuterRef("pk"))
    changed = items.exclude(state__in=[ItemState.PROPOSED, ItemState.KEPT])
    rows = Draft.objects.filter(Exists(changed), state=DraftState.ACCEPTED)
    return rows.prefetch_related("items").order_by("pk")
