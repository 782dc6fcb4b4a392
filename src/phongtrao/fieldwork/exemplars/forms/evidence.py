"""What a model did, and the review of a year."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.fieldwork.exemplars.actions import ActivityTerms, ReviewTerms
from phongtrao.fieldwork.exemplars.rules import vocabulary
from phongtrao.fieldwork.register.forms import FigureField
from phongtrao.fieldwork.register.forms.entry import choices_of


class ActivityForm(forms.Form):
    """One line of evidence, with a file where there is one."""

    held_on = DayField(label=_("Ngày"))
    line = forms.CharField(
        label=_("Hoạt động"),
        max_length=500,
        help_text=_("Một dòng, ví dụ: tuần tra 4 buổi, nhắc nhở 3 trường hợp đỗ xe."),
    )
    attendances = FigureField(label=_("Lượt người tham gia"), highest=1_000_000, required=False)
    settled = FigureField(label=_("Số việc giải quyết tại chỗ"), highest=1_000_000, required=False)
    file = forms.FileField(
        label=_("Tài liệu, ảnh kèm theo"),
        required=False,
        help_text=_("Tệp Word, Excel, PDF, txt, csv hoặc ảnh png, jpg; tối đa 25 MB."),
    )

    def terms(self) -> ActivityTerms:
        """What the action takes; only of a valid form."""
        names = ("held_on", "line", "attendances", "settled")
        return ActivityTerms(**{name: self.cleaned_data[name] for name in names})


def rank_choices() -> list[tuple[str, Any]]:
    """The ranks of the scale, and none."""
    ranks = choices_of(vocabulary().ranks)
    return [("", _("Chưa xếp loại")), *ranks]


class ReviewForm(forms.Form):
    """The review of one year."""

    year = FigureField(label=_("Năm"), lowest=1990, highest=2100)
    reviewed_on = DayField(label=_("Ngày sơ kết, tổng kết"))
    rank = forms.ChoiceField(label=_("Xếp loại"), choices=rank_choices, required=False)
    paper = forms.CharField(
        label=_("Văn bản (số, ngày, cơ quan ban hành)"), max_length=200, required=False
    )
    note = forms.CharField(label=_("Đánh giá ngắn"), max_length=500, required=False)

    def terms(self) -> ReviewTerms:
        """What the action takes; only of a valid form."""
        names = ("year", "reviewed_on", "rank", "paper", "note")
        return ReviewTerms(**{name: self.cleaned_data[name] for name in names})
