"""Forms of what is put out and of the channels kept."""

from typing import Any, cast

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.fieldwork.outreach.actions import ChannelTerms, OutputTerms
from phongtrao.fieldwork.outreach.models import Campaign, Channel, Output
from phongtrao.fieldwork.outreach.queries import campaigns_offered
from phongtrao.fieldwork.outreach.rules import CHANNEL_KINDS, MOST_QUANTITY, OUTPUTS
from phongtrao.fieldwork.register.forms import EntryFilter, EntryForm, FigureField
from phongtrao.org.permissions import Actor
from phongtrao.planning.forms.filters import DayFilter


def output_choices() -> list[tuple[str, Any]]:
    """The kinds of what is put out, in the reader's language."""
    return [(each.code, _(each.name)) for each in OUTPUTS]


def channel_choices() -> list[tuple[str, Any]]:
    """The kinds of channels, in the reader's language."""
    return [(code, _(name)) for code, name in CHANNEL_KINDS]


class OutputFilter(EntryFilter):
    """Filters of the register of outputs."""

    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=output_choices, label=_("Loại sản phẩm"),
        empty_label=_("Tất cả"),
    )  # fmt: skip
    tu_ngay = DayFilter(field_name="made_on", lookup_expr="gte", label=_("Từ ngày"))
    den_ngay = DayFilter(field_name="made_on", lookup_expr="lte", label=_("đến ngày"))
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)
    dot = django_filters.NumberFilter(field_name="campaign_id", widget=forms.HiddenInput)

    class Meta:
        model = Output
        fields: list[str] = []


class ChannelFilter(EntryFilter):
    """Filters of the list of channels."""

    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=channel_choices, label=_("Loại kênh"), empty_label=_("Tất cả")
    )
    hoat_dong = django_filters.ChoiceFilter(
        choices=[("co", _("Đang duy trì")), ("khong", _("Đã ngừng"))],
        method="of_state",
        label=_("Hoạt động"),
        empty_label=_("Tất cả"),
    )
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)

    class Meta:
        model = Channel
        fields: list[str] = []

    def of_state(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Channels that are kept, or no longer."""
        is_open = Q(closed_on__isnull=True)
        return rows.filter(is_open if value == "co" else ~is_open)


class OutputForm(EntryForm):
    """One entry of the register of outputs."""

    kind = forms.ChoiceField(label=_("Loại sản phẩm"), choices=output_choices)
    made_on = DayField(label=_("Ngày thực hiện"))
    quantity = FigureField(
        label=_("Số lượng"), lowest=1, highest=MOST_QUANTITY, required=False,
        help_text=_("Theo đơn vị của loại: tin, bài; chiếc; bản; lượt phát… Để trống là 1."),
    )  # fmt: skip
    reach = FigureField(
        label=_("Lượt tiếp cận, lượt người dự"),
        highest=MOST_QUANTITY,
        required=False,
        help_text=_("Chỉ với bài trên mạng xã hội, hội thi và trợ giúp pháp lý."),
    )
    title = forms.CharField(label=_("Tên, nội dung"), max_length=300, required=False)
    address = forms.URLField(
        label=_("Địa chỉ trên mạng"), max_length=300, required=False, assume_scheme="https"
    )
    campaign = forms.ModelChoiceField(
        label=_("Thuộc đợt tuyên truyền"),
        queryset=Campaign.objects.none(),
        required=False,
        empty_label=_("Không thuộc đợt nào"),
    )
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, actor=actor, **options)
        campaign = cast("forms.ModelChoiceField[Campaign]", self.fields["campaign"])
        campaign.queryset = campaigns_offered(actor)

    def terms(self) -> OutputTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "kind", "made_on", "reach", "title", "address", "campaign")
        return OutputTerms(
            area_id=self.area_id,
            quantity=data["quantity"] or 1,
            **{name: data[name] for name in names},
        )


class ChannelForm(EntryForm):
    """One channel."""

    name = forms.CharField(label=_("Tên kênh"), max_length=200)
    kind = forms.ChoiceField(label=_("Loại kênh"), choices=channel_choices)
    address = forms.URLField(
        label=_("Địa chỉ trên mạng"), max_length=300, required=False, assume_scheme="https"
    )
    opened_on = DayField(label=_("Hoạt động từ ngày"))
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out

    def terms(self) -> ChannelTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "name", "kind", "address", "opened_on")
        return ChannelTerms(area_id=self.area_id, **{name: data[name] for name in names})


class ReadingForm(forms.Form):
    """How many accounts follow a channel on a day."""

    read_on = DayField(label=_("Ngày thống kê"))
    members = FigureField(label=_("Số lượt theo dõi"), highest=MOST_QUANTITY)


class CloseForm(forms.Form):
    """The day since which a channel is no longer kept."""

    closed_on = DayField(label=_("Ngừng từ ngày"))
