"""After a recall: each body that had the paper says that it has sent it back or destroyed it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence
from phongtrao.core.formats import date_vn
from phongtrao.org.permissions import Actor
from phongtrao.publishing import permissions, queries
from phongtrao.publishing.actions.receiving import locked_delivery
from phongtrao.publishing.actions.steps import SignedStep, posting_of, require_signed, tell
from phongtrao.publishing.models import PaperDelivery
from phongtrao.publishing.workflow import DeliveryState, Disposal, PaperState, StepForm


@transaction.atomic
def confirm_disposal(
    delivery: PaperDelivery, kind: Disposal, *, by: Actor, signed: SignedStep | None = None
) -> PaperDelivery:
    """Confirm what a body did with a paper that was called back (Nghị định 30/2020/NĐ-CP, Điều 18).

    `signed` is the slip that somebody signed there. The same confirmation again changes nothing.
    Raises ``Forbidden``, ``InvalidInput`` and ``Refused`` (the paper stands, the body never had it,
    something else was confirmed before, the posting has ended).
    """
    found = locked_delivery(delivery)
    _require_right(found, signed, by)
    _require_recalled(found)
    if found.disposal:
        _require_same(found, kind, is_slip=signed is not None)
        return found
    _dispose(found, kind, signed, by)
    audit.record(
        "paper.disposed",
        found.paper,
        by=by,
        whom=found.body.name,
        disposal=found.disposal,
        form=found.disposal_form,
        disposer=found.disposer,
    )
    if not queries.disposals_of(found.paper).waiting:
        told = _("Mọi nơi đã nhận đều xác nhận gửi trả hoặc hủy văn bản thu hồi: %(number)s.")
        text = told % {"number": found.paper.heading}
        tell(found.paper, text, "paper.disposed", by, "paper.draft", "paper.record_signed")
    return found


def _dispose(delivery: PaperDelivery, kind: Disposal, signed: SignedStep | None, by: Actor) -> None:
    """Write down what was done with it, who says so and when."""
    delivery.disposed_by = posting_of(by)
    if signed is not None:
        require_signed(delivery.paper, signed, body_id=delivery.body_id)
        _require_day(delivery, signed.signed_on)
        delivery.disposal_copy = signed.file
    delivery.disposal = kind
    delivery.disposal_form = StepForm.SCREEN if signed is None else StepForm.PAPER
    delivery.disposer = by.label[:400] if signed is None else signed.signer
    delivery.disposed_on = clock.today() if signed is None else signed.signed_on
    delivery.disposed_at = clock.now()
    delivery.save()


def _require_right(delivery: PaperDelivery, signed: SignedStep | None, by: Actor) -> None:
    if signed is None and not permissions.can_receive(by, delivery):
        raise Forbidden(
            N_("Chỉ cơ quan đã nhận mới xác nhận gửi trả, hủy văn bản. Chưa có gì thay đổi.")
        )
    if signed is not None and not permissions.can_record_receipt(by, delivery):
        raise Forbidden(
            N_("Chỉ văn thư của bên gửi hoặc bên nhận mới ghi nhận được việc gửi trả, hủy văn bản.")
        )


def _require_recalled(delivery: PaperDelivery) -> None:
    if delivery.paper.state != PaperState.RECALLED:
        raise Refused(
            N_("Văn bản %(number)s còn hiệu lực nên không gửi trả, hủy. Chưa có gì thay đổi."),
            code="not_recalled",
            number=delivery.paper.heading,
        )
    if delivery.state != DeliveryState.RECEIVED:
        raise Refused(
            N_(
                "%(body)s chưa xác nhận nhận văn bản này nên không có bản nào để gửi trả hoặc hủy."
                " Nếu đã nhận bản giấy, văn thư hãy ghi nhận phiếu giao trước."
            ),
            code="not_received",
            body=delivery.body.name,
        )


def _require_same(delivery: PaperDelivery, kind: Disposal, *, is_slip: bool) -> None:
    """Two officials of one body: the second is told whose word stands."""
    if kind == delivery.disposal and not is_slip:
        return
    raise Refused(
        N_(
            "%(who)s đã xác nhận ngày %(day)s: %(what)s. Điều đó được giữ nguyên, nội dung bạn gửi"
            " chưa được ghi. Hãy kiểm tra lại với cơ quan nhận."
        ),
        code="disposed_before",
        who=delivery.disposer,
        day=date_vn(delivery.disposed_on) if delivery.disposed_on else "",
        what=str(delivery.get_disposal_display()),
    )


def _require_day(delivery: PaperDelivery, signed_on: date) -> None:
    recall = queries.recall_of(delivery.paper)
    if recall is not None and signed_on < recall.signed_on:
        day = date_vn(recall.signed_on)
        sentence = Sentence(
            N_("Ngày gửi trả, hủy không thể trước ngày thu hồi %(day)s."), {"day": day}
        )
        raise InvalidInput(
            N_("Chưa ghi nhận. Hãy sửa các chỗ được chỉ ra rồi gửi lại."),
            "disposal.day",
            fields={"signed_on": sentence},
        )
