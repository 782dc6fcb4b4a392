"""Work given inside a body: the one door of scope, and what its pages need.

Nobody outside the body reads any of it, superiors included. Nothing here counts or groups by
officer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core.errors import NotFound
from phongtrao.core.navigation import ShownEntry
from phongtrao.intake.models import Draft
from phongtrao.intake.queries import draft_for
from phongtrao.org.models import Body, BodySuccession, Handover, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import parts_of, posts_inside
from phongtrao.org.queries.authors import authors_of
from phongtrao.planning.deadlines.typed import Bases
from phongtrao.planning.models import (
    InternalAssignment,
    InternalNote,
    InternalPart,
    Requirement,
    Task,
)
from phongtrao.planning.permissions import held_origins
from phongtrao.planning.queries.requirements import requirement_for, visible_requirements
from phongtrao.planning.queries.tasks import ThreadLine, task_for, visible_tasks
from phongtrao.planning.rules.instruction_names import Inside, Named
from phongtrao.planning.workflow import INTERNAL_OPEN, InternalNoteKind, InternalState

_NOTE_TONES = {
    InternalNoteKind.NOTE: "secondary",
    InternalNoteKind.STARTED: "primary",
    InternalNoteKind.REPORTED: "info",
    InternalNoteKind.ACCEPTED: "success",
    InternalNoteKind.RETURNED: "warning",
    InternalNoteKind.CHANGED: "primary",
    InternalNoteKind.WITHDRAWN: "secondary",
}
STATE_TONES = {
    InternalState.ASSIGNED: "primary",
    InternalState.IN_PROGRESS: "info",
    InternalState.REPORTED: "warning",
    InternalState.DONE: "success",
    InternalState.WITHDRAWN: "secondary",
}
_LONGEST_SOURCE = 300


@dataclass(frozen=True, slots=True)
class Source:
    """What work is given from: an arrived paper, a task, a requirement, or nothing."""

    draft: Draft | None = None
    task: Task | None = None
    requirement: Requirement | None = None

    @property
    def text(self) -> str:
        """How the paper or the task is called."""
        if self.draft is not None:
            named = " ".join(filter(None, (self.draft.document_type, str(self.draft))))
            return named[:_LONGEST_SOURCE]
        if self.task is not None:
            return self.task.title[:_LONGEST_SOURCE]
        return self.requirement.headline[:_LONGEST_SOURCE] if self.requirement else ""

    @property
    def work(self) -> str:
        """What is to be done where the line says no more than who and when."""
        if self.draft is not None:
            return _("Thực hiện %(paper)s") % {"paper": self.text}
        return self.text

    @property
    def query(self) -> str:
        """The address's part that names it."""
        if self.draft is not None:
            return f"?van_ban={self.draft.pk}"
        if self.task is not None:
            return f"?nhiem_vu={self.task.pk}"
        return f"?noi_dung={self.requirement.pk}" if self.requirement else ""

    def bases(self, day: date) -> Bases:
        """The days from which a term may be counted."""
        if self.draft is not None:
            return Bases(day, self.draft.issued_on, self.draft.received_at.date())
        if self.requirement is not None:
            paper = self.requirement.document
            return Bases(day, paper.issued_on, paper.registered_on)
        return Bases(day)


def visible_internal(actor: Actor) -> QuerySet[InternalAssignment]:
    """What was given inside the acting body, to it as a sub-body, or to the acting posting."""
    body = actor.body_id
    if body is None or not actor.can("internal.read"):
        return InternalAssignment.objects.none()
    takes_part = InternalPart.objects.filter(assignment=OuterRef("pk"), body_id=body)
    return InternalAssignment.objects.filter(
        Q(body_id=body)
        | Q(lead_id=body)
        | Q(officer_id__in=held_origins(actor))
        | Exists(takes_part)
    )


def internal_near(actor: Actor) -> QuerySet[InternalAssignment]:
    """A condition without a query that holds what `visible_internal` holds, and perhaps more.

    Where work was handed to the acting posting, or its body follows another, it is all there is.
    """
    body, posting = actor.body_id or 0, actor.posting_id or 0
    takes_part = InternalPart.objects.filter(assignment=OuterRef("pk"), body_id=body)
    return InternalAssignment.objects.filter(
        Q(body_id=body)
        | Q(lead_id=body)
        | Q(officer_id=posting)
        | Exists(takes_part)
        | Exists(Handover.objects.filter(to_posting_id=posting))
        | Exists(BodySuccession.objects.filter(successor_id=body))
    )


