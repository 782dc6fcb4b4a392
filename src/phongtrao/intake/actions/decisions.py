"""The word on a whole paper: it is taken in, or it is not."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Sentence
from phongtrao.intake import permissions, queries
from phongtrao.intake.models import Draft
from phongtrao.intake.workflow import DRAFT
from phongtrao.org.permissions import Actor

_COPY = N_("Là bản khác của văn bản %(paper)s; tệp được đính kèm văn bản đó.")
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


@transaction.atomic
def attach_copy(draft: Draft, to: Draft, *, by: Actor) -> Draft:
    """Lay the file of a draft beside the paper it is another copy of; nothing else is made of it.

    Raises Forbidden, TransitionRefused (already decided) and InvalidInput (not the same paper).
    """
    draft = _locked(draft, by)
    if to.pk not in {twin.draft.pk for twin in queries.twins_of(draft)}:
        raise InvalidInput(N_("Hai văn bản này không trùng nhau nên chưa đính kèm tệp."))
    draft.state = DRAFT.target("reject", current=draft.state)
    draft.reject_reason = Sentence(_COPY, {"paper": str(to)}).shown(_)
    draft.extraction = draft.extraction | {"attached_to": to.pk}
    draft.save(update_fields=["extraction"])
    return _decided(draft, "draft.attached", by, to=to.pk)


def _locked(draft: Draft, by: Actor) -> Draft:
    rows = Draft.objects.select_for_update(of=("self",)).defer("text")
    draft = rows.get(pk=draft.pk)
    if not permissions.can_decide(by, draft):
        raise Forbidden(N_("Chỉ cán bộ của cơ quan đã nhận văn bản mới xác nhận được."))
    return draft


def _decided(draft: Draft, verb: str, by: Actor, **payload: Any) -> Draft:
    draft.decided_at = clock.now()
    draft.row_version += 1
    draft.save(update_fields=_DECIDED)
    audit.record(verb, draft, by=by, **payload)
    return draft
