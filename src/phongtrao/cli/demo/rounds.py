"""The demo's reporting rounds: two finished half-years and the open one that holds today."""

import random
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from phongtrao.cli import prepare
from phongtrao.cli.demo.cast import Cast, acting
from phongtrao.core import clock
from phongtrao.core.calendar import shipped_calendar
from phongtrao.core.periods import DEFAULT_SCHEME, Period, half_year, window
from phongtrao.org.models import Posting
from phongtrao.reporting import actions
from phongtrao.reporting.actions.recorded_rounds import (
    RecordedApproval,
    RecordedReport,
    record_versions,
)
from phongtrao.reporting.cells import Cell, CellState
from phongtrao.reporting.grid.content import CellSpec, Content, Statement, specs_of
from phongtrao.reporting.models import Report, Round, TemplateVersion

TEMPLATE = "bao-cao-6-thang"
# How large a commune's figure of each indicator usually is; only its order of size is life-like.
SIZES = {
    "CD01": 6, "CD10": 3, "PH02": 4, "TT01": 14, "TT02": 900, "TT19": 5, "HG03": 7, "HG04": 6,
    "MH02": 3, "MH03": 8, "MH06": 1, "LL01": 9, "LL02": 27, "TH01": 2,
}  # fmt: skip
# A pair that a check ties together: the first never exceeds the second.
ORDERED = (("HG04", "HG03"), ("MH02", "MH03"), ("LL01", "LL02"), ("MH06", "MH02"), ("TT01", "TT02"))
# What communes say, the same thing in the words of several: a roll-up merges them with counts.
LINES = {
    "result": (
        "Duy trì nền nếp giao ban hằng tháng giữa Công an và Mặt trận cấp xã.",
        "Duy trì nền nếp việc giao ban hằng tháng giữa Công an xã và Mặt trận.",
        "Đưa vào hoạt động tổ tự quản tại các khu dân cư giáp ranh.",
        "Lồng ghép tuyên truyền tại các buổi sinh hoạt chi hội, đoàn thể.",
        "Tổ chức Ngày hội Toàn dân bảo vệ an ninh Tổ quốc tại các khu dân cư.",
    ),
    "difficulty": (
        "Kinh phí cho tổ bảo vệ an ninh, trật tự ở cơ sở còn hạn hẹp.",
        "Kinh phí hoạt động của tổ bảo vệ an ninh, trật tự còn thiếu.",
        "Thiếu kinh phí cho tổ bảo vệ ANTT ở cơ sở.",
        "Địa bàn rộng, đi lại khó khăn trong mùa mưa.",
        "Mức phụ cấp của thành viên tổ bảo vệ an ninh, trật tự còn thấp.",
    ),
    "cause": (
        "Cán bộ mới nhận nhiệm vụ sau sắp xếp chưa nắm chắc địa bàn.",
        "Phối hợp giữa các ngành ở cơ sở có nơi chưa chặt chẽ.",
        "Sự phối hợp giữa các ngành có lúc chưa chặt chẽ.",
    ),
    "lesson": (
        "Nơi nào cấp ủy quan tâm chỉ đạo thì nơi đó phong trào phát triển.",
        "Phải dựa vào Nhân dân, phát huy vai trò người có uy tín ở khu dân cư.",
    ),
    "plan": (
        "Tiếp tục nhân rộng các mô hình tự quản hoạt động có hiệu quả.",
        "Nhân rộng những mô hình tự quản có hiệu quả.",
        "Củng cố lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở.",
    ),
    "proposal": (
        "Đề nghị cấp tỉnh tổ chức tập huấn cho cán bộ mới nhận nhiệm vụ sau sắp xếp.",
        "Đề nghị Công an tỉnh mở lớp tập huấn cho cán bộ mới nhận nhiệm vụ.",
        "Đề nghị cấp trên hỗ trợ kinh phí cho tổ bảo vệ an ninh, trật tự ở cơ sở.",
    ),
}


def tell(players: Cast, province_id: int, story: Sequence[int]) -> None:
    """Open and finish the two rounds before today's, then open today's and begin it."""
    current = period_of(clock.today())
    for back in (2, 1):
        finished_round(
            players, province_id, current.shifted(-6 * back), silent=3 if back == 1 else 0
        )
    _open_round_of_today(players, province_id, current, story)


def period_of(day: date) -> Period:
    """The half-year of the default scheme that holds a day."""
    for year in (day.year, day.year + 1):
        for number in (1, 2):
            period = half_year(year, number)
            first, last = window(period, DEFAULT_SCHEME, "commune")
            if first <= day <= last:
                return period
    raise AssertionError("half-years tile the calendar")


