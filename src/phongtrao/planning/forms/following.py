"""Forms around following tasks up: letters that urge, the end of a recurrence, the week shown."""

from datetime import date, timedelta
from typing import Any, cast

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.core.vietnamese import fold
from phongtrao.org.models import AreaVersion, Body
from phongtrao.org.permissions import Actor
from phongtrao.planning import queries
from phongtrao.planning.forms.filters import FoldedFilter
from phongtrao.planning.models import Task, Urging
from phongtrao.planning.workflow import UrgingState


class UrgingForm(forms.Form):
    """The late tasks that a letter shall name."""

    tasks: Any = forms.ModelMultipleChoiceField(
        label=_("Nhiệm vụ quá hạn"),
        queryset=Task.objects.none(),
        error_messages={"required": _("Hãy chọn ít nhất một nhiệm vụ.")},
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        field = cast("forms.ModelMultipleChoiceField[Task]", self.fields["tasks"])
        field.queryset = queries.late_tasks(actor)

    def chosen(self) -> list[int]:
        """The ids of the tasks that were ticked."""
        return [task.pk for task in self.cleaned_data["tasks"]]


class UrgingIssueForm(forms.Form):
    """Number and date of a letter, as the register has them."""

    paper = forms.CharField(
        label=_("Số, ký hiệu công văn"),
        max_length=200,
        help_text=_("Ví dụ: Công văn 1250/CAT-PV05."),
    )
    issued_on = DayField(label=_("Ngày ban hành"))


class StopSeriesForm(forms.Form):
    """The paper by which a recurring task ends."""

    paper = forms.CharField(
        label=_("Văn bản làm căn cứ"),
        max_length=200,
        help_text=_("Số, ký hiệu và ngày, ví dụ: Công văn 125/CAT-PV05 ngày 12/11/2026."),
    )


class UrgingFilter(django_filters.FilterSet):
    """Filters of the letters."""

    trang_thai = django_filters.ChoiceFilter(
        field_name="state",
        choices=UrgingState.choices,
        label=_("Trạng thái"),
        empty_label=_("Tất cả"),
    )

    class Meta:
        model = Urging
        fields: list[str] = []


class LoadFilter(django_filters.FilterSet):
    """Filters of the load of communes."""

    dia_ban = FoldedFilter(field_name="name_folded", label=_("Tên xã, phường, đặc khu"))
    chi_co_viec = django_filters.ChoiceFilter(
        choices=[("co", _("Chỉ nơi có việc đang mở"))],
        method="only_loaded",
        label=_("Việc đang mở"),
        empty_label=_("Tất cả"),
    )

    class Meta:
        model = AreaVersion
        fields: list[str] = []

    def only_loaded(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Communes whose bodies have something open."""
        return rows.filter(open__gt=0)


class ForecastFilter(django_filters.FilterSet):
    """Filters of the forecast."""

    co_quan = FoldedFilter(field_name="name_folded", label=_("Cơ quan chủ trì"))

    class Meta:
        model = Body
        fields: list[str] = []


def monday_of(text: str, today: date) -> date:
    """The Monday of a week written as the browser does (2026-W48); of this week otherwise."""
    year, _sign, week = fold(text or "").partition("-w")
    try:
        return date.fromisocalendar(int(year), int(week), 1)
    except ValueError:
        return today - timedelta(days=today.weekday())
