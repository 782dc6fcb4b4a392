"""Deciding about reports: the signed paper that is recorded, the ticks of a list."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.reporting.workflow import ApprovalKind


class SignedPaperForm(forms.Form):
    """A paper by which the approving body has decided, with its signed copy."""

    kind = forms.ChoiceField(label=_("Nội dung văn bản"))
    number = forms.CharField(label=_("Số, ký hiệu"), max_length=60)
    signed_on = forms.DateField(label=_("Ngày ký"))
    signer = forms.CharField(
        label=_("Người ký"), max_length=120, help_text=_("Chức vụ và họ tên như trên văn bản.")
    )
    file = forms.FileField(label=_("Bản đã ký"), help_text=_("Tệp PDF hoặc ảnh chụp văn bản."))

    def __init__(self, *args: Any, kinds: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = cast("forms.ChoiceField", self.fields["kind"])
        choice.choices = [(kind, ApprovalKind(kind).label) for kind in kinds]


class UrgedForm(forms.Form):
    """Number and date of a letter that urges, as the register has them."""

    paper = forms.CharField(
        label=_("Số, ký hiệu công văn"),
        max_length=200,
        help_text=_("Ví dụ: Công văn 1250/CAT-PV05."),
    )
    issued_on = DayField(label=_("Ngày ban hành"))


class PhraseForm(forms.Form):
    """A reason for returning that is kept to be used again."""

    text = forms.CharField(label=_("Mẫu lý do trả lại"), max_length=300)


def chosen_keys(ticks: Iterable[str]) -> list[int]:
    """The keys of ticked rows; what is no key is passed over."""
    return [int(tick) for tick in ticks if _is_number(tick)]


def versions_chosen(ticks: Iterable[str]) -> dict[int, int]:
    """Report → version that was read, from fields such as "12:3"; others are passed over."""
    pairs = (tick.partition(":") for tick in ticks)
    return {int(key): int(n) for key, _colon, n in pairs if _is_number(key) and _is_number(n)}


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10
