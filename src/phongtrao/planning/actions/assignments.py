"""Make requirements concrete as tasks, and give tasks of one's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from django.db import transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, Forbidden, InvalidInput
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning import permissions
from phongtrao.planning.actions.series import open_series
from phongtrao.planning.actions.thread import tell_of_new_task
from phongtrao.planning.deadlines.rhythm import Rhythm
from phongtrao.planning.deadlines.typed import Term
from phongtrao.planning.models import (
    Programme,
    Requirement,
    RequirementAddressee,
    Task,
    TaskPart,
    TaskTerm,
)
from phongtrao.planning.workflow import ADDRESSEE, AddresseeState

_MOST_TASKS = 50


@dataclass(frozen=True, slots=True)
class PartSpec:
    """A coordinating body and what it is to do."""

    body: Body
    text: str = ""


@dataclass(frozen=True, slots=True)
class TaskSpec:
    """A task to be given: what, with which product, by whom, with whom, until when."""

    title: str
    product: str
    lead: Body
    due_on: date
    parts: tuple[PartSpec, ...] = ()
    due_time: time | None = None
    # What `due_on` follows from: a term that was counted, or a rhythm that brings the task back.
    term: Term | None = None
    rhythm: Rhythm | None = None
    words: str = ""


@transaction.atomic
def make_concrete(
    addressee: RequirementAddressee, *, tasks: Sequence[TaskSpec], by: Actor
) -> list[Task]:
    """Turn what a paper asks of the acting body into tasks; the body is then no longer open.

    Raises Forbidden, TransitionRefused (decided already) and InvalidInput (no task, a date in the
    past or after the paper's own date, a body out of reach).
    """
    addressee = _locked(addressee, by)
    addressee.state = ADDRESSEE.target("make_concrete", current=AddresseeState(addressee.state))
    if not 1 <= len(tasks) <= _MOST_TASKS:
        raise InvalidInput(
            N_("Mỗi lần cụ thể hóa cần từ 1 đến %(most)s nhiệm vụ."), most=_MOST_TASKS
        )
    requirement = addressee.requirement
    written = [
        _write_task(spec, requirement.document.programme, addressee, by)
        for spec in tasks
        if _checked(spec, requirement, by)
    ]
    addressee.decided_at = clock.now()
    addressee.decided_by_id = by.posting_id
    addressee.save(update_fields=["state", "decided_at", "decided_by"])
    audit.record(
        "requirement.made_concrete",
        requirement,
        by=by,
        body=addressee.body_id,
        tasks=[task.pk for task in written],
    )
    return written


@transaction.atomic
def assign_task(spec: TaskSpec, *, programme: Programme, by: Actor) -> Task:
    """Give a task that no paper asked for; the acting body is its assigner.

    Raises Forbidden and InvalidInput as `make_concrete`.
    """
    if not permissions.can_assign(by):
        raise Forbidden(N_("Chức trách đang chọn không được giao nhiệm vụ."))
    _checked(spec, None, by)
    return _write_task(spec, programme, None, by)


def _locked(addressee: RequirementAddressee, by: Actor) -> RequirementAddressee:
    found = (
        RequirementAddressee.objects.select_for_update(of=("self",))
        .select_related("requirement__document__programme", "body")
        .get(pk=addressee.pk)
    )
    if not permissions.can_concretise(by, found):
        raise Forbidden(N_("Chỉ cơ quan được giao nội dung này mới cụ thể hóa được."))
    if not permissions.can_assign(by):
        raise Forbidden(N_("Chức trách đang chọn không được giao nhiệm vụ."))
    return found


def _checked(spec: TaskSpec, requirement: Requirement | None, by: Actor) -> bool:
    """Refuse what cannot be a task; True otherwise."""
    if not tidy_line(spec.title) or not tidy_line(spec.product):
        raise InvalidInput(N_("Nhiệm vụ cần có tên và sản phẩm."), "task.empty")
    if spec.due_on < by.day:
        raise InvalidInput(
            N_("Hạn %(day)s đã qua; hãy chọn ngày từ hôm nay trở đi."),
            "task.past",
            day=f"{spec.due_on:%d/%m/%Y}",
        )
    limit = requirement.due_on if requirement else None
    if limit and limit >= by.day and spec.due_on > limit and spec.rhythm is None:
        raise InvalidInput(
            N_("Hạn %(day)s muộn hơn hạn của văn bản (%(limit)s)."),
            "task.after_source",
            day=f"{spec.due_on:%d/%m/%Y}",
            limit=f"{limit:%d/%m/%Y}",
        )
    _check_bodies(spec, by)
    return True


def _check_bodies(spec: TaskSpec, by: Actor) -> None:
    coordinating = [part.body for part in spec.parts]
    far = permissions.bodies_out_of_reach(by, [spec.lead, *coordinating])
    if far:
        raise InvalidInput(
            N_("%(names)s không thuộc phạm vi giao việc của cơ quan bạn hoặc đã ngừng hoạt động."),
            "task.out_of_reach",
            names=", ".join(body.name for body in far),
        )
    ids = [body.pk for body in coordinating]
    if spec.lead.pk in ids or len(set(ids)) != len(ids):
        raise InvalidInput(
            N_("Mỗi cơ quan chỉ giữ một phần trong nhiệm vụ: chủ trì hoặc phối hợp."),
            "task.body_twice",
        )


def _write_task(
    spec: TaskSpec, programme: Programme, addressee: RequirementAddressee | None, by: Actor
) -> Task:
    posting = permissions.posting_of(by)
    title, product = tidy_line(spec.title)[:500], tidy_line(spec.product)[:500]
    said = {
        "programme": programme,
        "requirement_id": addressee.requirement_id if addressee else None,
        "addressee": addressee,
        "title": title,
        "product": product,
        "assigner": posting.body,
        "lead": spec.lead,
        "due_time": spec.due_time,
        "created_at": clock.now(),
        "created_by": posting,
    }
    parts = [(part.body, tidy_line(part.text)[:500]) for part in spec.parts]
    series = None
    if spec.rhythm is not None:
        series = open_series(said, parts, spec.rhythm, spec.words, first_on=spec.due_on, by=by)
    task = Task.objects.create(
        **said,
        series=series,
        original_due_on=spec.due_on,
        due_on=spec.due_on,
        search_folded=fold(f"{title}\n{product}"),
    )
    TaskPart.objects.bulk_create(TaskPart(task=task, body=body, text=text) for body, text in parts)
    _keep_term(task, spec.term)
    search.refresh(Task, [task.pk])
    _record(task, parts, by)
    return task


def _keep_term(task: Task, term: Term | None) -> None:
    if term is not None:
        TaskTerm.objects.create(
            task=task, count=term.count, unit=term.unit, base=term.base, base_on=term.base_on
        )


def _record(task: Task, parts: Sequence[tuple[Body, str]], by: Actor) -> None:
    coordinating = [body.pk for body, _text in parts]
    audit.record(
        "task.assigned",
        task,
        by=by,
        requirement=task.requirement_id,
        lead=task.lead_id,
        coordinating=coordinating,
        due_on=str(task.due_on),
    )
    tell_of_new_task(task, [task.lead_id, *coordinating], by.day, but=by.account_id)
