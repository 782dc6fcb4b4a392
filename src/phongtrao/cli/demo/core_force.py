"""The demo's core force: teams founded in former communes, counted over two years, rated yearly.

Allowances: one resolution of each former province goes on after the merger; the first is replaced.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from phongtrao.cli.demo.cast import Cast, acting
from phongtrao.cli.demo.merger import MERGED
from phongtrao.core import clock
from phongtrao.fieldwork.coreforce import actions
from phongtrao.fieldwork.coreforce.models import Team
from phongtrao.org.models import AreaVersion, Posting, Succession
from phongtrao.planning.models import Programme

_TEAMS = (
    ("bao_ve", "Tổ bảo vệ ANTT thôn 1", 5, 3),
    ("bao_ve", "Tổ bảo vệ ANTT thôn 2", 4, 3),
    ("tu_quan", "Tổ tự quản đường làng", 12, 0),
    ("thanh_nien", "Đội thanh niên xung kích", 24, 0),
)
_DEEDS = (
    ("truong_thon", "van_dong"),
    ("ban_mat_tran", "hoa_giai"),
    ("to_truong", "tuan_tra"),
)
_FOUNDED = date(2024, 8, 15)
_LEVELS = ("kha", "xuat_sac", "trung_binh")
_AMOUNTS = (1_200_000, 1_500_000)


def tell(players: Cast, story: Sequence[int]) -> None:
    """Teams before and after the merger, then what resolutions grant."""
    programme = Programme.objects.order_by("pk").first()
    if programme is None:
        return
    for area in story:
        _teams(players.commune_officers[area], programme)
        _activities(players.commune_officers[area], programme)
    _figures(players.postings["canbo.tinh"], programme)
    _allowances(players.postings["canbo.tinh"], programme)


def _teams(posting: Posting, programme: Programme) -> None:
    """Teams taken over from the former communes, with a head-count at the merger and later."""
    today, by = clock.today(), acting(posting)
    for place, (kind, name, total, leavers) in enumerate(_TEAMS):
        first = max(posting.valid_from, MERGED)
        terms = actions.TeamTerms(
            programme,
            posting.body.area_id,
            kind,
            name,
            _FOUNDED,
            founding_paper="Quyết định thành lập năm 2024 (giả định)",
            place=f"Thôn {place + 1}",
            reading=actions.ReadingTerms(first, total, total - 1, 1),
        )
        with clock.set_to(_at(first)):
            team = actions.found_team(terms, by=by)
        if kind != "bao_ve":
            continue
        recent = today - timedelta(days=40)
        later = actions.ReadingTerms(recent, total, joined=leavers, left=leavers)
        with clock.set_to(_at(recent)):
            actions.note_reading(team, later, by=by)
            pieces = {"den_pin": total, "gay": total, "noi_lam_viec": 1}
            actions.note_equipment(team, pieces, is_equipped=place == 0, by=by)
        _rate(posting, team, _LEVELS[place])


def _activities(posting: Posting, programme: Programme) -> None:
    """What nucleus roles did in two quarters: how often, never who."""
    for back in (100, 12):
        day = max(clock.today() - timedelta(days=back), posting.valid_from)
        for place, (role, deed) in enumerate(_DEEDS):
            terms = actions.NucleusTerms(
                programme, posting.body.area_id, role, deed, day, 24 - 7 * place
            )
            with clock.set_to(_at(day)):
                actions.record_activity(terms, by=acting(posting))


def _rate(posting: Posting, team: Team, level: str) -> None:
    rated_on = date(MERGED.year, 11, 20)
    if rated_on <= clock.today():
        with clock.set_to(_at(rated_on)):
            actions.rate_team(
                team, year=rated_on.year, level=level, rated_on=rated_on, by=acting(posting)
            )


def _figures(posting: Posting, programme: Programme) -> None:
    area = posting.body.area_id
    facts = (("can_bo_chuyen_trach", 14), ("can_bo_kiem_nhiem", 188), ("to_hoa_giai", 1_140),
             ("hoa_giai_vien", 6_820))  # fmt: skip
    for back in (380, 20):
        day = clock.today() - timedelta(days=back)
        for kind, total in facts:
            terms = actions.HeadCountTerms(
                programme, area, kind, day, total * (1_000 - back) // 1_000
            )
            with clock.set_to(_at(day)):
                actions.record_headcount(terms, by=acting(posting))


def _allowances(posting: Posting, programme: Programme) -> None:
    """What the former provinces resolved, and the resolution that replaces the first of them."""
    here, by = posting.body.area_id, acting(posting)
    ways = Succession.objects.filter(successor_id=here, on=MERGED).order_by("predecessor_id")
    former = AreaVersion.objects.filter(
        lineage_id__in=ways.values("predecessor_id"), level="province", valid_to=MERGED
    ).order_by("lineage_id")
    since, day = date(2025, 1, 1), clock.today() - timedelta(days=120)
    first = None
    for version, amount in zip(former, _AMOUNTS, strict=False):
        terms = actions.AllowanceTerms(
            programme, version.lineage_id, amount,
            f"Nghị quyết {amount // 100_000}/2024/NQ-HĐND (giả định)", date(2024, 12, 10), since,
        )  # fmt: skip
        rule = actions.record_allowance(terms, by=by)
        first = first or rule
    if first is not None:
        actions.end_allowance(first, valid_to=day, by=by)
    terms = actions.AllowanceTerms(
        programme, here, 1_800_000, "Nghị quyết 20/2026/NQ-HĐND (giả định)",
        day - timedelta(days=20), day,
    )  # fmt: skip
    actions.record_allowance(terms, by=by)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(16), clock.VIETNAM)
