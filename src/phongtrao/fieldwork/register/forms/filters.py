"""Filters that every list of entries has; each stands in the address."""

from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.forms import AreaSetFilter
from phongtrao.org.models import AreaVersion
from phongtrao.org.queries.areas import AREA_TYPES, called
from phongtrao.org.scope import scope_of
from phongtrao.planning import queries
from phongtrao.planning.forms.filters import FoldedFilter

_MOST_FOLLOWED = 10


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
        """Entries about areas called so and, of a province or an area named exactly, all below.

        Below an area lies also what was entered about those that went into it.
        """
        day, typed = self.request.actor.day, tidy_line(value)
        named = AreaVersion.objects.filter(called(typed))
        names = [typed, *(typed.removeprefix(f"{each} ") for each in AREA_TYPES)]
        near = named.on(day).filter(Q(level="province") | Q(name__in=names))[:_MOST_FOLLOWED]
        exact = [each for each in near if typed in (each.full_name, each.name)]
        found = Q(pk__in=[]) if exact else Q(Exists(named.filter(lineage_id=OuterRef("area_id"))))
        for each in exact or near:
            found |= scope_of(each.lineage_id, day).where("area_id")
        return rows.filter(found)

    def with_struck(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Nothing is left out; see `filter_queryset`."""
        return rows

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows of every filter, without those struck out unless they are asked for."""
        rows = super().filter_queryset(queryset)
        if self.form.cleaned_data.get("gach_bo") == "co":
            return rows
        return rows.filter(struck_on__isnull=True)
