"""The form of a remark; what is none leads to the legal ways before anything is read."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.fieldwork.forums.actions import RemarkTerms
from phongtrao.fieldwork.forums.rules import MATTERS, WAYS, WAYS_BY_CODE
from phongtrao.fieldwork.register.forms import choices_of

_REMARK = "y_kien"
_TEXT = forms.Textarea(attrs={"rows": 4})


def natures() -> list[tuple[str, Any]]:
    """What somebody said: a remark, or something with a legal way of its own."""
    return [
        (_REMARK, _("Ý kiến, kiến nghị")),
        *((way.code, _("Không phải ý kiến: %(kind)s") % {"kind": _(way.name)}) for way in WAYS),
    ]


def no_remark(data: Mapping[str, Any]) -> str:
    """The kind of what is no remark, of a form that was sent; empty for a remark."""
    found = str(data.get("nature", ""))
    return found if found in WAYS_BY_CODE else ""


class RemarkRowForm(forms.Form):
    """A remark in a row of a sheet."""

    matter = forms.ChoiceField(label=_("Lĩnh vực"), choices=partial(choices_of, MATTERS))
    text = forms.CharField(
        label=_("Ý kiến (tóm tắt)"),
        max_length=2_000,
        widget=_TEXT,
        help_text=_("Nêu việc, nơi chốn; không ghi tên, số điện thoại, địa chỉ của ai."),
    )
    answer_text = forms.CharField(
        label=_("Trả lời tại chỗ"),
        max_length=5_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Để trống nếu chưa trả lời tại diễn đàn."),
    )

    def terms(self) -> RemarkTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        return RemarkTerms(
            data["matter"], data["text"], data.get("answer_text", ""), seen=data.get("seen", False)
        )


class RemarkForm(RemarkRowForm):
    """A remark on the screen: first whether it is one at all."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    nature = forms.ChoiceField(
        label=_("Nội dung người dân nêu là"),
        choices=natures,
        initial=_REMARK,
        widget=forms.RadioSelect,
        help_text=_(
            "Khiếu nại, tố cáo, tin báo không ghi vào đây: hệ thống chỉ chỉ nơi gửi và đếm số "
            "người đã hướng dẫn."
        ),
    )
    seen = forms.BooleanField(
        label=_("Đã xem lại: đây là ý kiến, kiến nghị chung, không chỉ một người nào"),
        required=False,
    )
    field_order = ["nature", "matter", "text", "answer_text", "seen"]

    def __init__(self, *args: Any, is_new: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not is_new:
            del self.fields["answer_text"]
