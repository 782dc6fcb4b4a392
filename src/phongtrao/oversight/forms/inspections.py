"""What is typed into the register of inspections."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.core.vietnamese import fold
from phongtrao.fieldwork.register.forms import EntryFilter
from phongtrao.org.permissions import Actor
from phongtrao.oversight.actions import Conclusion, InspectionTerms, Seat, Team
from phongtrao.oversight.forms.fields import ALL, long_text
from phongtrao.oversight.models import InspectedBody, Inspection
from phongtrao.oversight.queries.lineage import forebears
from phongtrao.oversight.workflow import InspectionState
from phongtrao.planning import queries as planning
from phongtrao.planning.forms.fields import (
    NearBodiesField,
    NearBodyField,
    PartsField,
    offer_programmes,
)
from phongtrao.planning.models import Programme


class InspectionFilter(EntryFilter):
    """Filters of the register."""

    nam = django_filters.NumberFilter(field_name="year", label=_("Năm"))
    trang_thai = django_filters.ChoiceFilter(
        field_name="state", choices=InspectionState.choices, label=_("Trạng thái"),
        empty_label=ALL,
    )  # fmt: skip
    duoc_kiem_tra = django_filters.CharFilter(
        method="of_inspected", label=_("Cơ quan được kiểm tra")
    )

    o_dia_ban = django_filters.NumberFilter(method="of_place", widget=forms.HiddenInput)

    class Meta:
        model = Inspection
        fields: list[str] = []

    def of_place(self, rows: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        """Those in which a body of an area, or of one that went into it, is inspected."""
        inside = InspectedBody.objects.filter(
            entry=OuterRef("pk"), body__area_id__in={int(value)} | forebears(int(value))
        )
        return rows.filter(Exists(inside))

    def of_inspected(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Those in which a body called so is inspected."""
        named = InspectedBody.objects.filter(
            entry=OuterRef("pk"), body__name_folded__contains=fold(value)
        )
        return rows.filter(Exists(named))


class InspectionForm(forms.Form):
    """A line of the yearly plan."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(
        label=_("Tên cuộc kiểm tra"),
        max_length=300,
        help_text=_("Ví dụ: Kiểm tra việc thực hiện Chương trình phối hợp số 07 năm 2026."),
    )
    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100)
    starts_on = DayField(label=_("Kiểm tra từ ngày"))
    ends_on = DayField(label=_("đến ngày"))
    scope_from = DayField(label=_("Thời kỳ kiểm tra từ ngày"))
    scope_to = DayField(label=_("đến ngày"), required=False, help_text=_("Để trống là đến nay."))
    inspected = NearBodiesField(
        label=_("Cơ quan được kiểm tra"),
        help_text=_("Mỗi dòng một cơ quan, ghi tên đầy đủ; có thể thuộc hai cấp."),
    )
    leader_agency = forms.CharField(
        label=_("Đoàn do cơ quan khác chủ trì"),
        max_length=200,
        required=False,
        help_text=_(
            "Chỉ ghi khi đoàn do cơ quan ngoài hệ thống chủ trì, ví dụ một bộ, một ban Đảng; khi "
            "đó cơ quan của bạn có thể là cơ quan được kiểm tra."
        ),
    )
    purpose = long_text(_("Mục đích, nội dung"))
    plan_paper = forms.CharField(
        label=_("Kế hoạch kiểm tra năm (số, ngày, cơ quan ban hành)"),
        max_length=200,
        required=False,
    )
    programme = forms.ModelChoiceField(
        label=_("Chương trình"), queryset=Programme.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        offer_programmes(self, actor)
        self.fields["programme"].initial = planning.programmes_for(actor).first()
        self.fields["inspected"].actor = actor  # type: ignore[attr-defined]  # of BodiesField

    def terms(self) -> InspectionTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        return InspectionTerms(**{name: data[name] for name in data if name != "row_version"})


class NearPartsField(PartsField):
    """Bodies above, beside or below the acting one, each with its post and duty."""

    find = staticmethod(planning.near_bodies)


class TeamForm(forms.Form):
    """The decision and the delegation."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    decision_paper = forms.CharField(
        label=_("Quyết định thành lập đoàn (số, cơ quan ban hành)"), max_length=200
    )
    decided_on = DayField(label=_("Ngày quyết định"))
    team_number = forms.IntegerField(
        label=_("Đoàn kiểm tra số"), min_value=1, max_value=999, required=False
    )
    leader_body = NearBodyField(label=_("Trưởng đoàn: cơ quan"), required=False)
    leader_agency = forms.CharField(
        label=_("Trưởng đoàn: cơ quan ngoài hệ thống"),
        max_length=200,
        required=False,
        help_text=_("Chỉ ghi khi cơ quan chưa có trong hệ thống, ví dụ một bộ, một ban Đảng."),
    )
    leader_post = forms.CharField(
        label=_("Trưởng đoàn: chức vụ"),
        max_length=120,
        help_text=_("Chỉ ghi chức vụ, không ghi tên người."),
    )
    members = NearPartsField(
        label=_("Thành viên đoàn"),
        help_text=_("Mỗi dòng một cơ quan, sau dấu hai chấm là chức vụ và vai trò."),
    )
    outside_members = long_text(
        _("Thành viên ở cơ quan ngoài hệ thống"),
        rows=2,
        help_text=_("Mỗi dòng: cơ quan: chức vụ, vai trò. Không ghi tên người."),
    )
    powers = long_text(_("Nhiệm vụ, quyền hạn của đoàn"), rows=3)

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("leader_body", "members"):
            self.fields[name].actor = actor  # type: ignore[attr-defined]  # of BodyField

    def terms(self) -> Team:
        """What the action takes; only of a valid form."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "row_version"}
        seats = tuple(Seat(part.body, part.text) for part in data.pop("members"))
        return Team(members=seats, **data)


class ConclusionForm(forms.Form):
    """The conclusion."""

    paper = forms.CharField(label=_("Kết luận kiểm tra (số, ngày, cơ quan ban hành)"),
                            max_length=200)  # fmt: skip
    concluded_on = DayField(label=_("Ngày kết luận"))
    strengths = long_text(_("Ưu điểm"))
    limits = long_text(_("Tồn tại, hạn chế"))
    causes = long_text(_("Nguyên nhân"), rows=3)

    def terms(self) -> Conclusion:
        """What the action takes; only of a valid form."""
        return Conclusion(**self.cleaned_data)


class StepForm(forms.Form):
    """A verb, with the reason where it needs one."""

    verb = forms.CharField(max_length=20, widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Lý do"), max_length=300, required=False)
