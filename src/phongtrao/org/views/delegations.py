"""*Ủy quyền*: what one has lent and borrowed, lending one's own posting, taking it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.errors import NotFound
from phongtrao.core.http import page, requires
from phongtrao.org import actions, forms, queries


@requires("inbox.read")
@require_safe
def delegation_list(request: HttpRequest) -> HttpResponse:
    """Delegations the account gave and received."""
    account = request.actor.account  # type: ignore[attr-defined]  # ActorMiddleware
    context = {
        "delegations": queries.delegations_concerning(account),
        "account": account,
        "is_lent": request.actor.delegation is not None,  # type: ignore[attr-defined]
    }
    return page(request, "org/delegation_list.html", context)


@requires("inbox.read")
def delegation_give(request: HttpRequest) -> HttpResponse:
    """Lend the posting one acts in."""
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    posting = actor.posting
    if posting is None:
        raise NotFound
    form = forms.DelegationForm(request.POST or None, posting=posting)
    given = attempt(form, lambda: actions.delegate(posting, **form.cleaned_data, by=actor))
    if given is None:
        context = {"form": form, "posting": posting, "is_lent": actor.delegation is not None}
        return form_page(request, "org/delegation_form.html", context)
    messages.success(request, _("Đã lưu ủy quyền."))
    return redirect("org:delegation-list")


@requires("inbox.read")
@require_POST
def delegation_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was lent."""
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    delegation = queries.delegation_for(actor, pk)
    giver = delegation.from_posting.account_id
    actions.end_delegation(delegation, by=actor)
    messages.success(request, _("Đã chấm dứt ủy quyền."))
    if giver == actor.account_id:
        return redirect("org:delegation-list")
    return redirect("org:account-detail", pk=giver)
