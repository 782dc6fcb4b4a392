"""Open work that names a posting: what an official holds, however many handovers ago it began.

Work lies with bodies; some items name the official who drafted, sent or asked. Later stages say
which (`config/wiring.py` hands the list in). Authors never change: whose an item is now follows
from the handovers between the author's posting and today's.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, IntegerField, Model, Q, Value
from django.urls import reverse

from phongtrao.core.inbox import InboxItem
from phongtrao.org.models import Body, Delegation, Handover, Posting
from phongtrao.org.permissions import Actor


@dataclass(frozen=True, slots=True)
class HeldKind:
    """Open items of one model that name a posting in one field."""

    key: str
    """Stands in stored handovers, so it never changes: "intake.draft"."""
    model: type[Model]
    field: str
    noun: str
    """What officials call it, marked for translation."""
    is_open: Q
    fields: tuple[str, ...]
    """The fields, by path, that `words` makes a line of."""
    words: Callable[..., str]
    address: str
    """The named page of the item."""
    target: str = "pk"
    """The field, by path, with the key of that page."""


@dataclass(frozen=True, slots=True)
class HeldItem:
    """One item: its key, its words, its page."""

    pk: int
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Held:
    """The items of one kind."""

    kind: HeldKind
    items: tuple[HeldItem, ...]

    @property
    def pks(self) -> list[int]:
        """The keys of the items, for a record."""
        return [item.pk for item in self.items]


InboxReader = Callable[[Actor, date], list[InboxItem]]
_KINDS: list[HeldKind] = []
_inbox: list[InboxReader] = []


def offer(kinds: Sequence[HeldKind], inbox: InboxReader) -> None:
    """Hand in what the later stages hold, and how *Việc cần xử lý* is read; replaces the former."""
    _KINDS[:] = kinds
    _inbox[:] = [inbox]


def kinds() -> Sequence[HeldKind]:
    """All kinds that were handed in."""
    return tuple(_KINDS)


def held_by(posting: Posting, day: date) -> list[Held]:
    """What a posting holds on a day, by kind; kinds without any are left out.

    One query says which kinds there are, then one a kind: nobody holds all of them at once.
    """
    authors = origins(posting.pk, day)
    return [_read(kind, _named(kind, authors)) for kind in _held_kinds(authors)]


def recorded(handover: Handover) -> list[Held]:
    """The items that a handover names, told in today's words; those that are gone are left out."""
    known = {kind.key: kind for kind in _KINDS}
    return [
        _read(known[key], Q(pk__in=pks)) for key, pks in handover.record["items"] if key in known
    ]


def recorded_counts(handover: Handover) -> list[tuple[str, int]]:
    """How many items of each kind a handover names, by noun; kept even where items are gone."""
    nouns = {kind.key: kind.noun for kind in _KINDS}
    return [(nouns.get(key, key), len(pks)) for key, pks in handover.record["items"]]


def waiting_for(posting: Posting, day: date) -> list[InboxItem]:
    """What the posting finds in *Việc cần xử lý* on a day: work of its body, nobody's own."""
    actor = Actor(posting.account, posting, day)
    found = [item for read in _inbox for item in read(actor, day)]
    return [item for item in found if item.tab != "done"]


def origins(posting_id: int, day: date) -> set[int]:
    """The postings whose items a posting holds on a day: its own, and those handed on to it.

    Where a body has a successor, what its official held goes on in his posting there.
    """
    done = Handover.objects.filter(on__lte=day).values_list("from_posting_id", "to_posting_id")
    near = set(done.filter(Q(from_posting_id=posting_id) | Q(to_posting_id=posting_id)))
    if any(giver == posting_id for giver, _taker in near):
        return set()
    found, wave = {posting_id}, {posting_id}
    while wave:
        wave = {giver for giver, _taker in near} | _before_succession(wave, day)
        wave -= found
        found |= wave
        near = set(done.filter(to_posting_id__in=wave)) if wave else set()
    return found


def _before_succession(posting_ids: Iterable[int], day: date) -> set[int]:
    """Ended postings of the same officials in the bodies that those of these postings succeed."""
    heirs = "body__successions_out__successor__postings"
    rows = Posting.objects.filter(
        **{f"{heirs}__in": list(posting_ids), f"{heirs}__account": F("account")},
        valid_to__lte=day,
        handover_out=None,
    )
    return set(rows.values_list("pk", flat=True))


def lent_by(posting: Posting, on: date) -> list[Delegation]:
    """What the posting has lent beyond a day: it ends with the posting."""
    return _lasting(Q(from_posting=posting), on)


def lent_to(posting: Posting, on: date) -> list[Delegation]:
    """What is lent to the official beyond a day and rests on this posting alone.

    One may borrow from postings of one's body, of a part or of the whole of it; where another
    posting of the same official stands as near, the loan goes on.
    """
    others = Posting.objects.on(on).filter(account=posting.account_id).exclude(pk=posting.pk)
    staying = [other.body for other in others.select_related("body")]
    return [
        row
        for row in _lasting(Q(to_account=posting.account_id), on)
        if _is_near(row.from_posting.body, posting.body)
        and not any(_is_near(row.from_posting.body, body) for body in staying)
    ]


def _is_near(lender: Body, body: Body) -> bool:
    """As `people_near` has it: the same body, a part of it or the whole of it."""
    return lender.pk in (body.pk, body.parent_id) or lender.parent_id == body.pk


def _lasting(whose: Q, on: date) -> list[Delegation]:
    rows = Delegation.objects.filter(whose).filter(Q(valid_to=None) | Q(valid_to__gt=on))
    return list(
        rows.select_related("from_posting__body", "from_posting__account", "to_account").order_by(
            "valid_from", "pk"
        )
    )


def _held_kinds(authors: set[int]) -> list[HeldKind]:
    """The kinds of which something names one of these postings, in one query."""
    asked = [
        kind.model._default_manager.filter(_named(kind, authors))  # noqa: SLF001 - as below
        .order_by()
        .annotate(kind_number=Value(place, IntegerField()))
        .values_list("kind_number")
        .distinct()
        for place, kind in enumerate(_KINDS)
    ]
    if not asked:
        return []
    found = {place for (place,) in asked[0].union(*asked[1:])}
    return [kind for place, kind in enumerate(_KINDS) if place in found]


def _named(kind: HeldKind, authors: set[int]) -> Q:
    return kind.is_open & Q(**{f"{kind.field}__in": authors})


def _read(kind: HeldKind, which: Q) -> Held:
    rows: Any = kind.model._default_manager.filter(which)  # noqa: SLF001 - Django's documented name
    found = rows.order_by("pk").values_list("pk", kind.target, *kind.fields).distinct()
    return Held(
        kind,
        tuple(
            HeldItem(pk, kind.words(*told), reverse(kind.address, args=[target]))
            for pk, target, *told in found
        ),
    )
