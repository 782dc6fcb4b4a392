"""What is typed into the registers of training."""

from datetime import timedelta
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.fields import DayField
from phongtrao.fieldwork.register.forms import EntryFilter, EntryForm, FigureField
from phongtrao.fieldwork.register.forms.entry import choices_of
from phongtrao.fieldwork.training.actions import CertificateTerms, ClassTerms, DrillTerms
from phongtrao.fieldwork.training.models import Certificate, Drill, TrainingClass
from phongtrao.fieldwork.training.queries import is_due, posts_of
from phongtrao.fieldwork.training.rules import MOST_ATTENDANCES, vocabulary
from phongtrao.org.models import Posting
from phongtrao.org.permissions import Actor
from phongtrao.planning.forms.fields import NearBodyField
from phongtrao.planning.forms.filters import DayFilter, FoldedFilter


def topic_choices() -> list[tuple[str, str]]:
    """Topics."""
    return choices_of(vocabulary().topics)


def group_choices() -> list[tuple[str, str]]:
    """Groups of attendants."""
    return choices_of(vocabulary().groups)


def drill_choices() -> list[tuple[str, str]]:
    """Kinds of drills."""
    return choices_of(vocabulary().drills)


class ClassFilter(EntryFilter):
    """Filters of the register of classes."""

    chu_de = django_filters.ChoiceFilter(
        field_name="topic", choices=topic_choices, label=_("Chủ đề"), empty_label=_("Tất cả")
    )
    nhom = django_filters.ChoiceFilter(
        field_name="group", choices=group_choices, label=_("Nhóm người dự"),
        empty_label=_("Tất cả"),
    )  # fmt: skip
    ket_thuc = django_filters.ChoiceFilter(
        choices=[("co", _("Đã kết thúc")), ("khong", _("Chưa kết thúc"))],
        method="of_state",
        label=_("Tình trạng lớp"),
        empty_label=_("Tất cả"),
    )
    tu_ngay = DayFilter(field_name="closed_on", lookup_expr="gte", label=_("Kết thúc từ ngày"))
    den_ngay = DayFilter(field_name="closed_on", lookup_expr="lte", label=_("đến ngày"))
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)

    class Meta:
        model = TrainingClass
        fields: list[str] = []

    def of_state(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Classes that are closed, or not yet."""
        return rows.filter(closed_on__isnull=value == "khong")


class DrillFilter(EntryFilter):
    """Filters of the register of drills."""

    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=drill_choices, label=_("Loại"), empty_label=_("Tất cả")
    )
    tu_ngay = DayFilter(field_name="held_on", lookup_expr="gte", label=_("Từ ngày"))
    den_ngay = DayFilter(field_name="held_on", lookup_expr="lte", label=_("đến ngày"))
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)

    class Meta:
        model = Drill
        fields: list[str] = []


class ClassForm(EntryForm):
    """One class."""

    title = forms.CharField(label=_("Tên lớp"), max_length=300)
    topic = forms.ChoiceField(label=_("Chủ đề"), choices=topic_choices)
    group = forms.ChoiceField(label=_("Nhóm người dự"), choices=group_choices)
    first_day = DayField(label=_("Từ ngày"))
    last_day = DayField(label=_("Đến ngày"))
    paper = forms.CharField(label=_("Kế hoạch, quyết định mở lớp"), max_length=200, required=False)
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out

    def terms(self) -> ClassTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "title", "topic", "group", "first_day", "last_day", "paper")
        return ClassTerms(area_id=self.area_id, **{name: data[name] for name in names})


class SessionForm(forms.Form):
    """How many attended a class on a day."""

    held_on = DayField(label=_("Ngày học"))
    attendances = FigureField(label=_("Số lượt người dự"), lowest=1, highest=MOST_ATTENDANCES)


class CloseForm(forms.Form):
    """The day a class was closed."""

    closed_on = DayField(label=_("Kết thúc ngày"))


class CertificateFilter(EntryFilter):
    """Filters of the register of certificates."""

    chuc_vu = FoldedFilter(field_name="holder__body__name_folded", label=_("Cơ quan của cán bộ"))
    tu_ngay = DayFilter(field_name="issued_on", lookup_expr="gte", label=_("Cấp từ ngày"))
    den_ngay = DayFilter(field_name="issued_on", lookup_expr="lte", label=_("đến ngày"))

    class Meta:
        model = Certificate
        fields: list[str] = []


class DueFilter(django_filters.FilterSet):
    """Filters of who is due."""

    tinh_trang = django_filters.ChoiceFilter(
        choices=[
            ("den_han", _("Đến hạn, chưa có chứng nhận còn giá trị")),
            ("sap_het", _("Hết hạn trong 60 ngày")),
            ("con", _("Còn giá trị")),
        ],
        method="by_standing",
        label=_("Tình trạng"),
        empty_label=_("Tất cả"),
    )
    co_quan = FoldedFilter(field_name="body__name_folded", label=_("Cơ quan"))

    class Meta:
        model = Posting
        fields: list[str] = []

    def by_standing(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Due, ending within sixty days, or holding."""
        today = clock.today()
        if value == "den_han":
            return rows.filter(is_due(today))
        if value == "sap_het":
            return rows.filter(last_to__range=(today, today + timedelta(days=60)))
        return rows.exclude(is_due(today))


class CertificateForm(forms.Form):
    """Whose certificate: the body and the post; a name is never typed."""

    body = NearBodyField(label=_("Cơ quan của cán bộ"))
    capacity = forms.CharField(
        label=_("Chức vụ"), max_length=120, help_text=_("Như trong tài khoản; không ghi tên người.")
    )
    number = forms.CharField(label=_("Số chứng nhận"), max_length=80, required=False)
    issued_on = DayField(label=_("Ngày cấp"))
    valid_to = DayField(label=_("Có giá trị đến"), required=False)

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.actor = actor
        self.fields["body"].actor = actor  # type: ignore[attr-defined]  # declared by BodyField

    def clean(self) -> dict[str, Any]:
        """The one official of the body who holds that post."""
        data = super().clean() or {}
        body, capacity = data.get("body"), data.get("capacity", "")
        if body is None or not capacity:
            return data
        found = posts_of(body, capacity, self.actor.day)
        if len(found) == 1:
            data["holder"] = found[0]
            return data
        known = sorted({row.capacity for row in posts_of(body, "", self.actor.day)})
        if found:
            self.add_error("capacity", gettext("Có nhiều người giữ chức vụ này ở cơ quan đó."))
        else:
            said = gettext("Cơ quan đó không có chức vụ này. Có: %(known)s.")
            self.add_error("capacity", said % {"known": "; ".join(known) or "–"})
        return data

    def terms(self, entry: TrainingClass) -> CertificateTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("holder", "number", "issued_on", "valid_to")
        return CertificateTerms(training_class=entry, **{name: data[name] for name in names})


class YearForm(forms.Form):
    """Which year; nothing typed is this one."""

    nam = forms.IntegerField(label=_("Năm"), min_value=2023, max_value=2100, required=False)


class DrillForm(EntryForm):
    """One drill."""

    title = forms.CharField(label=_("Tên cuộc diễn tập"), max_length=300)
    kind = forms.ChoiceField(label=_("Loại"), choices=drill_choices)
    held_on = DayField(label=_("Ngày tổ chức"))
    paper = forms.CharField(label=_("Kế hoạch, phương án"), max_length=200, required=False)
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out

    def terms(self) -> DrillTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "title", "kind", "held_on", "paper")
        return DrillTerms(area_id=self.area_id, **{name: data[name] for name in names})
