"""Work given inside bodies in the demo: one by a line at a paper of the province, one in a commune.

The line is read by the rules that the page uses; the commune has two sub-bodies of its own.
"""

from datetime import datetime, time, timedelta

from phongtrao.cli.demo.cast import Cast
from phongtrao.core import clock
from phongtrao.core.working_days import work_calendar
from phongtrao.intake.models import Draft
from phongtrao.org import actions as org
from phongtrao.org.models import Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.planning import actions
from phongtrao.planning.models import InternalAssignment, Task
from phongtrao.planning.queries.internal import Source, inside_names
from phongtrao.planning.rules.instructions import read_instruction

_COMMUNE_LINE = (
    "Giao Tổ Tổng hợp chủ trì soạn kế hoạch tuyên truyền, Tổ An ninh phối hợp; đ/c Cán bộ tổng hợp "
    "theo dõi; báo cáo trước {day}"
)
_PROVINCE_LINE = (
    "Giao Đội Phong trào chủ trì tham mưu văn bản triển khai, Đội Tổng hợp phối hợp; đ/c Cán bộ cơ "
    "quan thường trực theo dõi; trình trước {day}"
)


def tell(players: Cast) -> None:
    """Make the sub-bodies, give work in both bodies; the commune has reported its own done."""
    with clock.set_to(_at(-40)):
        for username, names in (
            ("lanhdao.tinh", ("Đội Phong trào", "Đội Tổng hợp")),
            ("lanhdao.xa1", ("Tổ An ninh", "Tổ Tổng hợp")),
        ):
            for name in names:
                org.open_sub_body(name, by=players.actor(username))
    leader = players.actor("lanhdao.tinh")
    paper = Draft.objects.filter(body=leader.body).order_by("-pk").first()
    task = Task.objects.filter(lead=players.actor("lanhdao.xa1").body).order_by("-pk").first()
    with clock.set_to(_at(-2)):
        _give(_PROVINCE_LINE, 6, Source(draft=paper), players.actor("lanhdao.tinh"))
        given = _give(_COMMUNE_LINE, 3, Source(task=task), players.actor("lanhdao.xa1"))
    doer = players.actor("canbo.xa1")
    actions.start_inside(given, by=doer)
    actions.note_inside(given, "Đã xin số liệu của các thôn.", by=doer)
    actions.report_inside(given, "Đã trình dự thảo kế hoạch kèm phụ lục.", by=doer)


def _give(line: str, days: int, source: Source, by: Actor) -> InternalAssignment:
    line = line.format(day=f"{clock.today() + timedelta(days=days):%d/%m/%Y}")
    body = by.body_id or 0
    names = inside_names(body, by.day)
    reading = read_instruction(line, names, source.bases(by.day), work_calendar())
    units = {part.pk: part for part in Body.objects.filter(parent=body)}
    spec = actions.InternalSpec(
        terms=actions.InternalTerms(
            content=reading.content or source.work,
            lead=units.get(reading.lead or 0),
            officer=_post(reading.officer),
            parts=[units[pk] for pk in reading.coordinating],
            due=reading.due,
        ),
        instruction=line,
        draft=source.draft,
        task=source.task,
        source_text=source.text,
    )
    return actions.give_inside(spec, by=by)


def _post(pk: int | None) -> Posting | None:
    return Posting.objects.filter(pk=pk).first() if pk else None


def _at(days: int) -> datetime:
    day = clock.real_today() + timedelta(days=days)
    return datetime.combine(day, time(9, 45), clock.VIETNAM)
