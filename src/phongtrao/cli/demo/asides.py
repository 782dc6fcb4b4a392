"""What goes on beside the rounds of the demo: a one-off request, more time, a signed line."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from phongtrao.cli.demo.cast import Cast
from phongtrao.core import clock
from phongtrao.core.periods import month
from phongtrao.core.working_days import work_calendar
from phongtrao.org.permissions import Actor
from phongtrao.reporting import actions
from phongtrao.reporting.grid.content import Statement, read_content, specs_of
from phongtrao.reporting.models import Report, Round
from phongtrao.reporting.workflow import AskedOf, ReportState

_ROWS = (
    actions.AskedRow("Số điểm dự kiến tổ chức Ngày hội", "điểm"),
    actions.AskedRow("Trong đó: tổ chức liên khu dân cư", "điểm"),
)
_QUESTION = "Cấp xã cần cấp tỉnh hỗ trợ nội dung gì?"


def tell(players: Cast, story: Sequence[int]) -> None:
    """The province asks, two communes answer, one asks for more time; a figure is corrected."""
    _ask(players, story)
    _more_time(players)
    _correct(players)


def _ask(players: Cast, story: Sequence[int]) -> None:
    with clock.set_to(clock.now() - timedelta(hours=30)):
        day = clock.today()
        asked = actions.ask_one_off(
            actions.OneOffDraft(
                title="Dự kiến tổ chức Ngày hội toàn dân bảo vệ an ninh Tổ quốc năm tới",
                rows=_ROWS,
                level="commune",
                area_ids=[*story, *_others(players, story)],
                deadline_at=_end_of(work_calendar().add_working_days(day, 4)),
                period=month(day.year, day.month).label,
                question=_QUESTION,
                note="Để dự kiến kinh phí và điểm chỉ đạo.",
                asked_of=AskedOf.CHOSEN,
            ),
            by=players.actor("canbo.tinh"),
        )
    with clock.set_to(clock.now() - timedelta(hours=6)):
        _answer(asked.round, players.actor("canbo.xa1"), ["4", "1"], "Hỗ trợ âm thanh, màn hình.")
        _answer(asked.round, players.actor("canbo.xa3"), ["7", "2"], "")


def _others(players: Cast, story: Sequence[int]) -> list[int]:
    return [area for area in sorted(players.commune_officers) if area not in story][:9]


def _answer(round_: Round, by: Actor, figures: list[str], told: str) -> None:
    report = Report.objects.select_related("round__template_version__template", "body").get(
        round=round_, body=by.body
    )
    said = [Statement("answer", told)] if told else []
    content = read_content(
        specs_of(round_.template_version.cells), dict(enumerate(figures)), statements=said
    )
    actions.save_working_copy(report, content, expected_version=0, by=by)
    actions.submit_report(report, by=by)


def _more_time(players: Cast) -> None:
    """A commune of the story whose report of the open round is not sent asks for two days."""
    by = players.actor("canbo.xa3")
    unsent = Report.objects.filter(
        body=by.body,
        state=ReportState.DRAFT,
        round__one_off=None,
        round__deadline_at__gt=clock.now(),
    ).select_related("round__template_version__template", "body")
    report = unsent.order_by("-pk").first()
    if report is None:
        return  # the round of today has closed: nothing to ask for
    later = work_calendar().add_working_days(report.deadline_at.astimezone(clock.VIETNAM).date(), 2)
    reason = "Đang đối chiếu số liệu với các thôn sau sắp xếp."
    actions.ask_extension(report, deadline_at=_end_of(later), reason=reason, by=by)


def _correct(players: Cast) -> None:
    """A figure of an approved report, found too low when it was compared with the minutes."""
    approved = Report.objects.filter(
        state=ReportState.APPROVED, round__one_off=None, round__value_import=None
    ).select_related("round__template_version__template", "body")
    report = approved.order_by("-round__last_day", "area_id").first()
    if report is None:
        return
    cell = next(c for c in report.round.template_version.cells if c["kind"] == "flow")
    draft = actions.AdjustmentDraft(
        cell["key"], "+1", "Đối chiếu biên bản: còn thiếu một nội dung.", "27/CV-CAT", clock.today()
    )
    version = report.versions.latest("n")
    made = actions.propose_adjustment(version, draft, by=players.actor("canbo.tinh"))
    actions.decide_adjustment(made, approve=True, by=players.actor("lanhdao.tinh"))


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(17, 0), clock.VIETNAM)
