"""Filters of the flat lists of areas and of bodies on a day."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.exports import LEVELS
from phongtrao.org.forms.area_set_filter import AreaSetFilter
from phongtrao.org.models import AreaVersion, Body, BodyKind
from phongtrao.org.queries.areas import called

_MOST_WORDS = 12


class AreaFilter(django_filters.FilterSet):
    """Areas by name or code, level and set."""

    tim = django_filters.CharFilter(label=_("Mã hoặc tên địa bàn"), method="by_name")
    cap = django_filters.ChoiceFilter(
        field_name="level",
        label=_("Cấp"),
        choices=[(key, LEVELS[key]) for key in ("province", "commune", "residential_area")],
        empty_label=_("Tất cả"),
    )
    tap = AreaSetFilter("lineage_id")

    class Meta:
        model = AreaVersion
        fields: list[str] = []

    def by_name(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """The code itself, or every word in the name or type, without marks."""
        return rows.filter(Q(code=tidy_line(value)) | called(value))


class BodyFilter(django_filters.FilterSet):
    """Bodies by name, kind and set of areas."""

    tim = django_filters.CharFilter(label=_("Tên cơ quan"), method="by_name")
    loai = django_filters.ModelChoiceFilter(
        field_name="kind",
        queryset=BodyKind.objects.all(),
        label=_("Loại cơ quan"),
        empty_label=_("Tất cả"),
    )
    tap = AreaSetFilter("area_id")

    class Meta:
        model = Body
        fields: list[str] = []

    def by_name(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Every word stands in the name, without marks."""
        for word in fold(tidy_line(value)).split()[:_MOST_WORDS]:
            rows = rows.filter(name_folded__contains=word)
        return rows
