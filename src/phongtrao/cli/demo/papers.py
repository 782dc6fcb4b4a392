"""The demo's papers: directives read by intake, requirements made concrete, tasks in every class.

Days are counted from today: a plan of sixty days ago runs, a notice of two days ago still waits to
be confirmed, one task is due today and one was due three days ago.
"""

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from pathlib import Path

from phongtrao.cli.demo.cast import Cast
from phongtrao.core import clock
from phongtrao.intake import actions as intake
from phongtrao.intake.models import Draft
from phongtrao.org.models import Body
from phongtrao.planning import actions as planning
from phongtrao.planning.models import Programme, RequirementAddressee, Task

# "{day-60}" is written out in words, "{date+30}" in figures, both counted from today.
_RELATIVE = re.compile(r"\{(day|date)([+-]\d+)\}")


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task of the plan: the commune of the story that leads it and its day, from today."""

    title: str
    product: str
    commune: int
    due_in: int


ASSIGNMENTS = (
    Assignment("Rà soát mô hình tự quản trên địa bàn", "Danh sách mô hình đang hoạt động", 0, -20),
    Assignment("Đánh giá hiệu quả mô hình tự quản", "Báo cáo đánh giá", 1, -12),
    Assignment("Đề xuất mô hình cần củng cố", "Văn bản đề xuất", 2, -3),
    Assignment("Tổng hợp cách làm hay trong nửa năm", "Bản tổng hợp", 0, 0),
    Assignment("Khảo sát địa bàn giáp ranh", "Biên bản khảo sát", 1, 2),
    Assignment("Lập phương án nhân rộng mô hình", "Phương án được duyệt", 2, 24),
)


def tell(players: Cast, story: Sequence[int]) -> None:
    """Register a plan and let its tasks run; leave a notice waiting to be confirmed."""
    with clock.set_to(_at(-58)):
        draft = _received(players, "ke-hoach.txt")
        intake.keep_certain_items(draft, by=players.actor("canbo.tinh"))
        document = planning.adopt_draft(
            draft, programme=Programme.objects.get(), by=players.actor("canbo.tinh")
        )
    addressees = RequirementAddressee.objects.filter(
        requirement__document=document, body__kind_id="ca"
    ).order_by("requirement__position", "pk")
    with clock.set_to(_at(-55)):
        tasks = _make_concrete(players, addressees[0], story)
        planning.declare_standing(addressees[2], by=players.actor("canbo.tinh"))
    _run(players, tasks)
    with clock.set_to(_at(-1)):
        _received(players, "thong-bao.txt")


def written(name: str, today: date) -> str:
    """A paper of the demo with its days counted from today."""

    def fill(match: re.Match[str]) -> str:
        day = today + timedelta(days=int(match[2]))
        if match[1] == "date":
            return f"ngày {day:%d/%m/%Y}"
        return f"ngày {day:%d} tháng {day.month:02d} năm {day.year}"

    text = files("phongtrao.cli.demo").joinpath("data", name).read_text(encoding="utf-8")
    return _RELATIVE.sub(fill, text)


def _at(days: int) -> datetime:
    day = _story_day() + timedelta(days=days)
    return datetime.combine(day, time(9, 15), clock.VIETNAM)


def _received(players: Cast, name: str) -> Draft:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(written(name, _story_day()), encoding="utf-8")
        arrival = intake.judge_file(path, name)
        return intake.receive_file(arrival, by=players.actor("canbo.tinh"))


def _make_concrete(
    players: Cast, addressee: RequirementAddressee, story: Sequence[int]
) -> list[Task]:
    bodies = {b.area_id: b for b in Body.objects.filter(kind_id="ca", area_id__in=story)}
    today = _story_day()
    specs = [
        planning.TaskSpec(
            title=each.title,
            product=each.product,
            lead=bodies[story[each.commune]],
            due_on=today + timedelta(days=each.due_in),
        )
        for each in ASSIGNMENTS
    ]
    return planning.make_concrete(addressee, tasks=specs, by=players.actor("canbo.tinh"))


def _run(players: Cast, tasks: Sequence[Task]) -> None:
    _done(players, tasks[0], "canbo.xa1", on=-22)
    _done(players, tasks[1], "canbo.xa2", on=-9)
    with clock.set_to(_at(-6)):
        by = players.actor("canbo.xa3")
        planning.report_progress(tasks[2], "Đã họp với các thôn, đang tổng hợp.", by=by)
    with clock.set_to(_at(-1)):
        planning.report_progress(
            tasks[3],
            "Đã hoàn thành bản tổng hợp, gửi kèm.",
            done=True,
            by=players.actor("canbo.xa1"),
        )
        planning.ask_extension(
            tasks[4],
            asked_due_on=_story_day() + timedelta(days=12),
            reason="Mưa lũ chia cắt địa bàn, chưa khảo sát được hai thôn.",
            by=players.actor("canbo.xa2"),
        )


def _done(players: Cast, task: Task, doer: str, *, on: int) -> None:
    with clock.set_to(_at(on)):
        planning.report_progress(
            task, "Đã hoàn thành, có sản phẩm kèm theo.", done=True, by=players.actor(doer)
        )
    with clock.set_to(_at(on + 1)):
        task.refresh_from_db()
        planning.confirm_completion(task, by=players.actor("canbo.tinh"))


def _story_day() -> date:
    # The story is told from the real day, whatever moment the clock is set to meanwhile.
    return clock.real_today()
