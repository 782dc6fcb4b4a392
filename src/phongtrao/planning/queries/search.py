"""What search finds of planning: the words of each record, and how a find shows."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.search import Entry, Findable, Hit
from phongtrao.planning.models import (
    CommentRound,
    Programme,
    ProgrammeAlias,
    ProgrammeDocument,
    Proposal,
    Requirement,
    Scheme,
    Task,
)
from phongtrao.planning.queries.comments import visible_rounds
from phongtrao.planning.queries.documents import visible_documents
from phongtrao.planning.queries.programmes import visible_programmes
from phongtrao.planning.queries.proposals import visible_proposals
from phongtrao.planning.queries.requirements import visible_requirements
from phongtrao.planning.queries.schemes import visible_schemes
from phongtrao.planning.queries.tasks import visible_tasks
from phongtrao.planning.rules import name_key
from phongtrao.planning.workflow import (
    RUNNING,
    AnswerState,
    CommentRoundState,
    SchemeState,
    TaskState,
)

_STRETCH = 200
_TASK_TONES = {TaskState.COMPLETED: "success", TaskState.REPORTED_DONE: "info"}
_ROUND_TONES = {CommentRoundState.OPEN: "primary", CommentRoundState.CLOSED: "success"}
_SCHEME_TONES = {SchemeState.RUNNING: "primary", SchemeState.FINISHED: "success"}


def document_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    """Papers by number in every known spelling, abstract and issuer; and by their whole text."""
    aliases = _aliases()
    rows = ProgrammeDocument.objects.select_related("founded_programme").order_by("pk")
    rows = rows.only(
        *("type", "number", "number_key", "title", "issuer_text", "issued_on", "text"),
        *("registered_on", "founded_programme__id"),
    )
    for row in _of(rows, pks):
        founded = getattr(row, "founded_programme", None)
        others = aliases.get(founded.pk if founded else 0) or next(
            (texts for texts in aliases.values() if name_key(row.number_key) in texts), {}
        )
        title = (row.type, row.number, *others.values(), row.title, row.issuer_text)
        day = row.issued_on or row.registered_on
        yield Entry(row.pk, "\n".join(title), row.text, day)


def requirement_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    """Clauses by what they ask for, of whom, and by the number of their paper."""
    rows = Requirement.objects.select_related("document").order_by("pk")
    rows = rows.only(
        *("action", "addressed_as", "deadline_text", "due_on"),
        *("document__number", "document__type", "document__issued_on"),
    )
    for row in _of(rows, pks):
        text = f"{row.addressed_as}\n{row.deadline_text}\n{row.document.type} {row.document.number}"
        yield Entry(row.pk, row.action, text, row.document.issued_on)


def task_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    """Tasks by title and product and by the bodies that give, lead and take part."""
    rows = Task.objects.select_related("lead", "assigner").prefetch_related("parts__body")
    rows = rows.only("title", "product", "created_at", "lead__name", "assigner__name")
    for row in _of(rows.order_by("pk"), pks):
        bodies = [row.lead.name, row.assigner.name, *(p.body.name for p in row.parts.all())]
        yield Entry(row.pk, row.title, "\n".join([row.product, *bodies]), _day_of(row))


def programme_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    """Programmes by name and by number in every known spelling."""
    aliases = _aliases()
    for row in _of(Programme.objects.defer("search_folded").order_by("pk"), pks):
        title = (row.code, row.short_name, row.name, *aliases.get(row.pk, {}).values())
        yield Entry(row.pk, "\n".join(title), row.source, row.signed_on)


def proposal_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    """Proposals by what they ask, by whom, and by their paper."""
    rows = Proposal.objects.select_related("asker").defer("search_folded").order_by("pk")
    for row in _of(rows, pks):
        said = (row.paper, row.origin_text, row.asker.name)
        yield Entry(row.pk, row.text, "\n".join(said), row.proposed_on)


def comment_round_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    """Drafts on which comments are asked: by title, note, asker and the text of the draft."""
    rows = CommentRound.objects.select_related("asker").defer("search_folded").order_by("pk")
    for row in _of(rows, pks):
        text = f"{row.asker.name}\n{row.note}\n{row.text}"
        yield Entry(row.pk, row.title, text, _day_of(row))


def scheme_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    """Schemes and legal drafts by title, note and the body that writes them."""
    rows = Scheme.objects.select_related("body").defer("search_folded").order_by("pk")
    for row in _of(rows, pks):
        yield Entry(row.pk, row.title, f"{row.body.name}\n{row.note}", _day_of(row))


def _day_of(row: Task | CommentRound | Scheme) -> date:
    return timezone.localtime(row.created_at, clock.VIETNAM).date()


def _of(rows: QuerySet[Any], pks: Collection[int] | None) -> Iterator[Any]:
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    return chosen.iterator(chunk_size=_STRETCH)


def _aliases() -> dict[int, dict[str, str]]:
    """Programme → the ways in which papers write it: key → text."""
    found: dict[int, dict[str, str]] = {}
    for row in ProgrammeAlias.objects.order_by("pk"):
        found.setdefault(row.programme_id, {})[row.key] = row.text
    return found


def _document_hits(rows: QuerySet[ProgrammeDocument]) -> list[Hit]:
    rows = rows.select_related("home_body").defer("search_folded")
    return [
        Hit(
            row.pk,
            f"{row.heading}: {row.title}" if row.number and row.title else row.heading,
            reverse("planning:document-detail", args=[row.pk]),
            row.issuer_text or row.home_body.name,
            row.issued_on,
            _("Đã ghi sổ"),
            text=row.text,
        )
        for row in rows
    ]


def _requirement_hits(rows: QuerySet[Requirement]) -> list[Hit]:
    rows = rows.select_related("document").defer("document__text", "document__search_folded")
    return [
        Hit(
            row.pk,
            row.headline,
            reverse("planning:requirement-detail", args=[row.pk]),
            row.document.issuer_text,
            row.document.issued_on,
            row.document.heading,
            text=row.addressed_as,
        )
        for row in rows
    ]


def _task_hits(rows: QuerySet[Task]) -> list[Hit]:
    today = clock.today()
    hits = []
    for row in rows.select_related("lead", "assigner").defer("search_folded"):
        late = row.state in RUNNING and row.due_on < today
        hits.append(
            Hit(
                row.pk,
                row.title,
                reverse("planning:task-detail", args=[row.pk]),
                row.lead.name,
                row.due_on,
                _("Quá hạn") if late else TaskState(row.state).label,
                "danger" if late else _TASK_TONES.get(TaskState(row.state), "secondary"),
                f"{row.product}. {row.assigner.name}",
                is_due=True,
            )
        )
    return hits


def _programme_hits(rows: QuerySet[Programme]) -> list[Hit]:
    this_year = clock.today().year
    return [
        Hit(
            row.pk,
            f"{row.short_name} ({row.code})",
            reverse("planning:programme-detail", args=[row.pk]),
            row.home_body.name if row.home_body else "",
            row.signed_on,
            _("Đang thực hiện") if row.last_year >= this_year else _("Đã hết thời gian"),
            "success" if row.last_year >= this_year else "secondary",
            row.name,
        )
        for row in rows.select_related("home_body").defer("search_folded")
    ]


def _proposal_hits(rows: QuerySet[Proposal]) -> list[Hit]:
    hits = []
    for row in rows.select_related("asker").prefetch_related("addressees"):
        waits = any(each.state == AnswerState.WAITING for each in row.addressees.all())
        hits.append(
            Hit(
                row.pk,
                row.text,
                reverse("planning:proposal-detail", args=[row.pk]),
                row.asker.name,
                row.proposed_on,
                _("Chờ trả lời") if waits else _("Đã trả lời"),
                "warning" if waits else "success",
                row.origin_text,
            )
        )
    return hits


def _comment_round_hits(rows: QuerySet[CommentRound]) -> list[Hit]:
    return [
        Hit(
            row.pk,
            row.title,
            reverse("planning:commentround-detail", args=[row.pk]),
            row.asker.name,
            row.due_on,
            CommentRoundState(row.state).label,
            _ROUND_TONES.get(CommentRoundState(row.state), "secondary"),
            f"{row.note}\n{row.text}",
            is_due=True,
        )
        for row in rows.select_related("asker").defer("search_folded")
    ]


def _scheme_hits(rows: QuerySet[Scheme]) -> list[Hit]:
    return [
        Hit(
            row.pk,
            row.title,
            reverse("planning:scheme-detail", args=[row.pk]),
            row.body.name,
            _day_of(row),
            SchemeState(row.state).label,
            _SCHEME_TONES.get(SchemeState(row.state), "secondary"),
            row.note,
        )
        for row in rows.select_related("body").defer("search_folded")
    ]


FINDABLE = (
    Findable(
        "planning.programmedocument", "van-ban", _("Văn bản"), "file-text", "document.read",
        visible_documents, _document_hits, document_entries,
    ),
    Findable(
        "planning.programme", "chuong-trinh", _("Chương trình"), "target-arrow", "document.read",
        visible_programmes, _programme_hits, programme_entries,
    ),
    Findable(
        "planning.requirement", "noi-dung", _("Nội dung chỉ đạo"), "quote", "requirement.read",
        visible_requirements, _requirement_hits, requirement_entries,
    ),
    Findable(
        "planning.task", "nhiem-vu", _("Nhiệm vụ"), "list-check", "task.read",
        visible_tasks, _task_hits, task_entries,
        {"org.body": ("lead", "assigner", "parts__body"), "planning.taskpart": ("parts",)},
    ),
    Findable(
        "planning.proposal", "kien-nghi", _("Kiến nghị"), "message-reply", "proposal.read",
        visible_proposals, _proposal_hits, proposal_entries, {"org.body": ("asker",)},
    ),
    Findable(
        "planning.commentround", "lay-y-kien", _("Lấy ý kiến dự thảo"), "messages",
        "comment.read", visible_rounds, _comment_round_hits, comment_round_entries,
        {"org.body": ("asker",)},
    ),
    Findable(
        "planning.scheme", "de-an", _("Đề án, dự thảo"), "timeline", "scheme.read",
        visible_schemes, _scheme_hits, scheme_entries, {"org.body": ("body",)},
    ),
)  # fmt: skip