def finished_round(
    players: Cast, province_id: int, period: Period, *, silent: int, part: int = 1
) -> None:
    """A round of a past period: all communes but the silent ones report, and are approved.

    Figures are one `part`-th of what a commune of today reports.
    """
    round_ = opened(players.postings["canbo.tinh"], province_id, period)
    sent = round_.deadline_at - timedelta(days=2)
    reports = list(round_.reports.select_related("round__template_version").order_by("area_id"))
    approvals = [
        RecordedApproval(kind, players.postings[name], sent + timedelta(days=1))
        for kind, name in (("approve", "lanhdao.tinh"), ("concur", "lanhdao.mttq"))
    ]
    specs = specs_of(round_.template_version.cells)
    entries = [
        RecordedReport(
            report,
            invented(specs, seed=f"{report.area_id}/{period.label}", part=part),
            players.commune_officers[report.area_id],
            sent,
            approvals,
        )
        for report in reports[: len(reports) - silent]
    ]
    with clock.set_to(sent + timedelta(days=1)):
        record_versions(round_, entries, by=prepare.service_actor())


def _open_round_of_today(
    players: Cast, province_id: int, period: Period, story: Sequence[int]
) -> None:
    round_ = opened(players.postings["canbo.tinh"], province_id, period)
    reports = {r.area_id: r for r in round_.reports.select_related("round__template_version")}
    others = [area for area in sorted(reports) if area not in story]
    moment = clock.now() - timedelta(hours=20)
    for area in [*others[:40], story[1]]:
        _submitted(players.commune_officers[area], reports[area], period, at=moment)
    with clock.set_to(moment + timedelta(hours=2)):
        for area in others[:25]:
            version = reports[area].versions.get()
            actions.approve_version(version, kind="approve", by=players.actor("lanhdao.tinh"))
            actions.approve_version(version, kind="concur", by=players.actor("lanhdao.mttq"))
        actions.return_report(
            reports[others[39]].versions.get(),
            reason="Đề nghị rà soát lại số buổi tuyên truyền.",
            by=players.actor("canbo.tinh"),
            comments=[actions.CommentDraft(text="Cao gấp nhiều lần kỳ trước.", cell=3)],
        )


def opened(opener: Posting, area_id: int, period: Period) -> Round:
    """A round of the communes of an area, opened in time before the period ended."""
    _, last = window(period, DEFAULT_SCHEME, "commune")
    deadline = shipped_calendar().add_working_days(last, 3)
    opening = min(last - timedelta(days=20), clock.today())
    with clock.set_to(datetime.combine(opening, time(8, 30), clock.VIETNAM)):
        return actions.open_round(
            TemplateVersion.objects.filter(template__code=TEMPLATE).latest("n"),
            period=period.label,
            scheme=DEFAULT_SCHEME.code,
            area_id=area_id,
            level="commune",
            deadline_at=datetime.combine(deadline, time(17, 0), clock.VIETNAM),
            by=acting(opener),
        ).round


def _submitted(posting: Posting, report: Report, period: Period, *, at: datetime) -> None:
    specs = specs_of(report.round.template_version.cells)
    with clock.set_to(at):
        by = acting(posting)
        content = invented(specs, seed=f"{report.area_id}/{period.label}")
        actions.save_working_copy(report, content, expected_version=0, by=by)
        actions.submit_report(report, by=by)


def invented(specs: Sequence[CellSpec], *, seed: str, part: int = 1) -> Content:
    """A plausible report for a seed: the same seed always tells the same figures."""
    rand = random.Random(seed)
    figures = {spec.indicator: _figure(rand, SIZES.get(spec.indicator, 3) / part) for spec in specs}
    for smaller, larger in ORDERED:
        if smaller in figures and larger in figures:
            figures[smaller] = min(figures[smaller], figures[larger])
    cells = tuple(_cell(figures[spec.indicator] * 10**spec.decimals) for spec in specs)
    said = tuple(
        Statement(topic, rand.choice(lines))
        for topic, lines in LINES.items()
        if rand.random() < (0.9 if topic == "result" else 0.5)
    )
    return Content(cells=cells, statements=said, reason="Số liệu giả định.")


def _figure(rand: random.Random, size: float) -> int:
    return max(0, round(rand.gauss(size, size / 3)))


def _cell(scaled: int) -> Cell:
    return Cell(CellState.VALUE, scaled) if scaled else Cell(CellState.ZERO, 0)
