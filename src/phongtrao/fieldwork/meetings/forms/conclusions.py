"""Forms of conclusions: filters, one conclusion, its task, how it was settled."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.fields import DayField
from phongtrao.fieldwork.meetings.actions import ConclusionTerms
from phongtrao.fieldwork.meetings.models import Conclusion
from phongtrao.fieldwork.meetings.queries.conclusions import OPEN
from phongtrao.fieldwork.meetings.rules import CONCLUSION_KINDS
from phongtrao.org.permissions import Actor
from phongtrao.planning.forms.fields import NearBodyField
from phongtrao.planning.forms.filters import DayFilter, FoldedFilter

_ALL = _("Tất cả")


def conclusion_kinds() -> list[tuple[str, Any]]:
    """The kinds of conclusions, in the reader's language."""
    return [(code, _(name)) for code, name in CONCLUSION_KINDS]


class ConclusionFilter(django_filters.FilterSet):
    """Filters of the list of conclusions; `nam` is the year of the meeting."""

    tinh_trang = django_filters.ChoiceFilter(
        choices=[
            ("mo", _("Chưa xong")),
            ("qua_han", _("Quá hạn, chưa xong")),
            ("chua_giao", _("Chưa giao, chưa ghi kết quả")),
            ("xong", _("Đã xong")),
        ],
        method="by_standing",
        label=_("Tình trạng"),
        empty_label=_ALL,
    )
    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=conclusion_kinds, label=_("Loại kết luận"), empty_label=_ALL
    )
    co_quan = FoldedFilter(field_name="body__name_folded", label=_("Cơ quan thực hiện"))
    nam = django_filters.NumberFilter(field_name="entry__held_on__year", label=_("Năm họp"))
    tu_ngay = DayFilter(field_name="due_on", lookup_expr="gte", label=_("Hạn từ ngày"))
    den_ngay = DayFilter(field_name="due_on", lookup_expr="lte", label=_("đến ngày"))

    class Meta:
        model = Conclusion
        fields: list[str] = []

    def by_standing(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Open, overdue, not yet given, or done: settled, or the task is no longer running."""
        if value == "mo":
            return rows.filter(OPEN)
        if value == "qua_han":
            return rows.filter(OPEN, due_on__lt=clock.today())
        if value == "chua_giao":
            return rows.filter(OPEN, task__isnull=True)
        return rows.filter(Q(settled_on__isnull=False) | Q(task__isnull=False)).exclude(OPEN)


class ConclusionForm(forms.Form):
    """One conclusion; a directive names who acts and by when."""

    kind = forms.ChoiceField(label=_("Loại kết luận"), choices=conclusion_kinds)
    text = forms.CharField(
        label=_("Nội dung kết luận"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    body = NearBodyField(label=_("Cơ quan thực hiện"), required=False)
    due_on = DayField(
        label=_("Thời hạn"),
        required=False,
        help_text=_("Trùng ngày nghỉ thì chuyển sang ngày làm việc sau."),
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["body"].actor = actor  # type: ignore[attr-defined]  # declared by BodyField

    def terms(self) -> ConclusionTerms:
        """What the action takes; only of a valid form."""
        return ConclusionTerms(**self.cleaned_data)


class TaskForm(forms.Form):
    """What the task of a directive produces."""

    product = forms.CharField(label=_("Sản phẩm"), max_length=200)


class SettleForm(forms.Form):
    """How a conclusion was settled."""

    note = forms.CharField(label=_("Kết quả thực hiện"), max_length=500)
    day = DayField(label=_("Ngày thực hiện"))
