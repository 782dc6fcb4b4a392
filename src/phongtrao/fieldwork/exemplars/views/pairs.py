"""Entries that may tell of one model: proposed with their reasons, decided, taken back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.errors import InvalidInput, NotFound, Refused
from phongtrao.core.http import page, requires
from phongtrao.fieldwork.exemplars import actions, exports, permissions, queries
from phongtrao.fieldwork.exemplars.queries.pairs import MOST_SHOWN
from phongtrao.org.middleware import ActingRequest


@requires("movement.read")
@require_safe
def pair_list(request: ActingRequest) -> HttpResponse:
    """Pairs that the rules propose, and what was decided before."""
    actor = request.actor
    found = queries.proposed_pairs(actor)
    shown = found[:MOST_SHOWN]
    exports.prepare_models([each for pair in shown for each in (pair.first, pair.second)])
    context = {
        "pairs": [
            (pair, permissions.can_decide_pair(actor, pair.first, pair.second)) for pair in shown
        ],
        "total": len(found),
        "decided": [
            (row, permissions.can_decide_pair(actor, row.first, row.second))
            for row in queries.decided_pairs(actor)[:MOST_SHOWN]
        ],
    }
    return page(request, "exemplars/pair_list.html", context)


@requires("movement.keep")
@require_POST
def pair_decide(request: ActingRequest) -> HttpResponse:
    """One model: the entry `giu` is kept and `nhap` counts there. Two models: they stay apart."""
    kept, repeat = (_entry(request, name) for name in ("giu", "nhap"))
    try:
        if request.POST.get("la") == "hai":
            actions.keep_apart(kept, repeat, by=request.actor)
            messages.success(request, _("Đã ghi: hai mô hình khác nhau."))
        else:
            actions.merge_models(kept, repeat, by=request.actor)
            messages.success(request, _("Đã nhập mục trùng; từ nay chỉ tính một mô hình."))
    except Refused as refusal:
        messages.error(request, refusal.shown(_))
    return redirect("exemplars:pair-list")


@requires("movement.keep")
@require_POST
def pair_undo(request: ActingRequest, pk: int) -> HttpResponse:
    """Take a decision back."""
    pair = queries.pair_for(request.actor, pk)
    try:
        actions.undo_pair(pair, by=request.actor)
        messages.success(request, _("Đã hoàn tác; hai mục lại đứng riêng."))
    except (Refused, InvalidInput) as refusal:
        messages.error(request, refusal.shown(_))
    return redirect("exemplars:pair-list")


def _entry(request: ActingRequest, name: str) -> Any:
    sent = request.POST.get(name, "")
    if not (sent.isascii() and sent.isdecimal() and len(sent) <= 9):
        raise NotFound
    return queries.model_for(request.actor, int(sent))
