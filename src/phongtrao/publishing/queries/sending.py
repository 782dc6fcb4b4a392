"""Who got a paper and who has confirmed it; the papers that were sent to one's own body."""

import re
from dataclasses import dataclass
from itertools import chain, islice

from django.db.models import Count, Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.permissions import bodies_not_near
from phongtrao.publishing.models import Paper, PaperDelivery, PaperStep
from phongtrao.publishing.workflow import DeliveryState, StepKind

_MOST_LINES = 200
# What it gets the paper for stands behind the name: "(để phối hợp)", "(báo cáo)".
_PURPOSE = re.compile(r"\s*\([^()]*\)[\s;.,]*$")


@dataclass(frozen=True, slots=True)
class Receipts:
    """To how many bodies a paper went, and how many have confirmed that they have it."""

    sent: int
    received: int

    @property
    def waiting(self) -> int:
        """How many have not confirmed yet."""
        return self.sent - self.received


def receipts_of(paper: Paper) -> Receipts:
    """The count of a paper's deliveries."""
    counted = paper.deliveries.aggregate(
        sent=Count("pk"), received=Count("pk", filter=Q(state=DeliveryState.RECEIVED))
    )
    return Receipts(**counted)


@dataclass(frozen=True, slots=True)
class Disposals:
    """How many bodies had a recalled paper, and how many have said that it is gone from them."""

    received: int
    disposed: int

    @property
    def waiting(self) -> int:
        """How many have not said so yet."""
        return self.received - self.disposed


def disposals_of(paper: Paper) -> Disposals:
    """The count of a recalled paper's confirmations."""
    had = paper.deliveries.filter(state=DeliveryState.RECEIVED)
    return Disposals(
        **had.aggregate(received=Count("pk"), disposed=Count("pk", filter=~Q(disposal="")))
    )


def deliveries_of(paper: Paper) -> QuerySet[PaperDelivery]:
    """Every body a paper went to, with what a list shows; read through the paper's own door."""
    rows = paper.deliveries.select_related(
        "paper__body", "body", "copied_by", "receipt_copy", "disposal_copy", "sent_by__account"
    )
    return rows.order_by("sent_at", "body__name_folded", "pk")


def received_rows(actor: Actor) -> QuerySet[PaperDelivery]:
    """What others have sent to the acting body."""
    rows = PaperDelivery.objects.filter(body_id=actor.body_id or 0)
    return rows.select_related("paper__body", "body", "copied_by")


def delivery_for(actor: Actor, pk: int) -> PaperDelivery:
    """One delivery for its receiver, its sender or the paper's body; ``NotFound`` elsewhere."""
    own = actor.body_id or 0
    sides = Q(body_id=own) | Q(paper__body_id=own) | Q(copied_by_id=own)
    rows = PaperDelivery.objects.filter(sides).select_related(
        "paper__body",
        "paper__report_file",
        "body",
        "copied_by",
        "receipt_copy",
        "received_by__account",
        "disposal_copy",
        "disposed_by__account",
    )
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def recall_of(paper: Paper) -> PaperStep | None:
    """The step that called a paper back; None for one that stands."""
    return paper.steps.filter(kind=StepKind.RECALLED).first()


def named_recipients(actor: Actor, paper: Paper) -> list[Body]:
    """The bodies that the paper itself names as addressees or recipients, as far as they are known.

    A line names a body by its whole name, a purpose in brackets aside; a name that several bodies
    bear is left to the sender.
    """
    lines = chain(paper.addressees.splitlines(), paper.recipients.splitlines())
    names = [
        fold(_PURPOSE.sub("", tidy_line(line)).strip(" -–+•;.,"))
        for line in islice(lines, _MOST_LINES)
    ]
    by_name: dict[str, list[Body]] = {}
    for body in Body.objects.on(actor.day).filter(name_folded__in=set(filter(None, names))):
        by_name.setdefault(body.name_folded, []).append(body)
    found = [by_name[name][0] for name in names if len(by_name.get(name, [])) == 1]
    known = set(paper.deliveries.values_list("body_id", flat=True)) | {paper.body_id}
    far = {body.pk for body in bodies_not_near(actor, found)} | known
    return list({body.pk: body for body in found if body.pk not in far}.values())
