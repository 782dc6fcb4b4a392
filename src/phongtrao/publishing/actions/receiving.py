"""The receipt of a paper that was sent: confirmed on screen, or recorded from a signed slip."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.permissions import Actor
from phongtrao.publishing import permissions
from phongtrao.publishing.actions.steps import SignedStep, posting_of, require_signed, tell
from phongtrao.publishing.models import PaperDelivery
from phongtrao.publishing.workflow import DELIVERY, DeliveryState, PaperState, StepForm

_LONGEST_ARRIVAL = 30


@transaction.atomic
def acknowledge(
    delivery: PaperDelivery,
    *,
    by: Actor,
    arrival_number: str = "",
    signed: SignedStep | None = None,
) -> PaperDelivery:
    """Confirm that a body has the paper; `signed` is the slip that somebody signed there.

    The same confirmation again changes nothing. Raises ``Forbidden``, ``InvalidInput`` and
    ``Refused`` (another number stands already, the paper was called back, the posting has ended).
    """
    found = locked_delivery(delivery)
    _require_right(found, signed, by)
    number = _arrival_number(arrival_number)
    if found.state == DeliveryState.RECEIVED:
        _require_same(found, number, is_slip=signed is not None)
        return found
    if signed is None:  # a slip that was signed is a fact, whatever came after
        _require_in_force(found)
    _receive(found, number, signed, by)
    audit.record(
        "paper.received",
        found.paper,
        by=by,
        whom=found.body.name,
        form=found.receipt_form,
        receiver=found.receiver,
        arrival_number=number,
    )
    if not found.paper.deliveries.filter(state=DeliveryState.SENT).exists():
        told = _("Mọi nơi nhận đã xác nhận nhận văn bản: %(number)s.")
        text = told % {"number": found.paper.heading}
        tell(found.paper, text, "paper.received", by, "paper.draft", "paper.record_signed")
    return found


def _receive(delivery: PaperDelivery, number: str, signed: SignedStep | None, by: Actor) -> None:
    """Write down who received it, in what form and when."""
    delivery.received_by = posting_of(by)
    delivery.state = DELIVERY.target("acknowledge", current=DeliveryState(delivery.state))
    if signed is not None:
        require_signed(delivery.paper, signed, body_id=delivery.body_id)
        _require_day(delivery, signed.signed_on)
        delivery.receipt_copy = signed.file
    delivery.receipt_form = StepForm.SCREEN if signed is None else StepForm.PAPER
    delivery.receiver = by.label[:400] if signed is None else signed.signer
    delivery.received_on = clock.today() if signed is None else signed.signed_on
    delivery.received_at = clock.now()
    delivery.arrival_number = number
    delivery.save()


def locked_delivery(delivery: PaperDelivery) -> PaperDelivery:
    """The row of one body, held until the transaction ends; other bodies do not wait for it."""
    rows = PaperDelivery.objects.select_for_update(of=("self",))
    return rows.select_related("paper__body", "body", "copied_by").get(pk=delivery.pk)


def _require_right(delivery: PaperDelivery, signed: SignedStep | None, by: Actor) -> None:
    if signed is None and not permissions.can_receive(by, delivery):
        raise Forbidden(N_("Chỉ cơ quan được gửi mới xác nhận được. Chưa có gì thay đổi."))
    if signed is not None and not permissions.can_record_receipt(by, delivery):
        raise Forbidden(
            N_("Chỉ văn thư của bên gửi hoặc bên nhận mới ghi nhận được phiếu giao đã ký.")
        )


def _require_in_force(delivery: PaperDelivery) -> None:
    if delivery.paper.state != PaperState.ISSUED:
        raise Refused(
            N_(
                "Văn bản %(number)s đã bị thu hồi nên không xác nhận nhận nữa. Chưa có gì thay"
                " đổi; hãy hủy bản đã nhận."
            ),
            code="recalled",
            number=delivery.paper.heading,
        )


def _require_same(delivery: PaperDelivery, number: str, *, is_slip: bool) -> None:
    """Two officials of one body: the second is told whose receipt stands and what became of his."""
    if number == delivery.arrival_number and not is_slip:
        return
    raise Refused(
        N_(
            "%(who)s đã xác nhận nhận văn bản này ngày %(day)s, %(known)s; điều đó được giữ"
            ' nguyên và "%(typed)s" bạn nhập chưa được ghi. Hãy đối chiếu sổ văn bản đến.'
        ),
        code="received_before",
        who=delivery.receiver,
        day=date_vn(delivery.received_on) if delivery.received_on else "",
        known=_("số đến %(number)s") % {"number": delivery.arrival_number}
        if delivery.arrival_number
        else _("chưa ghi số đến"),
        typed=number or "–",
    )


def _arrival_number(typed: str) -> str:
    number = tidy_line(typed)
    if len(number) > _LONGEST_ARRIVAL:
        raise InvalidInput(
            N_("Chưa xác nhận. Hãy sửa các chỗ được chỉ ra rồi gửi lại."),
            "receipt.number",
            fields={"arrival_number": N_("Số đến dài nhất 30 ký tự.")},
        )
    return number


def _require_day(delivery: PaperDelivery, signed_on: date) -> None:
    issued = delivery.paper.issued_on
    if issued is not None and signed_on < issued:
        raise InvalidInput(
            N_("Chưa ghi nhận. Hãy sửa các chỗ được chỉ ra rồi gửi lại."),
            "receipt.day",
            fields={"signed_on": N_("Ngày nhận không thể trước ngày ban hành.")},
        )
