"""The demo's meetings: two years of quarterly briefings of the province, the next one with its
invitations, a review conference on two programmes with bridge points, and their conclusions, some
of them given as tasks.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from phongtrao.cli.demo.cast import Cast, acting
from phongtrao.core import clock
from phongtrao.fieldwork.meetings import actions
from phongtrao.fieldwork.meetings.models import Invitation, Meeting
from phongtrao.fieldwork.meetings.rules import SPEAKS, SPEECH, read_agenda
from phongtrao.fieldwork.meetings.workflow import Reply
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme

_SERIES = "Giao ban quý Ban Chỉ đạo"
_AGENDA = (
    "Kiểm điểm kết luận kỳ trước | Cơ quan thường trực | 20\n"
    "Kết quả quý và nhiệm vụ quý tới | Cơ quan thường trực | 30\n"
    "Thảo luận | Các cơ quan thành viên | 60\nKết luận | Chủ trì | 10"
)
_MINUTES = (
    "Cơ quan thường trực báo cáo kết quả quý. Ủy ban Mặt trận đề nghị công khai kết quả trả lời"
    " ý kiến tại diễn đàn. Chủ trì kết luận."
)
_DIRECTIVES = (
    "Rà soát mô hình không còn hoạt động, báo cáo phương án củng cố hoặc thôi",
    "Công khai kết quả trả lời ý kiến tại diễn đàn lắng nghe Nhân dân",
)
_SAID = (
    "Đề nghị tỉnh hướng dẫn việc sáp nhập các mô hình trùng nội dung sau sắp xếp (giả định).",
    "Tổ bảo vệ an ninh trật tự ở thôn xa còn thiếu phương tiện (giả định).",
)
_INSTRUCTIONS = (
    "Đổi mới hình thức tuyên truyền phù hợp từng địa bàn, báo cáo cách làm",
    "Củng cố các tổ chức quần chúng tự quản sau sắp xếp",
)
_QUARTERS_BACK = (480, 390, 300, 210, 120, 30)


def tell(players: Cast, story: Sequence[int]) -> None:
    """From the oldest briefing to the next one, which is still to come."""
    programmes = list(Programme.objects.order_by("pk")[:2])
    if not programmes:
        return
    posting = players.postings["canbo.tinh"]
    by, bodies = acting(posting), [players.commune_officers[area].body for area in story]
    front = players.postings["canbo.mttq"].body
    for place, back in enumerate(_QUARTERS_BACK):
        day = max(clock.today() - timedelta(days=back), posting.valid_from + timedelta(days=place))
        with clock.set_to(_at(day)):
            made = _brief(programmes[0], posting.body.area_id, day, front, by)
            _follow(made, bodies[place % len(bodies)], by, is_last=back == _QUARTERS_BACK[-1])
    _review(programmes, posting.body.area_id, bodies, by)
    soon = clock.today() + timedelta(days=12)
    coming = _brief(programmes[0], posting.body.area_id, soon, front, by, held=False)
    _prepare(coming, players, story, front, by)


def _brief(
    programme: Programme, area: int, day: date, front: Body, by: Actor, *, held: bool = True
) -> Meeting:
    terms = actions.MeetingTerms(
        programme, area, "giao_ban", f"Giao ban quý {(day.month + 2) // 3} năm {day.year}", day,
        series=_SERIES, starts_at=time(8), venue="Phòng họp cơ quan thường trực (giả định)",
        chair="Phó Trưởng Ban Chỉ đạo", partners=(front,), agenda=read_agenda(_AGENDA),
    )  # fmt: skip
    made = actions.plan_meeting(terms, by=by)
    if not held:
        return made
    made = actions.hold(made, actions.Held(34), by=by)
    return actions.save_minutes(made, text=_MINUTES, by=by).entry


def _follow(meeting: Meeting, body: Body, by: Actor, *, is_last: bool) -> None:
    """The first conclusion is settled or, of the last briefing, given; the second one waits."""
    due = meeting.held_on + timedelta(days=45)
    rows = [
        actions.add_conclusion(meeting, actions.ConclusionTerms("chi_dao", text, body, due), by=by)
        for text in _DIRECTIVES
    ]
    noted = actions.ConclusionTerms("ghi_nhan", "Ghi nhận kết quả của các cơ quan trong quý")
    actions.add_conclusion(meeting, noted, by=by)
    actions.conclude(meeting, paper="Thông báo kết luận (giả định)", day=meeting.held_on, by=by)
    if is_last:
        actions.give_as_task(rows[0], product="Báo cáo rà soát", by=by)
        return
    for row in rows:
        actions.settle(row, note="Đã báo cáo tại kỳ họp sau", day=meeting.held_on, by=by)


def _review(programmes: Sequence[Programme], area: int, bodies: Sequence[Body], by: Actor) -> None:
    """A conference in sections, with bridge points; the instructions are tracked conclusions."""
    day = max(clock.today() - timedelta(days=75), by.day - timedelta(days=75))
    with clock.set_to(_at(day)):
        terms = actions.MeetingTerms(
            programmes[0], area, "so_ket", "Hội nghị sơ kết hai chương trình (giả định)", day,
            form="ket_hop", starts_at=time(8), venue="Hội trường tỉnh (giả định)",
            chair="Trưởng Ban Chỉ đạo", others=programmes[1:],
        )  # fmt: skip
        made = actions.plan_meeting(terms, by=by)
        away = {body: 18 + 3 * place for place, body in enumerate(bodies)}
        actions.hold(made, actions.Held(120 + sum(away.values()), away), by=by)
        for body, said in zip(bodies, _SAID, strict=False):
            line = actions.StatementTerms(said, body, "Trưởng Công an xã", programmes[0])
            actions.add_statement(made, line, by=by)
        for programme, body, text in zip(programmes, bodies, _INSTRUCTIONS, strict=False):
            asked = actions.ConclusionTerms(
                "chi_dao", text, body, day + timedelta(days=100), programme=programme
            )
            actions.add_conclusion(made, asked, by=by)
        actions.conclude(made, paper="Thông báo kết luận (giả định)", day=day, by=by)


def _prepare(meeting: Meeting, players: Cast, story: Sequence[int], front: Body, by: Actor) -> None:
    """The briefing to come: the communes are invited, the Front is asked for its paper."""
    officers = [players.commune_officers[area] for area in story]
    lines = [actions.Invited(each.body, "Trưởng Công an xã") for each in officers]
    lines.append(actions.Invited(front, "Phó Chủ tịch", role=SPEAKS))
    actions.invite(meeting, lines, by=by)
    actions.send_invitations(meeting, by=by)
    coming = Invitation.objects.get(entry=meeting, body=officers[1].body)
    actions.answer(coming, actions.Answer(Reply.COMES), by=acting(officers[1]))
    actions.ask_paper(
        meeting,
        actions.PaperTerms(SPEECH, "Kinh nghiệm vận động Nhân dân của Mặt trận", front, minutes=10),
        by=by,
    )


def _at(day: date) -> datetime:
    return datetime.combine(day, time(16), clock.VIETNAM)
