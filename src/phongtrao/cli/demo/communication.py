"""The demo's communication: two years of sessions, campaigns, outputs and channels.

Former communes hold sessions until the merger, their successors after it; the province plans a
campaign each spring and autumn and keeps a page with its followers.
"""

import random
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from phongtrao.cli.demo.cast import Cast, acting
from phongtrao.cli.demo.merger import MERGED
from phongtrao.core import clock
from phongtrao.fieldwork.outreach import actions
from phongtrao.fieldwork.outreach.models import Campaign
from phongtrao.fieldwork.outreach.rules import vocabulary
from phongtrao.org.models import Body, Posting, Succession
from phongtrao.planning.models import Programme

_CAMPAIGNS = (
    ("Tháng cao điểm tuyên truyền phòng, chống lừa đảo trên không gian mạng", "lua_dao", 400, 30),
    ("Đợt tuyên truyền Luật Trật tự, an toàn giao thông đường bộ", "giao_thong", 230, 45),
    ("Đợt tuyên truyền phòng cháy, chữa cháy mùa khô", "pccc", 60, 75),
)
_VENUES = ("Nhà văn hóa thôn", "Trường trung học cơ sở", "Hội trường xã", "Nhà rông văn hóa")
_FORMS = ("truc_tiep", "truc_tiep", "truc_tiep", "long_ghep", "loa", "truc_tuyen")
_ABOVE = ("canbo.tinh", "canbo.tinhkhac", "canbo.tw")  # officers, but not of a commune
_BACK = 17  # months from today to the first session after the merger, at most


def tell(players: Cast, story: Sequence[int]) -> None:
    """Tell it from the oldest act to the newest."""
    programme = Programme.objects.order_by("pk").first()
    if programme is None:
        return
    _before_the_merger(programme, story)
    campaigns = _campaigns(players, programme)
    above = {players.postings[name].body.area_id for name in _ABOVE}
    for area_id in sorted(players.commune_officers.keys() - above):
        posting = players.commune_officers[area_id]
        months = range(_BACK, 0, -1) if area_id in story else (8, 2)
        _sessions(posting, programme, campaigns, months)
    _front(players, programme)
    _outputs(players, programme)
    _channel(players, programme)
    _bulletins(players, programme)


def _before_the_merger(programme: Programme, story: Sequence[int]) -> None:
    """What the former communes of the story's communes held in the spring of the merger."""
    heirs = Succession.objects.filter(successor_id__in=story, on=MERGED)
    former = Posting.objects.filter(
        valid_to=MERGED, body__area_id__in=heirs.values("predecessor_id")
    )
    for posting in former.select_related("account", "body").order_by("pk"):
        draw = random.Random(f"truoc/{posting.body.area_id}")
        for month in (2, 4, 6):
            day = date(2025, month, draw.randint(3, 27))
            _held(posting, programme, day, draw, campaign=None)


def _campaigns(players: Cast, programme: Programme) -> list[Campaign]:
    by = players.postings["canbo.tinh"]
    return [_campaign(by, programme, *facts) for facts in _CAMPAIGNS]


def _campaign(
    posting: Posting, programme: Programme, title: str, topic: str, back: int, days: int
) -> Campaign:
    begins = clock.today() - timedelta(days=back)
    terms = actions.CampaignTerms(
        programme,
        posting.body.area_id,
        title,
        topic,
        begins,
        begins + timedelta(days=days),
        plan_paper=f"Kế hoạch số {back}/KH-CAT (giả định)",
        message="Mỗi người dân là một tuyên truyền viên; nói đúng, đủ, dễ nhớ.",
    )
    with clock.set_to(_at(begins - timedelta(days=7))):
        return actions.plan_campaign(terms, by=acting(posting))


def _sessions(
    posting: Posting, programme: Programme, campaigns: Sequence[Campaign], months: Iterable[int]
) -> None:
    draw = random.Random(f"buoi/{posting.body.area_id}")
    for back in months:
        day = clock.today() - timedelta(days=30 * back - draw.randint(0, 25))
        if day < posting.valid_from:
            continue
        running = [c for c in campaigns if c.starts_on <= day <= c.ends_on]
        _held(posting, programme, day, draw, campaign=running[0] if running else None)


