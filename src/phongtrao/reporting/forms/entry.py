"""The entry grid as one plain form: names of its fields, and the content they carry."""

from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from phongtrao.reporting.actions import CommentDraft
from phongtrao.reporting.grid.content import (
    CellSpec,
    Content,
    Statement,
    read_content,
    statements_of,
)
from phongtrao.reporting.models import TemplateVersion

_TOO_LARGE = 2**31
_LONGEST_KEY = 60


class FilledFormFile(forms.Form):
    """The workbook of a report; the wall judges the file, `imports.filled_form` each cell."""

    file = forms.FileField(
        label=_("Tệp biểu Excel đã nhập"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        help_text=_("Tệp tải bằng nút Tải biểu Excel của chính báo cáo này."),
        error_messages={"required": _("Chưa chọn tệp nào. Chưa có gì thay đổi.")},
    )


def entry_content(form: TemplateVersion, specs: Sequence[CellSpec], sent: QueryDict) -> Content:
    """What was typed in the grid (o-0…), the notes (gc-0…) and the narrative (yk-topic)."""
    statements: list[Statement] = []
    for topic in form.topics:
        statements += statements_of(topic, sent.get(f"yk-{topic}", ""))
    return read_content(
        specs,
        {spec.index: sent.get(f"o-{spec.index}", "") for spec in specs},
        notes={spec.index: sent.get(f"gc-{spec.index}", "") for spec in specs},
        statements=statements,
        reason=sent.get("ly_do", ""),
    )


def claimed_sources(specs: Sequence[CellSpec], sent: QueryDict) -> dict[int, str]:
    """The sources that the figures are said to come from (ng-0…); "" says that it is typed."""
    return {
        spec.index: sent.get(f"ng-{spec.index}", "")[:_LONGEST_KEY]
        for spec in specs
        if f"ng-{spec.index}" in sent
    }


def mended_comments(sent: QueryDict) -> set[int] | None:
    """The superiors' words marked as seen to (sua-pk); None where the form has no marks."""
    if "danh_dau" not in sent:
        return None
    marked = [name.removeprefix("sua-") for name in sent if sent[name] and name.startswith("sua-")]
    return {int(pk) for pk in marked if pk.isascii() and pk.isdigit() and len(pk) < 16}


def figure_used(sent: QueryDict) -> tuple[int, str] | None:
    """The cell and the source of the button "Dùng số này" (dung = "3 key")."""
    place, _space, key = sent.get("dung", "").partition(" ")
    return (int(place), key) if place.isascii() and place.isdigit() and len(place) < 5 else None


def expected_version(sent: QueryDict) -> int:
    """The number of the working copy the form was made from; a broken one is like none (0)."""
    text = sent.get("row_version", "")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
    return number if number < _TOO_LARGE else 0


def comment_drafts(cells: int, statements: int, sent: QueryDict) -> list[CommentDraft]:
    """The words typed at cells (yk-o-0…) and at statements (yk-c-0…) of a review."""
    at_cells = [CommentDraft(sent.get(f"yk-o-{i}", ""), cell=i) for i in range(cells)]
    at_statements = [
        CommentDraft(sent.get(f"yk-c-{i}", ""), statement=i) for i in range(statements)
    ]
    return [draft for draft in (*at_cells, *at_statements) if draft.text.strip()]
