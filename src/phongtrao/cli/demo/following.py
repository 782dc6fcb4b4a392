"""Following up in the demo: an hour, a counted term, a recurring task, a letter that urged."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from phongtrao.cli.demo.cast import Cast
from phongtrao.core import clock
from phongtrao.core.working_days import work_calendar
from phongtrao.org.models import Body
from phongtrao.planning import actions as planning
from phongtrao.planning import queries
from phongtrao.planning.deadlines.typed import Bases, read_due
from phongtrao.planning.models import Programme, Task

# title, product, the deadline as an officer types it, the commune of the story
_TYPED = (
    (
        "Báo cáo nhanh kết quả tuần cao điểm tuyên truyền",
        "Báo cáo nhanh",
        "16 giờ 30 {soon}",
        0,
    ),
    (
        "Góp ý dự thảo kế hoạch phối hợp năm tới",
        "Văn bản góp ý",
        "10 ngày làm việc kể từ ngày {before}",
        1,
    ),
    (
        "Báo cáo kết quả phong trào hằng tháng",
        "Báo cáo tháng",
        "hằng tháng trước ngày 15",
        2,
    ),
)


def tell(players: Cast, story: Sequence[int]) -> None:
    """Give three tasks with deadlines in words, star one, urge what is late."""
    with clock.set_to(_at(-3)):
        given = [_given(players, story, *row) for row in _TYPED]
        planning.star_task(given[0], starred=True, by=players.actor("canbo.tinh"))
    by = players.actor("canbo.tinh")
    late = [task.pk for task in queries.late_tasks(by)]
    if not late:
        return
    with clock.set_to(_at(-1)):
        by = players.actor("canbo.tinh")
        first = [task.pk for task in queries.late_tasks(by)]
        if first:
            issued = planning.draft_urging(first, by=by)
            planning.issue_urging(issued, paper="Công văn 1250/CAT-PV05", issued_on=by.day, by=by)
    planning.draft_urging(late, by=players.actor("canbo.tinh"))


def _given(
    players: Cast, story: Sequence[int], title: str, product: str, words: str, place: int
) -> Task:
    today = clock.today()
    typed = words.format(soon=f"{today + timedelta(days=5):%d/%m/%Y}", before=f"{today:%d/%m/%Y}")
    due = read_due(typed, Bases(today), work_calendar())
    spec = planning.TaskSpec(
        title=title,
        product=product,
        lead=Body.objects.get(kind_id="ca", area_id=story[place]),
        due_on=due.day,
        due_time=due.hour,
        term=due.term,
        rhythm=due.rhythm,
        words=typed,
    )
    programme = Programme.objects.order_by("pk").first()
    if programme is None:
        message = "the pack of the programme is loaded before the demo"
        raise LookupError(message)
    return planning.assign_task(spec, programme=programme, by=players.actor("canbo.tinh"))


def _at(days: int) -> datetime:
    day = clock.real_today() + timedelta(days=days)
    return datetime.combine(day, time(10, 0), clock.VIETNAM)
