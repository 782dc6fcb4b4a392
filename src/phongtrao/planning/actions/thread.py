"""What every verb on a task shares: the locked row, its version, its thread and who is told."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import clock, notify
from phongtrao.core.errors import N_, InvalidInput, StaleVersion
from phongtrao.core.formats import date_vn
from phongtrao.core.models import StoredFile
from phongtrao.core.vietnamese import tidy
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.planning.models import ProgressEntry, Task
from phongtrao.planning.permissions import posting_of
from phongtrao.planning.rules import due_in_words
from phongtrao.planning.workflow import TaskState

_LONGEST_TEXT = 20_000


def locked_task(
    task: Task, *, expected_version: int | None = None, mine: Mapping[str, Any] | None = None
) -> Task:
    """The task as it stands now, locked; `mine` is what the user sent, for the conflict page.

    Raises StaleVersion when the row is no longer the one that the form was made from. A line that
    was only added to the thread does not count: nobody's decision rests on it.
    """
    found = (
        Task.objects.select_for_update(of=("self",))
        .select_related("assigner", "lead")
        .prefetch_related("parts")
        .get(pk=task.pk)
    )
    if expected_version is not None and expected_version != found.row_version:
        raise StaleVersion(
            mine=dict(mine or {}),
            theirs={
                N_("Trạng thái"): TaskState(found.state).label,
                N_("Hạn hoàn thành"): date_vn(found.due_on),
                N_("Cập nhật gần nhất"): _last_line(found),
            },
            version=found.row_version,
            labels={"text": N_("Nội dung"), "reason": N_("Lý do"), "due_on": N_("Ngày")},
        )
    return found


def save_step(task: Task, *fields: str) -> None:
    """Save a change of state or date as a new version of the row."""
    task.row_version += 1
    task.save(update_fields=["state", "row_version", *fields])


def write_entry(
    task: Task, kind: str, text: str, *, by: Actor, file: StoredFile | None = None
) -> ProgressEntry:
    """Add a line to the thread; raises InvalidInput for an empty or endless text."""
    words = tidy(text).strip()
    if not words:
        raise InvalidInput(N_("Chưa ghi nội dung."), "entry.empty")
    if len(words) > _LONGEST_TEXT:
        raise InvalidInput(
            N_("Nội dung dài quá %(most)s ký tự; hãy đính kèm tệp cho phần chi tiết."),
            "entry.too_long",
            most=_LONGEST_TEXT,
        )
    return ProgressEntry.objects.create(
        task=task,
        kind=kind,
        posting=posting_of(by),
        account=by.account,
        text=words,
        file=file,
        at=clock.now(),
    )


def tell(
    task: Task, bodies: list[int], *, capability: str, kind: str, text: str, by: Actor
) -> None:
    """Notice to the officials of these bodies who can act on it, but for the actor himself."""
    accounts = postings_in(bodies, capability, by.day)
    notify.notify(
        accounts - {by.account_id},
        kind=kind,
        text=text,
        address=reverse("planning:task-detail", args=[task.pk]),
    )


def taking_part(task: Task) -> list[int]:
    """The lead and the coordinating bodies."""
    return [task.lead_id, *(part.body_id for part in task.parts.all())]


def _last_line(task: Task) -> str:
    last = task.entries.order_by("-pk").first()
    return last.text[:300] if last else ""


def tell_of_new_task(task: Task, bodies: list[int], day: date, *, but: int | None = None) -> None:
    """Notice of a task to the officials of the bodies that carry it out."""
    notify.notify(
        postings_in(bodies, "task.report", day) - {but},
        kind="task.assigned",
        text=_("Nhiệm vụ mới, hạn %(day)s: %(title)s")
        % {"day": due_in_words(task.due_on, task.due_time), "title": task.title},
        address=reverse("planning:task-detail", args=[task.pk]),
    )