def internal_for(actor: Actor, pk: int) -> InternalAssignment:
    """One of them with all that its page names; raises NotFound."""
    rows = visible_internal(actor).select_related(
        "body",
        "lead",
        "officer__account",
        "leader__account",
        "recorded_by__account",
        "draft__file",
        "task",
        "requirement__document",
    )
    heavy = ("draft__text", "draft__extraction", "requirement__document__text")
    found = rows.defer(*heavy).prefetch_related("parts__body").filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def internal_rows(actor: Actor) -> QuerySet[InternalAssignment]:
    """Rows of the list."""
    return (
        visible_internal(actor)
        .select_related("body", "lead", "officer__account", "leader")
        .prefetch_related("parts__body")
        .defer("search_folded")
    )


def asked_of(actor: Actor) -> Q:
    """The condition that the acting posting is asked to do it, in person or as its sub-body.

    Where no officer is named and the sub-body has no accounts, the body's officials do it.
    """
    body = actor.body_id or 0
    takes_part = InternalPart.objects.filter(assignment=OuterRef("pk"), body_id=body)
    asked = Q(officer_id__in=held_origins(actor)) | Q(lead_id=body) | Q(Exists(takes_part))
    if not actor.can("internal.give"):
        staffed = Posting.objects.on(actor.day).filter(body=OuterRef("lead"))
        asked |= Q(officer=None, body_id=body) & ~Q(Exists(staffed))
    return asked


def late(rows: QuerySet[InternalAssignment], day: date) -> QuerySet[InternalAssignment]:
    """Open work whose day is past."""
    return rows.filter(state__in=INTERNAL_OPEN, due_on__lt=day)


def given_from(actor: Actor, source: Source) -> list[InternalAssignment]:
    """What was given inside from one paper, task or requirement, as far as the reader sees it."""
    named = {"draft": source.draft, "task": source.task, "requirement": source.requirement}
    of_source = {name: found for name, found in named.items() if found is not None}
    return list(internal_rows(actor).filter(**of_source).order_by("pk"))


def source_of(actor: Actor, asked: Mapping[str, str]) -> Source:
    """What an address names (`van_ban`, `nhiem_vu`, `noi_dung`); raises NotFound.

    Work is given from papers, tasks and requirements of the acting body alone.
    """
    if asked.get("van_ban"):
        return Source(draft=draft_for(actor, _number(asked["van_ban"])))
    if asked.get("nhiem_vu"):
        task = task_for(actor, _number(asked["nhiem_vu"]))
        if is_own_task(actor, task):
            return Source(task=task)
        raise NotFound
    if asked.get("noi_dung"):
        requirement = requirement_for(actor, _number(asked["noi_dung"]))
        if is_own_requirement(actor, requirement):
            return Source(requirement=requirement)
        raise NotFound
    return Source()


def _number(text: str) -> int:
    if text.isascii() and text.isdecimal() and len(text) < 12:
        return int(text)
    raise NotFound


def step_from_draft(actor: Actor, pk: int) -> ShownEntry | None:
    """From the page of an arrived paper to recording the line that a leader wrote on it.

    Leaders type theirs on that page itself.
    """
    if not actor.can("internal.record"):
        return None
    url = f"{reverse('planning:internal-give')}?van_ban={pk}"
    return ShownEntry(_("Ghi nhận bút phê"), "writing", url, active=False)


def is_own_task(actor: Actor, task: Task) -> bool:
    """Whether the acting body gave the task, leads it or takes part in it."""
    bodies = {task.assigner_id, task.lead_id, *(part.body_id for part in task.parts.all())}
    return actor.body_id in bodies


def is_own_requirement(actor: Actor, requirement: Requirement) -> bool:
    """Whether the requirement is addressed to the acting body, or stands in a paper of its own."""
    if requirement.document.home_body_id == actor.body_id:
        return True
    return requirement.addressees.filter(body_id=actor.body_id or 0).exists()


def inside_names(body_id: int, day: date) -> Inside:
    """The sub-bodies and posts of a body, with every way in which a line may write them."""
    units = [Named(part.pk, part_label(part), _ways(part)) for part in parts_of(body_id, day)]
    posts = [
        Named(post.pk, post.capacity, (post.capacity, *_initials(post.capacity)))
        for post in posts_inside(body_id, day, "internal.work")
    ]
    return Inside(units, posts)


def parts_offered(request: HttpRequest | None) -> QuerySet[Body]:
    """The sub-bodies of the reader's body, for a filter; none where nobody asks."""
    actor: Actor | None = getattr(request, "actor", None)
    return parts_of(actor.body_id or 0, actor.day) if actor else Body.objects.none()


