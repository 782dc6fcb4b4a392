"""From the comments on a draft to the Word draft of their table. Stores nothing."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.utils import translation

from phongtrao.core.formats import date_vn, number
from phongtrao.org.models import Body
from phongtrao.planning.models import ClauseComment
from phongtrao.planning.queries import CommentTable, SaidLine
from phongtrao.planning.workflow import ResponseKind
from phongtrao.publishing.actions.letterheads import letterhead_of
from phongtrao.publishing.queries.names import head_of
from phongtrao.publishing.word.comment_table import (
    CommentedClause,
    CommentRow,
    CommentTablePaper,
    render_comment_table,
)
from phongtrao.publishing.word.papers import (
    Authority,
    AuthorityLine,
    Recipients,
    SignatureBlock,
)
from phongtrao.publishing.word.profiles import profile_on

_LONGEST_CLAUSE = 600  # letters of a clause in the table; the draft itself has the rest


def comment_table_bytes(table: CommentTable, day: date) -> bytes:
    """The table as .docx, with the demo mark on a demo installation."""
    with translation.override("vi"):
        paper = comment_table_paper(table, day)
        return render_comment_table(paper, profile=profile_on(day), demo_mark=settings.DEMO)


def comment_table_paper(table: CommentTable, day: date) -> CommentTablePaper:
    """The typed content of the table; number, date and signature stay open for the pen."""
    round_ = table.round
    head = head_of(round_.asker, "BTH", day)
    return CommentTablePaper(
        letterhead=letterhead_of(head),
        abstract=f"Dự thảo {_lower_first(round_.title)}",
        summary=_summary(table),
        clauses=tuple(
            CommentedClause(row.label, _cut(row.text), tuple(map(_row, row.said)))
            for row in table.commented
        ),
        closing=_closing(table),
        recipients=Recipients(("Các cơ quan được lấy ý kiến",)),
        signature=SignatureBlock((AuthorityLine(Authority.OWN, ""),)),
    )


def _summary(table: CommentTable) -> tuple[str, ...]:
    """How many were asked and answered, who agrees to the whole; silence is named as such."""
    round_, answered = table.round, len(table.answered)
    asked_on = f"từ ngày {date_vn(round_.sent_on)} " if round_.sent_on else ""
    asked = (
        f"{round_.asker.name} lấy ý kiến {asked_on}đến hết ngày {date_vn(round_.due_on)}"
        f" đối với {number(table.asked)} cơ quan; đã có ý kiến: {number(answered)} cơ quan."
    )
    lines = [asked]
    if table.agreed:
        lines.append(f"Nhất trí toàn bộ dự thảo ({_names(table.agreed)}).")
    if table.late:
        lines.append(f"Góp ý sau hạn ({_names(table.late)}).")
    lines.append(
        f"Chưa có ý kiến: {_names(table.silent)}."
        if table.silent
        else "Tất cả cơ quan được lấy ý kiến đã có ý kiến."
    )
    if table.silent:
        lines.append("Cơ quan chưa có ý kiến không được tính là nhất trí.")
    return tuple(lines)


def _closing(table: CommentTable) -> tuple[str, ...]:
    if not table.commented:
        return ("Không có ý kiến nào cần tiếp thu, giải trình.",)
    if table.open_count:
        return (f"Còn {number(table.open_count)} ý kiến chưa được tiếp thu, giải trình.",)
    return ()


def _row(line: SaidLine) -> CommentRow:
    comment = line.comment
    return CommentRow(line.body.name, comment.text, _response(comment), line.is_late)


def _response(comment: ClauseComment) -> str:
    if not comment.response:
        return ""
    label = str(ResponseKind(comment.response).label)
    return f"{label}: {comment.response_text}" if comment.response_text else f"{label}."


def _names(bodies: Sequence[Body]) -> str:
    return f"{number(len(bodies))} cơ quan: {'; '.join(body.name for body in bodies)}"


def _cut(text: str) -> str:
    if len(text) <= _LONGEST_CLAUSE:
        return text
    return text[:_LONGEST_CLAUSE].rstrip() + "…"


def _lower_first(text: str) -> str:
    """The title inside a sentence: "Kế hoạch …" becomes "kế hoạch …", "UBND …" stays."""
    if len(text) > 1 and text[1].islower():
        return text[:1].lower() + text[1:]
    return text
