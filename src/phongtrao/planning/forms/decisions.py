"""Short forms: progress, extensions, decisions, halting, and what becomes of a requirement."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning import queries
from phongtrao.planning.forms.fields import BodiesField
from phongtrao.planning.models import Programme, ProgrammeContent
from phongtrao.planning.workflow import Part

_AREA = {"rows": 4}


class VersionedForm(forms.Form):
    """A form that carries the version of the task it was made from."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class ProgressForm(VersionedForm):
    """A line of progress, with a file where there is one; or the report of completion."""

    text = forms.CharField(
        label=_("Nội dung"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 6})
    )
    file = forms.FileField(
        label=_("Tài liệu kèm theo"),
        required=False,
        help_text=_("Tệp Word, Excel, PDF, txt, csv hoặc ảnh png, jpg; tối đa 25 MB."),
    )
    done = forms.BooleanField(label=_("Báo cáo hoàn thành nhiệm vụ"), required=False)

    def __init__(self, *args: Any, can_finish: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not can_finish:
            del self.fields["done"]


class ConfirmForm(VersionedForm):
    """The decision on a report of completion."""

    text = forms.CharField(
        label=_("Nhận xét"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs=_AREA),
        help_text=_("Bắt buộc khi trả lại: nêu rõ việc cần bổ sung."),
    )


class ExtensionForm(VersionedForm):
    """A request for more time."""

    due_on = DayField(label=_("Xin gia hạn đến ngày"))
    reason = forms.CharField(
        label=_("Lý do"), max_length=20_000, widget=forms.Textarea(attrs=_AREA)
    )

    def asked(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        return {
            "asked_due_on": data["due_on"],
            "reason": data["reason"],
            "expected_version": data["row_version"],
        }


class ExtensionDecisionForm(forms.Form):
    """The answer to a request for more time."""

    reason = forms.CharField(
        label=_("Ý kiến"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs=_AREA),
        help_text=_("Bắt buộc khi không đồng ý."),
    )


class HaltForm(VersionedForm):
    """The paper by which a task is suspended or withdrawn."""

    paper = forms.CharField(
        label=_("Văn bản làm căn cứ"),
        max_length=200,
        help_text=_("Số, ký hiệu và ngày, ví dụ: Công văn 125/CAT-PV05 ngày 12/11/2026."),
    )
    reason = forms.CharField(
        label=_("Lý do"), max_length=2_000, required=False, widget=forms.Textarea(attrs=_AREA)
    )


class ResumeForm(VersionedForm):
    """A suspended task runs again."""

    due_on = DayField(
        label=_("Hạn mới"), required=False, help_text=_("Để trống thì giữ hạn hiện nay.")
    )
    reason = forms.CharField(
        label=_("Ghi chú"), max_length=2_000, required=False, widget=forms.Textarea(attrs=_AREA)
    )


class NoteForm(forms.Form):
    """A remark on a declaration."""

    note = forms.CharField(label=_("Ghi chú"), max_length=500, required=False)


class DoneOnForm(forms.Form):
    """The day on which work under a separate regime was done."""

    done_on = DayField(label=_("Ngày thực hiện xong"))


class AddresseesForm(forms.Form):
    """Bodies added to a requirement: a whole group as the paper names it, or single ones."""

    group = forms.ChoiceField(
        label=_("Cả nhóm cơ quan"),
        required=False,
        help_text=_("Khi văn bản giao chung, ví dụ: Công an cấp xã."),
    )
    bodies = BodiesField(label=_("Hoặc từng cơ quan"))
    part = forms.ChoiceField(label=_("Phần việc"), choices=Part.choices, initial=Part.LEAD)

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.actor = actor
        cast("BodiesField", self.fields["bodies"]).actor = actor
        groups = [(group.kind, group.label) for group in queries.body_groups(actor)]
        choices = cast("forms.ChoiceField", self.fields["group"])
        choices.choices = [("", _("Không chọn")), *groups]

    def clean(self) -> dict[str, Any]:
        """Refuse a form that names nobody."""
        data: dict[str, Any] = super().clean() or {}
        if not data.get("group") and not data.get("bodies") and not self.errors:
            raise forms.ValidationError(gettext("Hãy chọn nhóm hoặc ghi ít nhất một cơ quan."))
        return data

    def named(self) -> list[Body]:
        """Every body of the group and of the lines."""
        data = self.cleaned_data
        grouped = queries.bodies_of_group(self.actor, data["group"]) if data["group"] else []
        return [*grouped, *data["bodies"]]


class ContentForm(forms.Form):
    """The content of the programme to which a requirement belongs."""

    content = forms.ModelChoiceField(
        label=_("Nội dung chương trình"),
        queryset=ProgrammeContent.objects.none(),
        required=False,
        empty_label=_("Chưa xếp"),
    )

    def __init__(self, *args: Any, programme: Programme, **options: Any) -> None:
        super().__init__(*args, **options)
        content = cast("forms.ModelChoiceField[ProgrammeContent]", self.fields["content"])
        content.queryset = programme.contents.all()
