"""Committees, how they are made up on a day, and whether they are due to be renewed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from phongtrao.core.errors import NotFound, Sentence
from phongtrao.org.gazetteer.body_kinds import load_kinds
from phongtrao.org.models import Body, BodySuccession, Composition, Posting, Seat
from phongtrao.org.permissions import Actor, may_compose
from phongtrao.org.queries.areas import known_day
from phongtrao.org.queries.bodies import ShownBody
from phongtrao.org.roles import Role
from phongtrao.org.rules.vacancies import (
    CommitteeFacts,
    SeatFacts,
    Takeover,
    reasons_to_renew,
    vacancy,
)
from phongtrao.org.scope import scope_of

_MOST_OFFERED = 300
_NO_SEATS: tuple[Seat, ...] = ()


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee on a day: what is in force, who sits there by post, why it is to be renewed."""

    body: Body
    day: date
    composition: Composition | None
    seats: Sequence[Seat]
    reasons: Sequence[Sentence]

    @property
    def is_due(self) -> bool:
        """Whether it is due to be renewed (*cần kiện toàn*)."""
        return bool(self.reasons)


def committees_on(actor: Actor, day: date) -> QuerySet[Body]:
    """The committees of a day within reach, each with what a list shows of it.

    `composition_id`, `composed_from`, `decision_number`, `decided_on` of the composition in force
    (None without one), `seat_count`, `vacant_count`, and `is_due`, the same as the rule
    `reasons_to_renew` says (a property test holds both together).
    """
    day = known_day(day)
    rows = Body.objects.on(day).filter(
        actor.scope.where("area_id"), kind_id__in=load_kinds().collegial
    )
    in_force = Composition.objects.confirmed().on(day).filter(body=OuterRef("pk"))
    in_force = in_force.order_by("-valid_from")
    seats = Seat.objects.filter(composition=OuterRef("composition_id"))
    taken = BodySuccession.objects.filter(successor=OuterRef("pk"), on__lte=day)
    annotated = rows.annotate(
        composition_id=Subquery(in_force.values("pk")[:1]),
        composed_from=Subquery(in_force.values("valid_from")[:1]),
        decision_number=Subquery(in_force.values("decision_number")[:1]),
        decided_on=Subquery(in_force.values("decided_on")[:1]),
    ).annotate(seat_count=_counted(seats), vacant_count=_counted(seats.filter(_vacant(day))))
    unanswered = Exists(taken.filter(on__gt=OuterRef("composed_from")))
    is_taken = (Q(composed_from=None) & Q(Exists(taken))) | Q(unanswered)
    return annotated.annotate(is_due=Q(vacant_count__gt=0) | is_taken)


def due_on(actor: Actor, day: date) -> QuerySet[Body]:
    """The committees within reach that are due to be renewed on a day."""
    return committees_on(actor, day).filter(Q(is_due=True))


def with_reasons(bodies: Sequence[Body], day: date) -> list[Committee]:
    """The committees as they stand on a day, in three queries however many there are."""
    day = known_day(day)
    ids = [body.pk for body in bodies]
    found = Composition.objects.confirmed().on(day).filter(body__in=ids)
    compositions = {row.body_id: row for row in found.select_related("standing_body")}
    seats = _seats_of([row.pk for row in compositions.values()])
    takeovers = _takeovers(ids, day)
    shown = []
    for body in bodies:
        composition = compositions.get(body.pk)
        own = seats.get(composition.pk, ()) if composition else _NO_SEATS
        facts = CommitteeFacts(
            since=composition.valid_from if composition else None,
            seats=tuple(facts_of(seat) for seat in own),
            takeovers=tuple(takeovers.get(body.pk, ())),
            ends=body.valid_to,
        )
        reasons = reasons_to_renew(facts, day)
        shown.append(Committee(body, day, composition, own, reasons))
    return shown


def committee_for(actor: Actor, pk: int) -> Body:
    """A committee within reach, of today or former. Raises NotFound for all others."""
    rows = Body.objects.filter(kind_id__in=load_kinds().collegial).select_related("kind")
    found = rows.filter(actor.scope.where("area_id"), pk=pk).first()
    if found is None:
        raise NotFound
    return found


def committees_among(actor: Actor, bodies: Sequence[ShownBody], day: date) -> list[Body]:
    """The committees among the bodies of an area, as `committees_on` lists them.

    No query where there is none: the page of a place has few to spare.
    """
    collegial = load_kinds().collegial
    ids = [body.pk for body in bodies if body.kind in collegial and body.pk is not None]
    if not ids:
        return []
    return list(committees_on(actor, day).filter(pk__in=ids).order_by("kind__position", "pk"))


def composition_for(actor: Actor, pk: int) -> Composition:
    """A decision within reach; a draft only for those who may record. Raises NotFound."""
    rows = Composition.objects.filter(actor.scope.where("body__area_id"))
    found = rows.select_related(
        "body__kind", "standing_body", "made_by__account", "confirmed_by__account"
    ).filter(pk=pk).first()  # fmt: skip
    if found is None or (found.is_draft and not may_compose(actor, found.body.area_id)):
        raise NotFound
    return found


def composition_kept(actor: Actor, pk: int) -> Composition:
    """A decision, draft or not, that the actor may record. Raises NotFound for all others."""
    found = composition_for(actor, pk)
    if not may_compose(actor, found.body.area_id):
        raise NotFound
    return found


