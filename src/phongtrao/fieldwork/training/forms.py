"""What is typed into the registers of training."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.fieldwork.register.forms import EntryFilter, EntryForm, FigureField
from phongtrao.fieldwork.register.forms.entry import choices_of
from phongtrao.fieldwork.training.actions import ClassTerms, DrillTerms
from phongtrao.fieldwork.training.models import Drill, TrainingClass
from phongtrao.fieldwork.training.rules import MOST_ATTENDANCES, vocabulary
from phongtrao.planning.forms.filters import DayFilter


def topic_choices() -> list[tuple[str, str]]:
    """Topics."""
    return choices_of(vocabulary().topics)


def group_choices() -> list[tuple[str, str]]:
    """Groups of attendants."""
    return choices_of(vocabulary().groups)


def drill_choices() -> list[tuple[str, str]]:
    """Kinds of drills."""
    return choices_of(vocabulary().drills)


class ClassFilter(EntryFilter):
    """Filters of the register of classes."""

    chu_de = django_filters.ChoiceFilter(
        field_name="topic", choices=topic_choices, label=_("Chủ đề"), empty_label=_("Tất cả")
    )
    nhom = django_filters.ChoiceFilter(
        field_name="group", choices=group_choices, label=_("Nhóm người dự"),
        empty_label=_("Tất cả"),
    )  # fmt: skip
    ket_thuc = django_filters.ChoiceFilter(
        choices=[("co", _("Đã kết thúc")), ("khong", _("Chưa kết thúc"))],
        method="of_state",
        label=_("Tình trạng lớp"),
        empty_label=_("Tất cả"),
    )
    tu_ngay = DayFilter(field_name="closed_on", lookup_expr="gte", label=_("Kết thúc từ ngày"))
    den_ngay = DayFilter(field_name="closed_on", lookup_expr="lte", label=_("đến ngày"))
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)

    class Meta:
        model = TrainingClass
        fields: list[str] = []

    def of_state(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Classes that are closed, or not yet."""
        return rows.filter(closed_on__isnull=value == "khong")


class DrillFilter(EntryFilter):
    """Filters of the register of drills."""

    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=drill_choices, label=_("Loại"), empty_label=_("Tất cả")
    )
    tu_ngay = DayFilter(field_name="held_on", lookup_expr="gte", label=_("Từ ngày"))
    den_ngay = DayFilter(field_name="held_on", lookup_expr="lte", label=_("đến ngày"))
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)

    class Meta:
        model = Drill
        fields: list[str] = []


class ClassForm(EntryForm):
    """One class."""

    title = forms.CharField(label=_("Tên lớp"), max_length=300)
    topic = forms.ChoiceField(label=_("Chủ đề"), choices=topic_choices)
    group = forms.ChoiceField(label=_("Nhóm người dự"), choices=group_choices)
    first_day = DayField(label=_("Từ ngày"))
    last_day = DayField(label=_("Đến ngày"))
    paper = forms.CharField(label=_("Kế hoạch, quyết định mở lớp"), max_length=200, required=False)
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out

    def terms(self) -> ClassTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "title", "topic", "group", "first_day", "last_day", "paper")
        return ClassTerms(area_id=self.area_id, **{name: data[name] for name in names})


class SessionForm(forms.Form):
    """How many attended a class on a day."""

    held_on = DayField(label=_("Ngày học"))
    attendances = FigureField(label=_("Số lượt người dự"), lowest=1, highest=MOST_ATTENDANCES)


class CloseForm(forms.Form):
    """The day a class was closed."""

    closed_on = DayField(label=_("Kết thúc ngày"))


class DrillForm(EntryForm):
    """One drill."""

    title = forms.CharField(label=_("Tên cuộc diễn tập"), max_length=300)
    kind = forms.ChoiceField(label=_("Loại"), choices=drill_choices)
    held_on = DayField(label=_("Ngày tổ chức"))
    paper = forms.CharField(label=_("Kế hoạch, phương án"), max_length=200, required=False)
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out

    def terms(self) -> DrillTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "title", "kind", "held_on", "paper")
        return DrillTerms(area_id=self.area_id, **{name: data[name] for name in names})
