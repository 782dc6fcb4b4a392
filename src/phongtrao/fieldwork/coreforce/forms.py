"""What is typed into the registers of the core force."""

from datetime import date, timedelta
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.errors import InvalidInput
from phongtrao.core.fields import DayField
from phongtrao.fieldwork.coreforce.actions import (
    AllowanceTerms,
    HeadCountTerms,
    NucleusTerms,
    ReadingTerms,
    TeamTerms,
)
from phongtrao.fieldwork.coreforce.models import AllowanceRule, HeadCount, NucleusActivity, Team
from phongtrao.fieldwork.coreforce.queries import of_cell
from phongtrao.fieldwork.coreforce.queries.counts import with_level
from phongtrao.fieldwork.coreforce.rules import (
    FRESH_DAYS,
    HEADCOUNTS,
    KINDS,
    LEVELS,
    MOST_ACTIVITIES,
    MOST_ALLOWANCE,
    MOST_COUNTED,
    MOST_MEMBERS,
    MOST_PIECES,
    SECURITY,
    vocabulary,
)
from phongtrao.fieldwork.register.forms import EntryFilter, EntryForm, FigureField, choices_of
from phongtrao.org.forms.area_lines import area_called
from phongtrao.org.models import AreaVersion
from phongtrao.planning.forms.filters import DayFilter


def kind_choices() -> list[tuple[str, Any]]:
    """The kinds of teams, in the reader's language."""
    return [(code, _(name)) for code, name in KINDS]


def level_choices() -> list[tuple[str, Any]]:
    """The levels of a rating, in the reader's language."""
    return [(code, _(name)) for code, name in LEVELS]


def headcount_choices() -> list[tuple[str, Any]]:
    """What else is counted, in the reader's language."""
    return [(code, _(name)) for code, name in HEADCOUNTS]


class TeamFilter(EntryFilter):
    """Filters of the register of teams."""

    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=kind_choices, label=_("Loại tổ, đội"), empty_label=_("Tất cả")
    )
    xep_loai = django_filters.ChoiceFilter(
        field_name="level", choices=level_choices, label=_("Xếp loại gần nhất"),
        empty_label=_("Tất cả"),
    )  # fmt: skip
    hoat_dong = django_filters.ChoiceFilter(
        choices=[("co", _("Đang hoạt động")), ("khong", _("Đã giải thể"))],
        method="of_state",
        label=_("Hoạt động"),
        empty_label=_("Tất cả"),
    )
    con_thieu = django_filters.ChoiceFilter(
        choices=[
            ("cu", _("Chưa thống kê trong 12 tháng")),
            ("chua_xep", _("Chưa xếp loại năm nay")),
        ],
        method="wanting",
        label=_("Còn thiếu"),
        empty_label=_("Tất cả"),
    )
    vao_ngay = DayFilter(method="on_day", label=_("Có vào ngày"))
    tu_ngay = DayFilter(method="any_row", label=_("Thống kê từ ngày"))
    den_ngay = DayFilter(method="any_row", label=_("đến ngày"))
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)
    chi_tieu = django_filters.CharFilter(method="any_row", widget=forms.HiddenInput)

    class Meta:
        model = Team
        fields: list[str] = []

    def of_state(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Teams that live, or were dissolved."""
        return rows.filter(dissolved_on__isnull=value == "co")

    def wanting(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Living teams that a head-count or this year's rating is missing of."""
        living, today = rows.filter(dissolved_on__isnull=True), clock.today()
        if value == "chua_xep":
            return living.filter(kind=SECURITY).exclude(ratings__year=today.year)
        fresh_from = today - timedelta(days=FRESH_DAYS)
        return living.filter(Q(read_on__isnull=True) | Q(read_on__lt=fresh_from))

    def on_day(self, rows: QuerySet[Any], name: str, value: date) -> QuerySet[Any]:
        """Teams that were founded and not yet dissolved on a day."""
        alive = Q(dissolved_on__isnull=True) | Q(dissolved_on__gt=value)
        return rows.filter(alive, founded_on__lte=value)

    def any_row(self, rows: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        """Nothing is left out here; see `filter_queryset`."""
        return rows

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """What several fields say together: days of head-counts, an indicator on a day."""
        rows, typed = super().filter_queryset(queryset), self.form.cleaned_data
        days = {
            f"readings__read_on__{way}": typed.get(name)
            for way, name in (("gte", "tu_ngay"), ("lte", "den_ngay"))
            if typed.get(name)
        }
        if days:
            read = Team.objects.filter(**days).values("pk")
            rows = rows.filter(pk__in=read)
        if typed.get("chi_tieu"):
            then = with_level(rows, typed.get("vao_ngay") or clock.today())
            rows = then.filter(of_cell(typed["chi_tieu"]))
        return rows


class AllowanceFilter(EntryFilter):
    """Filters of the register of allowances."""

    vao_ngay = DayFilter(method="on_day", label=_("Có hiệu lực vào ngày"))

    class Meta:
        model = AllowanceRule
        fields: list[str] = []

    def on_day(self, rows: QuerySet[Any], name: str, value: date) -> QuerySet[Any]:
        """Resolutions in force on a day."""
        holds = Q(valid_to__isnull=True) | Q(valid_to__gt=value)
        return rows.filter(holds, valid_from__lte=value)


def role_choices() -> list[tuple[str, str]]:
    """The nucleus roles."""
    return choices_of(vocabulary().roles)


def deed_choices() -> list[tuple[str, str]]:
    """What those in a nucleus role do."""
    return choices_of(vocabulary().deeds)


class HeadCountFilter(EntryFilter):
    """Filters of the other head-counts."""

    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=headcount_choices, label=_("Loại"), empty_label=_("Tất cả")
    )
    so = django_filters.BaseInFilter(field_name="pk", widget=forms.HiddenInput, label=_("Dòng"))

    class Meta:
        model = HeadCount
        fields: list[str] = []


class NucleusFilter(EntryFilter):
    """Filters of the activities of nucleus roles."""

    vai_tro = django_filters.ChoiceFilter(
        field_name="role", choices=role_choices, label=_("Vai trò"), empty_label=_("Tất cả")
    )
    viec = django_filters.ChoiceFilter(
        field_name="deed", choices=deed_choices, label=_("Việc đã làm"), empty_label=_("Tất cả")
    )
    tu_ngay = DayFilter(field_name="held_on", lookup_expr="gte", label=_("Từ ngày"))
    den_ngay = DayFilter(field_name="held_on", lookup_expr="lte", label=_("đến ngày"))

    class Meta:
        model = NucleusActivity
        fields: list[str] = []


class NucleusForm(EntryForm):
    """Activities of a nucleus role: how often, never who."""

    role = forms.ChoiceField(label=_("Vai trò"), choices=role_choices)
    deed = forms.ChoiceField(label=_("Việc đã làm"), choices=deed_choices)
    held_on = DayField(label=_("Ngày, hoặc ngày cuối của kỳ"))
    activities = FigureField(label=_("Số lượt hoạt động"), lowest=1, highest=MOST_ACTIVITIES)
    note = forms.CharField(
        label=_("Ghi chú"), max_length=500, required=False, help_text=_("Không ghi tên người.")
    )
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out
    field_order = ["role", "deed", "held_on", "activities", "note", "area", "programme"]

    def terms(self) -> NucleusTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "role", "deed", "held_on", "activities", "note")
        return NucleusTerms(area_id=self.area_id, **{name: data[name] for name in names})