def part_label(part: Body) -> str:
    """What a sub-body is called inside its body: without the name of the whole."""
    return part.name.partition(",")[0]


def _ways(part: Body) -> tuple[str, ...]:
    return tuple(filter(None, (part_label(part), part.name, part.short_name, part.symbol)))


def _initials(capacity: str) -> tuple[str, ...]:
    """«PTP» for «Phó Trưởng phòng»; one letter says nothing."""
    letters = "".join(word[0] for word in capacity.split()).upper()
    return (letters,) if len(letters) > 2 else ()


def name_holders(rows: Sequence[InternalAssignment]) -> None:
    """Give each row `holder`: the posting that goes on with the work of its officer, if any."""
    officers = {row.officer_id: row.officer for row in rows if row.officer is not None}
    handed = _handed_to(row.body_id for row in rows)
    wanted = {pk: _last(pk, handed) for pk in officers}
    others = {pk for pk in wanted.values() if pk is not None} - set(officers)
    found = Posting.objects.filter(pk__in=others).select_related("account", "body")
    known: dict[int | None, Posting | None] = {**officers, **{post.pk: post for post in found}}
    for row in rows:
        row.holder = known.get(wanted.get(row.officer_id))  # type: ignore[attr-defined]  # for the page


def holder_id(given: InternalAssignment) -> int | None:
    """The posting that goes on with the work of the officer."""
    return _last(given.officer_id, _handed_to([given.body_id]))


def _handed_to(body_ids: Iterable[int]) -> dict[int, int]:
    bodies = set(body_ids)
    inside = Q(from_posting__body__in=bodies) | Q(from_posting__body__parent__in=bodies)
    done = Handover.objects.filter(inside).order_by("on")
    return dict(done.values_list("from_posting_id", "to_posting_id"))


def _last(posting_id: int | None, handed: dict[int, int]) -> int | None:
    seen = set()
    while posting_id in handed and posting_id not in seen:
        seen.add(posting_id)
        posting_id = handed[posting_id]
    return posting_id


def is_from_paper(given: InternalAssignment) -> bool:
    """Whether the leader's word was written on paper and entered by another official."""
    return given.recorded_by_id != given.leader_id


def entered_by(given: InternalAssignment) -> str:
    """Who entered it, with *TUQ.* where he acted in a posting that was lent to him."""
    verb = "internal.recorded" if is_from_paper(given) else "internal.given"
    return authors_of([given], verb, "recorded_by")[given.pk]


def signed_by(given: InternalAssignment) -> str:
    """The name under the leader's word."""
    return given.leader.account.full_name if is_from_paper(given) else entered_by(given)


def parts_in_words(given: InternalAssignment) -> str:
    """The coordinating sub-bodies; after a merger the one in charge may stand among them."""
    rows = [part for part in given.parts.all() if part.body_id != given.lead_id]
    return ", ".join(part_label(part.body) for part in rows)


def internal_thread(given: InternalAssignment) -> list[ThreadLine]:
    """The thread, in the order in which it was written."""
    return list(_lines(given.notes.select_related("posting", "account").order_by("pk")))


def _lines(notes: Iterable[InternalNote]) -> Iterator[ThreadLine]:
    for note in notes:
        kind = InternalNoteKind(note.kind)
        yield ThreadLine(note.at, note.author, note.text, kind.label, _NOTE_TONES[kind], ())


def sources_seen(actor: Actor, given: InternalAssignment) -> list[tuple[str, str]]:
    """Where the reader may open what the work grew from: words and address."""
    found = []
    if given.draft is not None:
        if given.draft.body_id == actor.body_id and actor.can("intake.read"):
            address = reverse("intake:draft-detail", args=[given.draft_id])
            found.append((given.source_text, address))
        paper = reverse("planning:internal-paper", args=[given.pk])
        found.append((_("Tệp văn bản"), paper))
    if given.task is not None and visible_tasks(actor).filter(pk=given.task.pk).exists():
        found.append((given.source_text, reverse("planning:task-detail", args=[given.task_id])))
    asked = given.requirement
    if asked is not None and visible_requirements(actor).filter(pk=asked.pk).exists():
        address = reverse("planning:requirement-detail", args=[asked.pk])
        found.append((given.source_text, address))
    return found


def waits_for(given: InternalAssignment) -> str:
    """Whose turn it is, for readers who are asked nothing."""
    if given.state == "reported":
        return _("Đang chờ lãnh đạo nhận kết quả.")
    return _("Đang chờ nơi được giao thực hiện.") if given.state in INTERNAL_OPEN else ""
