"""A body's own Word templates; nobody else reads them."""

from phongtrao.core import clock
from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.publishing.models import Paper, TemplateChoice, WordTemplate
from phongtrao.publishing.workflow import PaperKind


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
    """The template in which a paper is set; None for the shipped layout.

    Of a paper that was handed in it is the one in use at that moment: what is signed and frozen
    looks as what was read.
    """
    rows = TemplateChoice.objects.filter(body_id=paper.body_id, kind=paper.kind)
    rows = rows.filter(chosen_at__lte=paper.submitted_at or clock.now())
    newest = rows.select_related("template__file").order_by("-pk").first()
    return newest.template if newest is not None else None


def template_chosen(body_id: int) -> WordTemplate | None:
    """The template of a body's reports that are drawn up from now on; None: the shipped layout."""
    rows = TemplateChoice.objects.filter(body_id=body_id, kind=PaperKind.REPORT)
    newest = rows.select_related("template").order_by("-pk").first()
    return newest.template if newest is not None else None
