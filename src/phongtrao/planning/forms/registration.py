"""Confirm an arrived paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.org.permissions import Actor
from phongtrao.planning.forms.fields import offer_programmes
from phongtrao.planning.models import Programme


class AcceptForm(forms.Form):
    """The programme into whose register the paper goes."""

    programme = forms.ModelChoiceField(
        label=_("Chương trình"),
        queryset=Programme.objects.none(),
        empty_label=_("Chọn chương trình"),
    )

    def __init__(
        self, *args: Any, actor: Actor, suggested: Programme | None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        offer_programmes(self, actor)
        if suggested is not None:
            self.initial.setdefault("programme", suggested.pk)
