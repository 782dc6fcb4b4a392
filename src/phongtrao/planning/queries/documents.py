"""Papers that an actor may see, and what stands around one of them."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from phongtrao.core.errors import NotFound
from phongtrao.intake.models import Draft
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import (
    DocumentProgramme,
    DocumentReference,
    ProgrammeDocument,
    ProgrammeParty,
    Requirement,
    RequirementAddressee,
    Task,
)
from phongtrao.planning.workflow import AddresseeState, Part


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """A paper that another one names; `target` where the reader may open it here."""

    reference: DocumentReference
    target: ProgrammeDocument | None


def party_to(actor: Actor) -> QuerySet[ProgrammeParty, int]:
    """Ids of the programmes in which the acting body's kind takes part."""
    kind = actor.body.kind_id if actor.body else None
    return ProgrammeParty.objects.filter(kind_id=kind).values_list("programme_id", flat=True)


def visible_documents(actor: Actor) -> QuerySet[ProgrammeDocument]:
    """Papers of the acting body, addressed to it, issued by it, or giving it a task; and, for the
    parties of the programme, those of every body in its area and below.
    """
    body = actor.body_id
    if body is None:
        return ProgrammeDocument.objects.none()
    addressed = RequirementAddressee.objects.filter(requirement__document=OuterRef("pk"))
    tasked = Task.objects.filter(requirement__document=OuterRef("pk")).filter(
        Q(lead_id=body) | Q(assigner_id=body) | Q(parts__body_id=body)
    )
    own = (
        Q(home_body_id=body)
        | Q(issuer_body_id=body)
        | Exists(addressed.filter(body_id=body))
        | Exists(tasked)
    )
    below = actor.scope.where("home_body__area_id") | Q(
        Exists(addressed.filter(actor.scope.where("body__area_id")))
    )
    if actor.scope.everything:
        below = Q()
    parties = party_to(actor)
    tagged = DocumentProgramme.objects.filter(document=OuterRef("pk"), programme_id__in=parties)
    served = Q(programme_id__in=parties) | Exists(tagged)
    return ProgrammeDocument.objects.filter(own | (served & below))


def followed_by(actor: Actor) -> Q:
    """The addressees whose state the actor may know: all of his papers, else those of his area.

    How a neighbouring province proceeds on a paper of the centre is not his to follow.
    """
    body = actor.body_id
    own_paper = Q(requirement__document__home_body_id=body) | Q(
        requirement__document__issuer_body_id=body
    )
    if actor.scope.everything:
        return Q()
    return own_paper | Q(body_id=body) | actor.scope.where("body__area_id")


def document_for(actor: Actor, pk: int) -> ProgrammeDocument:
    """One visible paper with its text; raises NotFound."""
    found = (
        visible_documents(actor)
        .select_related("programme", "home_body", "issuer_body", "file", "registered_by__account")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotFound
    return found


def document_rows(actor: Actor) -> QuerySet[ProgrammeDocument]:
    """Rows of the register: without the texts, with the number of requirements and of open ones."""
    asked = Requirement.objects.filter(document=OuterRef("pk")).order_by()
    waiting = RequirementAddressee.objects.filter(
        followed_by(actor),
        requirement__document=OuterRef("pk"),
        state=AddresseeState.OPEN,
        part=Part.LEAD,
    ).order_by()
    return (
        visible_documents(actor)
        .select_related("programme", "home_body", "issuer_body")
        .defer("text", "search_folded")
        .annotate(
            requirement_count=_count(asked.values("document"), "pk"),
            open_count=_count(waiting.values("requirement__document"), "pk"),
        )
    )


def requirements_of(document: ProgrammeDocument) -> list[Requirement]:
    """What a paper asks for, in its order."""
    return list(document.requirements.select_related("content").order_by("position"))


def references_of(actor: Actor, document: ProgrammeDocument) -> list[NamedPaper]:
    """The papers it names, each with the registered one where this reader may open it."""
    rows = list(document.references.select_related("target_programme"))
    targets = visible_documents(actor).defer("text", "search_folded")
    known = {row.pk: row for row in targets.filter(pk__in=[r.target_id for r in rows])}
    return [NamedPaper(row, known.get(row.target_id or 0)) for row in rows]


def _count(groups: QuerySet, field: str) -> Coalesce:
    return Coalesce(Subquery(groups.annotate(n=Count(field)).values("n")), 0)


def document_of(draft: Draft) -> ProgrammeDocument | None:
    """The paper that was made of a draft."""
    return ProgrammeDocument.objects.filter(draft=draft).only("pk").first()
