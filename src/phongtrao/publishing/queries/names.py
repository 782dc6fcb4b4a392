"""The words a paper begins with: who issues it, to whom, where, about what."""

from dataclasses import dataclass
from datetime import date

from phongtrao.core.periods import parse_period
from phongtrao.org.models import Account, Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import area_on, body_for_kind, superior_area
from phongtrao.org.roles import Role
from phongtrao.publishing.permissions import standing_kind
from phongtrao.publishing.rules.drafting import abstract_of
from phongtrao.reporting.models import Round

# Decree 30/2020/NĐ-CP, Appendix I, II.4a: central bodies write the city where they sit.
_CAPITAL = "Hà Nội"


@dataclass(frozen=True, slots=True)
class FirstWords:
    """What a new paper says of itself; everything can be changed by its author."""

    parent_body: str
    issuer: str
    symbol: str
    place: str
    title: str
    opening: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """Boxes 2–4 of a body's paper: above it, its name, its symbol, where it sits."""

    parent_body: str
    issuer: str
    symbol: str
    place: str


def head_of(body: Body, kind: str, day: date) -> Head:
    """The head of a paper of a kind ("BC", "BB") that the body issues on a day."""
    area, above = area_on(body.area_id, day), superior_area(body.area_id, day)
    parent = body_for_kind(body.kind_id, above.lineage_id, day) if above else None
    return Head(
        parent_body=parent.name if parent else "",
        issuer=body.name,
        symbol=f"{kind}-{body.symbol}" if body.symbol else kind,
        place=area.name if area is not None and area.level != "country" else _CAPITAL,
    )


def first_words(body: Body, round_: Round, day: date) -> FirstWords:
    """The head of a report that this body draws up about the round."""
    head = head_of(body, "BC", day)
    title = abstract_of(
        round_.template_version.template.name, parse_period(round_.period).name.shown()
    )
    partners = _partners(round_, body, day)
    first = ("Như trên",) if head.parent_body else ()
    return FirstWords(
        parent_body=head.parent_body,
        issuer=head.issuer,
        symbol=head.symbol,
        place=head.place,
        title=title,
        opening=f"{body.name} báo cáo {title[:1].lower()}{title[1:]} như sau:",
        recipients=(*first, *(f"{name} (để phối hợp)" for name in partners)),
    )


def standing_reader(round_: Round, area_id: int, day: date) -> Actor | None:
    """Whoever reads in the name of the standing body of an area: for the command line.

    The account and the posting are not stored, so nothing can be written with them.
    """
    body = body_for_kind(standing_kind(round_) or "", area_id, day)
    if body is None:
        return None
    return Actor(Account(), Posting(body=body, role=Role.OFFICER), day)


def _partners(round_: Round, body: Body, day: date) -> list[str]:
    """The other bodies of the area that take part in the form, in the order of their kinds."""
    kinds = round_.template_version.participants.exclude(pk=body.kind_id).values("pk")
    rows = Body.objects.on(day).filter(kind__in=kinds, area_id=body.area_id, parent=None)
    return list(rows.order_by("kind__position", "pk").values_list("name", flat=True))
