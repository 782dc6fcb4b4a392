"""Rounds of comments that an actor may see, and the table of what was said and answered."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.org.models import AreaSet, Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import member_ids
from phongtrao.planning.models import (
    ClauseComment,
    CommentClause,
    CommentRequest,
    CommentRound,
    ProgrammeDocument,
)
from phongtrao.planning.queries.documents import visible_documents
from phongtrao.planning.workflow import CommentRequestState, CommentRoundState, Stance

WHOLE_DRAFT = "Ý kiến chung về dự thảo"


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One comment with the body that made it."""

    comment: ClauseComment
    body: Body
    is_late: bool


@dataclass(slots=True)
class TableClause:
    """A clause with everything that was said on it; `clause` None is the whole draft."""

    clause: CommentClause | None
    text: str
    said: list[SaidLine] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The name of the clause as the table prints it."""
        return self.clause.label if self.clause else WHOLE_DRAFT


@dataclass(frozen=True, slots=True)
class CommentTable:
    """*Nội dung – Ý kiến của – Tiếp thu, giải trình*, with who agreed, who was late, who is silent.

    `agreed` = bodies that have said they agree to the whole; who is silent never stands there.
    """

    round: CommentRound
    clauses: Sequence[TableClause]
    asked: int
    answered: Sequence[CommentRequest]
    silent: Sequence[Body]
    agreed: Sequence[Body]
    late: Sequence[Body]

    @property
    def commented(self) -> list[TableClause]:
        """The clauses on which somebody has a comment."""
        return [row for row in self.clauses if row.said]

    @property
    def open_count(self) -> int:
        """How many comments wait for *tiếp thu, giải trình*."""
        said = (line for row in self.clauses for line in row.said)
        return sum(not line.comment.response for line in said)


def visible_rounds(actor: Actor) -> QuerySet[CommentRound]:
    """Rounds of the acting body, and those in which it is asked once they are sent."""
    body = actor.body_id
    if body is None:
        return CommentRound.objects.none()
    asked = CommentRequest.objects.filter(round=OuterRef("pk"), body_id=body)
    sent = ~Q(state=CommentRoundState.PREPARING)
    return CommentRound.objects.filter(Q(asker_id=body) | (sent & Exists(asked)))


def comment_round_for(actor: Actor, pk: int) -> CommentRound:
    """One visible round; raises NotFound."""
    found = (
        visible_rounds(actor)
        .select_related("programme", "asker", "document", "file", "created_by__account")
        .defer("search_folded", "document__text", "document__search_folded")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotFound
    return found


def comment_round_rows(actor: Actor) -> QuerySet[CommentRound]:
    """Rows of the list: without texts, with how many are asked, have answered, were late."""
    answered = Q(requests__state=CommentRequestState.ANSWERED)
    return (
        visible_rounds(actor)
        .select_related("asker", "programme")
        .defer("text", "search_folded", "note")
        .annotate(
            asked_count=Count("requests"),
            answered_count=Count("requests", filter=answered),
            late_count=Count("requests", filter=Q(requests__answered_on__gt=F("due_on"))),
        )
    )


def comment_request_for(actor: Actor, pk: int) -> CommentRequest:
    """A body that is asked, for itself and for the asker of the round; raises NotFound."""
    found = (
        CommentRequest.objects.filter(round__in=visible_rounds(actor).values("pk"), pk=pk)
        .filter(Q(body_id=actor.body_id) | Q(round__asker_id=actor.body_id))
        .select_related("round__asker", "body", "signed_copy")
        .defer("round__search_folded")
        .first()
    )
    if found is None:
        raise NotFound
    return found


def clause_comment_for(actor: Actor, pk: int) -> ClauseComment:
    """One comment that was sent, for the asker of its round; raises NotFound."""
    found = (
        ClauseComment.objects.filter(
            pk=pk,
            request__state=CommentRequestState.ANSWERED,
            request__round__asker_id=actor.body_id,
        )
        .select_related("request__round", "request__body", "clause")
        .defer("request__round__search_folded")
        .first()
    )
    if found is None:
        raise NotFound
    return found


def my_request(actor: Actor, round_: CommentRound) -> CommentRequest | None:
    """What the acting body is asked in a round."""
    return round_.requests.filter(body_id=actor.body_id or 0).select_related("body").first()


def requests_of(round_: CommentRound) -> list[CommentRequest]:
    """Everybody who is asked, those still silent first."""
    rows = round_.requests.select_related("body", "answered_by", "answered_account")
    return sorted(
        rows,
        key=lambda row: (row.state == CommentRequestState.ANSWERED, row.body.name_folded, row.pk),
    )


def words_of(request: CommentRequest) -> dict[int | None, ClauseComment]:
    """What a body says, by clause (None = the whole draft)."""
    return {row.clause_id: row for row in request.comments.all()}


def clause_texts(round_: CommentRound) -> list[tuple[CommentClause, str]]:
    """The clauses of a round with their words."""
    return [(row, round_.text[row.start : row.end]) for row in round_.clauses.order_by("position")]


def table_of(round_: CommentRound) -> CommentTable:
    """The table of a round: three queries, whatever its size."""
    clauses = [TableClause(row, text) for row, text in clause_texts(round_)]
    whole = TableClause(None, "")
    by_clause = {row.clause.pk: row for row in clauses if row.clause}
    requests = requests_of(round_)
    by_pk = {row.pk: row for row in requests}
    said = ClauseComment.objects.filter(
        request__round=round_,
        request__state=CommentRequestState.ANSWERED,
        stance=Stance.COMMENT,
    ).order_by("request__body__name_folded", "pk")
    for comment in said:
        asked = by_pk[comment.request_id]
        line = SaidLine(comment, asked.body, is_late(asked, round_.due_on))
        place = by_clause[comment.clause_id] if comment.clause_id else whole
        place.said.append(line)
    answered = [row for row in requests if row.state == CommentRequestState.ANSWERED]
    return CommentTable(
        round=round_,
        clauses=[whole, *clauses] if whole.said else clauses,
        asked=len(requests),
        answered=answered,
        silent=[row.body for row in requests if row.state != CommentRequestState.ANSWERED],
        agreed=[row.body for row in answered if row.agrees_whole],
        late=[row.body for row in answered if is_late(row, round_.due_on)],
    )


def comment_table(actor: Actor, pk: int) -> CommentTable:
    """The table of a round for the body whose draft it is; raises NotFound for all others."""
    round_ = comment_round_for(actor, pk)
    if round_.asker_id != actor.body_id:
        raise NotFound
    return table_of(round_)


def is_late(request: CommentRequest, due_on: date) -> bool:
    """Whether a word came after the date that now holds."""
    return request.answered_on is not None and request.answered_on > due_on


def own_documents(actor: Actor) -> QuerySet[ProgrammeDocument]:
    """Papers of the acting body's register that can be sent out as drafts."""
    rows = visible_documents(actor).filter(home_body_id=actor.body_id)
    return rows.defer("search_folded")


def bodies_in_set(actor: Actor, area_set: AreaSet, kind: str) -> list[Body]:
    """The bodies of a kind in the areas of a set, within the actor's reach."""
    members = member_ids(area_set, actor.day) & actor.scope.current
    rows = Body.objects.on(actor.day).filter(area_id__in=members, kind_id=kind, parent=None)
    return list(rows.order_by("area_id"))
