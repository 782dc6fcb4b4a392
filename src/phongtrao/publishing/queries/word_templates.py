"""A body's own Word templates; nobody else reads them."""

from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.publishing.models import Paper, WordTemplate


def templates_of(actor: Actor) -> list[WordTemplate]:
    """Every version of the own body, the newest first."""
    rows = WordTemplate.objects.filter(body_id=actor.body_id or 0)
    return list(rows.select_related("file", "made_by__account").order_by("kind", "-n"))


def template_for(actor: Actor, pk: int) -> WordTemplate:
    """One version of the own body; ``NotFound`` outside it."""
    rows = WordTemplate.objects.filter(body_id=actor.body_id or 0, pk=pk)
    found = rows.select_related("file").first()
    if found is None:
        raise NotFound
    return found


def template_in_use(paper: Paper) -> WordTemplate | None:
    """The newest template of the body that draws the paper up; None where it has none."""
    rows = WordTemplate.objects.filter(body_id=paper.body_id, kind=paper.kind)
    return rows.select_related("file").order_by("-n").first()
