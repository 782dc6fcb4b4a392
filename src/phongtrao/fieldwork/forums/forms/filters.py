"""Filters of the lists of forums and opinions; each stands in the address."""

from collections.abc import Sequence
from typing import Any

import django_filters
from django import forms
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.fieldwork.forums.models import Forum, Opinion
from phongtrao.fieldwork.forums.rules import KINDS, LEVELS, MATTERS
from phongtrao.fieldwork.forums.workflow import OPEN, ForumState, OpinionState
from phongtrao.fieldwork.register.forms import EntryFilter
from phongtrao.planning.forms.filters import DayFilter, FoldedFilter

_TOOK_PLACE = "da"


def translated(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, Any]]:
    """A closed list in the reader's language."""
    return [(code, _(name)) for code, name in pairs]


def kind_choices() -> list[tuple[str, Any]]:
    """The kinds of forums."""
    return translated(KINDS)


def level_choices() -> list[tuple[str, Any]]:
    """The levels."""
    return translated(LEVELS)


def matter_choices() -> list[tuple[str, Any]]:
    """The matters."""
    return translated(MATTERS)


class ForumFilter(EntryFilter):
    """Filters of the list of forums."""

    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=kind_choices, label=_("Loại diễn đàn"), empty_label=_("Tất cả")
    )
    cap = django_filters.ChoiceFilter(
        field_name="level", choices=level_choices, label=_("Cấp tổ chức"), empty_label=_("Tất cả")
    )
    trang_thai = django_filters.ChoiceFilter(
        choices=[*ForumState.choices, (_TOOK_PLACE, _("Đã diễn ra"))],
        method="in_state",
        label=_("Trạng thái"),
        empty_label=_("Tất cả"),
    )
    con_cho = django_filters.ChoiceFilter(
        choices=[("co", _("Còn ý kiến chưa trả lời"))],
        method="with_open",
        label=_("Trả lời"),
        empty_label=_("Tất cả"),
    )
    tu_ngay = DayFilter(field_name="held_on", lookup_expr="gte", label=_("Từ ngày"))
    den_ngay = DayFilter(field_name="held_on", lookup_expr="lte", label=_("đến ngày"))
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)

    class Meta:
        model = Forum
        fields: list[str] = []

    def in_state(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Forums of a state, or all that took place."""
        if value == _TOOK_PLACE:
            return rows.exclude(state=ForumState.PLANNED)
        return rows.filter(state=value)

    def with_open(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Forums at which something was said that nobody has answered yet."""
        return rows.filter(open_count__gt=0)


class OpinionFilter(EntryFilter):
    """Filters of the list of opinions."""

    linh_vuc = django_filters.ChoiceFilter(
        field_name="matter", choices=matter_choices, label=_("Lĩnh vực"), empty_label=_("Tất cả")
    )
    trang_thai = django_filters.ChoiceFilter(
        field_name="state",
        choices=OpinionState.choices,
        label=_("Trạng thái"),
        empty_label=_("Tất cả"),
    )
    tra_loi = FoldedFilter(field_name="assigned_to__name_folded", label=_("Cơ quan trả lời"))
    han = django_filters.ChoiceFilter(
        choices=[
            ("qua", _("Chưa trả lời, đã quá hạn")),
            ("dung", _("Đã trả lời đúng hạn")),
            ("tre", _("Đã trả lời quá hạn")),
        ],
        method="by_due",
        label=_("Thời hạn"),
        empty_label=_("Tất cả"),
    )
    tu_ngay = DayFilter(
        field_name="forum__held_on", lookup_expr="gte", label=_("Diễn đàn từ ngày")
    )
    den_ngay = DayFilter(field_name="forum__held_on", lookup_expr="lte", label=_("đến ngày"))
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)
    dien_dan = django_filters.NumberFilter(field_name="forum_id", widget=forms.HiddenInput)

    class Meta:
        model = Opinion
        fields: list[str] = []

    def by_due(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Opinions that wait too long, or were answered in time, or late."""
        if value == "qua":
            return rows.filter(state__in=sorted(OPEN), due_on__lt=self.request.actor.day)
        if value == "dung":
            return rows.filter(answered_on__lte=F("due_on"))
        return rows.filter(answered_on__gt=F("due_on"))
