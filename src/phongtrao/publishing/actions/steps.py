"""What every step of a paper shares: the row, who may have signed, who hears of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from phongtrao.core import clock, notify
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence, StaleVersion
from phongtrao.core.formats import date_vn
from phongtrao.core.models import StoredFile
from phongtrao.core.vietnamese import name_key, tidy, tidy_line
from phongtrao.org.models import Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.publishing import queries
from phongtrao.publishing.models import Paper, PaperStep
from phongtrao.publishing.workflow import StepForm, StepKind
from phongtrao.reporting.actions.held_rows import held_row

LONGEST_TEXT = 8_000


@dataclass(frozen=True, slots=True)
class SignedStep:
    """A step as its signed copy shows it: who signed, in what office, on what day."""

    name: str
    signed_on: date
    file: StoredFile
    office: str = ""

    @property
    def signer(self) -> str:
        """Name and office in one line."""
        return ", ".join(filter(None, [tidy_line(self.name)[:120], tidy_line(self.office)[:110]]))


def add_step(
    paper: Paper, kind: StepKind, *, by: Actor, signed: SignedStep | None = None, **details: Any
) -> PaperStep:
    """Write the next step of a paper whose row is held; `details` are fields of `PaperStep`."""
    row = {
        "form": StepForm.PAPER if signed else StepForm.SCREEN,
        "signed_on": signed.signed_on if signed else clock.today(),
        "signer": signed.signer if signed else "",
        "file": signed.file if signed else None,
        "version": queries.newest_version(paper),
    }
    return PaperStep.objects.create(
        paper=paper,
        n=paper.steps.count() + 1,
        kind=kind,
        by=posting_of(by),
        account=by.account,
        author=by.label[:400],
        at=clock.now(),
        **(row | details),
    )


def locked(paper: Paper) -> Paper:
    """The paper's row, held until the transaction ends."""
    rows = Paper.objects.select_for_update(of=("self",))
    return held_row(rows.select_related("round__template_version__template", "body"), paper.pk)


def posting_of(by: Actor) -> Posting:
    """The posting in which somebody acts; ``Refused`` by name where it has ended meanwhile."""
    if by.posting is None:
        raise Forbidden(N_("Tài khoản chưa có chức trách nên không thực hiện được."))
    posting = Posting.objects.select_related("account", "body").get(pk=by.posting.pk)
    if not posting.holds_on(clock.today()):
        raise Refused(_ended([posting], clock.today()), code="posting_ended")
    return posting


def require_signed(
    paper: Paper, signed: SignedStep, *, body_id: int | None, is_signature: bool = False
) -> None:
    """That a recorded step can have been signed so, by somebody of a body.

    Raises ``InvalidInput`` at its field: no name, a day that is to come or before the draft,
    somebody who held no office of the body on that day, for a signature somebody other than the
    paper names.
    """
    faults: dict[str, str | Sentence] = {}
    if not tidy_line(signed.name):
        faults["signer"] = N_("Chưa ghi người ký.")
    if signed.signed_on > clock.today():
        faults["signed_on"] = N_("Ngày ký không thể sau hôm nay.")
    elif signed.signed_on < timezone.localtime(paper.created_at, clock.VIETNAM).date():
        faults["signed_on"] = N_("Ngày ký không thể trước ngày soạn văn bản.")
    known = queries.officials_called(body_id, signed.name) if body_id is not None else []
    if known and not any(posting.holds_on(signed.signed_on) for posting in known):
        faults["signer"] = _ended(known, signed.signed_on)
    elif is_signature and not is_named_signer(paper, signed.name):
        faults["signer"] = Sentence(OTHER_SIGNER, {"name": paper.signer_name})
    if faults:
        raise InvalidInput(
            N_("Chưa ghi nhận bản giấy. Hãy sửa các chỗ được chỉ ra rồi gửi lại."),
            "step.paper",
            fields=faults,
        )


OTHER_SIGNER = N_(
    "Văn bản ghi người ký là %(name)s nên chưa ghi nhận chữ ký của người khác. Hãy kiểm tra người"
    " ký, hoặc trả lại để sửa thể thức."
)


def is_named_signer(paper: Paper, name: str) -> bool:
    """Whether the paper names this signer, or nobody yet."""
    return not paper.signer_name or name_key(paper.signer_name) == name_key(name)


def _ended(postings: list[Posting], day: date) -> Sentence:
    """Who held what office until when, or from when, and not on that day."""
    last = postings[-1]
    words = {
        "name": last.account.full_name,
        "office": f"{last.capacity}, {last.body.name}",
        "day": date_vn(day),
    }
    if last.valid_to is not None and last.valid_to <= day:
        until = date_vn(last.valid_to - timedelta(days=1))
        return Sentence(
            N_(
                "%(name)s (%(office)s) đã thôi giữ chức vụ sau ngày %(until)s nên không ký được"
                " ngày %(day)s. Chưa có gì thay đổi; hãy kiểm tra người ký và ngày ký."
            ),
            words | {"until": until},
        )
    return Sentence(
        N_(
            "%(name)s (%(office)s) chưa giữ chức vụ vào ngày %(day)s. Chưa có gì thay đổi; hãy"
            " kiểm tra người ký và ngày ký."
        ),
        words,
    )


def require_text(text: str, missing: str) -> str:
    """A text that must say something; ``InvalidInput`` at its field otherwise."""
    clean = tidy(text).strip()
    if not clean or len(clean) > LONGEST_TEXT:
        too_long = N_("Nội dung dài quá số ký tự cho phép.")
        raise InvalidInput(
            N_("Chưa ghi bước này. Hãy sửa chỗ được chỉ ra rồi gửi lại."),
            "step.text",
            fields={"text": too_long if clean else missing},
        )
    return clean


def require_version(paper: Paper, expected: int) -> None:
    """That nobody has changed the paper since it was read; ``StaleVersion`` otherwise."""
    if paper.row_version != expected:
        raise StaleVersion(
            N_("Văn bản vừa được người khác sửa nên chưa thực hiện. Hãy tải lại trang để xem.")
        )


def tell(paper: Paper, text: str, kind: str, by: Actor, *capabilities: str) -> None:
    """A notice to everybody of the paper's body who has one of the capabilities."""
    told: set[int] = set()
    for capability in capabilities:
        told |= postings_in([paper.body_id], capability, clock.today())
    notify.notify(
        told - {by.account_id},
        kind=kind,
        text=text,
        address=reverse("publishing:paper-detail", args=[paper.pk]),
    )
