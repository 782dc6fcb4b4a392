"""Proposals that an actor may see: of his body, to his body, and of those below him."""

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import (
    ProgrammeDocument,
    Proposal,
    ProposalAddressee,
    Requirement,
    Task,
)
from phongtrao.planning.permissions import areas_above
from phongtrao.planning.queries.documents import document_for, party_to, visible_documents
from phongtrao.planning.queries.requirements import requirement_for
from phongtrao.planning.queries.tasks import task_for, visible_tasks

_MOST_SUGGESTED = 400


def visible_proposals(actor: Actor) -> QuerySet[Proposal]:
    """Proposals that the acting body made, entered or is asked; and, for the parties of the
    programme, those made in its area and below.
    """
    body = actor.body_id
    if body is None:
        return Proposal.objects.none()
    asked = ProposalAddressee.objects.filter(proposal=OuterRef("pk"), body_id=body)
    own = Q(asker_id=body) | Q(created_by__body_id=body) | Exists(asked)
    below = Q() if actor.scope.everything else actor.scope.where("asker__area_id")
    return Proposal.objects.filter(own | (Q(programme_id__in=party_to(actor)) & below))


def proposal_for(actor: Actor, pk: int) -> Proposal:
    """One visible proposal with its answers; raises NotFound."""
    addressees = ProposalAddressee.objects.select_related(
        "body", "answered_by__body", "passed_by__body"
    )
    found = (
        visible_proposals(actor)
        .select_related("programme", "asker", "created_by__body", "created_by__account", "task")
        .prefetch_related(Prefetch("addressees", queryset=addressees.order_by("pk")))
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotFound
    return found


def proposal_addressee_for(actor: Actor, pk: int) -> ProposalAddressee:
    """One body that a visible proposal asks; raises NotFound."""
    found = (
        ProposalAddressee.objects.filter(proposal__in=visible_proposals(actor).values("pk"), pk=pk)
        .select_related("proposal__asker", "proposal__programme", "body")
        .first()
    )
    if found is None:
        raise NotFound
    return found


def proposal_rows(actor: Actor) -> QuerySet[ProposalAddressee]:
    """Rows of the list: one for each body that is asked."""
    rows = ProposalAddressee.objects.filter(proposal__in=visible_proposals(actor).values("pk"))
    return rows.select_related(
        "proposal__asker", "proposal__programme", "body", "passed_by__body"
    ).defer("proposal__search_folded")


def proposals_of(actor: Actor, document: ProgrammeDocument) -> list[Proposal]:
    """The proposals that grew from a paper, as far as this reader may see them."""
    rows = visible_proposals(actor).filter(document=document).select_related("asker")
    return list(rows.prefetch_related("addressees__body").order_by("start", "pk"))


def origin_document(actor: Actor, proposal: Proposal) -> ProgrammeDocument | None:
    """The paper from which a proposal grew, where this reader may open it."""
    if proposal.document_id is None:
        return None
    rows = visible_documents(actor).filter(pk=proposal.document_id)
    return rows.select_related("home_body").defer("search_folded").first()


def origin_task_is_visible(actor: Actor, proposal: Proposal) -> bool:
    """Whether this reader may open the task from which a proposal grew."""
    if proposal.task_id is None:
        return False
    return visible_tasks(actor).filter(pk=proposal.task_id).exists()


def proposal_source(
    actor: Actor, document: str, requirement: str
) -> tuple[ProgrammeDocument | None, Requirement | None]:
    """The paper or the requirement that a new proposal starts from, by their ids in the address.

    Raises NotFound for those that the actor may not see.
    """
    if requirement.isascii() and requirement.isdecimal() and len(requirement) < 12:
        found = requirement_for(actor, int(requirement))
        return found.document, found
    if document.isascii() and document.isdecimal() and len(document) < 12:
        return document_for(actor, int(document)), None
    return None, None


def proposal_task(actor: Actor, task: str) -> Task | None:
    """The task that a new proposal starts from, by its id in the address; raises NotFound."""
    if task.isascii() and task.isdecimal() and len(task) < 12:
        return task_for(actor, int(task))
    return None


def bodies_above(actor: Actor) -> list[str]:
    """Names to offer as addressees: bodies of the actor's own area and of those above it."""
    rows = Body.objects.on(actor.day).filter(area_id__in=areas_above(actor))
    rows = rows.exclude(pk=actor.body_id or 0).order_by("-area_id", "kind__position", "pk")
    return list(rows.values_list("name", flat=True)[:_MOST_SUGGESTED])
