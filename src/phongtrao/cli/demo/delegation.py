"""The demo's delegation no. 4: two provinces and a district of 2024, remedied through the merger.

The days in its papers are those of autumn 2024; it is entered in January 2025, where the list of
areas begins. What is open on 1/7/2025 goes on with the provinces and the commune of today.
"""

from collections.abc import Sequence
from datetime import date, datetime, time

from phongtrao.cli.demo.cast import Cast, acting
from phongtrao.cli.demo.merger import BEGUN, MERGED
from phongtrao.core import clock
from phongtrao.org.actions import open_work
from phongtrao.org.models import AreaVersion, Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import body_on
from phongtrao.oversight import actions
from phongtrao.oversight.models import Inspection, Recommendation
from phongtrao.oversight.queries import drafted_minutes
from phongtrao.oversight.rules import LACKING, OF_DELEGATION, OF_INSPECTED
from phongtrao.oversight.workflow import DocumentState
from phongtrao.planning.models import Programme

ENTERED = date(2025, 1, 15)
# Where it was, level then; where its work is today, level.
_PLACES = (
    ("Quảng Nam", "province", "Đà Nẵng", "province"),
    ("Quảng Ngãi", "province", "Quảng Ngãi", "province"),
    ("Tư Nghĩa", "district", "Tư Nghĩa", "commune"),
)
# Place, criterion, urgency, finding, what is asked, by when.
_ASKED = (
    (0, "chi_dao", "ngay", "Phối hợp ở một số nơi còn hình thức, thiếu chiều sâu",
     "Rà soát, phân công lại việc của từng tổ chức trong chương trình", date(2025, 3, 31)),
    (0, "mo_hinh", "co_thoi_han", "Mô hình, điển hình còn ít và chậm nhân rộng",
     "Chọn mô hình hiệu quả để nhân rộng, báo cáo kết quả", date(2025, 6, 30)),
    (1, "ky_ket", "co_thoi_han", "Chưa phân công đủ việc cho các tổ chức thành viên",
     "Cụ thể hóa, bổ sung nội dung nhiệm vụ và phân công thực hiện", date(2025, 4, 30)),
    (1, "tuyen_truyen", "lau_dai", "Nội dung, hình thức tuyên truyền chậm đổi mới",
     "Đổi mới nội dung, phương pháp, hình thức tuyên truyền", date(2025, 12, 31)),
    (2, "chi_dao", "co_thoi_han", "Quán triệt các văn bản chỉ đạo chưa đến hết cơ sở",
     "Tiếp tục quán triệt các nghị quyết, chỉ thị về phong trào", date(2025, 9, 30)),
)  # fmt: skip
_LED_BY = "Bộ Thông tin và Truyền thông"
_SAID = actions.Conclusion(
    "Kết luận của Đoàn kiểm tra số 4 (giả định)", date(2024, 11, 8),
    "Chương trình được lãnh đạo, chỉ đạo kịp thời; nội dung, hình thức phối hợp đa dạng.",
    "Có nơi phối hợp còn hình thức; mô hình còn ít, chậm nhân rộng.",
    "Phân công việc của từng tổ chức chưa rõ.",
)  # fmt: skip


def tell(players: Cast) -> None:
    """From the decision of 2024 to what the bodies of today have still to do.

    Nothing where the list of areas has not all of its places.
    """
    if not all(_is_known(name, level) for name, level, _heir, _now in _PLACES):
        return
    programme = Programme.objects.get(home_body=None)
    then = [_body(name, level, ENTERED) for name, level, _heir, _now in _PLACES]
    now = [_body(name, level, MERGED) for _name, _then, name, level in _PLACES]
    centre = _posted(players.postings["canbo.tw"], then=None)
    officer = _posted(players.postings["canbo.tinh"], then=then[1])
    made = _concluded(programme, then, centre)
    asked = list(Recommendation.objects.filter(entry=made).order_by("pk"))
    _remedy(asked[2], officer, centre, date(2025, 4, 25), date(2025, 5, 12))
    with clock.set_to(_at(MERGED)):
        open_work.hand_over({old.pk: new.pk for old, new in zip(then, now, strict=True)}, {})
    today_officer, today_centre = players.postings["canbo.tinh"], players.postings["canbo.tw"]
    asked[3].refresh_from_db()
    _remedy(asked[3], today_officer, today_centre, date(2025, 12, 15), None)


def _is_known(name: str, level: str) -> bool:
    return AreaVersion.objects.on(ENTERED).filter(name=name, level=level).exists()


def _body(name: str, level: str, day: date) -> Body:
    area = AreaVersion.objects.on(day).get(name=name, level=level)
    body = body_on("ca", area.lineage_id, day, create=True)
    if body is None:
        raise LookupError(f"no police of {name} on {day}")
    return body


