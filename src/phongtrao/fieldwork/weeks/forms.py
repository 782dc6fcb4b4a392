"""Forms of weekly calendars: filters, one line, pasted rows, a note, a reason, the approval."""

from datetime import date, timedelta
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import InvalidInput
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.weeks.models import Week, WeekItem
from phongtrao.fieldwork.weeks.rules import (
    Hours,
    Line,
    read_day,
    read_hours,
    read_rows,
    written_hours,
)
from phongtrao.fieldwork.weeks.workflow import WeekState
from phongtrao.planning.forms.filters import DayFilter, FoldedFilter

_ALL = _("Tất cả")
WEEKDAYS = (_("Thứ Hai"), _("Thứ Ba"), _("Thứ Tư"), _("Thứ Năm"), _("Thứ Sáu"), _("Thứ Bảy"),
            _("Chủ nhật"))  # fmt: skip


class WeekFilter(django_filters.FilterSet):
    """Filters of the list of weeks; each stands in the address."""

    co_quan = FoldedFilter(field_name="body__name_folded", label=_("Cơ quan"))
    trang_thai = django_filters.ChoiceFilter(
        field_name="state", choices=WeekState.choices, label=_("Trạng thái"), empty_label=_ALL
    )
    tu_ngay = DayFilter(field_name="monday", lookup_expr="gte", label=_("Từ ngày"))
    den_ngay = DayFilter(field_name="monday", lookup_expr="lte", label=_("đến ngày"))

    class Meta:
        model = Week
        fields: list[str] = []


class LineForm(forms.Form):
    """One line of a week, typed as it is said: day, hours, content, place, chair, who prepares."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    day = forms.CharField(label=_("Ngày"), max_length=40)
    hours = forms.CharField(
        label=_("Giờ"),
        max_length=40,
        required=False,
        help_text=_("7h30; 14h - 16h30; sáng; để trống là cả ngày."),
    )
    content = forms.CharField(label=_("Nội dung"), max_length=500)
    place = forms.CharField(label=_("Địa điểm"), max_length=200, required=False)
    chair = forms.CharField(
        label=_("Chủ trì"),
        max_length=150,
        required=False,
        help_text=_("Chức vụ hoặc cơ quan, không ghi tên người."),
    )
    preparer = forms.CharField(label=_("Chuẩn bị"), max_length=200, required=False)
    participants = forms.CharField(label=_("Thành phần"), max_length=300, required=False)
    is_fixed = forms.BooleanField(label=_("Mục cố định hằng tuần"), required=False)

    def __init__(self, *args: Any, monday: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.monday = monday
        self.fields["day"].widget = forms.Select(choices=day_choices(monday))

    def clean_day(self) -> date:
        """The day of the week that is meant."""
        return _said(read_day, self.cleaned_data["day"], self.monday)

    def clean_hours(self) -> Hours:
        """A part of the day, or from an hour to another."""
        return _said(read_hours, self.cleaned_data["hours"])

    def line(self) -> Line:
        """What a valid form says."""
        data = {key: value for key, value in self.cleaned_data.items() if key != "row_version"}
        return Line(**data)


class PasteForm(forms.Form):
    """Rows pasted from a spreadsheet or a document; one wrong row and none is taken."""

    rows = forms.CharField(
        label=_("Các dòng"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=60_000,
        help_text=_(
            "Chép từ Excel, Word hoặc gõ mỗi mục một dòng: thứ | giờ | nội dung | địa điểm"
            " | chủ trì | chuẩn bị | thành phần. Ô thứ để trống là cùng ngày với dòng trên."
        ),
    )

    def __init__(self, *args: Any, monday: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.monday = monday

    def clean_rows(self) -> list[Line]:
        """The lines, or the sentence that names every faulty row."""
        return _said(read_rows, self.cleaned_data["rows"], self.monday)


class SubmitForm(forms.Form):
    """What stands under the table."""

    note = forms.CharField(
        label=_("Ghi chú dưới lịch"),
        max_length=500,
        required=False,
        help_text=_("Ví dụ: các đơn vị chuẩn bị tài liệu trước một ngày."),
    )


class ReturnForm(forms.Form):
    """What is to be mended."""

    reason = forms.CharField(label=_("Cần sửa"), max_length=300)


class ApproveForm(forms.Form):
    """Who else reads the approved week."""

    shown_below = forms.BooleanField(label=_("Cơ quan cấp dưới cùng đọc lịch này"), required=False)


def day_choices(monday: date) -> list[tuple[str, str]]:
    """The seven days of a week."""
    days = [monday + timedelta(days=n) for n in range(7)]
    return [(date_vn(day), f"{WEEKDAYS[n]}, {date_vn(day)}") for n, day in enumerate(days)]


def stored(item: WeekItem) -> dict[str, Any]:
    """A line as it may be typed again."""
    names = ("content", "place", "chair", "preparer", "participants", "is_fixed", "row_version")
    return {name: getattr(item, name) for name in names} | {
        "day": date_vn(item.day),
        "hours": written_hours(item.part, item.starts_at, item.ends_at),
    }


def _said(read: Any, *given: Any) -> Any:
    """What was read; its refusal as the error of the field."""
    try:
        return read(*given)
    except InvalidInput as fault:
        raise ValidationError(fault.shown(gettext)) from None
