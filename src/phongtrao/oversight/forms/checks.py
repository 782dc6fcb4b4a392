"""What is typed of documents seen and of the checklist."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.core.formats import date_vn
from phongtrao.org.models import Body
from phongtrao.oversight.actions import DocumentTerms, Finding, Handing
from phongtrao.oversight.forms.fields import long_text
from phongtrao.oversight.forms.remedies import criterion_choices
from phongtrao.oversight.models import InspectionSession
from phongtrao.oversight.rules import RESULTS
from phongtrao.oversight.workflow import DocumentState, SessionState


def result_choices() -> list[tuple[str, Any]]:
    """What may be found of a point, in the reader's language."""
    return [(code, _(name)) for code, name in RESULTS]


class SessionField(forms.ModelChoiceField):
    """A session of the inspection, by its day and title."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            label=_("Buổi làm việc"),
            queryset=InspectionSession.objects.none(),
            required=False,
            empty_label=_("Ngoài buổi làm việc"),
            **options,
        )

    def label_from_instance(self, obj: Any) -> str:
        """The day first: titles are often alike."""
        return f"{date_vn(obj.held_on)}: {obj.title}"


def _offer(form: forms.Form, inspection: Any) -> None:
    """The bodies, points and sessions of one inspection."""
    fields: dict[str, Any] = form.fields
    fields["body"].queryset = Body.objects.filter(pk__in=inspection.inspected.values("body_id"))
    fields["criterion"].choices = criterion_choices(inspection)
    fields["session"].queryset = inspection.sessions.exclude(state=SessionState.CALLED_OFF)


class DocumentForm(forms.Form):
    """A document that was asked for: which, of whom, for which point, whether it was seen."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    body = forms.ModelChoiceField(label=_("Cơ quan được kiểm tra"), queryset=Body.objects.none())
    criterion = forms.ChoiceField(label=_("Nội dung kiểm tra"))
    subject = forms.CharField(label=_("Trích yếu, tên tài liệu"), max_length=500)
    number = forms.CharField(label=_("Số, ký hiệu"), max_length=80, required=False)
    issued_on = DayField(label=_("Ngày văn bản"), required=False)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=200, required=False)
    session = SessionField()
    state = forms.ChoiceField(label=_("Tình trạng"), choices=DocumentState.choices, initial="seen")
    day = DayField(label=_("Ngày xem, ngày đề nghị"))
    reason = forms.CharField(
        label=_("Lý do chưa hoặc từ chối cung cấp"),
        max_length=500,
        required=False,
        help_text=_("Ghi theo lời cơ quan được kiểm tra; đã xem thì để trống."),
    )

    def __init__(
        self, *args: Any, inspection: Any, is_entered: bool = False, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        _offer(self, inspection)
        if is_entered:
            for name in ("state", "day", "reason"):
                del self.fields[name]

    def terms(self) -> DocumentTerms:
        """What the action takes; only of a valid form."""
        names = ("body", "criterion", "subject", "number", "issued_on", "issuer", "session")
        return DocumentTerms(**{name: self.cleaned_data[name] for name in names})

    def handing(self) -> Handing:
        """Whether it was seen; only of a valid form of a new one."""
        return Handing(**{name: self.cleaned_data[name] for name in ("state", "day", "reason")})


class DocumentStepForm(forms.Form):
    """A verb of a document with its day and the reason given."""

    verb = forms.CharField(max_length=20, widget=forms.HiddenInput)
    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    day = DayField(label=_("Ngày"))
    reason = forms.CharField(label=_("Lý do"), max_length=500, required=False)


class FindingForm(forms.Form):
    """One line of the checklist."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    body = forms.ModelChoiceField(queryset=Body.objects.none(), widget=forms.HiddenInput)
    criterion = forms.ChoiceField(widget=forms.HiddenInput)
    result = forms.ChoiceField(label=_("Kết quả"), choices=result_choices)
    session = SessionField()
    strengths = long_text(_("Ưu điểm"), rows=3)
    limits = long_text(_("Tồn tại, hạn chế"), rows=3)
    causes = long_text(_("Nguyên nhân"), rows=2)
    evidence = long_text(
        _("Căn cứ"), rows=2, help_text=_("Thêm vào các tài liệu đã xem của cùng nội dung.")
    )

    def __init__(self, *args: Any, inspection: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _offer(self, inspection)

    def terms(self) -> Finding:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        return Finding(**{name: data[name] for name in data if name != "row_version"})