def _held(
    posting: Posting,
    programme: Programme,
    day: date,
    draw: random.Random,
    *,
    campaign: Campaign | None,
    partners: Sequence[Body] = (),
) -> None:
    words = vocabulary()
    terms = actions.SessionTerms(
        programme,
        posting.body.area_id,
        day,
        draw.choice(_FORMS),
        campaign.topic if campaign else draw.choice(words.topics).code,
        draw.choice(words.audiences).code,
        draw.randint(25, 320),
        sessions=draw.choice((1, 1, 1, 2, 3)),
        campaign=campaign,
        partners=partners,
        venue=f"{draw.choice(_VENUES)} {draw.randint(1, 9)}",
    )
    with clock.set_to(_at(day)):
        actions.record_session(terms, by=acting(posting))


def _front(players: Cast, programme: Programme) -> None:
    """The Front leads sessions in which the police takes part: counted once, at the Front."""
    posting, police = players.postings["canbo.mttq"], players.postings["canbo.tinh"].body
    draw = random.Random("mat-tran")
    for back in (300, 200, 100, 20):
        day = clock.today() - timedelta(days=back)
        _held(posting, programme, day, draw, campaign=None, partners=[police])


def _outputs(players: Cast, programme: Programme) -> None:
    posting = players.postings["canbo.tinh"]
    draw = random.Random("san-pham")
    facts: tuple[tuple[str, str, int, int | None], ...] = (
        ("tin_bai", "Tin, bài trên báo và đài của tỉnh", 12, None),
        ("mang_xa_hoi", "Bài đăng cảnh báo thủ đoạn lừa đảo", 20, 18_000),
        ("to_roi", "Tờ rơi hướng dẫn xử lý khi có cháy", 1_500, None),
        ("hoi_thi", "Hội thi tìm hiểu pháp luật", 1, 240),
    )
    for back in (400, 280, 160, 40):
        day = clock.today() - timedelta(days=back)
        for kind, title, quantity, reach in facts:
            more: dict[str, Any] = {
                "title": title,
                "quantity": quantity + draw.randint(0, quantity // 2),
                "reach": reach + draw.randint(0, reach // 4) if reach else None,
            }
            terms = actions.OutputTerms(programme, posting.body.area_id, kind, day, **more)
            with clock.set_to(_at(day)):
                actions.record_output(terms, by=acting(posting))


def _channel(players: Cast, programme: Programme) -> None:
    posting = players.postings["canbo.tinh"]
    opened = clock.today() - timedelta(days=420)
    terms = actions.ChannelTerms(
        programme, posting.body.area_id, "zalo", "Trang Zalo Công an tỉnh (giả định)", opened
    )
    with clock.set_to(_at(opened)):
        channel = actions.open_channel(terms, by=acting(posting))
    for back, members in ((360, 4_200), (180, 9_800), (30, 15_300)):
        day = clock.today() - timedelta(days=back)
        with clock.set_to(_at(day)):
            actions.note_reading(channel, read_on=day, members=members, by=acting(posting))


def _bulletins(players: Cast, programme: Programme) -> None:
    """Each quarter the police tells the Front of its work; the last bulletin waits."""
    posting, front = players.postings["canbo.tinh"], players.postings["canbo.mttq"]
    for back in (190, 100, 8):
        day = clock.today() - timedelta(days=back)
        terms = actions.BulletinTerms(
            programme,
            posting.body.area_id,
            f"Bản tin xây dựng phong trào tháng {day:%m/%Y}",
            day,
            [front.body],
            summary="Kết quả tuyên truyền, mô hình mới và việc cần phối hợp trong tháng tới.",
        )
        with clock.set_to(_at(day)):
            sent = actions.send_bulletin(terms, by=acting(posting))
            if back > 8:
                actions.receive_bulletin(sent.receipts.get(), by=acting(front))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(16), clock.VIETNAM)
