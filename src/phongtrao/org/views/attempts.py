"""How a form meets an action: a refusal becomes the form's error, and what was typed stays."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest, HttpResponse

from phongtrao.core.errors import InvalidInput, Refused
from phongtrao.core.http import page
from phongtrao.org.forms import show_refusal

T = TypeVar("T")


def attempt(request: HttpRequest, form: forms.Form, act: Callable[[], T]) -> T | None:
    """The action's result when the form was sent and could be used; None otherwise.

    Forbidden and NotFound are not caught: they have their own pages.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return act()
    except (Refused, InvalidInput) as refusal:
        show_refusal(form, refusal)
        return None


def form_page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """A page with a form: 422 where it was sent and could not be used."""
    return page(request, template, context, status=422 if request.method == "POST" else 200)
