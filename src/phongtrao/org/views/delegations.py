"""*Ủy quyền*: the list, one of them, lending one's own posting, taking it back."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.errors import NotFound
from phongtrao.core.http import page, requires
from phongtrao.org import actions, forms, queries
from phongtrao.org.exports import DELEGATION_LIST, delegation_state, delegation_tone, last_day
from phongtrao.org.permissions import may_end_delegation
from phongtrao.org.views.acting import actor_of


@requires("inbox.read")
@require_safe
def delegation_list(request: HttpRequest) -> HttpResponse:
    """Delegations one gave and received; an administrator sees those of his area too."""
    actor = actor_of(request)
    filters = forms.DelegationFilter(request.GET, queries.delegations_visible(actor))
    context = {
        "list": lists.list_page(request, DELEGATION_LIST, filters.qs, filters=filters),
        "is_lent": actor.delegation is not None,
    }
    return page(request, "org/delegation_list.html", context)


@requires("inbox.read")
@require_safe
def delegation_excel(request: HttpRequest) -> FileResponse:
    """The filtered list as a workbook."""
    actor = actor_of(request)
    rows = forms.DelegationFilter(request.GET, queries.delegations_visible(actor)).qs
    return lists.excel(request, DELEGATION_LIST, rows, heading=[actor.label])


@requires("inbox.read")
@require_safe
def delegation_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One delegation: who, to whom, how long, by which paper; ending it."""
    actor = actor_of(request)
    row = queries.delegation_seen(actor, pk)
    context = {
        "row": row,
        "state": delegation_state(row),
        "tone": delegation_tone(row),
        "last_day": last_day(row),
        "may_end": delegation_tone(row) != "secondary" and may_end_delegation(actor, row),
    }
    return page(request, "org/delegation_detail.html", context)


@requires("inbox.read")
def delegation_give(request: HttpRequest) -> HttpResponse:
    """Lend the posting one acts in."""
    actor = actor_of(request)
    posting = actor.posting
    if posting is None:
        raise NotFound
    form = forms.DelegationForm(request.POST or None, posting=posting)
    given = attempt(form, lambda: actions.delegate(posting, **form.cleaned_data, by=actor))
    if given is None:
        context = {"form": form, "posting": posting, "is_lent": actor.delegation is not None}
        return form_page(request, "org/delegation_form.html", context)
    messages.success(request, _("Đã lưu ủy quyền."))
    return redirect("org:delegation-detail", pk=given.pk)


@requires("inbox.read")
@require_POST
def delegation_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was lent."""
    actor = actor_of(request)
    delegation = queries.delegation_for(actor, pk)
    giver = delegation.from_posting.account_id
    actions.end_delegation(delegation, by=actor)
    messages.success(request, _("Đã chấm dứt ủy quyền."))
    if giver == actor.account_id:
        return redirect("org:delegation-list")
    return redirect("org:account-detail", pk=giver)
