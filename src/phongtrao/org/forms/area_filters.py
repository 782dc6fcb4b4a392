"""What is asked of lists of areas: which acts, which two dates."""

from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import InvalidInput
from phongtrao.core.fields import DayField
from phongtrao.org import queries
from phongtrao.org.forms.area_lines import area_called
from phongtrao.org.models import AreaChange
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.comparison import KINDS


class ChangeFilter(django_filters.FilterSet):
    """Acts of a year, on an area, undone or not."""

    nam = django_filters.ChoiceFilter(
        label=_("Năm áp dụng"), field_name="on__year", empty_label=_("Tất cả")
    )
    dia_ban = django_filters.CharFilter(label=_("Mã hoặc tên địa bàn"), method="by_area")
    trang_thai = django_filters.ChoiceFilter(
        label=_("Trạng thái"),
        method="by_state",
        choices=[("hieu-luc", _("Đang hiệu lực")), ("da-hoan-tac", _("Đã hoàn tác"))],
        empty_label=_("Tất cả"),
    )

    class Meta:
        model = AreaChange
        fields: list[str] = []

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        years = queries.change_years(actor)
        self.filters["nam"].extra["choices"] = [(str(year), str(year)) for year in years]

    def by_area(self, rows: QuerySet[AreaChange], name: str, value: str) -> QuerySet[AreaChange]:
        """Acts that touch an area that is or was called so."""
        found = queries.find_areas(value, self.actor.day)
        ids = {each.version.lineage_id for each in found}
        return rows.filter(pk__in=queries.changes_touching(self.actor, ids))

    def by_state(self, rows: QuerySet[AreaChange], name: str, value: str) -> QuerySet[AreaChange]:
        """Acts in force, or undone ones."""
        return rows.filter(undone_at__isnull=value == "hieu-luc")


class ComparisonForm(forms.Form):
    """Two dates, and the area in which they are compared."""

    tu = DayField(label=_("Từ ngày"))
    den = DayField(label=_("Đến ngày"))
    trong = forms.CharField(
        label=_("Trong địa bàn"),
        max_length=200,
        required=False,
        help_text=_("Mã hoặc tên; để trống là toàn bộ phạm vi của bạn."),
    )
    loai = forms.ChoiceField(
        label=_("Loại khác biệt"), choices=[("", _("Tất cả")), *KINDS.items()], required=False
    )

    def clean(self) -> dict[str, Any]:
        """The earlier date first; the area by its name on the later one."""
        data = super().clean() or self.cleaned_data
        earlier, later = data.get("tu"), data.get("den")
        if earlier and later and earlier >= later:
            self.add_error("den", _("Ngày sau phải muộn hơn ngày trước."))
        if data.get("trong") and earlier and later:
            data["area"] = self._area(data["trong"], earlier, later)
        return data

    def _area(self, typed: str, earlier: date, later: date) -> int | None:
        """A lineage by its id, code or name, on the later date or else on the earlier one."""
        try:
            return area_called(typed, later).lineage_id
        except InvalidInput as fault:
            if fault.code == "area.several":
                self.add_error("trong", fault.shown(gettext))
                return None
        try:
            return area_called(typed, earlier).lineage_id
        except InvalidInput as fault:
            self.add_error("trong", fault.shown(gettext))
            return None
