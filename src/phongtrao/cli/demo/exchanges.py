"""The demo's exchanges: proposals upwards, a draft on which communes comment, a scheme on its way.

Days are counted from today: one answer is late, one draft still waits for comments, the scheme
stands at its third stage.
"""

import tempfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from phongtrao.cli.demo.cast import Cast
from phongtrao.core import clock
from phongtrao.core.uploads import Upload
from phongtrao.intake.actions import judge_file
from phongtrao.org.models import Body
from phongtrao.planning import actions
from phongtrao.planning.models import CommentRound, Programme
from phongtrao.planning.workflow import ProposalOrigin

_DRAFT = """QUY CHẾ
Phối hợp rà soát, nhân rộng mô hình tự quản về an ninh, trật tự
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc phối hợp giữa Công an và Mặt trận Tổ quốc trên địa bàn tỉnh.
Điều 2. Nguyên tắc phối hợp
1. Đúng chức năng, nhiệm vụ của từng cơ quan; không làm thay, không chồng chéo.
2. Thông tin kịp thời; số liệu thống nhất một đầu mối.
Điều 3. Trách nhiệm của Công an cấp xã
1. Rà soát mô hình đang hoạt động trên địa bàn, lập danh sách trước ngày 15 tháng 6 hằng năm.
2. Tham mưu củng cố, thay thế mô hình hoạt động không hiệu quả.
Điều 4. Chế độ thông tin, báo cáo
Công an cấp xã báo cáo kết quả trước ngày 20 của tháng cuối quý.
"""
_PROPOSALS = (
    ("canbo.xa1", -30, -8, "Ban hành mẫu sổ theo dõi mô hình dùng chung trong toàn tỉnh."),
    ("canbo.xa2", -25, -3, "Bố trí kinh phí sửa chữa hệ thống loa truyền thanh ở ba thôn."),
    ("canbo.xa3", -6, 9, "Tổ chức tập huấn cho lực lượng nòng cốt ở khu dân cư mới sáp nhập."),
)


def tell(players: Cast, story: Sequence[int]) -> None:
    """Tell the three stories, the latest acts last."""
    programme = Programme.objects.order_by("pk").first()
    if programme is None:
        return
    _proposals(players, programme)
    round_ = _comments(players, programme, story)
    _scheme(players, programme, round_)


def _proposals(players: Cast, programme: Programme) -> None:
    """One answered, one late, one that waits; the province asks the ministry."""
    for username, asked, due, text in _PROPOSALS:
        with clock.set_to(_at(asked)):
            _ask(players, programme, username, "canbo.tinh", text, due)
    with clock.set_to(_at(-20)):
        text = "Hướng dẫn thống nhất tiêu chí công nhận mô hình tiêu biểu cấp tỉnh."
        _ask(players, programme, "canbo.tinh", "canbo.tw", text, 12)


def _ask(players: Cast, programme: Programme, asker: str, asked: str, text: str, due: int) -> None:
    by = players.actor(asker)
    proposal = actions.make_proposal(
        actions.ProposalSpec(
            text=text,
            asker=players.postings[asker].body,
            addressees=[players.postings[asked].body],
            programme=programme,
            proposed_on=clock.today(),
            answer_by=_day(due),
            origin=ProposalOrigin.MEETING,
            origin_text="Hội nghị giao ban quý III",
        ),
        by=by,
    )
    if asker != "canbo.xa1":
        return
    with clock.set_to(_at(-12)):
        actions.answer_proposal(
            proposal.addressees.get(),
            "agree",
            text="Công an tỉnh ban hành mẫu sổ dùng chung trong quý IV.",
            paper=f"Công văn 412/CAT-PV05 ngày {_day(-12):%d/%m/%Y}",
            by=players.actor("lanhdao.tinh"),
        )


