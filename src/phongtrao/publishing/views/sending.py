"""An issued paper goes out: to whom, who has confirmed it, and how it is called back."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden, NotFound
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import ActingRequest, actor_of
from phongtrao.planning.queries import suggested_bodies
from phongtrao.publishing import actions, exports, permissions, queries
from phongtrao.publishing.forms import DeliveryFilter, ReasonForm, SendForm
from phongtrao.publishing.models import Paper
from phongtrao.publishing.workflow import PAPER, DeliveryForm, PaperState


@requires("paper.issue")
@require_http_methods(["GET", "HEAD", "POST"])
def paper_send(request: ActingRequest, pk: int) -> HttpResponse:
    """Send an issued paper to chosen bodies; those that the paper names are filled in."""
    paper = queries.paper_for(request.actor, pk)
    if not permissions.can_send(request.actor, paper):
        raise Forbidden(N_("Chỉ cơ quan ban hành mới gửi được văn bản này."))
    named = queries.named_recipients(request.actor, paper) if request.method != "POST" else []
    initial = {"bodies": "\n".join(body.name for body in named)}
    form = SendForm(request.POST or None, actor=request.actor, initial=initial)

    def act() -> actions.Sent:
        return actions.send_paper(
            paper,
            form.named(),
            by=request.actor,
            form=DeliveryForm(form.cleaned_data["form"]),
            copy_number=form.cleaned_data["copy_number"],
        )

    sent = attempt(form, act) if request.method == "POST" else None
    if sent is not None:
        messages.success(request, said_of(sent))
        return redirect("publishing:delivery-list", pk)
    context = {
        "paper": paper,
        "form": form,
        "suggested": suggested_bodies(request.actor),
        "receipts": queries.receipts_of(paper),
    }
    return form_page(request, "publishing/paper_send.html", context)


def said_of(sent: actions.Sent) -> str:
    """What was done, in words."""
    said = ngettext(
        "Đã gửi văn bản đến %(count)s cơ quan.", "Đã gửi văn bản đến %(count)s cơ quan.", sent.new
    ) % {"count": sent.new}
    if not sent.before:
        return said
    kept = _("%(count)s cơ quan đã được gửi từ trước, giữ nguyên.") % {"count": sent.before}
    return f"{said} {kept}"


@requires("paper.read")
@require_safe
def delivery_list(request: HttpRequest, pk: int) -> HttpResponse:
    """To whom a paper went; who has not confirmed stands first."""
    actor = actor_of(request)
    paper = _followed(request, pk)
    filters = DeliveryFilter(request.GET, queries.deliveries_of(paper), request=request)
    may_send = permissions.can_send(actor, paper)
    verbs = PAPER.verbs(PaperState(paper.state))
    context: dict[str, Any] = {
        "paper": paper,
        "list": lists.list_page(request, exports.DELIVERY_LIST, filters.qs, filters=filters),
        "receipts": queries.receipts_of(paper),
        "recall": queries.recall_of(paper),
        "disposals": queries.disposals_of(paper),
        "may_send": may_send and "send" in verbs,
        "may_recall": may_send and "recall" in verbs,
    }
    return page(request, "publishing/delivery_list.html", context)


@requires("paper.read")
@require_safe
def delivery_excel(request: HttpRequest, pk: int) -> FileResponse:
    """The same list as a workbook."""
    paper = _followed(request, pk)
    rows = DeliveryFilter(request.GET, queries.deliveries_of(paper), request=request).qs
    return lists.excel(request, exports.DELIVERY_LIST, rows, heading=[f"Số: {paper.heading}"])


@requires("paper.issue")
@require_http_methods(["GET", "HEAD", "POST"])
def paper_recall(request: ActingRequest, pk: int) -> HttpResponse:
    """Call an issued paper back, with the reason that everybody reads."""
    paper = queries.paper_for(request.actor, pk)
    if not permissions.can_send(request.actor, paper):
        raise Forbidden(N_("Chỉ cơ quan ban hành mới thu hồi được văn bản."))
    form = ReasonForm(request.POST or None, initial={"row_version": paper.row_version})
    form.fields["text"].label = _("Lý do thu hồi")
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        version = data["row_version"]
        act = partial(
            actions.recall_paper, paper, data["text"], expected_version=version, by=request.actor
        )
        said = _("Đã thu hồi văn bản; các nơi nhận được thông báo kèm lý do.")
        answer = carried_out(request, form, act, said, "publishing:delivery-list", pk)
        if answer is not None:
            return answer
    words = {"heading": _("Thu hồi văn bản"), "verb": _("Thu hồi"), "icon_name": "arrow-back-up"}
    return form_page(request, "publishing/paper_step.html", {"paper": paper, "form": form} | words)


def _followed(request: HttpRequest, pk: int) -> Paper:
    """A paper of the own body: only that body reads where it went."""
    actor = actor_of(request)
    paper = queries.paper_for(actor, pk)
    if not permissions.can_follow(actor, paper):
        raise NotFound
    return paper
