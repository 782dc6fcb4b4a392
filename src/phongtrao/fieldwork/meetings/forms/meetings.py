"""Forms of meetings: filters, the plan, who attended, a day, a reason."""

from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import InvalidInput
from phongtrao.core.fields import DayField
from phongtrao.fieldwork.meetings.actions import Held, MeetingTerms
from phongtrao.fieldwork.meetings.models import Meeting, MeetingPartner, MeetingSection
from phongtrao.fieldwork.meetings.rules import (
    BRIEFING,
    COMMITTEE,
    FORMS,
    KINDS,
    MOST_ATTENDANCES,
    REVIEWS,
    read_agenda,
)
from phongtrao.fieldwork.meetings.workflow import MeetingState
from phongtrao.fieldwork.register.forms import EntryFilter, EntryForm, FigureField
from phongtrao.org.permissions import Actor
from phongtrao.planning.forms.fields import body_called
from phongtrao.planning.forms.filters import DayFilter
from phongtrao.planning.models import Programme
from phongtrao.planning.queries import near_bodies, programmes_for, programmes_offered

_ALL = _("Tất cả")
# The kinds that an indicator counts; the address of a figure names it.
_OF_INDICATOR = {"CD05": (COMMITTEE, BRIEFING), "CD10": REVIEWS, "PH04": (BRIEFING,)}


def kind_choices() -> list[tuple[str, Any]]:
    """The kinds, in the reader's language."""
    return [(code, _(name)) for code, name in KINDS]


def form_choices() -> list[tuple[str, Any]]:
    """The forms, in the reader's language."""
    return [(code, _(name)) for code, name in FORMS]


