"""*Tài khoản*: the list, one account with its verbs, the slip with a one-time password."""

from datetime import date

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import clock, lists
from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.http import page, requires
from phongtrao.org import actions, forms, queries
from phongtrao.org.exports import ACCOUNT_LIST
from phongtrao.org.models import Account, Posting
from phongtrao.org.permissions import may_administer, may_hand_over
from phongtrao.org.views.postings import terms_of

# The slip waits here between the form and the page that shows it once.
_SLIP = "one_time_password"


# The office telephone is what these forms ask for.
_OFFICE = ("office_phone",)


@requires("account.manage")
@require_safe
def account_list(request: HttpRequest) -> HttpResponse:
    """Accounts within the administrator's area."""
    filters = _filtered(request)
    found = lists.list_page(request, ACCOUNT_LIST, filters.qs, filters=filters)
    return page(request, "org/account_list.html", {"list": found})


@requires("account.manage")
@require_safe
def account_excel(request: HttpRequest) -> FileResponse:
    """The filtered list as a workbook."""
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    return lists.excel(request, ACCOUNT_LIST, _filtered(request).qs, heading=[actor.label])


@requires("account.manage")
@require_safe
def account_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: its postings and delegations in time, and what may be done."""
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    account = queries.account_for(actor, pk)
    today = clock.today()
    postings = queries.postings_shown(actor, account)
    context = {
        "account": account,
        "postings": [
            (posting, _is_open(posting, today) and may_administer(actor, posting.body))
            for posting in postings
        ],
        "handovers": {
            row.from_posting_id: row.pk
            for row in queries.handovers_visible(actor).filter(from_posting__account=account)
        },
        "has_others": account.postings.count() > len(postings),
        "delegations": queries.delegations_shown(actor, account),
        "may_hand_over": may_hand_over,
        "is_himself": account.pk == actor.account_id,
    }
    return page(request, "org/account_detail.html", context)


@requires("account.manage", unread=_OFFICE)
def account_open(request: HttpRequest) -> HttpResponse:
    """Open an account with its first posting; the slip with its password follows."""
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    form = forms.AccountForm(request.POST or None, actor=actor)
    opened = attempt(
        form,
        lambda: actions.open_account(
            form.cleaned_data["username"],
            form.cleaned_data["full_name"],
            terms_of(form),
            office_phone=form.cleaned_data["office_phone"],
            by=actor,
        ),
    )
    if opened is None:
        return form_page(request, "org/account_form.html", {"form": form})
    return _to_slip(request, *opened)


@requires("account.manage")
@require_POST
def account_password_reset(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an account a one-time password; the slip follows."""
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    account = queries.account_for(actor, pk)
    return _to_slip(request, account, actions.reset_password(account, by=actor))


@requires("account.manage")
@require_safe
def account_slip(request: HttpRequest, pk: int) -> HttpResponse:
    """The one-time password, shown a single time to be printed and handed over."""
    account = queries.account_for(request.actor, pk)  # type: ignore[attr-defined]  # ActorMiddleware
    waiting = request.session.pop(_SLIP, None)
    password = waiting[1] if waiting and waiting[0] == account.pk else ""
    return page(request, "org/account_slip.html", {"account": account, "password": password})


@requires("account.manage", unread=_OFFICE)
def account_contact(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct the office phone."""
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    account = queries.account_for(actor, pk)
    initial = {"office_phone": account.office_phone}
    form = forms.OfficeContactForm(request.POST or None, initial=initial)
    changed = attempt(
        form,
        lambda: actions.change_office_contact(account, form.cleaned_data["office_phone"], by=actor),
    )
    if changed is None:
        return form_page(request, "org/account_contact.html", {"form": form, "account": account})
    messages.success(request, _("Đã lưu điện thoại cơ quan."))
    return redirect("org:account-detail", pk=pk)


def _filtered(request: HttpRequest) -> forms.AccountFilter:
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    return forms.AccountFilter(request.GET, queries.accounts_visible(actor), request=request)


def _to_slip(request: HttpRequest, account: Account, password: str) -> HttpResponse:
    request.session[_SLIP] = [account.pk, password]
    return redirect("org:account-slip", pk=account.pk)


def _is_open(posting: Posting, day: date) -> bool:
    return posting.valid_to is None or posting.valid_to > day
