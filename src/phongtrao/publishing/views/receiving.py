"""Papers that were sent to one's body: the list, one of them, its receipt, copies of it further."""

from functools import partial

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from phongtrao.core import clock, files, lists, uploads
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden, NotFound
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import ActingRequest, actor_of
from phongtrao.planning.queries import suggested_bodies
from phongtrao.publishing import actions, exports, permissions, queries
from phongtrao.publishing.forms import (
    DisposalForm,
    DisposalSlipForm,
    PassOnForm,
    ReceivedFilter,
    ReceiveForm,
    SlipForm,
)
from phongtrao.publishing.models import PaperDelivery
from phongtrao.publishing.views.deciding import signed_step
from phongtrao.publishing.views.sending import said_of
from phongtrao.publishing.workflow import DELIVERY, DeliveryState, Disposal, PaperState


@requires("paper.receive")
@require_safe
def received_list(request: HttpRequest) -> HttpResponse:
    """What others have sent to the acting body."""
    filters = ReceivedFilter(request.GET, queries.received_rows(actor_of(request)))
    found = lists.list_page(request, exports.RECEIVED_LIST, filters.qs, filters=filters)
    return page(request, "publishing/received_list.html", {"list": found})


@requires("paper.receive")
@require_safe
def received_excel(request: HttpRequest) -> FileResponse:
    """The same list as a workbook."""
    rows = ReceivedFilter(request.GET, queries.received_rows(actor_of(request))).qs
    return lists.excel(request, exports.RECEIVED_LIST, rows)


