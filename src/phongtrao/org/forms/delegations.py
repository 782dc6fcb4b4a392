"""Filters of the list of delegations."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.fields import DayField
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.models import Delegation

_MOST_WORDS = 12


class _DayFilter(django_filters.Filter):
    field_class = DayField


class DelegationFilter(django_filters.FilterSet):
    """By people, body, number of the paper; in force on a day; by state."""

    tim = django_filters.CharFilter(
        label=_("Người giao, người nhận, số văn bản"), method="by_words"
    )
    co_quan = django_filters.CharFilter(label=_("Cơ quan"), method="by_body")
    ngay = _DayFilter(label=_("Có hiệu lực vào ngày"), method="by_day")
    trang_thai = django_filters.ChoiceFilter(
        label=_("Trạng thái"),
        method="by_state",
        choices=[
            ("dang-hieu-luc", _("Đang hiệu lực")),
            ("chua-bat-dau", _("Chưa bắt đầu")),
            ("da-het", _("Đã hết")),
        ],
        empty_label=_("Tất cả"),
    )

    class Meta:
        model = Delegation
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Every word stands in the name of one of both or in the number of the paper."""
        for word in tidy_line(value).split()[:_MOST_WORDS]:
            rows = rows.filter(
                Q(from_posting__account__name_folded__contains=fold(word))
                | Q(to_account__name_folded__contains=fold(word))
                | Q(paper_number__icontains=word)
            )
        return rows

    def by_body(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Bodies whose name holds every word, without marks."""
        for word in fold(tidy_line(value)).split()[:_MOST_WORDS]:
            rows = rows.filter(from_posting__body__name_folded__contains=word)
        return rows

    def by_day(self, rows: QuerySet[Any], name: str, value: date) -> QuerySet[Any]:
        """Those under which one could act on the day: loan and posting both cover it."""
        return rows.filter(_covering(value))

    def by_state(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """In force today, not begun, or over with the paper or with the posting."""
        today = clock.today()
        over = Q(valid_to__lte=today) | Q(from_posting__valid_to__lte=today)
        if value == "da-het":
            return rows.filter(over)
        if value == "chua-bat-dau":
            return rows.filter(valid_from__gt=today).exclude(over)
        return rows.filter(_covering(today))


def _covering(day: date) -> Q:
    return (
        Q(valid_from__lte=day, from_posting__valid_from__lte=day)
        & (Q(valid_to=None) | Q(valid_to__gt=day))
        & (Q(from_posting__valid_to=None) | Q(from_posting__valid_to__gt=day))
    )