class ReadingForm(forms.Form):
    """The head-count of a team on a day."""

    read_on = DayField(label=_("Ngày thống kê"))
    total = FigureField(label=_("Tổng số thành viên"), highest=MOST_MEMBERS)
    male = FigureField(label=_("Nam"), highest=MOST_MEMBERS, required=False)
    female = FigureField(label=_("Nữ"), highest=MOST_MEMBERS, required=False)
    joined = FigureField(label=_("Số tăng"), highest=MOST_MEMBERS, required=False)
    left = FigureField(label=_("Số giảm"), highest=MOST_MEMBERS, required=False)

    def terms(self) -> ReadingTerms:
        """What the action takes; only of a valid form."""
        return ReadingTerms(**self.cleaned_data)


class TeamForm(EntryForm):
    """One team, with its first head-count where it is new."""

    kind = forms.ChoiceField(label=_("Loại tổ, đội"), choices=kind_choices)
    name = forms.CharField(label=_("Tên tổ, đội"), max_length=200)
    place = forms.CharField(
        label=_("Khu dân cư"), max_length=150, required=False,
        help_text=_("Thôn, tổ dân phố nơi tổ hoạt động."),
    )  # fmt: skip
    founded_on = DayField(label=_("Ngày thành lập"))
    founding_paper = forms.CharField(
        label=_("Quyết định thành lập"), max_length=200, required=False,
        help_text=_("Số, ngày, cơ quan ban hành."),
    )  # fmt: skip
    read_on = DayField(label=_("Ngày thống kê"), required=False)
    total = FigureField(
        label=_("Tổng số thành viên"), highest=MOST_MEMBERS, required=False,
        help_text=_("Chỉ ghi số, không ghi tên."),
    )  # fmt: skip
    male = FigureField(label=_("Nam"), highest=MOST_MEMBERS, required=False)
    female = FigureField(label=_("Nữ"), highest=MOST_MEMBERS, required=False)
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out

    def __init__(self, *args: Any, is_new: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        self.is_new = is_new
        if not is_new:
            for name in ("read_on", "total", "male", "female"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """A head-count needs its total."""
        data = super().clean() or {}
        if data.get("total") is None and data.get("male", data.get("female")) is not None:
            self.add_error("total", gettext("Hãy ghi tổng số thành viên."))
        return data

    def terms(self) -> TeamTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "kind", "name", "place", "founded_on", "founding_paper")
        reading = None
        if data.get("total") is not None:
            day = data["read_on"] or self.actor.day
            reading = ReadingTerms(day, data["total"], data["male"], data["female"])
        return TeamTerms(
            area_id=self.area_id, reading=reading, **{name: data[name] for name in names}
        )


class EquipmentForm(forms.Form):
    """What a team has been given."""

    is_equipped = forms.BooleanField(
        label=_("Đã được trang bị công cụ, nơi làm việc"), required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for item in vocabulary().equipment:
            self.fields[item.code] = FigureField(
                label=gettext(item.name), highest=MOST_PIECES, required=False
            )

    def terms(self) -> dict[str, Any]:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        pieces = {item.code: data[item.code] or 0 for item in vocabulary().equipment}
        return {"quantities": pieces, "is_equipped": data["is_equipped"]}


class RatingForm(forms.Form):
    """The level of a team in a year."""

    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100)
    level = forms.ChoiceField(label=_("Mức xếp loại"), choices=level_choices)
    rated_on = DayField(label=_("Ngày xếp loại"))
    paper = forms.CharField(label=_("Văn bản xếp loại"), max_length=200, required=False)


class DissolveForm(forms.Form):
    """Since when a team is no more, and by which paper."""

    dissolved_on = DayField(label=_("Giải thể từ ngày"))
    paper = forms.CharField(label=_("Văn bản giải thể"), max_length=200)


class AllowanceForm(EntryForm):
    """What a resolution grants; the area may be a province that has been merged."""

    amount = FigureField(label=_("Mức hỗ trợ (đồng/người/tháng)"), lowest=1, highest=MOST_ALLOWANCE)
    resolution = forms.CharField(label=_("Số nghị quyết"), max_length=120)
    resolved_on = DayField(label=_("Ngày nghị quyết"))
    valid_from = DayField(label=_("Có hiệu lực từ ngày"))
    valid_to = DayField(
        label=_("Hết hiệu lực từ ngày"), required=False,
        help_text=_("Ngày đầu tiên không còn áp dụng; để trống khi đang áp dụng."),
    )  # fmt: skip
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out

    def clean_area(self) -> Any:
        """The area is found in `clean`, when the day of the resolution is known."""
        return self.cleaned_data["area"]

    def clean(self) -> dict[str, Any]:
        """What stands there already; else the province of today, else of the resolution's day."""
        data = super().clean() or {}
        typed = data.get("area")
        if isinstance(typed, str) and typed == self.initial.get("area"):
            # Untouched: a former province may bear the name of a present one.
            data["area"] = AreaVersion.objects.filter(lineage_id=self.initial["area_id"]).first()
        elif isinstance(typed, str):
            days = [self.actor.day, data.get("resolved_on") or self.actor.day]
            try:
                data["area"] = _province_called(typed, days)
            except InvalidInput as fault:
                self.add_error("area", ValidationError(fault.shown(gettext)))
        return data

    def terms(self) -> AllowanceTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "amount", "resolution", "resolved_on", "valid_from", "valid_to")
        return AllowanceTerms(area_id=self.area_id, **{name: data[name] for name in names})


class EndForm(forms.Form):
    """The first day a resolution no longer holds."""

    valid_to = DayField(label=_("Hết hiệu lực từ ngày"))


class HeadCountForm(EntryForm):
    """A head-count of an area on a day."""

    kind = forms.ChoiceField(label=_("Loại"), choices=headcount_choices)
    counted_on = DayField(label=_("Ngày thống kê"))
    total = FigureField(label=_("Tổng số"), highest=MOST_COUNTED)
    female = FigureField(
        label=_("Trong đó nữ"), highest=MOST_COUNTED, required=False,
        help_text=_("Để trống khi chưa thống kê theo giới."),
    )  # fmt: skip
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out

    def terms(self) -> HeadCountTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "kind", "counted_on", "total", "female")
        return HeadCountTerms(area_id=self.area_id, **{name: data[name] for name in names})


def _province_called(typed: str, days: list[date]) -> Any:
    """The province that is called so on the first of the days that knows one."""
    try:
        return area_called(typed, days[0], level="province")
    except InvalidInput:
        return area_called(typed, days[1], level="province")
