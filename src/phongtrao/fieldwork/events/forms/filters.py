"""Filters of the lists of festivals; each stands in the address."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.fieldwork.events.models import FestivalPlan, FestivalSite
from phongtrao.fieldwork.events.rules import LEVELS, SHORT_KINDS
from phongtrao.fieldwork.events.workflow import HELD, SiteState
from phongtrao.fieldwork.register.forms import EntryFilter
from phongtrao.planning.forms.filters import DayFilter


def kind_choices() -> list[tuple[str, Any]]:
    """The kinds of festival, in the reader's language."""
    return [(code, _(name)) for code, name in SHORT_KINDS.items()]


def level_choices() -> list[tuple[str, Any]]:
    """The levels of sites, in the reader's language."""
    return [(code, _(name)) for code, name in LEVELS]


class PlanFilter(EntryFilter):
    """Filters of the list of plans."""

    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=kind_choices, label=_("Ngày hội"), empty_label=_("Tất cả")
    )
    nam = django_filters.NumberFilter(field_name="year", label=_("Năm"))

    class Meta:
        model = FestivalPlan
        fields: list[str] = []


class SiteFilter(EntryFilter):
    """Filters of the register of sites."""

    tu_ngay = DayFilter(field_name="held_on", lookup_expr="gte", label=_("Từ ngày"))
    den_ngay = DayFilter(field_name="held_on", lookup_expr="lte", label=_("đến ngày"))
    loai = django_filters.ChoiceFilter(
        field_name="plan__kind", choices=kind_choices, label=_("Ngày hội"),
        empty_label=_("Tất cả"),
    )  # fmt: skip
    cap = django_filters.ChoiceFilter(
        field_name="level", choices=level_choices, label=_("Cấp"), empty_label=_("Tất cả")
    )
    trang_thai = django_filters.ChoiceFilter(
        field_name="state", choices=SiteState.choices, label=_("Trạng thái"),
        empty_label=_("Tất cả"),
    )  # fmt: skip
    ket_qua = django_filters.ChoiceFilter(
        choices=[("co", _("Đã có kết quả")), ("chua", _("Chưa có kết quả"))],
        method="of_result",
        label=_("Kết quả"),
        empty_label=_("Tất cả"),
    )
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)
    ke_hoach = django_filters.NumberFilter(field_name="plan_id", widget=forms.HiddenInput)

    class Meta:
        model = FestivalSite
        fields: list[str] = []

    def of_result(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Sites that have been reported, or have not."""
        if value == "co":
            return rows.filter(state__in=HELD)
        return rows.exclude(state__in=[*HELD, SiteState.CANCELLED])
