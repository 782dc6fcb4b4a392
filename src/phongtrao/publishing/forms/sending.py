"""To whom a paper goes, and who received it, as it is typed."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.planning.forms import AudienceForm
from phongtrao.publishing.forms.papers import SignedCopyForm
from phongtrao.publishing.models import PaperDelivery
from phongtrao.publishing.workflow import DeliveryForm, DeliveryState, Disposal, PaperState


class PassOnForm(AudienceForm):
    """To whom a copy goes, and the number of the copy."""

    field_order: tuple[str, ...] = ("groups", "area_set", "set_kind", "bodies", "copy_number")
    copy_number = forms.CharField(
        label=_("Số, ký hiệu bản sao"),
        max_length=60,
        help_text=_("Theo sổ đăng ký bản sao của cơ quan sao, ví dụ 12/SY-CAT."),
    )


class SendForm(PassOnForm):
    """To whom an issued paper goes, and as what."""

    field_order = ("groups", "area_set", "set_kind", "bodies", "form", "copy_number")
    form = forms.ChoiceField(
        label=_("Hình thức gửi"),
        choices=[(each.value, each.label) for each in (DeliveryForm.ORIGINAL, DeliveryForm.COPY)],
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["copy_number"].required = False


class ReceiveForm(forms.Form):
    """The receiving body's own number, where it has one."""

    arrival_number = forms.CharField(
        label=_("Số đến"),
        max_length=30,
        required=False,
        help_text=_("Số trong sổ đăng ký văn bản đến của cơ quan bạn; không bắt buộc."),
    )


class SlipForm(SignedCopyForm):
    """A slip that somebody of the receiving body has signed."""

    field_order = ("signer", "office", "signed_on", "arrival_number", "file")
    arrival_number = forms.CharField(label=_("Số đến"), max_length=30, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in (
            ("signer", _("Người nhận đã ký")),
            ("signed_on", _("Ngày nhận")),
            ("file", _("Phiếu giao đã ký")),
        ):
            self.fields[name].label = label


class DisposalForm(forms.Form):
    """What became of the copy of a paper that was called back."""

    disposal = forms.ChoiceField(label=_("Bản đã nhận"), choices=Disposal.choices)


class DisposalSlipForm(SignedCopyForm):
    """The same on a slip that somebody of the receiving body has signed."""

    field_order = ("disposal", "signer", "office", "signed_on", "file")
    disposal = forms.ChoiceField(label=_("Bản đã nhận"), choices=Disposal.choices)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["signed_on"].label = _("Ngày gửi trả hoặc hủy")
        self.fields["file"].label = _("Giấy gửi trả hoặc biên bản hủy đã ký")


class DeliveryFilter(django_filters.FilterSet):
    """Which deliveries: words of the body's name, confirmed or not."""

    tu_khoa = django_filters.CharFilter(method="by_words", label=_("Tên cơ quan"))
    trang_thai = django_filters.ChoiceFilter(
        field_name="state",
        choices=DeliveryState.choices,
        label=_("Xác nhận"),
        empty_label=_("Tất cả"),
    )
    thu_hoi = django_filters.ChoiceFilter(
        method="by_disposal",
        choices=[("chua", _("Chưa xác nhận gửi trả, hủy")), ("roi", _("Đã gửi trả hoặc hủy"))],
        label=_("Sau thu hồi"),
        empty_label=_("Tất cả"),
    )
    words_in = "body__name_folded"

    class Meta:
        model = PaperDelivery
        fields: list[str] = []

    def by_disposal(
        self, rows: QuerySet[PaperDelivery], name: str, value: str
    ) -> QuerySet[PaperDelivery]:
        """Of recalled papers: who had it and has not said that it is gone, or has."""
        had = rows.filter(paper__state=PaperState.RECALLED, state=DeliveryState.RECEIVED)
        return had.filter(disposal="") if value == "chua" else had.exclude(disposal="")

    def by_words(
        self, rows: QuerySet[PaperDelivery], name: str, value: str
    ) -> QuerySet[PaperDelivery]:
        """Deliveries in whose words every typed one stands, with or without marks."""
        for word in fold(tidy_line(value)).split()[:12]:
            rows = rows.filter(**{f"{self.words_in}__contains": word})
        return rows


class ReceivedFilter(DeliveryFilter):
    """Which received papers: words of the title, confirmed or not."""

    tu_khoa = django_filters.CharFilter(method="by_words", label=_("Trích yếu"))
    words_in = "paper__title_folded"
