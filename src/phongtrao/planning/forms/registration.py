"""Confirm an arrived paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.planning.models import Programme


class AcceptForm(forms.Form):
    """The programme into whose register the paper goes."""

    programme = forms.ModelChoiceField(
        label=_("Chương trình"),
        queryset=Programme.objects.all(),
        empty_label=_("Chọn chương trình"),
    )

    def __init__(self, *args: Any, suggested: Programme | None, **options: Any) -> None:
        super().__init__(*args, **options)
        if suggested is not None:
            self.initial.setdefault("programme", suggested.pk)
