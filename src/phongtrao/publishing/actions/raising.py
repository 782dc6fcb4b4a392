"""What an issued report proposes goes to those who can answer it, as proposals with a term."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.errors import N_, Forbidden, InvalidInput
from phongtrao.core.formats import date_vn
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.actions import ProposalSpec, make_proposal
from phongtrao.planning.models import Programme
from phongtrao.planning.workflow import ProposalOrigin
from phongtrao.publishing import permissions, queries
from phongtrao.publishing.actions.editing import held
from phongtrao.publishing.models import Paper, PaperLine
from phongtrao.publishing.workflow import PAPER


@dataclass(frozen=True, slots=True)
class Raising:
    """Which lines go to whom; `answer_by` None means the usual term."""

    lines: Collection[int]
    programme: Programme
    addressees: Sequence[Body]
    answer_by: date | None = None


@transaction.atomic
def raise_proposals(paper: Paper, raising: Raising, *, by: Actor) -> list[PaperLine]:
    """Make a proposal of each chosen line of an issued paper, each line once.

    Raises ``Forbidden``, ``TransitionRefused`` while the paper is not issued, ``InvalidInput``
    where none of the lines is left to be raised or nobody near is asked.
    """
    found = held(paper, by)
    if not permissions.can_raise(by, found):
        raise Forbidden(N_("Chỉ cơ quan ban hành báo cáo mới gửi được kiến nghị nêu trong đó."))
    PAPER.target("raise", current=found.state)
    rows = PaperLine.objects.select_for_update().filter(pk__in=queries.raisable_lines(found))
    lines = [line for line in rows if line.pk in set(raising.lines)]
    if not lines:
        raise InvalidInput(
            N_("Chưa chọn kiến nghị nào, hoặc các kiến nghị đã chọn vừa được gửi."),
            "raise.none",
            fields={"lines": N_("Hãy chọn ít nhất một kiến nghị chưa gửi.")},
        )
    for line in lines:
        line.proposal = make_proposal(_spec(found, line, raising), by=by)
        line.save(update_fields=["proposal"])
    ids = [line.proposal_id for line in lines]
    audit.record("paper.proposals_raised", found, by=by, proposals=ids)
    return lines


def _spec(paper: Paper, line: PaperLine, raising: Raising) -> ProposalSpec:
    assert paper.issued_on is not None  # the state says so
    return ProposalSpec(
        text=line.text,
        asker=paper.body,
        addressees=raising.addressees,
        programme=raising.programme,
        proposed_on=paper.issued_on,
        answer_by=raising.answer_by,
        paper=f"{paper.heading} ngày {date_vn(paper.issued_on)}",
        origin=ProposalOrigin.REPORT,
        origin_text=str(paper),
    )
