"""Models of the demo: two years of them across the merger, in words that nobody has used.

One commune's bells began before the merger and were taken over by others; one model went silent,
one was paused and removed, two entries tell of one, a neighbour asks to learn.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from phongtrao.cli.demo.cast import Cast, acting
from phongtrao.core import clock
from phongtrao.fieldwork.exemplars import actions
from phongtrao.fieldwork.exemplars.models import PracticeModel
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme

_BELLS = (
    "Mỗi thôn treo một chiếc kẻng ở nhà văn hóa; người trực đánh theo hiệu lệnh đã thống nhất khi "
    "có cháy, nước lên hay cần người giúp. Quy chế: ai đánh, đánh mấy hồi, ghi sổ thế nào."
)
_TAKERS = 9  # further communes that took the bells over


@dataclass(frozen=True, slots=True)
class _Told:
    """A model as the demo tells it; `days` before today it was launched."""

    name: str
    field: str
    kind: str
    days: int
    sites: int
    teams: int
    members: int
    lead: str
    purpose: str = ""


_FIRST = (
    _Told("Loa nhắc việc đầu ngõ", "toi_pham", "keng_loa", 760, 8, 8, 64, "Các thôn của xã"),
    _Told("Tổ liên gia an toàn PCCC", "pccc", "lien_gia", 430, 14, 14, 210,
          "Công an xã và các thôn", "Mười đến mười lăm nhà gần nhau có chuông báo chung."),
    _Told("Cổng trường bình yên", "truong_hoc", "cong_truong", 300, 4, 4, 22, "Các trường của xã"),
)  # fmt: skip
_SECOND = (
    _Told("Tổ tự quản đường biên thôn, xóm", "hoa_giai", "tu_quan", 640, 6, 6, 48,
          "Ủy ban Mặt trận Tổ quốc xã"),
    _Told("Khu nhà trọ tự quản", "toi_pham", "nha_tro", 210, 3, 3, 27, "Chủ các khu nhà trọ"),
)  # fmt: skip


def tell(players: Cast, story: list[int]) -> None:
    """Enter the models, take them over, review them, let one end, ask to learn."""
    first, second, third = (players.actor(f"canbo.xa{n}") for n in (1, 2, 3))
    bells = _running(first, _Told("Tiếng kẻng an ninh", "toi_pham", "keng_loa", 620, 12, 5, 96,
                                  "Ủy ban nhân dân xã", _BELLS))  # fmt: skip
    for told in _FIRST:
        _running(first, told)
    _lived(first, bells)
    _taken_over(players, bells, story)
    for told in _SECOND:
        _running(second, told)
    _twice(second)
    _ended(third)
    _on_the_way(first, second)
    _learned(players, bells, second)
    _practices(first, third)


def _running(by: Actor, told: _Told, origin: actions.Origin | None = None) -> PracticeModel:
    """A model that its body enters a week after the launch, at the earliest at the merger."""
    launched = clock.real_today() - timedelta(days=told.days)
    entered = max(launched + timedelta(days=7), date(2025, 7, 8))
    paper = f"Quyết định số {told.days}/QĐ-UBND của Ủy ban nhân dân xã (giả định)"
    terms = _terms(by, told)
    with clock.set_to(_at(entered)):
        launch = actions.Launch(paper, launched - timedelta(days=12), launched)
        return actions.enter_model(_with(terms, launch, origin), by=_today(by))


def _terms(by: Actor, told: _Told) -> actions.ModelTerms:
    return actions.ModelTerms(
        programme=_programme(),
        area_id=by.scope.area_id or 0,
        name=told.name,
        field=told.field,
        kind=told.kind,
        lead=told.lead,
        purpose=told.purpose,
        size=actions.Size(told.sites, told.teams, told.members),
    )


def _with(
    terms: actions.ModelTerms, launch: actions.Launch | None, origin: actions.Origin | None
) -> actions.ModelTerms:
    names = ("programme", "area_id", "name", "field", "kind", "lead", "purpose", "size")
    facts = {name: getattr(terms, name) for name in names}
    return actions.ModelTerms(**facts, launch=launch, origin=origin)


def _lived(by: Actor, bells: PracticeModel) -> None:
    """Evidence of the bells month by month, a year reviewed, the recognition."""
    for days in (330, 240, 150, 60, 12):
        _did(by, bells, days, "Đánh kẻng nhắc giờ, gọi người giúp khi nước lên", days // 6)
    with clock.set_to(_at(_ago(320))):
        review = actions.ReviewTerms(_ago(320).year, _ago(322), "xuat_sac", "Báo cáo số 12/BC-UBND")
        actions.review_model(bells, review, by=_today(by))
    _step(by, bells, "recognise", 200, paper="Quyết định số 77/QĐ-UBND (giả định)")
    for model in PracticeModel.objects.filter(body_id=by.body_id or 0, kind="lien_gia"):
        _did(by, model, 40, "Tập báo cháy và thoát nạn cùng 14 tổ", 180)


def _taken_over(players: Cast, bells: PracticeModel, story: list[int]) -> None:
    """Two communes of the story, then others; one took it from the second, not from the first."""
    told = _Told("Tiếng kẻng an ninh", "toi_pham", "keng_loa", 380, 5, 3, 40, "Ủy ban nhân dân xã")
    second = _adopted(players.actor("canbo.xa2"), told, bells, "Thêm loa nhắc ở chợ")
    later = _Told("Tiếng kẻng an ninh thôn, xóm", "toi_pham", "keng_loa", 260, 4, 2, 31, "Các thôn")
    _adopted(players.actor("canbo.xa3"), later, second, "Thôn tự làm giá treo, không thuê ngoài")
    known = {posting.body.area_id for posting in players.postings.values()} | set(story)
    others = [
        posting for area, posting in sorted(players.commune_officers.items()) if area not in known
    ]
    for place, posting in enumerate(others[:_TAKERS]):
        told = _Told("Tiếng kẻng an ninh", "toi_pham", "keng_loa", 240 - 20 * place,
                     2 + place % 4, 1, 12 + place, "Ủy ban nhân dân xã")  # fmt: skip
        source = second if place % 3 == 0 else bells
        _adopted(acting(posting), told, source, "" if place % 2 else "Gắn với đèn đường")


def _adopted(by: Actor, told: _Told, source: PracticeModel, adapted: str) -> PracticeModel:
    launched = clock.real_today() - timedelta(days=told.days)
    return _running(by, told, actions.Origin(source, launched - timedelta(days=5), adapted))


def _twice(by: Actor) -> None:
    """The same model entered a second time, in other words."""
    _running(by, _Told("Mô hình Kẻng an ninh", "toi_pham", "keng_loa", 372, 5, 3, 40,
                       "Ủy ban nhân dân xã"))  # fmt: skip


def _ended(by: Actor) -> None:
    """A model that was paused and removed, with its paper and reason."""
    model = _running(by, _Told("Đèn đường tự quản", "giao_thong", "tuyen_duong", 500, 3, 3, 30,
                               "Chi hội thanh niên các thôn"))  # fmt: skip
    _step(by, model, "pause", 120, reason="Hệ thống đèn được thay bằng chiếu sáng công cộng")
    _step(
        by, model, "remove", 45,
        paper="Quyết định số 31/QĐ-UBND (giả định)",
        reason="Không còn nội dung hoạt động sau khi có chiếu sáng công cộng",
    )  # fmt: skip


def _on_the_way(first: Actor, second: Actor) -> None:
    """A proposal, and one that was surveyed and approved."""
    proposed = _Told("Nhóm kết nối chủ nhà trọ", "mang", "ket_noi", 0, 1, 1, 15, "Công an xã")
    approved = _Told("Điểm chữa cháy công cộng", "pccc", "chua_chay", 0, 6, 2, 24, "Các thôn")
    with clock.set_to(_at(_ago(30))):
        actions.enter_model(_terms(second, proposed), by=_today(second))
        model = actions.enter_model(_terms(first, approved), by=_today(first))
    _step(first, model, "survey", 24)
    _step(first, model, "approve", 10, paper="Quyết định số 88/QĐ-UBND (giả định)")


def _learned(players: Cast, bells: PracticeModel, second: Actor) -> None:
    """A commune has been there; the neighbouring province waits for an answer."""
    owner, guest = players.actor("canbo.xa1"), players.actor("canbo.tinhkhac")
    with clock.set_to(_at(_ago(400))):
        asked = actions.ask_to_learn(
            bells, "Cách góp kinh phí, quy chế hiệu lệnh", by=_today(second)
        )
        actions.agree_to_visit(asked, _ago(392), "Gặp ở trụ sở xã", by=_today(owner))
    with clock.set_to(_at(_ago(390))):
        actions.note_visit(
            asked, _ago(392), "Lập quy chế trước khi treo; mỗi thôn một người trực",
            by=_today(second),
        )  # fmt: skip
    with clock.set_to(_at(_ago(3))):
        actions.ask_to_learn(bells, "Quy chế hiệu lệnh, cách ghi sổ", by=_today(guest))


def _practices(first: Actor, third: Actor) -> None:
    """Two good practices; the cast may let one grow."""
    told = (
        (first, 25, "Vạch chờ đón học sinh theo khối lớp", "truong_hoc",
         "Giờ tan trường xe dừng tràn ra đường", "Kẻ vạch chờ riêng cho từng khối, lệch giờ 5 phút",
         "Đường thông trong 15 phút, không còn va quẹt"),
        (third, 70, "Bảng mã quét số điện thoại trực ở đầu thôn", "mang",
         "Người dân không nhớ số trực", "Dán mã quét ở nhà văn hóa, quán, trạm",
         "Tin báo đến sớm hơn, nhất là ban đêm"),
    )  # fmt: skip
    for by, days, title, field, matter, deed, effect in told:
        with clock.set_to(_at(_ago(days))):
            actions.tell_practice(
                actions.PracticeTerms(
                    _programme(), by.scope.area_id or 0, title, field, matter, deed, effect,
                    _ago(days),
                ),
                by=_today(by),
            )  # fmt: skip


def _did(by: Actor, model: PracticeModel, days: int, line: str, attendances: int) -> None:
    with clock.set_to(_at(_ago(days))):
        told = actions.ActivityTerms(_ago(days), line, attendances, days % 5)
        actions.record_activity(model, told, by=_today(by))


def _step(
    by: Actor, model: PracticeModel, verb: str, days: int, *, paper: str = "", reason: str = ""
) -> None:
    with clock.set_to(_at(_ago(days))):
        actions.take_step(model, verb, actions.StepFacts(_ago(days), paper, reason), by=_today(by))


def _today(by: Actor) -> Actor:
    """The same official on the clock's day."""
    if by.posting is None:
        raise LookupError("the cast acts in postings")
    return acting(by.posting)


def _programme() -> Programme:
    found = Programme.objects.order_by("pk").first()
    if found is None:
        raise LookupError("no programme is loaded")
    return found


def _ago(days: int) -> date:
    return clock.real_today() - timedelta(days=days)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10, 30), clock.VIETNAM)
