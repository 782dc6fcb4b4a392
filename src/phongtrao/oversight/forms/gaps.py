"""Filters of the list of areas of which something is missing."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.models import AreaVersion
from phongtrao.org.queries.areas import called
from phongtrao.oversight.forms.fields import ALL
from phongtrao.oversight.queries import gaps

MISSING = [
    (gaps.SIGNED, _("Chưa ký kết chương trình, văn bản phối hợp")),
    (gaps.PLAN, _("Chưa có kế hoạch năm nay")),
    (gaps.TEAM, _("Chưa có tổ, đội nòng cốt")),
    (gaps.MEETING, _("Chưa họp trong quý này")),
    (gaps.VISIT, _("Chưa được kiểm tra")),
]


class GapFilter(django_filters.FilterSet):
    """Which areas, and what they lack; each filter stands in the address."""

    tim = django_filters.CharFilter(label=_("Mã hoặc tên địa bàn"), method="by_name")
    cap = django_filters.ChoiceFilter(
        field_name="level",
        label=_("Cấp"),
        choices=[("province", _("Cấp tỉnh")), ("commune", _("Cấp xã"))],
        empty_label=ALL,
    )
    thieu = django_filters.ChoiceFilter(
        choices=MISSING, method="by_missing", label=_("Còn thiếu"), empty_label=ALL
    )
    tu_nam = django_filters.NumberFilter(
        method="any_row", label=_("Chưa được kiểm tra từ năm"), min_value=2000, max_value=2100
    )

    class Meta:
        model = AreaVersion
        fields: list[str] = []

    def by_name(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """The code itself, or every word in the name or type, without marks."""
        return rows.filter(Q(code=tidy_line(value)) | called(value))

    def by_missing(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """The areas without it."""
        since = self.form.cleaned_data.get("tu_nam")
        return gaps.lacking(rows, self.request.actor, value, int(since) if since else None)

    def any_row(self, rows: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        """Heard with what is missing; see `by_missing`."""
        return rows