class MeetingFilter(EntryFilter):
    """Filters of the register."""

    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=kind_choices, label=_("Loại"), empty_label=_ALL
    )
    trang_thai = django_filters.ChoiceFilter(
        field_name="state", choices=MeetingState.choices, label=_("Trạng thái"), empty_label=_ALL
    )
    chuong_trinh = django_filters.ModelChoiceFilter(
        queryset=programmes_offered,
        method="treating",
        label=_("Chương trình"),
        empty_label=_ALL,
    )
    tu_ngay = DayFilter(field_name="held_on", lookup_expr="gte", label=_("Từ ngày"))
    den_ngay = DayFilter(field_name="held_on", lookup_expr="lte", label=_("đến ngày"))
    chuoi = django_filters.CharFilter(
        field_name="series", label=_("Chuỗi cuộc họp"), widget=forms.HiddenInput
    )
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)
    chi_tieu = django_filters.ChoiceFilter(
        choices=[(code, code) for code in _OF_INDICATOR],
        method="of_indicator",
        widget=forms.HiddenInput,
    )

    class Meta:
        model = Meeting
        fields: list[str] = []

    def treating(self, rows: QuerySet[Any], name: str, value: Programme) -> QuerySet[Any]:
        """The meetings about a programme, as the first one or in a section of its own."""
        section = MeetingSection.objects.filter(entry=OuterRef("pk"), programme=value)
        return rows.filter(Q(programme=value) | Exists(section))

    def of_indicator(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """The meetings that a figure counts."""
        found = rows.filter(
            kind__in=_OF_INDICATOR[value], state__in=(MeetingState.HELD, MeetingState.CONCLUDED)
        )
        joint = Exists(MeetingPartner.objects.filter(entry=OuterRef("pk")))
        return found.filter(joint) if value == "PH04" else found


class MeetingForm(EntryForm):
    """The plan of one meeting; its day is moved with a reason once it is entered."""

    kind = forms.ChoiceField(label=_("Loại"), choices=kind_choices)
    form = forms.ChoiceField(label=_("Hình thức"), choices=form_choices)
    title = forms.CharField(label=_("Tên cuộc họp, hội nghị"), max_length=300)
    series = forms.CharField(
        label=_("Chuỗi cuộc họp"),
        max_length=120,
        required=False,
        help_text=_("Cùng một tên cho các kỳ họp nối nhau, ví dụ: Giao ban quý."),
        widget=forms.TextInput(attrs={"list": "chuoi-hop", "autocomplete": "off"}),
    )
    held_on = DayField(label=_("Ngày họp"))
    starts_at = forms.TimeField(
        label=_("Giờ bắt đầu"),
        required=False,
        input_formats=["%H:%M", "%Hh%M", "%H giờ %M", "%Hh"],
        widget=forms.TimeInput(format="%H:%M", attrs={"placeholder": "08:00"}),
    )
    venue = forms.CharField(label=_("Địa điểm"), max_length=200, required=False)
    chair = forms.CharField(
        label=_("Chức vụ người chủ trì"),
        max_length=150,
        required=False,
        help_text=_("Chỉ ghi chức vụ, ví dụ: Trưởng Ban Chỉ đạo."),
    )
    plan_paper = forms.CharField(
        label=_("Kế hoạch, giấy mời (số, ngày)"), max_length=200, required=False
    )
    others = forms.ModelMultipleChoiceField(
        label=_("Chương trình khác cùng họp, mỗi chương trình một phần"),
        queryset=Programme.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    agenda = forms.CharField(
        label=_("Chương trình họp"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "Mỗi mục một dòng: nội dung | cơ quan, chức vụ trình bày | số phút. Họp nhiều chương "
            "trình: ghi dòng [tên ngắn của chương trình] trước các mục của phần đó."
        ),
    )
    field_order = ["kind", "form", "title", "series", "held_on", "starts_at", "venue", "chair",
                   "plan_paper", "partners", "others", "agenda", "area", "programme"]  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, is_entered: bool = False, **options: Any) -> None:
        super().__init__(*args, actor=actor, **options)
        self.fields["partners"].required = False
        self.fields["others"].queryset = programmes_for(actor)  # type: ignore[attr-defined]  # declared by the field
        if is_entered:
            del self.fields["held_on"]

    def clean_agenda(self) -> Any:
        """The items; a line that cannot be read is named."""
        try:
            return read_agenda(self.cleaned_data["agenda"])
        except InvalidInput as fault:
            raise ValidationError(fault.shown(gettext)) from None

    def terms(self, held_on: Any = None) -> MeetingTerms:
        """What the action takes; only of a valid form. `held_on` is the day of an entered one."""
        data = self.cleaned_data
        names = ("programme", "kind", "form", "title", "series", "starts_at", "venue", "chair",
                 "plan_paper", "others", "partners", "agenda")  # fmt: skip
        return MeetingTerms(
            area_id=self.area_id,
            held_on=held_on or data["held_on"],
            **{name: data[name] for name in names},
        )


class HeldForm(forms.Form):
    """Who attended: a total, and of it at each bridge point."""

    attendances = FigureField(
        label=_("Tổng số người dự"),
        highest=MOST_ATTENDANCES,
        help_text=_("Chỉ ghi số lượng, không ghi danh sách người dự."),
    )
    bridges = forms.CharField(
        label=_("Điểm cầu"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng một cơ quan: tên cơ quan: số người dự."),
    )

    without_quorum = forms.BooleanField(label=_("Không đủ thành phần"), required=False)

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.actor = actor

    def clean_bridges(self) -> dict[Any, int]:
        """Body → how many attended there."""
        found: dict[Any, int] = {}
        for line in filter(None, map(str.strip, self.cleaned_data["bridges"].splitlines())):
            name, _colon, count = line.rpartition(":")
            figure = count.strip().replace(".", "")
            if not name or not (figure.isascii() and figure.isdecimal() and len(figure) < 7):
                said = gettext('Không đọc được dòng "%(line)s": ghi tên cơ quan: số người dự.')
                raise ValidationError(said % {"line": line[:80]})
            found[body_called(self.actor, name, find=near_bodies)] = int(figure)
        return found

    def terms(self) -> Held:
        """What the action takes; only of a valid form."""
        return Held(**self.cleaned_data)


class MoveForm(forms.Form):
    """The new day, and why."""

    day = DayField(label=_("Ngày mới"))
    reason = forms.CharField(label=_("Lý do"), max_length=300)


class NoticeForm(forms.Form):
    """The notice of conclusions that went out."""

    paper = forms.CharField(
        label=_("Thông báo kết luận (số, ký hiệu)"), max_length=200, required=False
    )
    day = DayField(label=_("Ngày thông báo"))


class ReasonForm(forms.Form):
    """Why something is taken back or does not take place."""

    reason = forms.CharField(label=_("Lý do"), max_length=300)
