"""Postings of an account: give one, end one."""

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.http import requires
from phongtrao.org import actions, forms, queries


@requires("account.manage")
def posting_make(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an account one more posting."""
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    account = queries.account_for(actor, pk)
    form = forms.PostingForm(request.POST or None, actor=actor)
    if attempt(form, lambda: actions.appoint(account, terms_of(form), by=actor)) is None:
        return form_page(request, "org/posting_form.html", {"form": form, "account": account})
    messages.success(request, _("Đã giao chức vụ."))
    return redirect("org:account-detail", pk=pk)


@requires("account.manage")
def posting_end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a posting."""
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    posting = queries.posting_for(actor, pk)
    form = forms.EndPostingForm(request.POST or None)
    ended = attempt(
        form,
        lambda: actions.end_posting(
            posting, form.cleaned_data["on"], basis=form.cleaned_data["basis"], by=actor
        ),
    )
    if ended is None:
        return form_page(request, "org/posting_end.html", {"form": form, "posting": posting})
    messages.success(request, _("Đã cho thôi giữ chức vụ."))
    return redirect("org:account-detail", pk=posting.account_id)


def terms_of(form: django_forms.Form) -> actions.Terms:
    """The terms that a valid form of a posting holds."""
    typed = form.cleaned_data
    return actions.Terms(
        typed["body"],
        typed["role"],
        typed["capacity"],
        typed["basis"],
        typed["valid_from"],
        typed["valid_to"],
    )
