"""The demo's festivals: two years that were held, and the next one with sites to be chosen.

The former provinces planned the summer of the merger each for itself; those plans were struck out
when the new province made its own.
"""

import random
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from phongtrao.cli.demo.cast import Cast, acting
from phongtrao.cli.demo.merger import MERGED
from phongtrao.core import clock
from phongtrao.fieldwork.events import actions
from phongtrao.fieldwork.events.models import FestivalPlan, FestivalSite
from phongtrao.fieldwork.events.planner import Rules, Weights
from phongtrao.fieldwork.events.queries import Wishes, quotas_of
from phongtrao.org.models import AreaSet, Posting
from phongtrao.planning.models import Programme

_OTHERS = 14  # communes beside those of the story that held a site
_CANDIDATES = 16
_NAMES = ("Sân vận động", "Nhà văn hóa", "Trường trung học cơ sở", "Nhà rông văn hóa")
_ABOVE = ("canbo.tinh", "canbo.tinhkhac", "canbo.tw")  # officers, but not of a commune
_GUESTS = (
    ("Giám đốc Công an tỉnh", "canbo.tinh", 2),
    ("Phó Giám đốc Công an tỉnh", "canbo.tinh", 3),
    ("Trưởng phòng Tham mưu", "canbo.tinh", 3),
    ("Phó Chủ tịch Ủy ban Mặt trận tỉnh", "canbo.mttq", 2),
    ("Lãnh đạo Cục", "canbo.tw", 1),
)


def tell(players: Cast, story: Sequence[int]) -> None:
    """Tell it from the oldest act to the newest."""
    programme = Programme.objects.order_by("pk").first()
    if programme is None:
        return
    today = clock.today()
    last = today.year if today >= date(today.year, 9, 1) else today.year - 1
    _before_the_merger(players, programme)
    by = players.postings["canbo.tinh"]
    for year in (last - 1, last):
        if year >= MERGED.year:
            plan = _plan(by, programme, year, made=max(date(year, 5, 6), by.valid_from))
            _held_sites(players, plan, story, others=_OTHERS if year == last else 2)
    _front(players, programme, last)
    _next_year(players, programme, last + 1, story)


def _before_the_merger(players: Cast, programme: Programme) -> None:
    former = Posting.objects.filter(
        account=players.postings["canbo.tinh"].account, valid_to=MERGED
    ).select_related("account", "body")
    for posting in former.order_by("pk"):
        plan = _plan(posting, programme, MERGED.year, made=date(MERGED.year, 4, 15))
        with clock.set_to(_at(MERGED - timedelta(days=1))):
            actions.strike_out(
                plan,
                reason="Sáp nhập tỉnh; tỉnh mới lập kế hoạch chung",
                by=acting(posting),
            )


def _plan(
    by: Posting, programme: Programme, year: int, *, made: date, chosen: int = 0
) -> FestivalPlan:
    clusters = AreaSet.objects.filter(kind="cluster").order_by("pk")[:2] if chosen else ()
    terms = actions.PlanTerms(
        programme,
        by.body.area_id,
        "ngay_hoi",
        year,
        f"Kế hoạch tổ chức Ngày hội Toàn dân bảo vệ an ninh Tổ quốc năm {year} (giả định)",
        date(year, 7, 1),
        date(year, 8, 19),
        plan_paper=f"Kế hoạch số {year % 100}/KH-CAT (giả định)",
        result_due_on=date(year, 8, 31),
        provincial_sites=chosen,
        priorities=[actions.PrioritySpec(each, 20, 2) for each in clusters],
    )
    with clock.set_to(_at(made)):
        return actions.make_plan(terms, by=acting(by))


def _held_sites(players: Cast, plan: FestivalPlan, story: Sequence[int], *, others: int) -> None:
    """Sites of the story's communes and a few more, held and confirmed; one was rained off."""
    province = players.postings["canbo.tinh"]
    for area in _communes(players, story, others):
        posting = players.commune_officers[area]
        draw = random.Random(f"ngay-hoi/{plan.year}/{area}")
        day = date(plan.year, 8, draw.randint(2, 18))
        site = _reported(posting, plan, day, draw)
        if area in story:
            with clock.set_to(_at(day + timedelta(days=9))):
                actions.take_step(site, "confirm", by=acting(province))
    _rained_off(players.commune_officers[story[0]], plan)


def _communes(players: Cast, story: Sequence[int], others: int) -> list[int]:
    """The communes of the story and a few more."""
    above = {players.postings[name].body.area_id for name in _ABOVE}
    return [*story, *sorted(players.commune_officers.keys() - above - set(story))[:others]]


def _reported(posting: Posting, plan: FestivalPlan, day: date, draw: random.Random) -> FestivalSite:
    terms = actions.SiteTerms(
        plan.programme,
        posting.body.area_id,
        plan,
        draw.choice(("xa", "xa", "kdc")),
        _place(posting, draw),
        venue="Sân trung tâm",
        expected=400,
    )
    with clock.set_to(_at(day + timedelta(days=2))):
        return actions.record_held(terms, _figures(draw), day, by=acting(posting))


