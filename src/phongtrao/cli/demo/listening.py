"""The demo's forums: two years of them, before and after the merger, and what became of them.

Former communes listen in the spring of the merger; the Front and the police of the province and the
communes of the story listen after it. The last remarks wait, one of them for too long.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from phongtrao.cli.demo.cast import Cast, acting
from phongtrao.cli.demo.merger import MERGED
from phongtrao.core import clock
from phongtrao.fieldwork.forums import actions
from phongtrao.fieldwork.forums.models import Forum
from phongtrao.fieldwork.forums.workflow import RemarkState
from phongtrao.org.models import Body, Posting, Succession
from phongtrao.planning.models import Programme

# matter, what was said, what was answered
_SAID = (
    ("trat_tu", "Đoạn đường qua cuối xóm chưa có đèn; đề nghị lắp đèn và tuần tra buổi tối.",
     "Đã lắp 12 bộ đèn năng lượng mặt trời; tổ bảo vệ trực từ 21 giờ đến 23 giờ."),
    ("giao_thong", "Ngã ba trước trường học hay ùn tắc giờ tan trường; đề nghị phân luồng.",
     "Bố trí lực lượng đứng chốt hai khung giờ mỗi ngày và kẻ vạch dừng đỗ."),
    ("mang", "Người cao tuổi hay nhận cuộc gọi giả danh cơ quan; đề nghị có tài liệu dễ hiểu.",
     "Đã in tờ rơi khổ lớn và phát loa mỗi tuần hai lần."),
    ("pccc", "Khu nhà trọ chưa có bình chữa cháy dùng chung.",
     "Đã trang bị ba điểm chữa cháy công cộng và hướng dẫn sử dụng."),
    ("an_ninh", "Đề nghị nối camera của chợ với trụ sở để tiện theo dõi lúc vắng người.",
     "Đã đưa vào kế hoạch xã hội hóa quý tới."),
    ("khac", "Bộ phận một cửa đông vào sáng thứ hai; đề nghị thêm quầy hướng dẫn.",
     "Thêm một quầy hướng dẫn vào sáng thứ hai và thứ sáu."),
)  # fmt: skip
_THEMES = {
    "mat_tran": (
        "Xây dựng khu dân cư an toàn, đoàn kết",
        "Giám sát việc trả lời kiến nghị của Nhân dân",
        "Phát huy vai trò tự quản ở khu dân cư",
    ),
    "cong_an": (
        "Trật tự, an toàn ở cơ sở và thái độ phục vụ của Công an",
        "Phòng, chống lừa đảo trên không gian mạng",
        "Trật tự, an toàn giao thông khu vực trường học, chợ",
        "Phòng cháy, chữa cháy ở khu dân cư, nhà trọ",
    ),
    "doi_thoai": ("Cải cách thủ tục hành chính, tiếp dân ở bộ phận một cửa",),
}
_SITE = "Bảng tin trụ sở và loa truyền thanh"


def tell(players: Cast, story: Sequence[int]) -> None:
    """Tell it from the oldest forum to the newest."""
    programme = Programme.objects.order_by("pk").first()
    if programme is None:
        return
    _before_the_merger(programme, story)
    police, front = players.postings["canbo.tinh"], players.postings["canbo.mttq"]
    communes = [players.commune_officers[area] for area in story]
    for back in (420, 240, 75):
        _answered(_held(front, programme, back, "mat_tran", "tinh", [police.body]), front)
    for back in (330, 150):
        _answered(_held(police, programme, back, "cong_an", "tinh"), police)
        for place, posting in enumerate(communes):
            held = _held(posting, programme, back - 9 * place, "cong_an", "xa")
            _answered(held, posting, first=place)
    _under_way(police, front, communes, programme)


def _before_the_merger(programme: Programme, story: Sequence[int]) -> None:
    heirs = Succession.objects.filter(successor_id__in=story, on=MERGED)
    former = Posting.objects.filter(
        valid_to=MERGED, body__area_id__in=heirs.values("predecessor_id")
    )
    for place, posting in enumerate(former.select_related("account", "body").order_by("pk")):
        back = (clock.today() - date(2025, 4, 8 + place)).days
        held = _held(posting, programme, back, "cong_an", "xa")
        _answered(held, posting, first=place, count=2)


def _held(
    posting: Posting,
    programme: Programme,
    back: int,
    kind: str,
    level: str,
    partners: Sequence[Body] = (),
) -> Forum:
    """A forum so many days ago; one of days to come is planned."""
    day = clock.today() - timedelta(days=back)
    more: dict[str, Any] = {
        "attendances": 60 + back % 97 if back >= 0 else None,
        "venue": "Nhà văn hóa trung tâm",
        "chair_post": "Lãnh đạo cơ quan chủ trì",
        "plan_paper": f"Kế hoạch số {abs(back)}/KH (giả định)",
        "partners": partners,
    }
    area = posting.body.area_id
    theme = _THEMES[kind][abs(back) % len(_THEMES[kind])]
    terms = actions.ForumTerms(programme, area, kind, level, theme, day, **more)
    with clock.set_to(_at(min(day, clock.today()))):
        return actions.record_forum(terms, by=acting(posting))


def _answered(forum: Forum, posting: Posting, *, first: int = 0, count: int = 3) -> None:
    """What was said was answered on the spot or, for every second matter, by a paper; published."""
    said = [_SAID[(first + place) % len(_SAID)] for place in range(count)]
    noted = []
    with clock.set_to(_at(forum.held_on)):
        by = acting(posting)
        for place, (matter, text, answer) in enumerate(said):
            at_once = answer if place % 2 == 0 else ""
            terms = actions.RemarkTerms(matter, text, at_once)
            noted.append((actions.note_remark(forum, terms, by=by), answer))
        actions.note_guided(forum, {"khieu_nai": 1 + first % 3, "tin_bao": 1}, by=by)
    for place, (remark, answer) in enumerate(noted):
        if remark.state == RemarkState.NOTED:
            # One in three comes after its thirty days.
            late = 34 if (forum.pk + place) % 3 == 0 else 18
            day = min(forum.held_on + timedelta(days=late), _last_day(posting))
            with clock.set_to(_at(day)):
                by = acting(posting)
                actions.assign_remark(remark, posting.body, by=by)
                actions.answer_remark(
                    remark,
                    answer_text=answer,
                    answer_paper=f"Công văn số {100 + forum.pk + place}/CV (giả định)",
                    answered_on=day,
                    by=by,
                )
    day = min(forum.held_on + timedelta(days=40), _last_day(posting))
    with clock.set_to(_at(day)):
        by = acting(posting)
        actions.publish_all(forum, published_on=day, published_at=_SITE, by=by)
        paper = f"Thông báo số {forum.pk}/TB (giả định)"
        actions.conclude_forum(forum, notice_paper=paper, concluded_on=day, by=by)


def _last_day(posting: Posting) -> date:
    """Yesterday, or the last day of a posting that has ended."""
    yesterday = clock.today() - timedelta(days=1)
    return min(yesterday, posting.valid_to - timedelta(days=1)) if posting.valid_to else yesterday


def _under_way(
    police: Posting, front: Posting, communes: Sequence[Posting], programme: Programme
) -> None:
    """What waits today: an answer that is late, fresh remarks, a forum that is planned."""
    late = _held(front, programme, 45, "mat_tran", "tinh", [police.body])
    _given(late, front, [police.body], day=late.held_on + timedelta(days=2))
    fresh = _held(police, programme, 6, "cong_an", "tinh")
    _given(fresh, police, [posting.body for posting in communes[:2]], day=clock.today())
    by = acting(police)
    matter, text, _answer = _SAID[5]
    actions.note_remark(fresh, actions.RemarkTerms(matter, text), by=by)
    own = _held(communes[0], programme, 4, "doi_thoai", "xa")
    matter, text, answer = _SAID[3]
    terms = actions.RemarkTerms(matter, text, answer)
    actions.note_remark(own, terms, by=acting(communes[0]))
    _held(front, programme, -12, "mat_tran", "tinh", [police.body])


def _given(forum: Forum, posting: Posting, bodies: Sequence[Body], *, day: date) -> None:
    for place, body in enumerate(bodies):
        matter, text, _answer = _SAID[place]
        with clock.set_to(_at(day)):
            by = acting(posting)
            remark = actions.note_remark(forum, actions.RemarkTerms(matter, text), by=by)
            actions.assign_remark(remark, body, by=by)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(16), clock.VIETNAM)
