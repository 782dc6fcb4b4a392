"""Filters of the lists of models; each stands in the address."""

from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.fieldwork.exemplars.models import GoodPractice, LearningRequest, PracticeModel
from phongtrao.fieldwork.exemplars.queries import chosen_ids, level_of, stale_rows
from phongtrao.fieldwork.exemplars.rules import answers, vocabulary
from phongtrao.fieldwork.exemplars.workflow import LearningState, ModelState
from phongtrao.fieldwork.register.forms import EntryFilter
from phongtrao.fieldwork.register.forms.entry import choices_of
from phongtrao.org.models import Body
from phongtrao.planning.forms.filters import DayFilter


def field_choices() -> list[tuple[str, str]]:
    """The fields of work."""
    return choices_of(vocabulary().fields)


def kind_choices() -> list[tuple[str, str]]:
    """The kinds of model."""
    return choices_of(vocabulary().kinds)


class ModelFilter(EntryFilter):
    """Filters of the register of models.

    `chi_tieu` with a body and two days gives the very models that a figure of a report counted;
    the list then stands as of the last day.
    """

    linh_vuc = django_filters.ChoiceFilter(
        field_name="field", choices=field_choices, label=_("Lĩnh vực"), empty_label=_("Tất cả")
    )
    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=kind_choices, label=_("Loại"), empty_label=_("Tất cả")
    )
    trang_thai = django_filters.ChoiceFilter(
        field_name="state_on", choices=ModelState.choices, label=_("Trạng thái"),
        empty_label=_("Tất cả"),
    )  # fmt: skip
    cap_nhat = django_filters.ChoiceFilter(
        choices=[("qua_han", _("Quá 12 tháng không cập nhật"))],
        method="of_stale",
        label=_("Cập nhật"),
        empty_label=_("Tất cả"),
    )
    nguon_goc = django_filters.ChoiceFilter(
        choices=[("nhan_rong", _("Nhân rộng từ nơi khác")), ("goc", _("Tự xây dựng"))],
        method="of_origin",
        label=_("Nguồn gốc"),
        empty_label=_("Tất cả"),
    )
    tu_ngay = DayFilter(method="of_days", label=_("Từ ngày"))
    den_ngay = DayFilter(method="of_days", label=_("Tính đến ngày"))
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)
    chi_tieu = django_filters.CharFilter(
        method="of_cell", label=_("Chỉ tiêu"), widget=forms.HiddenInput
    )
    goc = django_filters.NumberFilter(field_name="adopted_from_id", widget=forms.HiddenInput)

    class Meta:
        model = PracticeModel
        fields: list[str] = []

    @property
    def day(self) -> date:
        """The day that the list stands for."""
        found = self.form.cleaned_data.get("den_ngay") if self.form.is_valid() else None
        return found or self.request.actor.day

    def of_stale(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Models alive without evidence for twelve months."""
        return rows.filter(pk__in=stale_rows(rows, self.day).values("pk"))

    def of_origin(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Models taken over from another one, or not."""
        return rows.filter(adopted_from__isnull=value != "nhan_rong")

    def of_days(self, rows: QuerySet[Any], name: str, value: date) -> QuerySet[Any]:
        """Launched from a day on; the last day is that which the whole list stands for."""
        if name == "tu_ngay" and not self.form.cleaned_data.get("chi_tieu"):
            return rows.filter(launched_on__gte=value)
        return rows

    def of_cell(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """The models that a cell of a report counted; none where a part of the question lacks."""
        told = self.form.cleaned_data
        body = Body.objects.filter(pk=int(told.get("chu_tri") or 0)).first()
        first, last = told.get("tu_ngay"), told.get("den_ngay")
        if body is None or first is None or last is None or not answers(value):
            return rows.none()
        level = level_of(body.area_id, last)
        return rows.filter(pk__in=chosen_ids(value, body.pk, first, last, level=level))


class CatalogueFilter(EntryFilter):
    """Filters of the catalogue of running models of the whole country."""

    linh_vuc = django_filters.ChoiceFilter(
        field_name="field", choices=field_choices, label=_("Lĩnh vực"), empty_label=_("Tất cả")
    )
    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=kind_choices, label=_("Loại"), empty_label=_("Tất cả")
    )
    dien_hinh = django_filters.ChoiceFilter(
        choices=[("co", _("Điển hình được công nhận"))],
        method="of_exemplary",
        label=_("Điển hình"),
        empty_label=_("Tất cả"),
    )
    chuong_trinh = None
    gach_bo = None

    class Meta:
        model = PracticeModel
        fields: list[str] = []

    def of_exemplary(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Recognised examples alone."""
        return rows.filter(state=ModelState.EXEMPLARY)


class PracticeFilter(EntryFilter):
    """Filters of the list of good practices."""

    linh_vuc = django_filters.ChoiceFilter(
        field_name="field", choices=field_choices, label=_("Lĩnh vực"), empty_label=_("Tất cả")
    )
    chuong_trinh = None
    gach_bo = None

    class Meta:
        model = GoodPractice
        fields: list[str] = []


class RequestFilter(django_filters.FilterSet):
    """Filters of the requests to learn."""

    trang_thai = django_filters.ChoiceFilter(
        field_name="state", choices=LearningState.choices, label=_("Trạng thái"),
        empty_label=_("Tất cả"),
    )  # fmt: skip
    chieu = django_filters.ChoiceFilter(
        choices=[("gui", _("Cơ quan tôi đề nghị")), ("nhan", _("Gửi đến cơ quan tôi"))],
        method="of_side",
        label=_("Chiều"),
        empty_label=_("Tất cả"),
    )

    class Meta:
        model = LearningRequest
        fields: list[str] = []

    def of_side(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Requests that the acting body made, or that were made to it."""
        own = self.request.actor.body_id or 0
        return rows.filter(body_id=own) if value == "gui" else rows.filter(model__body_id=own)
