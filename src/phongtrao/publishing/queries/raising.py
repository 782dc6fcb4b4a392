"""The lines of a paper that ask something of others, and what became of them."""

from django.db.models import QuerySet

from phongtrao.publishing.models import Paper, PaperLine
from phongtrao.publishing.workflow import LineState

_TOPIC = "proposal"


def proposal_lines(paper: Paper) -> QuerySet[PaperLine]:
    """The printed lines of the paper's proposals, raised or not, in their order."""
    lines = PaperLine.objects.filter(
        section__paper=paper, section__topic=_TOPIC, state=LineState.KEPT
    )
    return lines.select_related("proposal").order_by("position", "pk")


def raisable_lines(paper: Paper) -> list[int]:
    """Those that are not proposals yet."""
    return list(proposal_lines(paper).filter(proposal=None).values_list("pk", flat=True))
