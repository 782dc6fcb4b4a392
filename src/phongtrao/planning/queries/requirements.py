"""Requirements that an actor may see, and whose decisions on them he may read."""

from django.db.models import QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import ProgrammeDocument, Requirement, RequirementAddressee, Task
from phongtrao.planning.queries.documents import followed_by, visible_documents
from phongtrao.planning.queries.tasks import visible_tasks


def visible_requirements(actor: Actor) -> QuerySet[Requirement]:
    """Requirements of the papers that the actor may see."""
    return Requirement.objects.filter(document__in=visible_documents(actor).values("pk"))


def requirement_for(actor: Actor, pk: int) -> Requirement:
    """One visible requirement; raises NotFound."""
    found = (
        visible_requirements(actor)
        .select_related("document__programme", "document__home_body", "content")
        .defer("document__search_folded")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotFound
    return found


def addressees_seen(actor: Actor, document: ProgrammeDocument) -> QuerySet[RequirementAddressee]:
    """The addressees of a paper's requirements whose state this reader may know."""
    rows = RequirementAddressee.objects.filter(followed_by(actor), requirement__document=document)
    return rows.select_related("body", "decided_by", "requirement")


def addressee_for(actor: Actor, pk: int) -> RequirementAddressee:
    """One addressee of a visible requirement, itself visible; raises NotFound."""
    found = (
        RequirementAddressee.objects.filter(
            requirement__document__in=visible_documents(actor).values("pk"), pk=pk
        )
        .select_related("body", "requirement__document__programme", "requirement__content")
        .first()
    )
    if found is None or not addressees_seen(actor, found.requirement.document).filter(pk=pk):
        raise NotFound
    return found


def tasks_under(actor: Actor, requirement: Requirement) -> list[Task]:
    """The tasks that grew from a requirement, as far as this reader may see them."""
    rows = visible_tasks(actor).filter(requirement=requirement)
    return list(rows.select_related("lead", "assigner").prefetch_related("parts__body"))


def with_addressees(
    requirements: list[Requirement], addressees: list[RequirementAddressee]
) -> list[tuple[Requirement, list[RequirementAddressee]]]:
    """Each requirement beside those of its addressees that the reader may see."""
    by_requirement: dict[int, list[RequirementAddressee]] = {}
    for row in addressees:
        by_requirement.setdefault(row.requirement_id, []).append(row)
    return [(row, by_requirement.get(row.pk, [])) for row in requirements]


def source_is_visible(actor: Actor, task: Task) -> bool:
    """Whether the reader may open the paper from which a task grew."""
    if task.requirement is None:
        return False
    return visible_documents(actor).filter(pk=task.requirement.document_id).exists()
