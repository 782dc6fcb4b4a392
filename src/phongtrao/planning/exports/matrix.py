"""The table of assignments as rows of a workbook: one column a body."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec
from phongtrao.planning.queries.matrix import Matrix, MatrixCell
from phongtrao.planning.workflow import Part

_MOST_COLUMNS = 48  # letters of a sheet that core.lists writes


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A content with its cells, as a list takes it."""

    position: int
    pk: int
    name: str
    cells: list[MatrixCell | None]


def matrix_rows(matrix: Matrix) -> list[MatrixRow]:
    """The rows of the table in the order of the contents."""
    return [MatrixRow(each.position, each.pk, each.name, cells) for each, cells in matrix.rows]


def matrix_list(matrix: Matrix) -> ListSpec:
    """The table as a list with one column a body."""
    bodies = [
        Column(f"cot{place}", column.label, _cell_of(place), width=20)
        for place, column in enumerate(matrix.columns[:_MOST_COLUMNS])
    ]
    return ListSpec(
        title=_("Bảng phân công nhiệm vụ"),
        columns=(
            Column("tt", _("TT"), lambda r: r.position, sort="position", numeric=True, width=6),
            Column("noi_dung", _("Nội dung"), lambda r: r.name, width=50),
            *bodies,
        ),
        order="tt",
        empty=_("Chương trình chưa có nội dung nào."),
        file_name="bang-phan-cong-nhiem-vu",
    )


def cell_in_words(cell: MatrixCell | None) -> str:
    """ "Chủ trì (3 việc): tuyên truyền"; empty where the body has no part."""
    if cell is None:
        return ""
    said = str(Part(cell.part).label)
    if cell.work:
        said += " " + _now("(%(count)s việc)") % {"count": cell.work}
    return f"{said}: {'; '.join(cell.notes)}" if cell.notes else said


def _cell_of(place: int) -> Callable[[Any], str]:
    return lambda row: cell_in_words(row.cells[place])
