"""*Tập địa bàn* as a filter of any list whose rows lie in areas."""

from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from phongtrao.org import queries
from phongtrao.org.models import AreaSet
from phongtrao.org.permissions import Actor


def _offered(request: HttpRequest | None) -> QuerySet[AreaSet]:
    """The sets that hold an area of the reader today; none for a list that names no reader."""
    if request is None:
        return AreaSet.objects.none()
    actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    return queries.area_sets_within(actor, actor.day)


class AreaSetFilter(django_filters.ModelChoiceFilter):
    """Rows whose area is in a set; `field_name` is the path to the area's lineage.

    The members are those of today, or of `set_day` of the filter set: a round asks for its last
    day. The filter set must be given the request: without it no set is offered. Rows that have
    several areas, or none of their own, say in `narrowed` how they lie in a set.
    """

    def __init__(self, field_name: str = "", *, label: Any = "") -> None:
        super().__init__(
            field_name=field_name,
            queryset=_offered,
            label=label or _("Tập địa bàn"),
            empty_label=_("Tất cả"),
        )

    def filter(self, qs: QuerySet[Any], value: AreaSet | None) -> QuerySet[Any]:
        """The rows in the areas of the set."""
        if value is None:
            return qs
        actor: Actor = self.parent.request.actor
        day: date = getattr(self.parent, "set_day", None) or actor.day
        return self.narrowed(qs, value, day, actor)

    def narrowed(
        self, qs: QuerySet[Any], area_set: AreaSet, day: date, actor: Actor
    ) -> QuerySet[Any]:
        """The rows of which one area is in the set on the day, as far as the reader knows them."""
        return queries.in_area_set(qs, self.field_name, area_set, day)


class AreaSetChoice(forms.Form):
    """The same question for pages that are no list of rows: figures of a round, areas of a day."""

    tap = forms.ModelChoiceField(
        label=_("Tập địa bàn"),
        queryset=AreaSet.objects.none(),
        required=False,
        empty_label=_("Tất cả"),
    )

    def __init__(self, *args: Any, actor: Actor, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.day = day
        field: Any = self.fields["tap"]
        field.queryset = queries.area_sets_within(actor, day)

    @property
    def chosen(self) -> AreaSet | None:
        """The set that is asked for; None for none and for one that is not offered."""
        return self.cleaned_data.get("tap") if self.is_valid() else None

    def members(self) -> frozenset[int] | None:
        """The lineages of the chosen set on the day; None: every area."""
        return queries.member_ids(self.chosen, self.day) if self.chosen else None

    @property
    def query(self) -> str:
        """What keeps the choice in an address: "tap=3", or nothing."""
        return f"tap={self.chosen.pk}" if self.chosen else ""