def _figures(draw: random.Random) -> actions.ResultTerms:
    social, budget = draw.randint(5, 30) * 1_000_000, draw.randint(10, 40) * 1_000_000
    return actions.ResultTerms(
        attendances=draw.randint(180, 900),
        leaders=5,
        leaders_province=1,
        leaders_commune=4,
        collectives=draw.randint(1, 4),
        individuals=draw.randint(2, 9),
        merit_certificates=draw.randint(0, 2),
        gifts=draw.randint(10, 60),
        gift_value=social,
        gift_social=social,
        models_launched=draw.randint(0, 2),
        works=draw.randint(0, 2),
        activities=draw.randint(3, 9),
        pledges=draw.randint(5, 40),
        cost=budget,
        cost_budget=budget,
        lessons="Phân công sớm, có phương án khi mưa.",
    )


def _place(posting: Posting, draw: random.Random) -> str:
    return f"{draw.choice(_NAMES)} {_where(posting)} (điểm {draw.randint(1, 3)})"


def _where(posting: Posting) -> str:
    name = posting.body.name.removeprefix("Công an ")
    return name.removeprefix("Ủy ban Mặt trận Tổ quốc Việt Nam ")


def _rained_off(posting: Posting, plan: FestivalPlan) -> None:
    day = date(plan.year, 7, 27)
    terms = actions.SiteTerms(
        plan.programme, posting.body.area_id, plan, "kdc", "Nhà văn hóa thôn 11",
        fallback="Chuyển vào hội trường xã",
    )  # fmt: skip
    by = acting(posting)
    with clock.set_to(_at(day - timedelta(days=5))):
        site = actions.enter_site(terms, by=by)
        actions.approve(site, day=day, by=by)
    with clock.set_to(_at(day - timedelta(days=1))):
        actions.take_step(site, "cancel", reason="Mưa lũ, đường vào thôn bị chia cắt", by=by)


def _front(players: Cast, programme: Programme, year: int) -> None:
    """The Front's own day, with contents of the movement."""
    posting = players.postings["canbo.mttq"]
    day = date(year, 11, 17)
    if day >= clock.today():
        return
    terms = actions.PlanTerms(
        programme, posting.body.area_id, "dai_doan_ket", year,
        f"Kế hoạch Ngày hội Đại đoàn kết năm {year} (giả định)",
        date(year, 11, 1), date(year, 11, 18),
    )  # fmt: skip
    with clock.set_to(_at(date(year, 10, 12))):
        plan = actions.make_plan(terms, by=acting(posting))
    _reported(posting, plan, day, random.Random("mat-tran"))


def _next_year(players: Cast, programme: Programme, year: int, story: Sequence[int]) -> None:
    """Candidates for the provincial sites, guests, and a choice that waits to be carried out."""
    by = players.postings["canbo.tinh"]
    made = clock.today() - timedelta(days=20)
    plan = _plan(by, programme, year, made=made, chosen=6)
    draw = random.Random("chon-diem")
    for area in _communes(players, story, _CANDIDATES - len(story)):
        posting = players.commune_officers[area]
        first = date(year, 7, draw.randint(5, 30))
        terms = actions.SiteTerms(
            programme, area, plan, "tinh", _place(posting, draw),
            first_day=first, last_day=first + timedelta(days=draw.randint(3, 12)),
            models_to_launch=draw.randint(0, 3),
        )  # fmt: skip
        with clock.set_to(_at(made + timedelta(days=6))):
            actions.enter_site(terms, by=acting(posting))
    _choose(players, plan)
    _preparing(players, plan, story[0])


def _preparing(players: Cast, plan: FestivalPlan, area: int) -> None:
    """A commune prepares its own site early: estimate, check-list, invitations."""
    posting = players.commune_officers[area]
    day = date(plan.year, 8, 12)
    terms = actions.SiteTerms(
        plan.programme, area, plan, "xa", f"Sân vận động {_where(posting)}",
        venue="Sân vận động xã", expected=600, models_to_launch=1,
        fallback="Chuyển vào hội trường xã; hoãn sang ngày hôm sau nếu có bão",
    )  # fmt: skip
    with clock.set_to(_at(clock.today() - timedelta(days=4))):
        by = acting(posting)
        site = actions.enter_site(terms, by=by)
        actions.approve(site, day=day, paper="Kế hoạch số 3/KH-UBND (giả định)", by=by)
        actions.take_step(site, "prepare", by=by)
        costs = [
            actions.CostSpec("Sân khấu, âm thanh", "ngan_sach", 12_000_000),
            actions.CostSpec("Quà tặng", "xa_hoi_hoa", 8_000_000),
        ]
        actions.set_costs(site, costs, by=by)
        actions.tick_checks(site, [0, 2], by=by)
        guests = [players.postings[name].body for name in ("canbo.tinh", "canbo.mttq")]
        actions.invite(site, guests, "Lãnh đạo", by=by)
    answered = site.invitations.get(body=guests[1])
    actions.answer_invitation(answered, "comes", by=players.actor("canbo.mttq"))


def _choose(players: Cast, plan: FestivalPlan) -> None:
    by, draw = players.actor("canbo.tinh"), random.Random("khach")
    days = [date(plan.year, 7, 5) + timedelta(days=n) for n in range(38)]
    specs = [
        actions.GuestSpec(players.postings[name].body, post, draw.sample(days, 16), most)
        for post, name, most in _GUESTS
    ]
    with clock.set_to(_at(clock.today() - timedelta(days=3))):
        actions.set_guests(plan, specs, by=by)
        rules = Rules(plan.provincial_sites, near_next_day=False, quotas=quotas_of(plan))
        asked = actions.ask_selection(plan, Wishes("tinh", rules, Weights()), by=by)
    actions.find_selection(asked.pk)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(15, 30), clock.VIETNAM)
