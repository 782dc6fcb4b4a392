"""Fields that the forms of inspections share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

ALL = _("Tất cả")
MOST_TEXT = 20_000


def long_text(label: Any, *, rows: int = 4, help_text: Any = "") -> forms.CharField:
    """A text of some lines that may stay empty."""
    return forms.CharField(
        label=label,
        max_length=MOST_TEXT,
        required=False,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )
