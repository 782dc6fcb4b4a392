"""What is typed into the register of funds."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.fieldwork.funds import queries
from phongtrao.fieldwork.funds.actions import FundTerms
from phongtrao.fieldwork.funds.models import FundLine
from phongtrao.fieldwork.funds.rules import KINDS, MOST_AMOUNT, SOURCES, contents
from phongtrao.fieldwork.register.forms import EntryFilter, EntryForm, FigureField
from phongtrao.fieldwork.register.forms.entry import choices_of
from phongtrao.planning.forms.filters import DayFilter


def kind_choices() -> list[tuple[str, Any]]:
    """The kinds of lines, in the reader's language."""
    return [(code, _(name)) for code, name in KINDS]


def source_choices() -> list[tuple[str, Any]]:
    """The sources of money, in the reader's language."""
    return [(code, _(name)) for code, name in SOURCES]


def content_choices() -> list[tuple[str, str]]:
    """What money is spent on."""
    return choices_of(contents().contents)


class FundFilter(EntryFilter):
    """Filters of the register of funds."""

    nam = django_filters.NumberFilter(field_name="year", label=_("Năm ngân sách"))
    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=kind_choices, label=_("Loại"), empty_label=_("Tất cả")
    )
    noi_dung = django_filters.ChoiceFilter(
        field_name="content", choices=content_choices, label=_("Nội dung chi"),
        empty_label=_("Tất cả"),
    )  # fmt: skip
    nguon = django_filters.ChoiceFilter(
        field_name="source", choices=source_choices, label=_("Nguồn"), empty_label=_("Tất cả")
    )
    van_ban = django_filters.ChoiceFilter(
        choices=[("co", _("Có văn bản")), ("khong", _("Không có văn bản"))],
        method="by_paper", label=_("Văn bản"), empty_label=_("Tất cả"),
    )  # fmt: skip
    tu_ngay = DayFilter(field_name="on", lookup_expr="gte", label=_("Từ ngày"))
    den_ngay = DayFilter(field_name="on", lookup_expr="lte", label=_("đến ngày"))
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)
    chi_tieu = django_filters.CharFilter(method="of_cell", widget=forms.HiddenInput)

    class Meta:
        model = FundLine
        fields: list[str] = []

    def by_paper(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Lines with the number of their paper, or without."""
        return rows.exclude(paper="") if value == "co" else rows.filter(paper="")

    def of_cell(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """The lines that an indicator adds up."""
        return rows.filter(queries.of_cell(value))


class FundForm(EntryForm):
    """One line."""

    kind = forms.ChoiceField(label=_("Loại"), choices=kind_choices)
    year = forms.IntegerField(label=_("Năm ngân sách"), min_value=2000, max_value=2100)
    on = DayField(label=_("Ngày"))
    content = forms.ChoiceField(label=_("Nội dung chi"), choices=content_choices)
    source = forms.ChoiceField(label=_("Nguồn"), choices=source_choices)
    amount = FigureField(
        label=_("Số tiền (đồng)"), lowest=1, highest=MOST_AMOUNT,
        help_text=_("Ví dụ 12.500.000. Chỉ ghi tổng số, không ghi tên người đóng góp."),
    )  # fmt: skip
    paper = forms.CharField(
        label=_("Văn bản (số, ngày, cơ quan ban hành)"), max_length=200, required=False
    )
    over_paper = forms.CharField(
        label=_("Văn bản cho phép chi vượt dự toán"), max_length=200, required=False
    )
    other_programme = forms.CharField(
        label=_("Chương trình khác chi trả"), max_length=200, required=False
    )
    note = forms.CharField(label=_("Ghi chú"), max_length=500, required=False)
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out

    def terms(self) -> FundTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "kind", "year", "on", "content", "source", "amount", "paper",
                 "over_paper", "other_programme", "note")  # fmt: skip
        return FundTerms(area_id=self.area_id, **{name: data[name] for name in names})


class PublicationForm(forms.Form):
    """That the table of a year was made public."""

    published_on = DayField(label=_("Ngày công khai"))
    place = forms.CharField(
        label=_("Nơi công khai"),
        max_length=200,
        help_text=_("Ví dụ: bảng tin trụ sở, hội nghị, cổng thông tin."),
    )
