"""Opening a round: which form, which period, whom, until when."""

from datetime import datetime, time
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phongtrao.core import clock
from phongtrao.core.calendar import DeadlineRule
from phongtrao.core.periods import (
    RECOGNITION_KDC,
    SCHEMES,
    Period,
    half_year,
    month,
    month_of,
    nine_months,
    parse_period,
    quarter,
    training,
    whole_year,
    window,
)
from phongtrao.core.working_days import work_calendar
from phongtrao.org.permissions import Actor
from phongtrao.reporting.models import TemplateVersion
from phongtrao.reporting.queries import newest_templates
from phongtrao.reporting.queries.designs import in_reach
from phongtrao.reporting.rules.deadlines import level_deadlines

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


HOLIDAY_RULES = {
    DeadlineRule.KEEP.value: gettext_lazy("Giữ nguyên ngày"),
    DeadlineRule.NEXT_WORKING_DAY.value: gettext_lazy("Lùi sang ngày làm việc kế tiếp"),
    DeadlineRule.PREVIOUS_WORKING_DAY.value: gettext_lazy("Đưa lên ngày làm việc trước đó"),
}


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
    level = forms.MultipleChoiceField(
        label=gettext_lazy("Cấp báo cáo"), widget=forms.CheckboxSelectMultiple
    )
    deadline_on = forms.DateField(
        label=gettext_lazy("Hạn gửi, ngày"),
        required=False,
        help_text=gettext_lazy("Của cấp cao nhất được chọn. Để trống: theo hạn ghi ở biểu mẫu."),
    )
    deadline_time = forms.TimeField(
        label=gettext_lazy("Hạn gửi, giờ"),
        initial=_END_OF_OFFICE_HOURS,
        widget=forms.TimeInput(format="%H:%M"),
    )
    step = forms.IntegerField(
        label=gettext_lazy("Cấp dưới gửi sớm hơn, số ngày làm việc"),
        min_value=0,
        max_value=30,
        initial=2,
        required=False,
        help_text=gettext_lazy("Dùng khi chọn nhiều cấp."),
    )
    holiday_rule = forms.ChoiceField(
        label=gettext_lazy("Hạn rơi vào ngày nghỉ"),
        choices=list(HOLIDAY_RULES.items()),
        required=False,
    )
    is_training = forms.BooleanField(
        label=gettext_lazy("Đợt tập làm"),
        required=False,
        help_text=gettext_lazy(
            "Để cán bộ làm quen: số liệu không vào tổng hợp chính thức nào, mọi trang và tệp ghi"
            " TẬP LÀM, văn bản không được cấp số, xong thì xóa cả đợt một lần."
        ),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        form = cast("forms.ModelChoiceField[TemplateVersion]", self.fields["template_version"])
        form.queryset = newest_templates().filter(
            in_reach(actor, "template__"),
            template__is_one_off=False,
            template__retired_at__isnull=True,
        )
        form.label_from_instance = str_of_template  # type: ignore[method-assign,assignment]  # per form
        levels = _BELOW.get(actor.scope.level, ())
        choices: dict[str, list[tuple[str, Any]]] = {
            "period": period_choices(clock.today().year),
            "scheme": [(code, _(scheme.name)) for code, scheme in SCHEMES.items()],
            "level": [(code, LEVELS[code]) for code in levels],
        }
        self.fields["period"].initial = _period_of_today()
        self.fields["level"].initial = levels[-1:]
        for name, offered in choices.items():
            cast("forms.ChoiceField", self.fields[name]).choices = offered

    def clean(self) -> dict[str, Any]:
        """Hold form, period and levels together, and reckon the deadline of each level."""
        cleaned = super().clean() or {}
        form, label = cleaned.get("template_version"), cleaned.get("period")
        if form and label and parse_period(label).kind != form.period_kind:
            self.add_error("period", _("Kỳ này không đúng loại kỳ của biểu mẫu đã chọn."))
        unknown = [lv for lv in cleaned.get("level", []) if form and not form.approvals_for(lv)]
        if unknown:
            self.add_error("level", _("Biểu mẫu này không dùng cho cấp báo cáo đã chọn."))
        if not self.errors:
            cleaned["deadlines"] = self._deadlines(cleaned)
            if cleaned["is_training"]:
                cleaned["scheme"] = training(SCHEMES[cleaned["scheme"]]).code
        return cleaned

    def _deadlines(self, said: dict[str, Any]) -> dict[str, datetime]:
        """Level → its deadline, the highest first; what is missing or over is said at its field."""
        form, day = said["template_version"], said["deadline_on"]
        levels = [level for level in LEVELS if level in said["level"]]
        _first, last_day = window(parse_period(said["period"]), SCHEMES[said["scheme"]], levels[0])
        moments = level_deadlines(
            levels,
            last_day,
            work_calendar(),
            top=(day, said["deadline_time"]) if day else None,
            step=said["step"] or 0,
            offsets=form.deadlines,
            rule=DeadlineRule(said["holiday_rule"] or DeadlineRule.KEEP),
        )
        found = {
            level: datetime.combine(*moment, tzinfo=clock.VIETNAM)
            for level, moment in moments.items()
        }
        if set(found) != set(levels):
            self.add_error("deadline_on", _("Biểu mẫu chưa ghi hạn cho cấp này; hãy ghi ngày."))
        elif min(found.values()) <= clock.now():
            self.add_error("deadline_on", _("Hạn gửi đã qua; hãy chọn ngày giờ sau lúc này."))
        return found


def str_of_template(version: TemplateVersion) -> str:
    """How a form is called in a choice."""
    return version.template.name


def _period_of_today() -> str:
    """The half-year of the default scheme that today belongs to."""
    month = month_of(clock.today()).first
    return half_year(month // 12, month % 12 // 6 + 1).label


def period_choices(year: int) -> list[tuple[str, str]]:
    """The periods that may be asked for now, the newest first; those of the festival among them."""
    found: list[Period] = []
    for asked in (year + 1, year, year - 1):
        found += [half_year(asked, 2), half_year(asked, 1), whole_year(asked)]
        found += [quarter(asked, number) for number in (4, 3, 2, 1)]
        found += [nine_months(asked), _festival(asked), RECOGNITION_KDC.scheme_year(asked)]
    this_month = month_of(clock.today())
    found += [this_month.shifted(-back) for back in range(-1, 6)]
    return [(period.label, period.name.shown(_)) for period in found]


def _festival(year: int) -> Period:
    """July and August: the festival of all the people, held until 19 August."""
    return Period(month(year, 7).first, month(year, 8).last)
