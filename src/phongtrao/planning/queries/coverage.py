"""Coverage: what each addressed body has made of a paper, and how long the rest has waited."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Requirement, RequirementAddressee
from phongtrao.planning.queries.documents import followed_by, visible_documents
from phongtrao.planning.rules import age_in_days, is_concretising_late
from phongtrao.planning.rules.ages import AGE_BANDS, AgeBand, band_called
from phongtrao.planning.workflow import AddresseeState, Part


@dataclass(slots=True)
class CoverageLine:
    """One body over the requirements of a paper; counts of those it leads, age in days."""

    body: Body
    made_concrete: int = 0
    standing: int = 0
    separate_regime: int = 0
    open: int = 0
    late: int = 0
    oldest_age: int = 0
    coordinating: int = 0

    @property
    def asked(self) -> int:
        """How many requirements the body leads."""
        return self.made_concrete + self.standing + self.separate_regime + self.open


def coverage_of(addressees: Iterable[RequirementAddressee], day: date) -> list[CoverageLine]:
    """A line a body: those that keep others waiting longest come first."""
    lines: dict[int, CoverageLine] = {}
    for row in addressees:
        line = lines.setdefault(row.body_id, CoverageLine(row.body))
        if row.part == Part.COORDINATING:
            line.coordinating += 1
            continue
        setattr(line, row.state, getattr(line, row.state) + 1)
        if row.state == AddresseeState.OPEN:
            line.oldest_age = max(line.oldest_age, age_in_days(row.addressed_on, day))
            line.late += is_concretising_late(row.state, row.concretise_by, day)
    return sorted(lines.values(), key=lambda x: (-x.late, -x.open, -x.oldest_age, x.body.name))


def coverage_totals(lines: Iterable[CoverageLine]) -> dict[str, int]:
    """Sums over the bodies, by state."""
    names = ("made_concrete", "standing", "separate_regime", "open", "late")
    totals = dict.fromkeys(names, 0)
    for line in lines:
        for name in names:
            totals[name] += getattr(line, name)
    return totals


# -- over all papers that a reader may see ---------------------------------------------------------
# Nobody leads it; a lead is late; it is neither a task nor standing nor under a regime of its own.
UNADDRESSED, LATE, NEITHER = "unaddressed", "late", "neither"
_STATES = AddresseeState.values
_COUNTED = (*_STATES, LATE, *(band.code for band in AGE_BANDS))


def led_rows(actor: Actor) -> QuerySet[Any]:
    """The leads whose state the actor may follow, each with `since`: the day of its paper."""
    rows = RequirementAddressee.objects.filter(followed_by(actor), part=Part.LEAD)
    seen = rows.filter(requirement__document__in=visible_documents(actor).values("pk"))
    return seen.annotate(
        since=Coalesce("requirement__document__issued_on", "requirement__document__registered_on")
    ).order_by()


def aged(rows: QuerySet[Any], code: str, today: date) -> QuerySet[Any]:
    """The rows whose paper is as old as a band says; an unknown band is none."""
    return rows.filter(_in_band(band_called(code), today))


def _in_band(band: AgeBand, today: date) -> Q:
    earliest, latest = band.days(today)
    # A paper dated after today counts as new.
    young = Q() if band.first == 0 else Q(since__lte=latest)
    return young & (Q(since__gte=earliest) if earliest else Q())


def counts_by_body(led: QuerySet[Any], today: date) -> dict[int, dict[str, int]]:
    """Body → how many requirements it leads, by state, late, and the open ones by age."""
    waiting = Q(state=AddresseeState.OPEN)
    asked = {f"n_{state}": Count("pk", filter=Q(state=state)) for state in AddresseeState.values}
    asked[f"n_{LATE}"] = Count("pk", filter=waiting & Q(concretise_by__lt=today))
    for band in AGE_BANDS:
        asked[f"n_{band.code}"] = Count("pk", filter=waiting & _in_band(band, today))
    return {
        row["body_id"]: {name: row[f"n_{name}"] for name in _COUNTED}
        for row in led.values("body_id").annotate(**asked)
    }


def body_rows(counts: Mapping[int, Mapping[str, int]]) -> QuerySet[Any]:
    """The bodies with `asked`, `waiting` and `late` to sort by; the rest is in `counts`."""
    columns = {
        "asked": {pk: sum(row[state] for state in _STATES) for pk, row in counts.items()},
        "waiting": {pk: row[AddresseeState.OPEN] for pk, row in counts.items()},
        "late": {pk: row[LATE] for pk, row in counts.items()},
    }
    return Body.objects.filter(pk__in=list(counts)).annotate(
        **{name: _looked_up(found) for name, found in columns.items()}
    )


def _looked_up(counts: Mapping[int, int]) -> Case:
    """A count of each body as a column; counted once beforehand, not once a body."""
    bodies: dict[int, list[int]] = defaultdict(list)
    for pk, count in counts.items():
        bodies[count].append(pk)
    whens = [When(pk__in=ids, then=Value(count)) for count, ids in bodies.items()]
    return Case(*whens, default=Value(0), output_field=IntegerField())


def requirement_rows(actor: Actor, *, body_id: int | None = None) -> QuerySet[Any]:
    """What papers ask for with what its leads made of it: `leads`, a count a state, `since`.

    Of the papers of others only what is asked of bodies that the actor may follow; of his own also
    what nobody leads (`is_unaddressed`). `body_id`: only what that body leads.
    """
    led = led_rows(actor).filter(requirement=OuterRef("pk"))
    if body_id is not None:
        led = led.filter(body_id=body_id)
    anybody = RequirementAddressee.objects.filter(requirement=OuterRef("pk"), part=Part.LEAD)
    rows = (
        Requirement.objects.filter(document__in=visible_documents(actor).values("pk"))
        .select_related("document", "content")
        .defer("document__text", "document__search_folded")
        .annotate(
            since=Coalesce("document__issued_on", "document__registered_on"),
            leads=_per_requirement(led),
            is_unaddressed=~Exists(anybody),
            **{
                f"n_{state}": _per_requirement(led.filter(state=state))
                for state in AddresseeState.values
            },
        )
    )
    if body_id is not None:
        return rows.filter(leads__gt=0)
    own = Q(document__home_body_id=actor.body_id) | Q(document__issuer_body_id=actor.body_id)
    followed = Q() if actor.scope.everything else own
    return rows.filter(Q(leads__gt=0) | (Q(is_unaddressed=True) & followed))


def _per_requirement(led: QuerySet[Any]) -> Coalesce:
    one = led.values("requirement").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(one, output_field=IntegerField()), 0)


def in_state(rows: QuerySet[Any], state: str, led: QuerySet[Any], today: date) -> QuerySet[Any]:
    """The requirements of which a lead is in a state, or that nobody leads."""
    if state == UNADDRESSED:
        return rows.filter(is_unaddressed=True)
    if state == NEITHER:
        return rows.filter(Q(n_open__gt=0) | Q(is_unaddressed=True))
    if state == LATE:
        late = led.filter(state=AddresseeState.OPEN, concretise_by__lt=today)
        return rows.filter(Exists(late.filter(requirement=OuterRef("pk"))))
    return rows.filter(**{f"n_{state}__gt": 0})


def totals_of(rows: QuerySet[Any], led: QuerySet[Any], today: date) -> dict[str, int]:
    """How many requirements `in_state` finds in each state; one may be in two by two leads."""
    asked = {state: Count("pk", filter=Q(**{f"n_{state}__gt": 0})) for state in _STATES}
    asked[UNADDRESSED] = Count("pk", filter=Q(is_unaddressed=True))
    found: dict[str, int] = rows.order_by().aggregate(**asked)
    return found | {LATE: in_state(rows, LATE, led, today).count()}


def prepare_requirements(rows: Sequence[Any], *, actor: Actor) -> None:
    """Give each requirement of a page `lead_names`: the leads that the actor may follow."""
    names: dict[int, list[str]] = defaultdict(list)
    led = led_rows(actor).filter(requirement__in=[row.pk for row in rows])
    for requirement, name in led.order_by("pk").values_list("requirement_id", "body__name"):
        names[requirement].append(name)
    for row in rows:
        row.lead_names = names[row.pk]


def open_for(actor: Actor, *, document_id: int | None = None) -> QuerySet[RequirementAddressee]:
    """What the acting body itself leads and has not decided on, the longest waiting first."""
    rows = RequirementAddressee.objects.filter(
        body_id=actor.body_id or 0, state=AddresseeState.OPEN, part=Part.LEAD
    )
    if document_id is not None:
        rows = rows.filter(requirement__document_id=document_id)
    return (
        rows.select_related("body", "requirement__document__programme", "requirement__content")
        .defer("requirement__document__text", "requirement__document__search_folded")
        .order_by("concretise_by", "requirement__document_id", "requirement__position", "pk")
    )
