"""Filters that every list of entries has; each stands in the address."""

from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.forms import AreaSetFilter
from phongtrao.org.models import AreaVersion
from phongtrao.planning import queries
from phongtrao.planning.forms.filters import FoldedFilter


class EntryFilter(django_filters.FilterSet):
    """Words, body in charge, area, set of areas, programme; struck entries only where asked for."""

    tu_khoa = FoldedFilter(field_name="search_folded", label=_("Từ khóa"))
    co_quan = FoldedFilter(field_name="body__name_folded", label=_("Cơ quan chủ trì"))
    dia_ban = django_filters.CharFilter(method="in_area", label=_("Địa bàn"))
    tap = AreaSetFilter("area_id")
    chuong_trinh = django_filters.ModelChoiceFilter(
        field_name="programme",
        queryset=queries.programmes_offered,
        label=_("Chương trình"),
        empty_label=_("Tất cả"),
    )
    gach_bo = django_filters.ChoiceFilter(
        choices=[("co", _("Cả mục đã gạch bỏ"))],
        method="with_struck",
        label=_("Mục gạch bỏ"),
        empty_label=_("Không hiện"),
    )

    def in_area(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Entries about areas that are or were called so."""
        areas = AreaVersion.objects.filter(lineage_id=OuterRef("area_id"))
        for word in fold(tidy_line(value)).split()[:12]:
            areas = areas.filter(name_folded__contains=word)
        return rows.filter(Exists(areas))

    def with_struck(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Nothing is left out; see `filter_queryset`."""
        return rows

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows of every filter, without those struck out unless they are asked for."""
        rows = super().filter_queryset(queryset)
        if self.form.cleaned_data.get("gach_bo") == "co":
            return rows
        return rows.filter(struck_on__isnull=True)
