"""The steps of a paper, what its body needs before a signature, and who waits for whom."""

from datetime import date

from django.db.models import QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.core.vietnamese import name_key
from phongtrao.org.models import Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.publishing.models import Paper, PaperStep, PaperVersion, SigningRules
from phongtrao.publishing.workflow import StepKind


def steps_of(paper: Paper) -> list[PaperStep]:
    """Every step of a paper, the first one first."""
    rows = paper.steps.select_related("file", "body", "version", "answers__body")
    return list(rows.order_by("n"))


def step_for(paper: Paper, pk: int) -> PaperStep:
    """One step of a paper already read through its door; ``NotFound`` elsewhere."""
    found = paper.steps.select_related("file", "body", "answers").filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def newest_version(paper: Paper) -> PaperVersion | None:
    """What was handed in last; None for a paper that never was."""
    return paper.handed_in.order_by("-n").first()


def unanswered(paper: Paper) -> QuerySet[PaperStep]:
    """The questions of a paper to which nobody has given a word yet."""
    asked = paper.steps.filter(kind=StepKind.ASKED, answer__isnull=True)
    return asked.select_related("body").order_by("n")


def answers_of(paper: Paper) -> list[PaperStep]:
    """What those have said who were asked, the first word first; nobody about an unsaved paper."""
    if paper.pk is None:
        return []
    rows = paper.steps.filter(kind=StepKind.ANSWERED).select_related("body")
    return list(rows.order_by("n"))


def rules_for(body_id: int) -> SigningRules | None:
    """What the body has laid down about initials; None where both are needed."""
    return SigningRules.objects.select_related("changed_by__account").filter(body=body_id).first()


def bodies_to_ask(paper: Paper, day: date) -> list[Body]:
    """The other bodies of the paper's own area: they see what lies below it as its body does."""
    beside = Body.objects.on(day).filter(area=paper.area_id).exclude(pk=paper.body_id)
    return list(beside.order_by("name_folded", "pk"))


def officials_called(body_id: int, name: str) -> list[Posting]:
    """Everybody who holds or held a posting of the body under a name, in whatever marks."""
    rows = Posting.objects.filter(body=body_id).select_related("account").order_by("valid_from")
    return [row for row in rows if name_key(row.account.full_name) == name_key(name)]


def in_office(body_id: int, day: date) -> list[str]:
    """The names of those who hold a posting of the body on a day, as suggestions."""
    rows = Posting.objects.on(day).filter(body=body_id).select_related("account")
    return sorted({row.account.full_name for row in rows})


def asked_of_body(actor: Actor) -> QuerySet[PaperStep]:
    """The open questions to the acting body."""
    rows = PaperStep.objects.filter(
        kind=StepKind.ASKED, answer__isnull=True, body=actor.body_id or 0
    )
    return rows.select_related("paper__body")
