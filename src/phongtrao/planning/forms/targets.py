"""Forms of targets: filters, one target, and the file of many."""

from datetime import date
from decimal import Decimal
from typing import Any, cast

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import InvalidInput
from phongtrao.core.formats import parse_number
from phongtrao.core.periods import parse_period
from phongtrao.org.forms import AreaSetFilter
from phongtrao.org.forms.area_lines import area_called
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.areas import called
from phongtrao.planning import queries
from phongtrao.planning.actions.target_table import DECIMALS
from phongtrao.planning.actions.targets import TargetSpec
from phongtrao.planning.exports.programmes import decimal_vn
from phongtrao.planning.forms.decisions import VersionedForm
from phongtrao.planning.forms.filters import FoldedFilter
from phongtrao.planning.models import Bound, Programme, Target


class TargetFilter(django_filters.FilterSet):
    """Filters of the list of targets."""

    tu_khoa = FoldedFilter(field_name="search_folded", label=_("Từ khóa"))
    dia_ban = django_filters.CharFilter(method="in_area", label=_("Địa bàn"))
    tap = AreaSetFilter("area_id")
    nam = django_filters.NumberFilter(method="in_year", label=_("Năm"))
    chuong_trinh = django_filters.ModelChoiceFilter(
        field_name="programme",
        queryset=queries.programmes_offered,
        label=_("Chương trình"),
        empty_label=_("Tất cả"),
    )

    class Meta:
        model = Target
        fields: list[str] = []

    def in_area(self, rows: QuerySet[Target], name: str, value: str) -> QuerySet[Target]:
        """Targets of areas that are or were called so."""
        areas = AreaVersion.objects.filter(called(value), lineage_id=OuterRef("area_id"))
        return rows.filter(Exists(areas))

    def in_year(self, rows: QuerySet[Target], name: str, value: Any) -> QuerySet[Target]:
        """Targets whose period begins in a year."""
        return rows.filter(period__startswith=str(int(value)))


class FigureField(forms.CharField):
    """A figure typed the Vietnamese way: 1.234,5."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(max_length=30, **options)

    def prepare_value(self, value: Any) -> Any:
        """A stored decimal as it is typed."""
        return decimal_vn(value) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Any:
        """The figure, or None where nothing is typed into an optional field."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return parse_number(text.strip().removesuffix("%"), DECIMALS)
        except InvalidInput as fault:
            raise ValidationError(fault.shown(gettext)) from None


class TargetForm(VersionedForm):
    """One target."""

    programme = forms.ModelChoiceField(
        label=_("Chương trình"), queryset=Programme.objects.none(), empty_label=None
    )
    indicator = forms.CharField(
        label=_("Mã chỉ tiêu"),
        max_length=40,
        widget=forms.TextInput(attrs={"list": "goi-y-chi-tieu", "autocomplete": "off"}),
        help_text=_("Mã trong danh mục chỉ tiêu, ví dụ CD01."),
    )
    area = forms.CharField(
        label=_("Địa bàn"), max_length=200, help_text=_("Tên hoặc mã, ví dụ: xã Đăk Hà.")
    )
    period = forms.CharField(
        label=_("Kỳ"), max_length=20, help_text=_("2027, 2027-H1, hoặc 2023-01/2033-12.")
    )
    bound = forms.ChoiceField(label=_("Loại mức"), choices=Bound.choices)
    value = FigureField(label=_("Mức"))
    upper = FigureField(
        label=_("Đến mức"), required=False, help_text=_("Chỉ dùng cho loại từ … đến …")
    )
    baseline = FigureField(label=_("Giá trị gốc"), required=False)
    baseline_year = forms.IntegerField(
        label=_("Năm gốc"), required=False, min_value=1990, max_value=2100
    )
    source = forms.CharField(
        label=_("Văn bản giao"), max_length=300, help_text=_("Loại, số, ngày, cơ quan ban hành.")
    )
    clause = forms.CharField(label=_("Điều, khoản"), max_length=120, required=False)

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.day: date = actor.day
        programme = cast("forms.ModelChoiceField[Programme]", self.fields["programme"])
        programme.queryset = queries.programmes_for(actor)

    def clean_area(self) -> int:
        """The lineage of the one area that is meant."""
        try:
            return area_called(self.cleaned_data["area"], self.day).lineage_id
        except InvalidInput as fault:
            raise ValidationError(fault.shown(gettext)) from None

    def clean_period(self) -> str:
        """The label of the period."""
        try:
            return parse_period(self.cleaned_data["period"]).label
        except InvalidInput as fault:
            raise ValidationError(fault.shown(gettext)) from None

    def clean_indicator(self) -> str:
        """The code alone; what is offered while typing carries the name behind it."""
        return str(self.cleaned_data["indicator"]).split()[0]

    def spec(self) -> TargetSpec:
        """The target as the action takes it; called for a valid form."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "row_version"}
        area_id = data.pop("area")
        return TargetSpec(area_id=area_id, **data)


class TargetFileForm(forms.Form):
    """A table of targets; the wall judges its content, the action every row."""

    programme = forms.ModelChoiceField(
        label=_("Chương trình"), queryset=Programme.objects.none(), empty_label=None
    )
    file = forms.FileField(
        label=_("Tệp chỉ tiêu (Excel hoặc CSV)"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        help_text=_("Dùng tệp mẫu. Một dòng sai thì chưa dòng nào được nhập."),
        error_messages={"required": _("Chưa chọn tệp nào. Chưa có gì thay đổi.")},
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        programme = cast("forms.ModelChoiceField[Programme]", self.fields["programme"])
        programme.queryset = queries.programmes_for(actor)
