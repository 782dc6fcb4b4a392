"""What is typed of recommendations and their remedies."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.fields import DayField
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.org.scope import scope_of
from phongtrao.oversight import queries
from phongtrao.oversight.actions import RecommendationTerms
from phongtrao.oversight.forms.fields import ALL, MOST_TEXT
from phongtrao.oversight.models import Recommendation
from phongtrao.oversight.rules import URGENCIES, criteria_of, criteria_versions
from phongtrao.oversight.workflow import RemedyState
from phongtrao.planning.forms.fields import NearBodyField
from phongtrao.planning.forms.filters import FoldedFilter


def criterion_choices(entry: Any = None) -> list[tuple[str, Any]]:
    """The points of an inspection; without one, those of every version, the newest names."""
    if entry is not None:
        points = criteria_of(entry.criteria_version, entry.starts_on).points
        return [(point.code, _(point.name)) for point in points]
    every = criteria_versions()
    codes = dict.fromkeys(point.code for each in every.versions for point in each.points)
    return [(code, _(every.name_of(code))) for code in codes]


def urgency_choices() -> list[tuple[str, Any]]:
    """How urgent a finding is."""
    return [(code, _(name)) for code, name in URGENCIES]


class RecommendationFilter(django_filters.FilterSet):
    """Filters of recommendations; each stands in the address."""

    tu_khoa = FoldedFilter(field_name="search_folded", label=_("Từ khóa"))
    khac_phuc = django_filters.ChoiceFilter(
        choices=[("chua", _("Chưa khắc phục xong")), ("qua_han", _("Quá hạn khắc phục"))],
        method="by_remedy",
        label=_("Khắc phục"),
        empty_label=ALL,
    )
    lap_lai = django_filters.ChoiceFilter(
        choices=[("co", _("Đã xác nhận lặp lại")), ("co_the", _("Có thể lặp lại"))],
        method="by_recurrence",
        label=_("Lặp lại"),
        empty_label=ALL,
    )
    nam = django_filters.NumberFilter(field_name="entry__year", label=_("Năm kiểm tra"))
    noi_dung = django_filters.ChoiceFilter(
        field_name="criterion", choices=criterion_choices, label=_("Nội dung kiểm tra"),
        empty_label=ALL,
    )  # fmt: skip
    co_quan = FoldedFilter(field_name="body__name_folded", label=_("Cơ quan phải khắc phục"))
    trang_thai = django_filters.ChoiceFilter(
        field_name="state", choices=RemedyState.choices, label=_("Trạng thái"), empty_label=ALL
    )
    chu_tri = django_filters.NumberFilter(field_name="entry__body_id", widget=forms.HiddenInput)
    thuoc = django_filters.NumberFilter(method="in_area", widget=forms.HiddenInput)
    cuoc = django_filters.NumberFilter(field_name="entry_id", widget=forms.HiddenInput)

    class Meta:
        model = Recommendation
        fields: list[str] = []

    def in_area(self, rows: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        """Those of bodies in an area, as it is and as it was."""
        return rows.filter(scope_of(int(value), self.request.actor.day).where("body__area_id"))

    def by_recurrence(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Whose defect was found before: as confirmed, or as the rules propose."""
        return queries.recurring(rows, "confirmed" if value == "co" else "proposed")

    def by_remedy(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """What is still owed, all or what is late."""
        return queries.is_owed(rows) if value == "chua" else queries.is_late(rows, clock.today())


class RecommendationForm(forms.Form):
    """One recommendation: never without owner, verifier and day."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    criterion = forms.ChoiceField(label=_("Nội dung kiểm tra"))
    urgency = forms.ChoiceField(label=_("Mức độ"), choices=urgency_choices, initial="co_thoi_han")
    finding = forms.CharField(
        label=_("Tồn tại, hạn chế và căn cứ"),
        max_length=MOST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ghi số văn bản, biên bản làm căn cứ; không ghi tên người."),
    )
    text = forms.CharField(
        label=_("Nội dung kiến nghị"),
        max_length=MOST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    body = forms.ModelChoiceField(label=_("Cơ quan phải khắc phục"), queryset=Body.objects.none())
    verifier = NearBodyField(
        label=_("Cơ quan xác nhận"), help_text=_("Cơ quan khác với cơ quan phải khắc phục.")
    )
    asked_by = DayField(
        label=_("Hạn khắc phục"),
        help_text=_("Trùng ngày nghỉ thì chuyển sang ngày làm việc kế tiếp."),
    )

    def __init__(self, *args: Any, actor: Actor, inspection: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["criterion"].choices = criterion_choices(inspection)  # type: ignore[attr-defined]  # of a ChoiceField
        inspected = inspection.inspected.values("body_id")
        self.fields["body"].queryset = Body.objects.filter(pk__in=inspected)  # type: ignore[attr-defined]  # of a ModelChoiceField
        self.fields["verifier"].actor = actor  # type: ignore[attr-defined]  # of BodyField

    def terms(self) -> RecommendationTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        return RecommendationTerms(**{name: data[name] for name in data if name != "row_version"})


class RemedyForm(forms.Form):
    """A verb of a remedy with its words and papers."""

    verb = forms.CharField(max_length=20, widget=forms.HiddenInput)
    expected_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(label=_("Nội dung"), max_length=MOST_TEXT, required=False)
    papers = forms.CharField(label=_("Tài liệu (số, ngày văn bản)"), max_length=500, required=False)


class YearForm(forms.Form):
    """Which year; nothing typed is this year."""

    nam = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100, required=False)
