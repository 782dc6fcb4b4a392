"""The word on a whole paper: it is taken in, or it is not."""

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput
from phongtrao.intake import permissions
from phongtrao.intake.models import Draft
from phongtrao.intake.workflow import DRAFT
from phongtrao.org.permissions import Actor

_DECIDED = ["state", "decided_at", "reject_reason", "row_version"]


@transaction.atomic
def accept_draft(draft: Draft, *, by: Actor) -> Draft:
    """Confirm an arrived paper; what is made of it belongs to whoever adopts it.

    Raises Forbidden (another body's draft) and TransitionRefused (already decided).
    """
    draft = _locked(draft, by)
    draft.state = DRAFT.target("accept", current=draft.state)
    return _decided(draft, "draft.accepted", by)


@transaction.atomic
def reject_draft(draft: Draft, *, reason: str, by: Actor) -> Draft:
    """Decline an arrived paper, with the reason; its text and the proposal stay readable.

    Raises Forbidden, TransitionRefused (already decided) and InvalidInput (no reason).
    """
    if not reason.strip():
        raise InvalidInput(N_("Hãy nêu lý do không tiếp nhận."), code="reason_missing")
    draft = _locked(draft, by)
    draft.state = DRAFT.target("reject", current=draft.state)
    draft.reject_reason = reason.strip()
    return _decided(draft, "draft.rejected", by)


def _locked(draft: Draft, by: Actor) -> Draft:
    rows = Draft.objects.select_for_update(of=("self",)).defer("text", "extraction")
    draft = rows.get(pk=draft.pk)
    if not permissions.can_decide(by, draft):
        raise Forbidden(N_("Chỉ cán bộ của cơ quan đã nhận văn bản mới xác nhận được."))
    return draft


def _decided(draft: Draft, verb: str, by: Actor) -> Draft:
    draft.decided_at = clock.now()
    draft.row_version += 1
    draft.save(update_fields=_DECIDED)
    audit.record(verb, draft, by=by)
    return draft