def compositions_of(actor: Actor, body: Body) -> list[Composition]:
    """The decisions about a committee, the newest first; drafts for those who may record."""
    rows = Composition.objects.filter(body=body)
    if not may_compose(actor, body.area_id):
        rows = rows.confirmed()
    return list(rows.order_by("-valid_from", "-pk"))


def seats_of(composition: Composition) -> list[Seat]:
    """The seats of a decision in their order, with bodies and holders."""
    return list(_seats_of([composition.pk]).get(composition.pk, ()))


def vacancy_of(seat: Seat, day: date) -> Sentence | None:
    """Why a seat is vacant on a day; None while it is held."""
    return vacancy(facts_of(seat), day)


def facts_of(seat: Seat) -> SeatFacts:
    """What the rule of vacancies looks at."""
    return SeatFacts(
        title=seat.get_title_display(),
        post=seat.post,
        body_name=seat.body.name if seat.body else "",
        body_ends=seat.body.valid_to if seat.body else None,
        posting_ends=seat.posting.valid_to if seat.posting else None,
    )


def former_composition(body: Body) -> Composition | None:
    """What a new decision starts from: the last one, else that of a committee it took over."""
    own = Composition.objects.confirmed().filter(body=body).order_by("-valid_from").first()
    if own is not None:
        return own
    taken = BodySuccession.objects.filter(successor=body).values("predecessor")
    rows = Composition.objects.confirmed().filter(body__in=taken)
    return rows.order_by("-valid_from", "body_id").first()


def replaced_by(composition: Composition) -> Composition | None:
    """The decision that this one takes the place of: the last one that began before it."""
    rows = Composition.objects.confirmed().filter(
        body=composition.body_id, valid_from__lt=composition.valid_from
    )
    return rows.order_by("-valid_from").first()


def heirs_of(body: Body) -> list[Body]:
    """The committees that took over from one that has ended."""
    rows = BodySuccession.objects.filter(predecessor=body).select_related("successor")
    return [row.successor for row in rows.order_by("on", "pk")]


def has_taken_over(body: Body) -> bool:
    """Whether a committee took over from another one: its decision renews, it founds nothing."""
    return BodySuccession.objects.filter(successor=body).exists()


def postings_offered(composition: Composition, day: date) -> list[Posting]:
    """Who may be named as a holder in any row: in office beside the committee, or named already."""
    beside = Q(body__area_id=composition.body.area_id)
    named = Q(pk__in=composition.seats.exclude(posting=None).values("posting_id"))
    return _in_office(day, beside | named)


def postings_in_reach(
    actor: Actor, bodies: Collection[Body], day: date
) -> dict[int, list[Posting]]:
    """Body → who is in office there or in a part of it, in one query.

    Bodies outside the actor's area are left out: whose accounts they are he does not see.
    """
    seen = {body.pk for body in bodies if actor.scope.covers_now(body.area_id)}
    found: dict[int, list[Posting]] = {}
    for row in _in_office(day, Q(body__in=seen) | Q(body__parent__in=seen)) if seen else ():
        for body_id in seen:
            if body_id in (row.body_id, row.body.parent_id):
                found.setdefault(body_id, []).append(row)
    return found


def areas_above(area_id: int, day: date) -> frozenset[int]:
    """The areas over an area, up to the country."""
    parts = [int(part) for part in scope_of(area_id, day).path.split("/") if part]
    return frozenset(parts) - {area_id}


def bodies_offered(area_id: int, day: date) -> list[str]:
    """The names of the bodies beside a committee and above it, as suggestions while one types.

    Those below are too many to list; their names are typed.
    """
    areas = {area_id} | areas_above(area_id, day)
    rows = Body.objects.on(day).filter(area_id__in=areas)
    rows = rows.exclude(kind_id__in=load_kinds().collegial).annotate(is_beside=Q(area_id=area_id))
    ordered = rows.order_by("-is_beside", "kind__position", "pk")
    return list(ordered.values_list("name", flat=True)[:_MOST_OFFERED])


def _in_office(day: date, where: Q) -> list[Posting]:
    rows = Posting.objects.on(day).filter(where)
    rows = rows.exclude(role__in=[Role.ADMINISTRATOR, Role.AUDITOR])
    return list(rows.select_related("account", "body").order_by("account__name_sort", "pk"))


def _vacant(day: date) -> Q:
    return Q(body__valid_to__lte=day) | Q(posting__valid_to__lte=day)


def _counted(seats: QuerySet[Seat]) -> Coalesce:
    counted = seats.order_by().values("composition").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _seats_of(compositions: Collection[int]) -> dict[int, tuple[Seat, ...]]:
    rows = Seat.objects.filter(composition__in=compositions)
    found: dict[int, list[Seat]] = {}
    for seat in rows.select_related("body", "posting__account", "posting__body"):
        found.setdefault(seat.composition_id, []).append(seat)
    return {pk: tuple(seats) for pk, seats in found.items()}


def _takeovers(bodies: Collection[int], day: date) -> dict[int, list[Takeover]]:
    rows = BodySuccession.objects.filter(successor__in=bodies, on__lte=day)
    found: dict[int, list[Takeover]] = {}
    for row in rows.select_related("predecessor").order_by("on", "pk"):
        taken = Takeover(row.predecessor.name, row.on)
        found.setdefault(row.successor_id, []).append(taken)
    return found
