"""Letters that urge late bodies, and the reminders that the schedule sends."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify
from phongtrao.core.errors import N_, Forbidden, InvalidInput
from phongtrao.core.formats import date_vn
from phongtrao.core.models import Notice
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.planning import permissions, queries
from phongtrao.planning.actions.thread import taking_part, tell, write_entry
from phongtrao.planning.deadlines.reminding import LONGEST_LATE, threshold_on
from phongtrao.planning.models import Task, UrgedTask, Urging
from phongtrao.planning.rules import due_in_words, terms
from phongtrao.planning.workflow import RUNNING, URGING, EntryKind, UrgingState


@transaction.atomic
def draft_urging(task_ids: Iterable[int], *, by: Actor) -> Urging:
    """A letter that names late tasks of the acting body, each with the time it is urged for.

    Raises Forbidden and InvalidInput (none is chosen, or one is no longer late).
    """
    if by.body_id is None or not permissions.can_urge(by, by.body_id):
        raise Forbidden(N_("Chức trách đang chọn không được soạn công văn đôn đốc."))
    wanted = set(task_ids)
    tasks = list(queries.late_tasks(by).filter(pk__in=wanted)[: queries.MOST_URGED])
    if not wanted or len(tasks) != len(wanted):
        raise InvalidInput(
            N_("Hãy chọn ít nhất một nhiệm vụ quá hạn; nhiệm vụ vừa báo cáo xong đã được bỏ ra."),
            "urging.tasks",
        )
    urging = Urging.objects.create(
        body_id=by.body_id,
        made_at=clock.now(),
        made_on=by.day,
        made_by=permissions.posting_of(by),
    )
    UrgedTask.objects.bulk_create(
        UrgedTask(
            urging=urging,
            task=task,
            ordinal=task.times + 1,
            due_on=task.due_on,
            days_late=(by.day - task.due_on).days,
        )
        for task in tasks
    )
    audit.record("urging.drafted", urging, by=by, tasks=sorted(wanted))
    return urging


@transaction.atomic
def issue_urging(urging: Urging, *, paper: str, issued_on: date, by: Actor) -> Urging:
    """Note number and date of a letter: from now on it counts, and its tasks say so.

    Each task is told the time it is urged for by what was issued before, not by other drafts.
    Raises Forbidden, TransitionRefused and InvalidInput (no number, a day to come).
    """
    urging = _moved(urging, "issue", by)
    urging.paper, urging.issued_on = tidy_line(paper)[:200], issued_on
    if not urging.paper or not urging.made_on <= issued_on <= by.day:
        raise InvalidInput(
            N_("Hãy ghi số, ký hiệu và ngày ban hành: từ ngày soạn đến hôm nay."), "urging.paper"
        )
    urging.row_version += 1
    items = queries.urged_in(urging)
    counts = queries.times_urged([item.task_id for item in items])
    urging.save(update_fields=["state", "paper", "issued_on", "row_version"])
    for item in items:
        item.ordinal = counts.get(item.task_id, 0) + 1
        item.save(update_fields=["ordinal"])
        _say(item, urging, by)
    audit.record("urging.issued", urging, by=by, paper=urging.paper)
    return urging


@transaction.atomic
def drop_urging(urging: Urging, *, by: Actor) -> Urging:
    """Put a draft aside; it never counts. Raises Forbidden and TransitionRefused."""
    urging = _moved(urging, "drop", by)
    urging.row_version += 1
    urging.save(update_fields=["state", "row_version"])
    audit.record("urging.dropped", urging, by=by)
    return urging


def remind_due(day: date) -> int:
    """Remind of tasks before and after their due day, each threshold once; answers how many."""
    rule = terms()["remind"]
    first, last = day - timedelta(days=LONGEST_LATE), day + timedelta(days=max(rule["before"]))
    found = {}
    for task in queries.tasks_to_remind(first, last).iterator(chunk_size=2_000):
        since = timezone.localtime(task.created_at, clock.VIETNAM).date()
        reached = threshold_on(
            task.due_on, day, before=rule["before"], after=rule["after"], since=since
        )
        if reached is not None:
            found[f"task.due:{task.pk}:{task.due_on}:{reached}"] = task
    told = set(
        Notice.objects.filter(kind="task.due", dedupe_key__in=found)
        .values_list("dedupe_key", flat=True)
        .distinct()
    )
    new = {key: task for key, task in found.items() if key not in told}
    for key, task in new.items():
        _remind(task, key, day)
    return len(new)


@transaction.atomic
def _remind(task: Task, key: str, day: date) -> None:
    accounts = postings_in(taking_part(task), "task.report", day)
    if task.due_on < day:
        accounts |= postings_in([task.assigner_id], "task.decide", day)
    notify.notify(
        accounts,
        kind="task.due",
        text=_reminder(task, (task.due_on - day).days),
        address=reverse("planning:task-detail", args=[task.pk]),
        dedupe_key=key,
    )


def _reminder(task: Task, left: int) -> str:
    words = {
        "days": abs(left),
        "day": due_in_words(task.due_on, task.due_time),
        "lead": task.lead.name,
        "title": task.title,
    }
    if left > 0:
        return _("Còn %(days)s ngày đến hạn %(day)s: %(title)s") % words
    if left == 0:
        return _("Đến hạn hôm nay, %(day)s: %(title)s") % words
    return _("Quá hạn %(days)s ngày (hạn %(day)s), %(lead)s chủ trì: %(title)s") % words


def _moved(urging: Urging, verb: str, by: Actor) -> Urging:
    found = Urging.objects.select_for_update(of=("self",)).get(pk=urging.pk)
    found.state = URGING.target(verb, current=UrgingState(found.state))
    if not permissions.can_urge(by, found.body_id):
        raise Forbidden(N_("Chỉ cơ quan soạn công văn đôn đốc mới làm được việc này."))
    return found


def _say(item: UrgedTask, urging: Urging, by: Actor) -> None:
    if item.task.state not in RUNNING:
        return
    line = _("Đôn đốc lần %(n)s theo %(paper)s ngày %(day)s.") % {
        "n": item.ordinal,
        "paper": urging.paper,
        "day": date_vn(urging.issued_on),
    }
    write_entry(item.task, EntryKind.NOTE, line, by=by)
    tell(
        item.task,
        taking_part(item.task),
        capability="task.report",
        kind="task.urged",
        text=f"{line} {item.task.title}",
        by=by,
    )
