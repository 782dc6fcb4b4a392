"""Filters of the lists of forums and remarks; each stands in the address."""

from functools import partial
from typing import Any

import django_filters
from django import forms
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.fieldwork.forums.models import Forum, Remark
from phongtrao.fieldwork.forums.rules import KINDS, LEVELS, MATTERS
from phongtrao.fieldwork.forums.workflow import OPEN, ForumState, RemarkState
from phongtrao.fieldwork.register.forms import EntryFilter, choices_of
from phongtrao.planning.forms.filters import DayFilter, FoldedFilter

_TOOK_PLACE = "da"


class ForumFilter(EntryFilter):
    """Filters of the list of forums."""

    loai = django_filters.ChoiceFilter(
        field_name="kind",
        choices=partial(choices_of, KINDS),
        label=_("Loại diễn đàn"),
        empty_label=_("Tất cả"),
    )
    cap = django_filters.ChoiceFilter(
        field_name="level",
        choices=partial(choices_of, LEVELS),
        label=_("Cấp tổ chức"),
        empty_label=_("Tất cả"),
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


class RemarkFilter(EntryFilter):
    """Filters of the list of remarks."""

    linh_vuc = django_filters.ChoiceFilter(
        field_name="matter",
        choices=partial(choices_of, MATTERS),
        label=_("Lĩnh vực"),
        empty_label=_("Tất cả"),
    )
    trang_thai = django_filters.ChoiceFilter(
        field_name="state",
        choices=RemarkState.choices,
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
    tu_ngay = DayFilter(field_name="forum__held_on", lookup_expr="gte", label=_("Diễn đàn từ ngày"))
    den_ngay = DayFilter(field_name="forum__held_on", lookup_expr="lte", label=_("đến ngày"))
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)
    dien_dan = django_filters.NumberFilter(field_name="forum_id", widget=forms.HiddenInput)

    class Meta:
        model = Remark
        fields: list[str] = []

    def by_due(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Remarks that wait too long, or were answered in time, or late."""
        if value == "qua":
            return rows.filter(state__in=sorted(OPEN), due_on__lt=self.request.actor.day)
        if value == "dung":
            return rows.filter(answered_on__lte=F("due_on"))
        return rows.filter(answered_on__gt=F("due_on"))
