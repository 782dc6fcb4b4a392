"""*Bàn giao công tác*: what one holds, handing it over, the minutes as a page."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from phongtrao.core import idempotency
from phongtrao.core.attempts import attempt, show_refusal
from phongtrao.core.errors import InvalidInput, NotFound, Refused
from phongtrao.core.http import page, requires
from phongtrao.org import actions, forms, queries
from phongtrao.org.models import Handover, Posting
from phongtrao.org.permissions import Actor, may_read_handover
from phongtrao.org.views.acting import actor_of

_STEERED = ("buoc", "mark")
_STEERING = {"csrfmiddlewaretoken", idempotency.FIELD, *_STEERED}
MOST_WAITING = 50


@requires("inbox.read")
@require_safe
def held_work(request: HttpRequest) -> HttpResponse:
    """What names one's own posting; what waits for the whole body stands in the inbox."""
    actor = actor_of(request)
    if actor.posting is None:
        raise NotFound
    context = {
        "posting": actor.posting,
        "held": queries.held_by(actor.posting, actor.day),
        "lent": queries.lent_by(actor.posting, actor.day),
        "borrowed": queries.lent_to(actor.posting, actor.day),
        "handovers": queries.handovers_visible(actor),
        "is_lent": actor.delegation is not None,
    }
    return page(request, "org/held_work.html", context)


@requires("inbox.read", unread=_STEERED)
def posting_hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """The form; with a usable one the preview; with a confirmed preview the handover."""
    actor = actor_of(request)
    posting = queries.posting_to_hand_over(actor, pk)
    form = forms.HandoverForm(request.POST or None, posting=posting)
    step = request.POST.get("buoc", "xem")
    if request.method == "POST" and step == "lam":
        return _carry_out(request, posting, form)
    if request.method == "POST" and step == "xem":
        return _previewed(request, posting, form)
    return _asked(request, posting, form)


@requires("inbox.read")
@require_safe
def handover_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes as a page to be printed; whoever reads no content sees the counts."""
    actor = actor_of(request)
    handover = queries.handover_for(actor, pk)
    return page(request, "org/handover_detail.html", _minutes(actor, handover))


def _asked(
    request: HttpRequest, posting: Posting, form: forms.HandoverForm, *, status: int = 200
) -> HttpResponse:
    actor = actor_of(request)
    waiting = queries.waiting_for(posting, actor.day)
    context = {
        "form": form,
        "posting": posting,
        "done": queries.handovers_visible(actor).filter(from_posting=posting).first(),
        "is_own": posting.account_id == actor.account_id,
        "held": queries.held_by(posting, actor.day),
        "waiting": waiting[:MOST_WAITING],
        "waiting_count": len(waiting),
        "lent": queries.lent_by(posting, actor.day),
        "borrowed": queries.lent_to(posting, actor.day),
    }
    return page(request, "org/handover_form.html", context, status=status)


def _previewed(
    request: HttpRequest, posting: Posting, form: forms.HandoverForm, *, is_stale: bool = False
) -> HttpResponse:
    actor: Actor = actor_of(request)
    found = attempt(form, lambda: actions.preview_handover(posting, form.terms(), by=actor))
    if found is None:
        return _asked(request, posting, form, status=422)
    context = {
        "preview": found,
        "posting": posting,
        "is_own": posting.account_id == actor.account_id,
        "kept": _typed(request),
        "is_stale": is_stale,
    }
    return page(request, "org/handover_preview.html", context, status=409 if is_stale else 200)


def _carry_out(request: HttpRequest, posting: Posting, form: forms.HandoverForm) -> HttpResponse:
    if not form.is_valid():
        return _asked(request, posting, form, status=422)
    actor, mark = actor_of(request), request.POST.get("mark", "")
    try:
        made = actions.hand_over_posting(posting, form.terms(), by=actor, mark=mark)
    except (Refused, InvalidInput) as refusal:
        if refusal.code == "handover_stale":
            return _previewed(request, posting, form, is_stale=True)
        show_refusal(form, refusal)
        return _asked(request, posting, form, status=422)
    messages.success(request, _("Đã bàn giao công tác. Hãy in biên bản để hai bên ký."))
    if actor.posting_id == posting.pk and made.on <= actor.day:
        # The next request finds him without rights: the minutes are shown at once.
        return page(request, "org/handover_detail.html", _minutes(actor, made))
    return redirect("org:handover-detail", pk=made.pk)


def _minutes(actor: Actor, handover: Handover) -> dict[str, Any]:
    may_read = may_read_handover(actor, handover)
    return {
        "handover": handover,
        "counts": queries.recorded_counts(handover),
        "held": queries.recorded(handover) if may_read else None,
        "is_last": handover.from_posting_id == actor.posting_id and handover.on <= actor.day,
    }


def _typed(request: HttpRequest) -> list[tuple[str, Any]]:
    """Everything that was typed, to be carried through the preview."""
    return [(name, value) for name, value in request.POST.items() if name not in _STEERING]
