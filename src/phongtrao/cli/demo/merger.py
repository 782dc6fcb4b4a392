"""The demo's half-year before the merger: the former provinces report by their own communes.

Anchored to 1/7/2025 whatever today is, so that series of the province run through the merger:
figures of former communes stand on today's boundaries by exact shares, those of cut ones marked.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from phongtrao.cli.demo import rounds
from phongtrao.cli.demo.cast import Cast
from phongtrao.core.periods import half_year
from phongtrao.org.models import AreaVersion, Body, Posting, Succession
from phongtrao.org.queries import bodies_kept, body_on

BEGUN, MERGED = date(2025, 1, 1), date(2025, 7, 1)
LAST_DAY = date(2025, 6, 30)
PERIOD = half_year(2025, 1)
PART = 3  # three former communes made one of today, as a rule
SILENT = 2  # communes that never reported, in each former province


def tell(players: Cast, province_id: int) -> None:
    """Let every former province of the demo's province ask its communes once, and finish."""
    former = Succession.objects.filter(successor_id=province_id, on=MERGED)
    for row in former.order_by("-predecessor_id"):
        cast = _former_cast(players, row.predecessor_id, province_id)
        rounds.finished_round(cast, row.predecessor_id, PERIOD, silent=SILENT, part=PART)


def _former_cast(players: Cast, former_id: int, province_id: int) -> Cast:
    """The same officials in the bodies that they came from, until the merger."""
    postings = {
        name: _held(posting, former_id)
        for name, posting in players.postings.items()
        if posting.body.area_id == province_id
    }
    communes = AreaVersion.objects.on(LAST_DAY).filter(
        parent__versions__parent_id=former_id, level="commune"
    )
    officers = _officers(players, communes.distinct().order_by("lineage_id"))
    return replace(players, postings=postings, commune_officers=officers)


def _officers(players: Cast, communes: Iterable[AreaVersion]) -> dict[int, Posting]:
    """Former commune → its officer, who went on in the successor with the largest share.

    Some communes went through the merger unchanged: their officers simply stayed.
    """
    heirs = {area: area for area in players.commune_officers}
    rows = Succession.objects.filter(on=MERGED).order_by("share_numerator", "-successor_id")
    for row in rows.filter(successor_id__in=players.commune_officers):
        heirs[row.predecessor_id] = row.successor_id
    areas = [area.lineage_id for area in communes if area.lineage_id in heirs]
    kind = next(iter(players.commune_officers.values())).body.kind_id
    bodies = bodies_kept(kind, areas, LAST_DAY)
    held = [_posting(players.commune_officers[heirs[area]], bodies[area]) for area in areas]
    return dict(zip(areas, Posting.objects.bulk_create(held), strict=True))


def _held(posting: Posting, area_id: int) -> Posting:
    """The same post in the body of the same kind in an area that ended with the merger."""
    body = body_on(posting.body.kind_id, area_id, LAST_DAY, create=True)
    if body is None:
        raise LookupError(f"no {posting.body.kind_id} in {area_id} on {LAST_DAY}")
    held = _posting(posting, body)
    held.save()
    return held


def _posting(posting: Posting, body: Body) -> Posting:
    return Posting(
        account=posting.account, body=body, role=posting.role, capacity=posting.capacity,
        basis=posting.basis, valid_from=BEGUN, valid_to=MERGED,
    )  # fmt: skip
