"""What a paper has made: requirements, tasks, programmes, proposals, rounds of comments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, DateField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.org.permissions import Actor
from phongtrao.planning.models import ProgrammeDocument
from phongtrao.planning.queries import (
    visible_programmes,
    visible_proposals,
    visible_requirements,
    visible_rounds,
    visible_tasks,
)
from phongtrao.planning.workflow import CommentRoundState, TaskState

MOST_RESULTS = 300
_KINDS: dict[str, tuple[Any, str]] = {
    "requirement": (_("Nội dung chỉ đạo"), "planning:requirement-detail"),
    "task": (_("Nhiệm vụ"), "planning:task-detail"),
    "programme": (_("Chương trình"), "planning:programme-detail"),
    "proposal": (_("Kiến nghị"), "planning:proposal-detail"),
    "round": (_("Lấy ý kiến dự thảo"), "planning:commentround-detail"),
}


@dataclass(frozen=True, slots=True)
class Made:
    """One thing that grew from a paper; `body` has it, `day` is its due day or its date."""

    kind: Any
    title: str
    url: str
    body: str
    day: date | None
    state: Any


def made_of(actor: Actor, document: ProgrammeDocument) -> Sequence[Made]:
    """What grew from a paper, as far as the reader may open it; asked for in one question."""
    parts = [
        _part(visible_requirements(actor).filter(document=document), "requirement", "action",
              "due_on"),
        _part(visible_tasks(actor).filter(requirement__document=document), "task", "title",
              "due_on", "lead__name", "state"),
        _part(visible_programmes(actor).filter(paper=document), "programme", "short_name",
              "signed_on", "home_body__name"),
        _part(visible_proposals(actor).filter(document=document), "proposal", "text",
              "proposed_on", "asker__name"),
        _part(visible_rounds(actor).filter(document=document), "round", "title", "due_on",
              "asker__name", "state"),
    ]  # fmt: skip
    rows = parts[0].union(*parts[1:], all=True)[:MOST_RESULTS]
    order = list(_KINDS)
    return [_made(*row) for row in sorted(rows, key=lambda row: (order.index(row[0]), row[1]))]


def _part(
    rows: QuerySet[Any], kind: str, title: str, day: str, body: str = "", state: str = ""
) -> QuerySet[Any, Any]:
    none = Value("", output_field=TextField())
    return rows.order_by().values_list(
        Value(kind, output_field=CharField()),
        "pk",
        Cast(F(title), TextField()),
        Cast(F(day), DateField()),
        Cast(F(body), TextField()) if body else none,
        Cast(F(state), TextField()) if state else none,
    )


def _made(kind: str, pk: int, title: str, day: date | None, body: str | None, state: str) -> Made:
    label, address = _KINDS[kind]
    states: dict[str, Any] = {"task": TaskState, "round": CommentRoundState}
    shown = states[kind](state).label if kind in states else ""
    text = title[:1].upper() + title[1:]
    return Made(label, text, reverse(address, args=[pk]), body or "", day, shown)