@requires("paper.receive")
@require_http_methods(["GET", "HEAD", "POST"])
def received_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One paper that was sent, with its receipt; confirming it is the one thing to do here."""
    delivery = queries.delivery_for(request.actor, pk)
    form = ReceiveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        number = form.cleaned_data["arrival_number"]
        act = partial(actions.acknowledge, delivery, arrival_number=number, by=request.actor)
        said = _("Đã xác nhận nhận văn bản.")
        answer = carried_out(request, form, act, said, "publishing:received-detail", pk)
        if answer is not None:
            return answer
    return _received_page(request, delivery, form)


@requires("paper.receive")
@require_safe
def received_file(request: HttpRequest, pk: int) -> FileResponse:
    """The paper as it was issued; a paper that was called back is no longer handed out."""
    delivery = queries.delivery_for(actor_of(request), pk)
    stored = delivery.paper.report_file
    if stored is None or delivery.paper.state != PaperState.ISSUED:
        raise NotFound
    return files.attachment(stored)


@requires("paper.record_signed", before=uploads.judged)
@require_http_methods(["GET", "HEAD", "POST"])
def receipt_record(request: ActingRequest, pk: int) -> HttpResponse:
    """Record a slip that the receiving body has signed."""
    delivery = queries.delivery_for(request.actor, pk)
    if not permissions.can_record_receipt(request.actor, delivery):
        raise Forbidden(N_("Chỉ văn thư của bên gửi hoặc bên nhận mới ghi nhận được phiếu giao."))
    form = SlipForm(
        request.POST or None, request.FILES or None, initial={"signed_on": clock.today()}
    )
    if request.method == "POST" and form.is_valid():

        def act() -> PaperDelivery:
            data = form.cleaned_data
            signed = signed_step(request, data)
            number = data["arrival_number"]
            return actions.acknowledge(
                delivery, arrival_number=number, signed=signed, by=request.actor
            )

        said = _("Đã ghi nhận phiếu giao đã ký.")
        answer = carried_out(request, form, act, said, "publishing:received-detail", pk)
        if answer is not None:
            return answer
    context = {"delivery": delivery, "form": form, "heading": _("Ghi nhận phiếu giao đã ký")}
    return form_page(request, "publishing/receipt_record.html", context)


@requires("paper.receive")
@require_POST
def disposal_confirm(request: ActingRequest, pk: int) -> HttpResponse:
    """Confirm that the own body has sent back or destroyed what it had."""
    delivery = queries.delivery_for(request.actor, pk)
    if not permissions.can_receive(request.actor, delivery):
        raise Forbidden(N_("Chỉ cơ quan đã nhận mới xác nhận gửi trả, hủy văn bản."))
    form = DisposalForm(request.POST)
    if not form.is_valid():
        return _received_page(request, delivery, ReceiveForm(), form)
    kind = Disposal(form.cleaned_data["disposal"])
    actions.confirm_disposal(delivery, kind, by=request.actor)
    messages.success(request, _("Đã xác nhận gửi trả hoặc hủy bản nhận của văn bản bị thu hồi."))
    return redirect("publishing:received-detail", pk)


@requires("paper.record_signed", before=uploads.judged)
@require_http_methods(["GET", "HEAD", "POST"])
def disposal_record(request: ActingRequest, pk: int) -> HttpResponse:
    """Record a signed slip of what was sent back or destroyed."""
    delivery = queries.delivery_for(request.actor, pk)
    if not permissions.can_record_receipt(request.actor, delivery):
        raise Forbidden(
            N_("Chỉ văn thư của bên gửi hoặc bên nhận mới ghi nhận được việc gửi trả, hủy văn bản.")
        )
    form = DisposalSlipForm(
        request.POST or None, request.FILES or None, initial={"signed_on": clock.today()}
    )
    if request.method == "POST" and form.is_valid():

        def act() -> PaperDelivery:
            data = form.cleaned_data
            kind, signed = Disposal(data["disposal"]), signed_step(request, data)
            return actions.confirm_disposal(delivery, kind, by=request.actor, signed=signed)

        said = _("Đã ghi nhận việc gửi trả hoặc hủy theo bản giấy đã ký.")
        answer = carried_out(request, form, act, said, "publishing:received-detail", pk)
        if answer is not None:
            return answer
    context = {"delivery": delivery, "form": form, "heading": _("Ghi nhận gửi trả, hủy văn bản")}
    return form_page(request, "publishing/receipt_record.html", context)


@requires("paper.receive")
@require_safe
def disposal_file(request: HttpRequest, pk: int) -> FileResponse:
    """The copy of the slip of what was sent back or destroyed."""
    delivery = queries.delivery_for(actor_of(request), pk)
    if delivery.disposal_copy is None:
        raise NotFound
    return files.attachment(delivery.disposal_copy)


@requires("paper.receive")
@require_safe
def receipt_file(request: HttpRequest, pk: int) -> FileResponse:
    """The copy of a signed slip."""
    delivery = queries.delivery_for(actor_of(request), pk)
    if delivery.receipt_copy is None:
        raise NotFound
    return files.attachment(delivery.receipt_copy)


@requires("paper.issue")
@require_http_methods(["GET", "HEAD", "POST"])
def received_pass_on(request: ActingRequest, pk: int) -> HttpResponse:
    """Send copies of a received paper to further bodies."""
    delivery = queries.delivery_for(request.actor, pk)
    if not permissions.can_pass_on(request.actor, delivery):
        raise Forbidden(N_("Chỉ cơ quan đã xác nhận nhận văn bản mới sao gửi tiếp được."))
    form = PassOnForm(request.POST or None, actor=request.actor)

    def act() -> actions.Sent:
        number = form.cleaned_data["copy_number"]
        return actions.pass_on(delivery, form.named(), copy_number=number, by=request.actor)

    sent = attempt(form, act) if request.method == "POST" else None
    if sent is not None:
        messages.success(request, said_of(sent))
        return redirect("publishing:received-detail", pk)
    context = {
        "delivery": delivery,
        "form": form,
        "copy_form": actions.copy_form(delivery).label,
        "suggested": suggested_bodies(request.actor),
    }
    return form_page(request, "publishing/received_pass_on.html", context)


def _received_page(
    request: ActingRequest,
    delivery: PaperDelivery,
    form: ReceiveForm,
    disposal: DisposalForm | None = None,
) -> HttpResponse:
    actor, paper = request.actor, delivery.paper
    is_open = "acknowledge" in DELIVERY.verbs(DeliveryState(delivery.state))
    stands = paper.state == PaperState.ISSUED
    is_due = not stands and delivery.state == DeliveryState.RECEIVED and not delivery.disposal
    context = {
        "delivery": delivery,
        "paper": paper,
        "form": form,
        "tone": exports.RECEIPT_TONES[DeliveryState(delivery.state)],
        "recall": queries.recall_of(paper) if not stands else None,
        "may_receive": is_open and stands and permissions.can_receive(actor, delivery),
        "may_record": is_open and permissions.can_record_receipt(actor, delivery),
        "may_pass_on": stands and permissions.can_pass_on(actor, delivery),
        "disposal": disposal or DisposalForm(),
        "may_dispose": is_due and permissions.can_receive(actor, delivery),
        "may_record_disposal": is_due and permissions.can_record_receipt(actor, delivery),
        "is_own": delivery.body_id == actor.body_id,
    }
    return form_page(request, "publishing/received_detail.html", context)
