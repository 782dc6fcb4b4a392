"""Opening a round: which form, which period, whom, until when."""

from datetime import datetime, time
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phongtrao.core import clock
from phongtrao.core.periods import (
    SCHEMES,
    Period,
    half_year,
    month_of,
    parse_period,
    quarter,
    whole_year,
)
from phongtrao.org.permissions import Actor
from phongtrao.reporting.models import TemplateVersion
from phongtrao.reporting.queries import newest_templates

LEVELS = {
    "province": gettext_lazy("Cấp tỉnh"),
    "commune": gettext_lazy("Cấp xã"),
    "residential_area": gettext_lazy("Khu dân cư"),
}
_BELOW = {
    "country": ("province", "commune"),
    "province": ("commune",),
    "commune": ("residential_area",),
}
_END_OF_OFFICE_HOURS = time(17, 0)


class RoundForm(forms.Form):
    """A round as its opener fills it in; the area is that of his own body."""

    template_version = forms.ModelChoiceField(
        queryset=TemplateVersion.objects.none(), label=gettext_lazy("Biểu mẫu"), empty_label=None
    )
    period = forms.ChoiceField(label=gettext_lazy("Kỳ báo cáo"))
    scheme = forms.ChoiceField(
        label=gettext_lazy("Cách tính kỳ"),
        help_text=gettext_lazy("Kỳ hành chính chốt số liệu ngày 14 (Nghị định 09/2019/NĐ-CP)."),
    )
    level = forms.ChoiceField(label=gettext_lazy("Cấp báo cáo"))
    deadline_on = forms.DateField(label=gettext_lazy("Hạn gửi, ngày"))
    deadline_time = forms.TimeField(
        label=gettext_lazy("Hạn gửi, giờ"),
        initial=_END_OF_OFFICE_HOURS,
        widget=forms.TimeInput(format="%H:%M"),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        form = cast("forms.ModelChoiceField[TemplateVersion]", self.fields["template_version"])
        form.queryset = newest_templates()
        form.label_from_instance = str_of_template  # type: ignore[method-assign,assignment]  # per form
        levels = _BELOW.get(actor.scope.level, ())
        choices: dict[str, list[tuple[str, Any]]] = {
            "period": period_choices(clock.today().year),
            "scheme": [(code, _(scheme.name)) for code, scheme in SCHEMES.items()],
            "level": [(code, LEVELS[code]) for code in levels],
        }
        self.fields["period"].initial = _period_of_today()
        for name, offered in choices.items():
            cast("forms.ChoiceField", self.fields[name]).choices = offered

    def clean(self) -> dict[str, Any]:
        """Hold form, period and level together, and make one moment of the deadline."""
        cleaned = super().clean() or {}
        form, label = cleaned.get("template_version"), cleaned.get("period")
        if form and label and parse_period(label).kind != form.period_kind:
            self.add_error("period", _("Kỳ này không đúng loại kỳ của biểu mẫu đã chọn."))
        if form and cleaned.get("level") and not form.approvals_for(cleaned["level"]):
            self.add_error("level", _("Biểu mẫu này không dùng cho cấp báo cáo đã chọn."))
        day, hour = cleaned.get("deadline_on"), cleaned.get("deadline_time")
        if day and hour:
            deadline = datetime.combine(day, hour, tzinfo=clock.VIETNAM)
            if deadline <= clock.now():
                self.add_error("deadline_on", _("Hạn gửi đã qua; hãy chọn ngày giờ sau lúc này."))
            cleaned["deadline_at"] = deadline
        return cleaned


def str_of_template(version: TemplateVersion) -> str:
    """How a form is called in a choice."""
    return version.template.name


def _period_of_today() -> str:
    """The half-year of the default scheme that today belongs to."""
    month = month_of(clock.today()).first
    return half_year(month // 12, month % 12 // 6 + 1).label


def period_choices(year: int) -> list[tuple[str, str]]:
    """The halves, quarters and years that may be asked for now, the newest first."""
    found: list[Period] = []
    for asked in (year + 1, year, year - 1):
        found += [half_year(asked, 2), half_year(asked, 1), whole_year(asked)]
        found += [quarter(asked, number) for number in (4, 3, 2, 1)]
    return [(period.label, period.name.shown(_)) for period in found]
