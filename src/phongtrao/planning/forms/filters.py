"""Filters of the lists; every one stands in the address."""

from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.fields import DayField
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.forms import AreaSetFilter
from phongtrao.org.models import AreaSet
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import in_area_set
from phongtrao.planning import queries
from phongtrao.planning.models import Programme, ProgrammeDocument, RequirementAddressee, Task
from phongtrao.planning.queries.documents import followed_by
from phongtrao.planning.rules import CLASS_LABELS
from phongtrao.planning.workflow import TaskState


class DayFilter(django_filters.Filter):
    """A day typed as dd/mm/yyyy."""

    field_class = DayField


class FoldedFilter(django_filters.CharFilter):
    """Words found without case and tone marks in a folded column."""

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        """The rows that hold every word."""
        for word in fold(tidy_line(value or "")).split()[:12]:
            qs = qs.filter(**{f"{self.field_name}__contains": word})
        return qs


def _classes() -> list[tuple[str, Any]]:
    named = [(str(code), _(label)) for code, label in CLASS_LABELS.items()]
    return [*named[:2], (queries.SOON, _("Sắp đến hạn")), *named[2:]]


class _PaperSetFilter(AreaSetFilter):
    """Papers by the areas of the bodies that registered them or are asked by them."""

    def narrowed(
        self, qs: QuerySet[Any], area_set: AreaSet, day: date, actor: Actor
    ) -> QuerySet[Any]:
        """Papers of the register of a body in the set, or asking one that the reader follows."""
        asked = RequirementAddressee.objects.filter(followed_by(actor))
        asked = asked.filter(requirement__document=OuterRef("pk"))
        own = in_area_set(ProgrammeDocument.objects.all(), "home_body__area_id", area_set, day)
        asks = Exists(in_area_set(asked, "body__area_id", area_set, day))
        return qs.filter(Q(pk__in=own.values("pk")) | asks)


class DocumentFilter(django_filters.FilterSet):
    """Filters of the register of papers."""

    tu_khoa = FoldedFilter(field_name="search_folded", label=_("Từ khóa"))
    chuong_trinh = django_filters.ModelChoiceFilter(
        method="of_programme",
        queryset=queries.programmes_offered,
        label=_("Chương trình"),
        empty_label=_("Tất cả"),
    )
    loai = django_filters.ChoiceFilter(
        field_name="type", choices=[], label=_("Loại văn bản"), empty_label=_("Tất cả")
    )
    co_quan = FoldedFilter(field_name="issuer_key", label=_("Cơ quan ban hành"))
    tu_ngay = DayFilter(field_name="issued_on", lookup_expr="gte", label=_("Ban hành từ ngày"))
    den_ngay = DayFilter(field_name="issued_on", lookup_expr="lte", label=_("đến ngày"))
    tap = _PaperSetFilter()

    class Meta:
        model = ProgrammeDocument
        fields: list[str] = []

    def of_programme(
        self, rows: QuerySet[ProgrammeDocument], name: str, value: Programme
    ) -> QuerySet[ProgrammeDocument]:
        """Papers of a programme and those that serve it too; each once."""
        return rows.filter(queries.serving(value, "document"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # Only the types among the papers that this reader sees.
        names = self.queryset.exclude(type="").order_by("type").values_list("type", flat=True)
        self.filters["loai"].extra["choices"] = [(name, name) for name in names.distinct()]


class TaskFilter(django_filters.FilterSet):
    """Filters of the list of tasks."""

    tu_khoa = FoldedFilter(field_name="search_folded", label=_("Từ khóa"))
    phan_loai = django_filters.ChoiceFilter(
        choices=_classes, method="of_class", label=_("Phân loại"), empty_label=_("Tất cả")
    )
    trang_thai = django_filters.ChoiceFilter(
        field_name="state",
        choices=TaskState.choices,
        label=_("Trạng thái"),
        empty_label=_("Tất cả"),
    )
    co_quan = FoldedFilter(field_name="lead__name_folded", label=_("Cơ quan chủ trì"))
    sao = django_filters.ChoiceFilter(
        choices=[("co", _("Đã gắn sao"))],
        method="of_starred",
        label=_("Gắn sao"),
        empty_label=_("Tất cả"),
    )
    tap = AreaSetFilter("lead__area_id")
    chuong_trinh = django_filters.ModelChoiceFilter(
        method="of_programme",
        queryset=queries.programmes_offered,
        label=_("Chương trình"),
        empty_label=_("Tất cả"),
    )
    tu_ngay = DayFilter(field_name="due_on", lookup_expr="gte", label=_("Hạn từ ngày"))
    den_ngay = DayFilter(field_name="due_on", lookup_expr="lte", label=_("đến ngày"))

    class Meta:
        model = Task
        fields: list[str] = []

    def of_programme(self, rows: QuerySet[Task], name: str, value: Programme) -> QuerySet[Task]:
        """Tasks of a programme and those that serve it too; each once."""
        return rows.filter(queries.serving(value, "task"))

    def of_starred(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Tasks that the acting posting has starred."""
        return rows.filter(is_starred=True)

    def of_class(self, rows: QuerySet[Task], name: str, value: str) -> QuerySet[Task]:
        """Tasks of one class today."""
        return queries.in_class(rows, value, clock.today())


def filters_in_words(filters: django_filters.FilterSet) -> list[str]:
    """The filters in use, for the heading of an export."""
    form: forms.Form = filters.form
    if not form.is_valid():
        return []
    return [
        f"{form[name].label}: {form[name].value()}"
        for name, value in form.cleaned_data.items()
        if value not in (None, "")
    ] or [gettext("Không lọc")]
