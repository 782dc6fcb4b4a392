"""One form for each step of a remark."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.org.permissions import Actor
from phongtrao.planning.forms.fields import NearBodyField

_ROWS = {"rows": 4}


class StepForm(forms.Form):
    """What every step has: the version that the page was made from."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        body = self.fields.get("body")
        if body is not None:
            body.actor = actor  # type: ignore[attr-defined]  # declared by BodyField


class AnswerOnSpotForm(StepForm):
    """What was answered at the forum."""

    answer_text = forms.CharField(
        label=_("Nội dung trả lời"), max_length=5_000, widget=forms.Textarea(attrs=_ROWS)
    )


class AssignForm(StepForm):
    """Whose competence it is."""

    body = NearBodyField(label=_("Cơ quan có thẩm quyền trả lời"))
    note = forms.CharField(label=_("Ghi chú khi chuyển"), max_length=500, required=False)


class PassOnForm(StepForm):
    """Whose competence it really is, and why."""

    body = NearBodyField(label=_("Cơ quan có thẩm quyền trả lời"))
    note = forms.CharField(
        label=_("Lý do chuyển"),
        max_length=500,
        help_text=_("Hạn trả lời giữ nguyên, tính từ ngày diễn đàn."),
    )


class FirstReplyForm(StepForm):
    """The first reply: who deals with it and by when."""

    replied_on = DayField(label=_("Ngày trả lời bước đầu"))
    note = forms.CharField(
        label=_("Nội dung trả lời bước đầu"),
        max_length=500,
        help_text=_("Ví dụ: đã tiếp nhận, giao bộ phận nào, dự kiến trả lời khi nào."),
    )


class AnswerForm(StepForm):
    """The written answer."""

    answer_text = forms.CharField(
        label=_("Nội dung trả lời"),
        max_length=5_000,
        widget=forms.Textarea(attrs=_ROWS),
        help_text=_("Tóm tắt để công khai; không ghi tên người dân."),
    )
    answer_paper = forms.CharField(label=_("Văn bản trả lời (số, ngày)"), max_length=200)
    answered_on = DayField(label=_("Ngày trả lời"))


class CorrectForm(StepForm):
    """Why an answer is entered again."""

    note = forms.CharField(
        label=_("Lý do"),
        max_length=500,
        help_text=_("Câu trả lời đã ghi được bỏ; ý kiến trở lại chờ trả lời."),
    )


class PublishForm(forms.Form):
    """Where and when answers were made public."""

    published_on = DayField(label=_("Ngày công khai"))
    published_at = forms.CharField(
        label=_("Nơi công khai"),
        max_length=200,
        help_text=_("Ví dụ: bảng tin trụ sở, trang thông tin điện tử, loa truyền thanh."),
    )


class PublishStepForm(StepForm, PublishForm):
    """The same for one answer."""


STEP_FORMS: dict[str, type[StepForm]] = {
    "answer_on_spot": AnswerOnSpotForm,
    "assign": AssignForm,
    "pass_on": PassOnForm,
    "reply_first": FirstReplyForm,
    "answer": AnswerForm,
    "correct": CorrectForm,
    "publish": PublishStepForm,
}
