"""Asking for and giving more time: a moment, and why."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phongtrao.core import clock
from phongtrao.core.fields import DayField


class MoreTimeForm(forms.Form):
    """A later deadline to the hour with its reason."""

    deadline_on = DayField(label=gettext_lazy("Hạn mới, ngày"))
    deadline_time = forms.TimeField(
        label=gettext_lazy("Giờ"),
        initial=time(17, 0),
        widget=forms.TimeInput(format="%H:%M", attrs={"inputmode": "numeric"}),
    )
    reason = forms.CharField(
        label=gettext_lazy("Lý do"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        """Make one moment of day and hour."""
        cleaned = super().clean() or {}
        day, hour = cleaned.get("deadline_on"), cleaned.get("deadline_time")
        if day and hour:
            moment = datetime.combine(day, hour, tzinfo=clock.VIETNAM)
            if moment <= clock.now():
                self.add_error("deadline_on", _("Hạn mới đã qua; hãy chọn ngày giờ sau lúc này."))
            cleaned["deadline_at"] = moment
        return cleaned
