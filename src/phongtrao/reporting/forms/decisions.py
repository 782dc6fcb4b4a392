"""Deciding about a report: the signed paper that is recorded, the reason of a return."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

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
