"""How a form meets an action: a refusal becomes the form's error, and what was typed stays."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from phongtrao.core.errors import DomainError, InvalidInput, Refused, Sentence
from phongtrao.core.http import page

T = TypeVar("T")


def attempt(form: forms.BaseForm, act: Callable[[], T]) -> T | None:
    """The action's result; None where the form is not sent, not usable, or the act is refused.

    A refusal stands on the form then. A stale version is not caught: its page sets both sides
    beside each other. Forbidden and NotFound have their own pages too.
    """
    if not form.is_valid():
        return None
    try:
        return act()
    except (Refused, InvalidInput) as refusal:
        show_refusal(form, refusal)
        return None


def carried_out(
    request: HttpRequest, form: forms.BaseForm, act: Callable[[], Any], said: Any, *to: Any
) -> HttpResponse | None:
    """Act, then lead to the page `to` with a message; None with the refusal on the form."""
    if attempt(form, act) is None:
        return None
    messages.success(request, said)
    return redirect(*to)


def show_refusal(form: forms.BaseForm, refusal: DomainError) -> None:
    """Put a refusal on the form: at its fields where it names them, else at the top."""
    fields = refusal.fields if isinstance(refusal, InvalidInput) else {}
    known = {name: sentence for name, sentence in fields.items() if name in form.fields}
    for name, sentence in known.items():
        form.add_error(name, _shown(sentence))
    if not known:
        form.add_error(None, refusal.shown(gettext))


def _shown(sentence: Any) -> str:
    if isinstance(sentence, Sentence):
        return sentence.shown(gettext)
    return gettext(str(sentence))


def form_page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """A page with a form: 422 where it was sent and could not be used."""
    return page(request, template, context, status=422 if request.method == "POST" else 200)
