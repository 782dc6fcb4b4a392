"""Forms of communication: filters, a campaign, a session."""

from typing import Any, cast

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.fieldwork.outreach.actions.campaigns import CampaignTerms, SessionTerms
from phongtrao.fieldwork.outreach.models import Campaign, Session, SessionPartner
from phongtrao.fieldwork.outreach.queries.campaigns import campaigns_offered
from phongtrao.fieldwork.outreach.rules import FORMS, MOST_ATTENDANCES, MOST_SESSIONS, vocabulary
from phongtrao.fieldwork.register.forms import EntryFilter, EntryForm, FigureField
from phongtrao.fieldwork.register.forms.entry import choices_of
from phongtrao.org.permissions import Actor
from phongtrao.planning.forms.filters import DayFilter


def form_choices() -> list[tuple[str, Any]]:
    """The forms of a session, in the reader's language."""
    return [(code, _(name)) for code, name in FORMS]


def topic_choices() -> list[tuple[str, str]]:
    """The topics."""
    return choices_of(vocabulary().topics)


def audience_choices() -> list[tuple[str, str]]:
    """The groups of attendants."""
    return choices_of(vocabulary().audiences)


class CampaignFilter(EntryFilter):
    """Filters of the list of campaigns."""

    chu_de = django_filters.ChoiceFilter(
        field_name="topic", choices=topic_choices, label=_("Chủ đề"), empty_label=_("Tất cả")
    )
    tu_ngay = DayFilter(field_name="ends_on", lookup_expr="gte", label=_("Từ ngày"))
    den_ngay = DayFilter(field_name="starts_on", lookup_expr="lte", label=_("đến ngày"))

    class Meta:
        model = Campaign
        fields: list[str] = []


class SessionFilter(EntryFilter):
    """Filters of the register of sessions."""

    tu_ngay = DayFilter(field_name="held_on", lookup_expr="gte", label=_("Từ ngày"))
    den_ngay = DayFilter(field_name="held_on", lookup_expr="lte", label=_("đến ngày"))
    hinh_thuc = django_filters.ChoiceFilter(
        field_name="form", choices=form_choices, label=_("Hình thức"), empty_label=_("Tất cả")
    )
    chu_de = django_filters.ChoiceFilter(
        field_name="topic", choices=topic_choices, label=_("Chủ đề"), empty_label=_("Tất cả")
    )
    nhom = django_filters.ChoiceFilter(
        field_name="audience", choices=audience_choices, label=_("Nhóm người dự"),
        empty_label=_("Tất cả"),
    )  # fmt: skip
    phoi_hop = django_filters.ChoiceFilter(
        choices=[("co", _("Có cơ quan phối hợp"))],
        method="of_joint",
        label=_("Phối hợp"),
        empty_label=_("Tất cả"),
    )
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)
    dot = django_filters.NumberFilter(field_name="campaign_id", widget=forms.HiddenInput)

    class Meta:
        model = Session
        fields: list[str] = []

    def of_joint(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Sessions in which another body took part."""
        return rows.filter(Exists(SessionPartner.objects.filter(entry=OuterRef("pk"))))


class CampaignForm(EntryForm):
    """One campaign."""

    title = forms.CharField(label=_("Tên đợt tuyên truyền"), max_length=300)
    topic = forms.ChoiceField(label=_("Chủ đề"), choices=topic_choices)
    starts_on = DayField(label=_("Từ ngày"))
    ends_on = DayField(label=_("Đến ngày"))
    plan_paper = forms.CharField(
        label=_("Kế hoạch (số, ngày, cơ quan ban hành)"), max_length=200, required=False
    )
    message = forms.CharField(
        label=_("Thông điệp, nội dung chính"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out
    field_order = ["title", "topic", "starts_on", "ends_on", "plan_paper", "message", "area",
                   "programme"]  # fmt: skip

    def terms(self) -> CampaignTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "title", "topic", "starts_on", "ends_on", "plan_paper", "message")
        return CampaignTerms(area_id=self.area_id, **{name: data[name] for name in names})


class SessionForm(EntryForm):
    """One session; it begins as the last one recorded, so that only what differs is typed."""

    held_on = DayField(label=_("Ngày tổ chức"))
    attendances = FigureField(
        label=_("Số lượt người dự"),
        highest=MOST_ATTENDANCES,
        help_text=_("Chỉ ghi số lượng, không ghi danh sách người dự."),
    )
    form = forms.ChoiceField(label=_("Hình thức"), choices=form_choices)
    topic = forms.ChoiceField(label=_("Chủ đề"), choices=topic_choices)
    audience = forms.ChoiceField(label=_("Nhóm người dự"), choices=audience_choices)
    sessions = FigureField(
        label=_("Số buổi"),
        lowest=1,
        highest=MOST_SESSIONS,
        required=False,
        help_text=_("Để trống là 1; ghi nhiều buổi khi các buổi giống nhau."),
    )
    venue = forms.CharField(
        label=_("Nơi tổ chức"),
        max_length=150,
        required=False,
        help_text=_("Ví dụ: Nhà văn hóa thôn 2."),
    )
    campaign = forms.ModelChoiceField(
        label=_("Thuộc đợt tuyên truyền"),
        queryset=Campaign.objects.none(),
        required=False,
        empty_label=_("Không thuộc đợt nào"),
    )
    note = forms.CharField(label=_("Ghi chú"), max_length=500, required=False)
    field_order = ["held_on", "attendances", "form", "topic", "audience", "sessions", "venue",
                   "campaign", "partners", "note", "area", "programme"]  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, actor=actor, **options)
        campaign = cast("forms.ModelChoiceField[Campaign]", self.fields["campaign"])
        campaign.queryset = campaigns_offered(actor)
        self.fields["partners"].required = False

    def terms(self) -> SessionTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "held_on", "form", "topic", "audience", "attendances", "campaign",
                 "partners", "venue", "note")  # fmt: skip
        sessions = data["sessions"] or 1
        return SessionTerms(
            area_id=self.area_id, sessions=sessions, **{name: data[name] for name in names}
        )