def _posted(posting: Posting, then: Body | None) -> Posting:
    """The same official before the merger, in the body of that time."""
    held = Posting(
        account=posting.account, body=then or posting.body, role=posting.role,
        capacity=posting.capacity, basis=posting.basis, valid_from=BEGUN, valid_to=MERGED,
    )  # fmt: skip
    known = Posting.objects.filter(account=posting.account, body=held.body, valid_from=BEGUN)
    found = known.first()
    if found is None:
        held.save()
    return found or held


def _concluded(programme: Programme, bodies: Sequence[Body], centre: Posting) -> Inspection:
    """Decided in September, in the places on 15 and 16 October, concluded in November 2024."""
    with clock.set_to(_at(ENTERED)):
        by = acting(centre)
        made = actions.take_step(_decided(programme, bodies, by), "begin", by=by)
        for day, title, met in (
            (date(2024, 10, 16), "Làm việc với Công an tỉnh Quảng Nam", bodies[:1]),
            (date(2024, 10, 15), "Làm việc với tỉnh Quảng Ngãi và huyện Tư Nghĩa", bodies[1:]),
        ):
            _meet(made, day, title, met, by)
        _check(made, bodies, by)
        for place, criterion, urgency, finding, text, due in _ASKED:
            row = actions.RecommendationTerms(
                bodies[place], centre.body, criterion, urgency, finding, text, due
            )
            actions.recommend(made, row, by=by)
        return actions.conclude(made, _SAID, by=by)


def _decided(programme: Programme, bodies: Sequence[Body], by: Actor) -> Inspection:
    terms = actions.InspectionTerms(
        programme, 2024, "Kiểm tra thực hiện Chương trình phối hợp số 07 năm 2024",
        date(2024, 10, 15), date(2024, 10, 16), date(2023, 11, 1), bodies,
        purpose="Kết quả từ tháng 11/2023 đến nay; bảy nội dung của đề cương.",
        plan_paper="Kế hoạch kiểm tra năm 2024 (giả định)",
    )  # fmt: skip
    team = actions.Team(
        "Quyết định thành lập Đoàn kiểm tra số 4 (giả định)", date(2024, 9, 27), None,
        "Thứ trưởng, Trưởng đoàn", (), 4,
        "Làm việc với cơ quan được kiểm tra, xem tài liệu, kết luận.",
        leader_agency=_LED_BY,
        outside_members="Ban Tuyên giáo Trung ương: thành viên\n"
        "Vụ Tổ chức cán bộ, Bộ Thông tin và Truyền thông: Phó Vụ trưởng, thành viên",
    )  # fmt: skip
    return actions.decide(actions.plan_inspection(terms, by=by), team, by=by)


def _meet(inspection: Inspection, day: date, title: str, bodies: Sequence[Body], by: Actor) -> None:
    """A session with who attended, its minutes drafted from that and approved."""
    terms = actions.SessionTerms(
        title, day, bodies, None, "Thứ trưởng, Trưởng đoàn", venue="Trụ sở tỉnh (giả định)",
        presider_agency=_LED_BY, starts_at=time(8),
    )  # fmt: skip
    session = actions.plan_session(inspection, terms, by=by)
    attended = [
        actions.Attended(OF_DELEGATION, by.body, "Phó Cục trưởng, Tổ phó Tổ giúp việc"),
        *(actions.Attended(OF_INSPECTED, body, "Phó Trưởng ban", 2) for body in bodies),
    ]
    held = actions.SessionHeld(
        attended,
        presented="Cơ quan thường trực trình bày báo cáo tóm tắt.",
        questions="Làm rõ kết quả, hạn chế trong phối hợp; việc ký kết, phân công.",
        answers="Đã giải trình tại buổi làm việc (giả định).",
    )
    session = actions.hold_session(session, held, by=by)
    session = actions.save_session_minutes(session, text=drafted_minutes(session), by=by)
    actions.approve_session_minutes(session, by=by)


def _check(inspection: Inspection, bodies: Sequence[Body], by: Actor) -> None:
    """The checklist, and one document seen."""
    for place, criterion, _urgency, finding, _text, _due in _ASKED:
        line = actions.Finding(bodies[place], criterion, LACKING, limits=finding)
        actions.check(inspection, line, by=by)
    paper = actions.DocumentTerms(bodies[1], "ky_ket", "Chương trình phối hợp của tỉnh (giả định)")
    seen = actions.Handing(DocumentState.SEEN, date(2024, 10, 15))
    actions.note_document(inspection, paper, seen, by=by)


def _remedy(
    row: Recommendation, owner: Posting, verifier: Posting, sent: date, confirmed: date | None
) -> None:
    with clock.set_to(_at(sent)):
        actions.take_remedy_step(
            row, "submit", by=acting(owner), text="Đã thực hiện, có báo cáo kèm theo (giả định)",
            papers="Báo cáo kết quả khắc phục (giả định)",
        )  # fmt: skip
    if confirmed is not None:
        with clock.set_to(_at(confirmed)):
            actions.take_remedy_step(row, "verify", by=acting(verifier), text="")


def _at(day: date) -> datetime:
    return datetime.combine(day, time(15), clock.VIETNAM)
