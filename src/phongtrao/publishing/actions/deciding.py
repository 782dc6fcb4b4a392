"""What the leader does with a paper before him: a note, a return with reasons, the signature."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from phongtrao.core import audit
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.models import StoredFile
from phongtrao.core.vietnamese import tidy
from phongtrao.org.permissions import Actor
from phongtrao.publishing import permissions
from phongtrao.publishing.actions.editing import touch
from phongtrao.publishing.actions.initialling import NEXT
from phongtrao.publishing.actions.steps import (
    LONGEST_TEXT,
    OTHER_SIGNER,
    SignedStep,
    add_step,
    is_named_signer,
    locked,
    require_signed,
    require_text,
    require_version,
    tell,
)
from phongtrao.publishing.models import Paper
from phongtrao.publishing.workflow import PAPER, PaperState, StepKind


@transaction.atomic
def note_on_paper(
    paper: Paper,
    text: str,
    *,
    expected_version: int,
    by: Actor,
    picture: StoredFile | None = None,
    signed: SignedStep | None = None,
) -> Paper:
    """The leader's note (bút phê): words, or the picture of what he has written by hand.

    Raises ``Forbidden``, ``TransitionRefused``, ``StaleVersion``, ``InvalidInput``.
    """
    found = _held(paper, by, signed, permissions.can_sign)
    found.state = _next(found, "note", expected_version)
    _require_signed(found, signed)
    words = tidy(text).strip()
    if len(words) > LONGEST_TEXT or not (words or picture or signed):
        raise InvalidInput(
            N_("Bút phê cần có lời ghi hoặc ảnh chụp. Hãy bổ sung rồi gửi lại."),
            "step.note",
            fields={"text": N_("Chưa ghi, hoặc quá dài.")},
        )
    details = {"file": picture} if signed is None else {}
    step = add_step(found, StepKind.NOTED, by=by, signed=signed, text=words, **details)
    touch(found)
    audit.record("paper.noted", found, by=by, form=step.form, signer=step.signer)
    told = _("Có bút phê: %(paper)s.") % {"paper": found}
    tell(found, told, "paper.noted", by, "paper.draft", "paper.record_signed")
    return found


@transaction.atomic
def return_paper(
    paper: Paper, reason: str, *, expected_version: int, by: Actor, signed: SignedStep | None = None
) -> Paper:
    """Give a paper back to be changed; what was handed in stays, and is compared with what comes.

    Raises ``Forbidden``, ``TransitionRefused``, ``StaleVersion``, ``InvalidInput``.
    """
    found = _held(paper, by, signed, permissions.can_return)
    state = _next(found, "return", expected_version)
    _require_signed(found, signed)
    words = require_text(reason, N_("Chưa ghi lý do trả lại."))
    step = add_step(found, StepKind.RETURNED, by=by, signed=signed, text=words)
    found.state, found.submitted_at, found.submitted_by = state, None, None
    touch(found)
    audit.record("paper.returned", found, by=by, form=step.form, signer=step.signer)
    told = _("Văn bản bị trả lại: %(paper)s.") % {"paper": found}
    tell(found, told, "paper.returned", by, "paper.draft")
    return found


@transaction.atomic
def sign_paper(
    paper: Paper, *, expected_version: int, by: Actor, signed: SignedStep | None = None
) -> Paper:
    """Sign a paper to be issued, or record that it was signed on paper.

    A signature on paper is a fact: it is recorded also where initials are not recorded yet.
    Raises ``Forbidden``, ``TransitionRefused``, ``StaleVersion``, ``InvalidInput`` and ``Refused``
    where the paper names another signer.
    """
    found = _held(paper, by, signed, permissions.can_sign)
    state = _next(found, "record_signature" if signed else "sign", expected_version)
    if signed is not None:
        require_signed(found, signed, body_id=found.body_id, is_signature=True)
    elif not is_named_signer(found, by.account.full_name):
        raise Refused(OTHER_SIGNER, code="other_signer", name=found.signer_name)
    step = add_step(found, StepKind.SIGNED, by=by, signed=signed)
    found.signer_name = found.signer_name or (signed.name if signed else by.account.full_name)[:120]
    found.state = state
    touch(found)
    audit.record("paper.signed", found, by=by, form=step.form, signer=step.signer)
    told = _("Đã ký, chờ ghi số: %(paper)s.") % {"paper": found}
    tell(found, told, "paper.signed", by, *NEXT[PaperState.SIGNED])
    return found


def _held(
    paper: Paper, by: Actor, signed: SignedStep | None, may: Callable[[Actor, Paper], bool]
) -> Paper:
    """The paper's row, for whoever may act on screen or, from paper, its clerk."""
    found = locked(paper)
    if signed is not None and not permissions.can_record_step(by, found):
        raise Forbidden(
            N_("Chỉ văn thư của cơ quan soạn thảo mới ghi nhận được bản giấy. Chưa có gì thay đổi.")
        )
    if signed is None and not may(by, found):
        raise Forbidden(N_("Chỉ người đang xử lý văn bản này mới làm được. Chưa có gì thay đổi."))
    return found


def _next(paper: Paper, verb: str, expected_version: int) -> str:
    """The state after a verb about a paper that nobody has changed since it was read."""
    state = PAPER.target(verb, current=PaperState(paper.state))
    require_version(paper, expected_version)
    return state


def _require_signed(paper: Paper, signed: SignedStep | None) -> None:
    if signed is not None:
        require_signed(paper, signed, body_id=paper.body_id)