def _comments(players: Cast, programme: Programme, story: Sequence[int]) -> CommentRound:
    """A draft sent to the police of the communes and to the Front; two have answered."""
    with clock.set_to(_at(-9)):
        by = players.actor("canbo.tinh")
        spec = actions.CommentRoundSpec(
            programme=programme,
            title="Quy chế phối hợp rà soát, nhân rộng mô hình tự quản",
            due_on=_day(4),
            note="Đề nghị góp ý kỹ Điều 3 và Điều 4.",
            upload=_read_draft(),
        )
        round_ = actions.prepare_round(spec, by=by)
        areas = {*story, *list(players.commune_officers)[:5]}
        police = Body.objects.on(clock.today()).filter(kind_id="ca", area_id__in=areas, parent=None)
        front = players.postings["canbo.mttq"].body
        actions.send_round(round_, [*police, front], by=by)
    with clock.set_to(_at(-4)):
        _comment(players, round_)
    return round_


def _read_draft() -> Upload:
    """The draft through the wall, as a file that an official sends."""
    name = "du-thao-quy-che.txt"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(_DRAFT, encoding="utf-8")
        return judge_file(path, name)


def _comment(players: Cast, round_: CommentRound) -> None:
    commune = round_.requests.get(body=players.postings["lanhdao.xa1"].body)
    front = round_.requests.get(body=players.postings["lanhdao.mttq"].body)
    clauses = {row.label: row.pk for row in round_.clauses.all()}
    words: dict[int | None, tuple[str, str]] = {
        clauses["Khoản 1 Điều 3"]: (
            "comment",
            "Đề nghị lùi đến ngày 30 tháng 6 để kịp rà soát các thôn xa.",
        ),
        clauses["Điều 4"]: ("comment", "Đề nghị báo cáo sáu tháng một lần để giảm văn bản."),
        clauses["Điều 1"]: ("agree", ""),
    }
    answer = actions.CommentAnswer(words=words)
    actions.sign_comment(commune, answer=answer, by=players.actor("lanhdao.xa1"))
    whole = actions.CommentAnswer(agrees_whole=True)
    actions.sign_comment(front, answer=whole, by=players.actor("lanhdao.mttq"))
    first = commune.comments.filter(stance="comment").order_by("pk").first()
    if first is not None:
        actions.respond(
            first, "accepted", "Sửa thành trước ngày 30 tháng 6.", by=players.actor("canbo.tinh")
        )


def _scheme(players: Cast, programme: Programme, round_: CommentRound) -> None:
    """A scheme at its third stage, one stage done late."""
    police, front = (players.postings[name].body for name in ("canbo.tinh", "canbo.mttq"))
    plans = [
        actions.StagePlan(1, police, _day(-60)),
        actions.StagePlan(2, police, _day(-30)),
        actions.StagePlan(3, police, _day(5)),
        actions.StagePlan(4, police, _day(15)),
        actions.StagePlan(5, police, _day(25)),
        actions.StagePlan(6, front, _day(40)),
        actions.StagePlan(7, police, _day(60)),
    ]
    with clock.set_to(_at(-80)):
        made = actions.start_scheme(
            actions.SchemeSpec(
                programme=programme,
                title="Đề án củng cố, nhân rộng mô hình tự quản giai đoạn 2027–2030",
                kind="scheme",
                plans=plans,
            ),
            by=players.actor("canbo.tinh"),
        )
    for position, on, note in ((1, -58, "Đề cương được duyệt."), (2, -24, "Dự thảo lần hai.")):
        with clock.set_to(_at(on)):
            actions.complete_stage(
                made.stages.get(position=position),
                done_on=clock.today(),
                note=note,
                by=players.actor("canbo.tinh"),
            )


def _day(days: int) -> date:
    # The story is told from the real day, whatever moment the clock is set to meanwhile.
    return clock.real_today() + timedelta(days=days)


def _at(days: int) -> datetime:
    return datetime.combine(_day(days), time(9, 15), clock.VIETNAM)
