"""Which rounds are looked at: completeness and timeliness, and what communes are asked."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phongtrao.analytics.forms.asking import MonthField, month_text
from phongtrao.analytics.queries.pages_scope import (
    AskedRound,
    Offered,
    below_of,
    place_on,
    places_offered,
)
from phongtrao.core import clock
from phongtrao.core.errors import NotFound
from phongtrao.core.periods import Period, month_of
from phongtrao.core.vietnamese import fold
from phongtrao.org import queries as org
from phongtrao.org.forms import AreaSetFilter
from phongtrao.org.models import AreaSet, AreaVersion

_LEVELS = {
    "commune": gettext_lazy("Cấp xã"),
    "province": gettext_lazy("Cấp tỉnh"),
    "residential_area": gettext_lazy("Khu dân cư"),
}


class _WindowForm(forms.Form):
    """A window of months; the year that ends with this month until another is asked for."""

    tu = MonthField(label=gettext_lazy("Kỳ kết thúc từ tháng"))
    den = MonthField(label=gettext_lazy("đến hết tháng"))

    def __init__(self, query: QueryDict, **options: Any) -> None:
        full = query.copy()
        last = month_of(clock.today()).last
        for name, value in (("tu", month_text(last - 11)), ("den", month_text(last))):
            if name not in full:
                full[name] = value
        super().__init__(full, **options)

    def clean(self) -> dict[str, Any]:
        """The window runs forward."""
        data: dict[str, Any] = super().clean() or {}
        first, last = data.get("tu"), data.get("den")
        if first and last:
            if last.last < first.first:
                self.add_error("den", _("Tháng cuối phải không sớm hơn tháng đầu."))
            else:
                data["months"] = Period(first.first, last.last)
        return data

    @property
    def months(self) -> Period:
        """The window of a valid form."""
        found: Period = self.cleaned_data["months"]
        return found


class TimelinessForm(_WindowForm):
    """Which rounds: of which form and level, in which area."""

    dia_ban = forms.ChoiceField(label=gettext_lazy("Trong địa bàn"), required=False)
    cap = forms.ChoiceField(label=gettext_lazy("Báo cáo của"), required=False)
    bieu_mau = forms.ChoiceField(label=gettext_lazy("Biểu mẫu"), required=False)
    tap = forms.ModelChoiceField(
        label=gettext_lazy("Tập địa bàn"),
        queryset=AreaSet.objects.none(),
        required=False,
        empty_label=gettext_lazy("Tất cả"),
    )

    def __init__(self, query: QueryDict, *, offered: Offered) -> None:
        self.offered = offered
        super().__init__(query)
        day, fields = clock.today(), self.fields
        levels = dict.fromkeys(each.level for each in offered.rounds) or {"commune": None}
        places: list[tuple[Any, Any]] = [("", _("Toàn bộ phạm vi của bạn"))]
        places += [(str(a.lineage_id), a.full_name) for a in places_offered(offered.actor, day)]
        forms_ = {str(v.template_id): v.template.name for v in offered.versions}
        choices: dict[str, list[tuple[Any, Any]]] = {
            "cap": [(level, _LEVELS.get(level, level)) for level in levels],
            "bieu_mau": [("", _("Tất cả")), *forms_.items()],
            "dia_ban": places,
        }
        for name, values in choices.items():
            fields[name].choices = values  # type: ignore[attr-defined]
        sets = org.area_sets_within(offered.actor, day)
        fields["tap"].queryset = sets  # type: ignore[attr-defined]

    @property
    def level(self) -> str:
        """The level whose reports are looked at."""
        return self.cleaned_data.get("cap") or next(
            (each.level for each in self.offered.rounds), "commune"
        )

    @property
    def rounds(self) -> list[AskedRound]:
        """The rounds of the window, the newest first."""
        months, form = self.months, self.cleaned_data.get("bieu_mau")
        return [
            each
            for each in self.offered.rounds
            if each.level == self.level
            and months.first <= each.period.last <= months.last
            and form in ("", None, str(each.template_id))
        ]

    @cached_property
    def top(self) -> AreaVersion | None:
        """The area inside which is looked; ``NotFound`` outside scope."""
        actor, day = self.offered.actor, clock.today()
        chosen = self.cleaned_data.get("dia_ban")
        if chosen:
            return place_on(actor, int(chosen), day)
        return next(iter(org.top_areas(actor, day)), None)

    @property
    def by_superior(self) -> bool:
        """Whether rows are areas above the reporting ones: provinces of the country."""
        return self.top is not None and self.top.level == "country" and self.level == "commune"

    def areas(self) -> Sequence[AreaVersion]:
        """The rows: the areas directly below, or the area itself where it reports."""
        if self.top is None:
            return []
        day = clock.today()
        found = [self.top] if self.top.level == self.level else below_of(self.top, day)
        chosen = self.cleaned_data.get("tap")
        if chosen is None:
            return found
        members = org.member_ids(chosen, day)
        return [area for area in found if area.lineage_id in members]


class LoadForm(_WindowForm):
    """The window in which the load of communes is counted."""


class LoadFilter(django_filters.FilterSet):
    """Which communes: by name and by set of areas."""

    tim = django_filters.CharFilter(method="by_name", label=gettext_lazy("Cấp xã"))
    tap = AreaSetFilter("lineage_id")

    class Meta:
        model = AreaVersion
        fields: list[str] = []

    def by_name(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Communes whose name holds the words, with or without marks."""
        return rows.filter(name_folded__contains=fold(value.strip()))


def area_below(actor: Any, area_id: int) -> AreaVersion:
    """An area of today within scope; ``NotFound`` for every other."""
    if not actor.scope.covers_now(area_id):
        raise NotFound
    return place_on(actor, area_id, clock.today())
