"""Figures of a report that the registers of planning and of fieldwork know."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from phongtrao.core.errors import N_, Sentence
from phongtrao.core.formats import date_vn, number
from phongtrao.fieldwork.register.rules import Asked, Count
from phongtrao.org.models import Body
from phongtrao.planning.queries.period_counts import PeriodCounts
from phongtrao.planning.rules import TaskClass
from phongtrao.reporting.queries import FiguresAbout, OfferedFigure


@dataclass(frozen=True, slots=True)
class _Register:
    """One count: the cells it answers, its field of the counts, and the list that shows it."""

    cell: str
    count: str
    label: str
    list_name: str
    is_dated: bool = True
    task_class: str = ""

    def address(self, about: FiguresAbout, body_name: str) -> str:
        """The list of what was counted."""
        asked = {"ben" if self.count == "joint_papers" else "co_quan": body_name}
        if self.is_dated:
            days = {"tu_ngay": date_vn(about.first_day), "den_ngay": date_vn(about.last_day)}
            asked |= days
        if self.task_class:
            asked["phan_loai"] = self.task_class
        return f"{reverse(self.list_name)}?{urlencode(asked)}"


_TASKS = "planning:task-list"
_REGISTERS = (
    _Register("CD01", "papers", N_("Sổ văn bản: đã ban hành trong kỳ"), "planning:document-list"),
    _Register(
        "CD03",
        "joint_papers",
        N_("Sổ văn bản phối hợp, ký kết: các bên ký đủ trong kỳ"),
        "planning:joint-list",
        is_dated=False,
    ),
    _Register("CD06", "tasks_due", N_("Nhiệm vụ chủ trì có hạn trong kỳ"), _TASKS),
    _Register(
        "CD07",
        "tasks_in_time",
        N_("Nhiệm vụ chủ trì có hạn trong kỳ, đã xong đúng hạn"),
        _TASKS,
        task_class=TaskClass.DONE_IN_TIME,
    ),
    _Register(
        "CD09",
        "tasks_late",
        N_("Nhiệm vụ chủ trì đang quá hạn"),
        _TASKS,
        is_dated=False,
        task_class=TaskClass.RUNNING_LATE,
    ),
)


class PlanningRegisters:
    """The registers of planning, as reporting asks for known figures."""

    def of(self, about: FiguresAbout) -> Sequence[OfferedFigure]:
        """What the body has in the registers; a register that holds nothing offers nothing."""
        asked = [register for register in _REGISTERS if register.cell in about.keys]
        return list(_counted(asked, about)) if asked else ()


def _counted(asked: Sequence[_Register], about: FiguresAbout) -> Iterator[OfferedFigure]:
    counts = PeriodCounts(about.body_id, about.first_day, about.last_day)
    found = [(register, getattr(counts, register.count)) for register in asked]
    found = [(register, count) for register, count in found if count]
    if found:
        name = Body.objects.only("name").get(pk=about.body_id).name
        for register, count in found:
            yield OfferedFigure(
                register.cell,
                number(count, 0),
                f"planning.{register.count}",
                Sentence(register.label),
                register.address(about, name),
            )


Counts = Callable[[Asked], Iterator[Count]]


class FieldworkRegisters:
    """The registers of the slices of fieldwork, as reporting asks for known figures."""

    def __init__(self, slices: Sequence[Counts]) -> None:
        self._slices = slices

    def of(self, about: FiguresAbout) -> Sequence[OfferedFigure]:
        """What the body has entered there."""
        asked = Asked(about.body_id, about.area_id, about.first_day, about.last_day, about.keys)
        return [
            OfferedFigure(
                found.cell,
                number(found.figure, 0),
                found.key,
                Sentence(found.label),
                found.address,
            )
            for counts in self._slices
            for found in counts(asked)
        ]
