"""Form fields that read what officials type."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from phongtrao.core.errors import InvalidInput
from phongtrao.core.formats import date_vn, parse_date_vn


class DayField(forms.CharField):
    """A day typed as dd/mm/yyyy; the sentence of a wrong one says how to write it."""

    def __init__(self, **options: Any) -> None:
        attributes = {"inputmode": "numeric", "placeholder": "dd/mm/yyyy", "autocomplete": "off"}
        options.setdefault("widget", forms.TextInput(attrs=attributes))
        super().__init__(max_length=40, **options)

    def prepare_value(self, value: Any) -> Any:
        """A day shown as it is typed."""
        return date_vn(value) if isinstance(value, date) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether what is typed differs from the day that the form began with."""
        return super().has_changed(self.prepare_value(initial), data)

    def clean(self, value: Any) -> Any:
        """The day, or None where nothing is typed into an optional field."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return parse_date_vn(text)
        except InvalidInput as fault:
            raise ValidationError(fault.shown(gettext)) from None
