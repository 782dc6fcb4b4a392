"""Erasing a training round: what goes, the reason, and the act."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from phongtrao.core.errors import N_, Forbidden, InvalidInput
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import actor_of
from phongtrao.reporting import actions, exports, permissions, queries


@requires("round.open")
@require_http_methods(["GET", "HEAD", "POST"])
def training_erase(request: HttpRequest, pk: int) -> HttpResponse:
    """What erasing a training round would take with it; sent with a reason, it is erased."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    ahead = actions.erasure_ahead(round_)
    if not permissions.can_erase_training(actor, round_):
        raise Forbidden(N_("Chỉ cơ quan mở được đợt này mới xóa được đợt tập làm."))
    refusal = None
    if request.method == "POST":
        try:
            actions.erase_training_round(round_, reason=request.POST.get("reason", ""), by=actor)
        except InvalidInput as told:
            refusal = told
        else:
            messages.success(request, _("Đã xóa đợt tập làm cùng mọi nội dung của đợt."))
            return redirect("reporting:round-list")
    context = {
        "round": round_,
        "period": exports.period_name(round_),
        "ahead": ahead,
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return page(request, "reporting/training_erase.html", context, status=status)
