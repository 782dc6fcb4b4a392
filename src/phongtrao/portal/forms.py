"""Filters of the door's lists, and the form of a correction file."""

import re

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core.models import AuditEntry, Notice


class NoticeFilter(django_filters.FilterSet):
    """Unread or read."""

    trang_thai = django_filters.ChoiceFilter(
        label=_("Trạng thái"),
        method="by_state",
        choices=[("chua-doc", _("Chưa đọc")), ("da-doc", _("Đã đọc"))],
        empty_label=_("Tất cả"),
    )

    class Meta:
        model = Notice
        fields: list[str] = []

    def by_state(self, rows: QuerySet[Notice], name: str, value: str) -> QuerySet[Notice]:
        """Keep the unread or the read ones."""
        return rows.filter(read_at__isnull=value == "chua-doc")


class AuditFilter(django_filters.FilterSet):
    """Which office, what, when, about what; officials are found through their unit only (CR-5)."""

    co_quan = django_filters.CharFilter(label=_("Chức trách, cơ quan"), method="by_office")
    viec = django_filters.CharFilter(
        label=_("Mã hành động"), field_name="verb", lookup_expr="icontains"
    )
    ma_noi_dung = django_filters.CharFilter(
        label=_("Mã nội dung"), field_name="target_id", lookup_expr="exact"
    )
    tu_ngay = django_filters.DateFilter(
        label=_("Từ ngày"),
        field_name="at",
        lookup_expr="date__gte",
        widget=forms.DateInput,
    )
    den_ngay = django_filters.DateFilter(
        label=_("Đến ngày"), field_name="at", lookup_expr="date__lte", widget=forms.DateInput
    )

    class Meta:
        model = AuditEntry
        fields: list[str] = []

    def by_office(self, rows: QuerySet[AuditEntry], name: str, value: str) -> QuerySet[AuditEntry]:
        """Keep those whose actor, behind the name and its comma, holds what is typed."""
        return rows.filter(actor__iregex=f",.*{re.escape(value)}")


class CorrectionFileForm(forms.Form):
    """A file with corrections of the working-day calendar; the wall judges its content."""

    file = forms.FileField(
        label=_("Tệp điều chỉnh (CSV)"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt"}),
        help_text=_("Bảng mã UTF-8; từ Excel chọn Lưu thành…, CSV UTF-8."),
        error_messages={"required": _("Chưa chọn tệp nào. Lịch được giữ nguyên.")},
    )
