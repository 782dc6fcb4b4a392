"""Filters of the lists of rounds, reports and indicators; they stand in the address."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.vietnamese import fold
from phongtrao.org.forms import AreaSetFilter
from phongtrao.org.middleware import actor_of
from phongtrao.reporting import queries
from phongtrao.reporting.models import Indicator, Report, ReportTemplate, Round
from phongtrao.reporting.queries.designs import templates_for
from phongtrao.reporting.queries.reports import DUE
from phongtrao.reporting.workflow import ReportState, RoundState

_TIMELINESS = [
    ("dung-han", _("Gửi đúng hạn")),
    ("tre-han", _("Gửi trễ hạn")),
    ("chua-gui", _("Chưa gửi")),
    ("qua-han", _("Chưa gửi, đã quá hạn")),
]


def _templates_within_reach(request: HttpRequest | None) -> QuerySet[ReportTemplate]:
    """The forms that a filter offers: a form of another province is not even named."""
    if request is None:
        return ReportTemplate.objects.none()
    return templates_for(actor_of(request))


class RoundFilter(django_filters.FilterSet):
    """Which rounds."""

    bieu_mau = django_filters.ModelChoiceFilter(
        field_name="template_version__template",
        queryset=_templates_within_reach,
        label=_("Biểu mẫu"),
        empty_label=_("Tất cả"),
    )
    trang_thai = django_filters.ChoiceFilter(
        field_name="state",
        choices=RoundState.choices,
        label=_("Trạng thái"),
        empty_label=_("Tất cả"),
    )

    class Meta:
        model = Round
        fields: list[str] = []


class ReportFilter(django_filters.FilterSet):
    """Which reports: by body, state, timeliness and set of areas, as it stood on `set_day`."""

    tim = django_filters.CharFilter(method="by_body", label=_("Cơ quan"))
    trang_thai = django_filters.ChoiceFilter(
        field_name="state",
        choices=ReportState.choices,
        label=_("Trạng thái"),
        empty_label=_("Tất cả"),
    )
    thoi_han = django_filters.ChoiceFilter(
        method="by_timeliness",
        choices=_TIMELINESS,
        label=_("Thời hạn"),
        empty_label=_("Tất cả"),
    )
    duyet = django_filters.ChoiceFilter(
        method="by_decision",
        choices=[("cho-toi", _("Chờ tôi duyệt"))],
        label=_("Duyệt, thống nhất"),
        empty_label=_("Tất cả"),
    )
    tap = AreaSetFilter("area_id")

    class Meta:
        model = Report
        fields: list[str] = []

    def __init__(self, *args: Any, set_day: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.set_day = set_day

    @property
    def is_queue(self) -> bool:
        """Whether the reports that wait for the reader's decision are asked for."""
        return self.form.is_valid() and bool(self.form.cleaned_data.get("duyet"))

    def in_set(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Other rows of reports within the set that is asked for: the list of late ones."""
        asked = self.form.cleaned_data.get("tap") if self.form.is_valid() else None
        return self.filters["tap"].filter(rows, asked)

    def by_body(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Bodies whose name holds the words, with or without marks."""
        return rows.filter(body__name_folded__contains=fold(value.strip()))

    def by_decision(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """What waits for the decision of the reader's body."""
        waiting = queries.waiting_for(actor_of(self.request))
        return rows.filter(pk__in=waiting.order_by().values("pk"))

    def by_timeliness(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Sent in time, sent late, not sent, not sent and over the deadline."""
        unsent = Q(first_submitted_at__isnull=True)
        return rows.annotate(due=DUE).filter(
            {
                "dung-han": Q(first_submitted_at__lte=DUE),
                "tre-han": Q(first_submitted_at__gt=DUE),
                "chua-gui": unsent,
                "qua-han": unsent & Q(due__lt=clock.now()),
            }[value]
        )


class TemplateFilter(django_filters.FilterSet):
    """Which forms."""

    tim = django_filters.CharFilter(method="by_words", label=_("Tên biểu mẫu"))
    dung = django_filters.BooleanFilter(
        field_name="retired_at", lookup_expr="isnull", label=_("Đang dùng")
    )

    class Meta:
        model = ReportTemplate
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Names that hold the words; forms are few enough to be folded here."""
        wanted = fold(value.strip())
        names = ReportTemplate.objects.values_list("pk", "name")
        return rows.filter(pk__in=[pk for pk, text in names if wanted in fold(text)])


class IndicatorFilter(django_filters.FilterSet):
    """Which indicators of the catalogue."""

    tim = django_filters.CharFilter(method="by_words", label=_("Mã hoặc tên"))
    nhom = django_filters.ChoiceFilter(
        field_name="section_code", label=_("Nhóm"), empty_label=_("Tất cả")
    )
    dung = django_filters.BooleanFilter(field_name="is_enabled", label=_("Đang dùng"))

    class Meta:
        model = Indicator
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = Indicator.objects.order_by("position").values_list("section_code", "section")
        self.filters["nhom"].extra["choices"] = list(dict.fromkeys(groups))

    def by_words(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Code or name; names are few enough to be folded here."""
        wanted = fold(value.strip())
        found = [i for i, text in _folded_names() if wanted in text]
        return rows.filter(pk__in=found)


def _folded_names() -> list[tuple[int, str]]:
    names = Indicator.objects.values_list("pk", "code", "name")
    return [(pk, fold(f"{code} {name}")) for pk, code, name in names]
