"""The reasons for returning that a body keeps."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.http import requires
from phongtrao.org.middleware import actor_of
from phongtrao.reporting import actions, queries
from phongtrao.reporting.forms.decisions import PhraseForm


@requires("report.return")
@require_http_methods(["GET", "HEAD", "POST"])
def phrase_list(request: HttpRequest) -> HttpResponse:
    """The phrases of one's body, and a place for one more."""
    actor = actor_of(request)
    form: forms.Form = PhraseForm(request.POST or None)

    def act() -> Any:
        return actions.keep_phrase(form.cleaned_data["text"], by=actor)

    if request.method == "POST":
        answer = carried_out(request, form, act, _("Đã lưu mẫu lý do."), "reporting:phrase-list")
        if answer is not None:
            return answer
    context = {"form": form, "phrases": queries.phrases_of(actor), "shipped": queries.SHIPPED}
    return form_page(request, "reporting/phrase_list.html", context)


@requires("report.return")
@require_POST
def phrase_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Drop one."""
    actor = actor_of(request)
    actions.drop_phrase(queries.phrase_for(actor, pk), by=actor)
    messages.success(request, _("Đã bỏ mẫu lý do."))
    return redirect("reporting:phrase-list")
