"""Forms of what is made public."""

from typing import Any

import django_filters
from django import forms
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.fields import DayField
from phongtrao.core.vietnamese import fold
from phongtrao.fieldwork.grassroots.actions import DisclosureTerms
from phongtrao.fieldwork.grassroots.models import Disclosure
from phongtrao.fieldwork.grassroots.rules import Item, publicity
from phongtrao.fieldwork.register.forms import EntryFilter, EntryForm, FigureField, choices_of
from phongtrao.planning.forms.filters import DayFilter

_ALL = _("Tất cả")


def item_label(item: Item) -> str:
    """A clause as it is chosen: its number and its short name."""
    return f"{gettext('Khoản')} {item.number}: {gettext(item.name)}"


def item_choices() -> list[tuple[int, str]]:
    """The clauses of Article 11."""
    return [(item.number, item_label(item)) for item in publicity().items]


def way_choices() -> list[tuple[str, str]]:
    """The ways of Article 12."""
    return choices_of(publicity().ways)


class DisclosureFilter(EntryFilter):
    """Filters of the register of what is made public."""

    muc = django_filters.ChoiceFilter(
        field_name="item", choices=item_choices, label=_("Khoản của Điều 11"), empty_label=_ALL
    )
    viec = django_filters.ChoiceFilter(
        choices=[
            ("cho", _("Chưa công khai")),
            ("cham", _("Quá hạn hoặc công khai chậm")),
        ],
        method="by_work",
        label=_("Việc công khai"),
        empty_label=_ALL,
    )
    tu_ngay = DayFilter(field_name="published_on", lookup_expr="gte", label=_("Công khai từ ngày"))
    den_ngay = DayFilter(field_name="published_on", lookup_expr="lte", label=_("đến ngày"))
    nam = django_filters.NumberFilter(
        field_name="decided_on__year", label=_("Năm của quyết định"), widget=forms.HiddenInput
    )

    quy = django_filters.NumberFilter(
        field_name="decided_on__quarter", label=_("Quý của quyết định"), widget=forms.HiddenInput
    )

    class Meta:
        model = Disclosure
        fields: list[str] = []

    def by_work(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """What waits, or what is or was late."""
        if value == "cho":
            return rows.filter(published_on__isnull=True)
        overdue = Q(published_on__isnull=True, due_on__lt=clock.today())
        return rows.filter(overdue | Q(published_on__gt=F("due_on")))


class WaysField(forms.MultipleChoiceField):
    """Several ways of a closed list; from a sheet also typed as words with semicolons between."""

    def to_python(self, value: Any) -> list[str]:
        """The codes; a typed word that is in no list stays, and is refused by the check."""
        if not isinstance(value, str):
            return super().to_python(value)
        codes = {fold(str(name)): code for code, name in way_choices()}
        codes |= {fold(term.name): term.code for term in publicity().ways}
        words = [word.strip() for word in value.split(";") if word.strip()]
        return [codes.get(fold(word), word) for word in words]


class DisclosureForm(EntryForm):
    """One matter, and its publication where that has happened."""

    item = forms.TypedChoiceField(
        label=_("Nội dung theo Điều 11"), choices=item_choices, coerce=int
    )
    title = forms.CharField(
        label=_("Tên nội dung"),
        max_length=400,
        help_text=_("Ví dụ: Dự toán ngân sách năm 2027 của xã; không ghi tên người."),
    )
    paper = forms.CharField(
        label=_("Quyết định, văn bản (số, cơ quan ban hành)"), max_length=200, required=False
    )
    decided_on = DayField(label=_("Ngày quyết định, văn bản"))
    published_on = DayField(
        label=_("Ngày công khai"), required=False, help_text=_("Để trống khi chưa công khai.")
    )
    ways = WaysField(
        label=_("Hình thức công khai"),
        choices=way_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    place = forms.CharField(label=_("Nơi công khai"), max_length=200, required=False)
    posted_until = DayField(
        label=_("Niêm yết đến ngày"),
        required=False,
        help_text=_("Để trống khi còn niêm yết hoặc niêm yết thường xuyên."),
    )
    loudspeaker_days = FigureField(
        label=_("Số ngày truyền thanh liên tục"), highest=400, required=False
    )
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out
    field_order = ["item", "title", "paper", "decided_on", "published_on", "ways", "place",
                   "posted_until", "loudspeaker_days", "area", "programme"]  # fmt: skip

    def terms(self) -> DisclosureTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "item", "title", "paper", "decided_on", "published_on", "ways",
                 "place", "posted_until")  # fmt: skip
        return DisclosureTerms(
            area_id=self.area_id,
            loudspeaker_days=data["loudspeaker_days"] or 0,
            **{name: data[name] for name in names},
        )


class YearForm(forms.Form):
    """Which year, and which quarter of it; nothing typed is this year as a whole."""

    nam = forms.IntegerField(label=_("Năm"), min_value=2023, max_value=2100, required=False)
    quy = forms.TypedChoiceField(
        label=_("Quý"),
        choices=[("", _("Cả năm")), *((str(n), f"{n}") for n in range(1, 5))],
        coerce=int,
        empty_value=None,
        required=False,
    )
