"""From the table of assignments of a programme to its Word draft. Stores nothing."""

from datetime import date

from django.conf import settings
from django.utils import translation

from phongtrao.planning.models import Programme, ProgrammeContent
from phongtrao.planning.queries.matrix import Matrix, MatrixCell
from phongtrao.planning.workflow import Part
from phongtrao.publishing.word.duty_table import DutyPaper, DutyRow, render_duty_table
from phongtrao.publishing.word.profiles import profile_on


def duty_table_bytes(programme: Programme, matrix: Matrix, day: date) -> bytes:
    """The table as .docx, with the demo mark on a demo installation."""
    with translation.override("vi"):
        paper = duty_paper(programme, matrix)
    return render_duty_table(paper, profile=profile_on(day), demo_mark=settings.DEMO)


def duty_paper(programme: Programme, matrix: Matrix) -> DutyPaper:
    """The typed content of the table; the paper it goes with stays open for the pen."""
    return DutyPaper(
        abstract=f"thực hiện {programme.short_name}",
        reference="(Kèm theo Kế hoạch số …… ngày …… của ……)",
        rows=tuple(_row(content, cells, matrix) for content, cells in matrix.rows),
    )


def _row(content: ProgrammeContent, cells: list[MatrixCell | None], matrix: Matrix) -> DutyRow:
    held = [(column, cell) for column, cell in zip(matrix.columns, cells, strict=True) if cell]
    return DutyRow(
        number=str(content.position),
        content=content.name,
        leads=tuple(column.name for column, cell in held if cell.part == Part.LEAD),
        coordinating=tuple(column.name for column, cell in held if cell.part != Part.LEAD),
        notes=_notes(
            [(column.name, note) for column, cell in held for note in cell.notes], len(held)
        ),
    )


def _notes(said: list[tuple[str, str]], held: int) -> tuple[str, ...]:
    """Each note once, after those it was said to; alone where it holds for the whole row."""
    by_note: dict[str, list[str]] = {}
    for name, note in said:
        by_note.setdefault(note, []).append(name)
    return tuple(
        note if len(names) == held else f"{'; '.join(names)}: {note}"
        for note, names in by_note.items()
    )
