"""What is typed about a recurrence."""

from django import forms
from django.utils.translation import gettext_lazy as _


class RecurrenceForm(forms.Form):
    """Whether the defect has come back, with a word on it."""

    verdict = forms.ChoiceField(
        choices=[("co", _("Đúng là lặp lại")), ("khong", _("Không phải lặp lại"))]
    )
    reason = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)
