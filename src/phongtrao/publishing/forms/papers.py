"""What is typed about papers: round, head, line, number, to whom it goes, who received it."""

from collections.abc import Sequence
from typing import Any, cast

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.middleware import actor_of
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.forms.fields import NearBodiesField, offer_programmes
from phongtrao.planning.models import Programme
from phongtrao.publishing import permissions
from phongtrao.publishing.actions import Raising
from phongtrao.publishing.models import Paper, PaperLine
from phongtrao.publishing.rules.drafting import HEAD, LONGEST_LINE, HeadField
from phongtrao.publishing.workflow import (
    PaperState,
    SigningAuthority,
    StepKind,
)
from phongtrao.reporting.exports import period_name
from phongtrao.reporting.models import ReportTemplate, Round
from phongtrao.reporting.queries import rounds_for
from phongtrao.reporting.queries.designs import templates_for

_MOST_ROUNDS = 200


def _templates_within_reach(request: HttpRequest | None) -> QuerySet[ReportTemplate]:
    """The forms that a filter offers: a form of another province is not even named."""
    if request is None:
        return ReportTemplate.objects.none()
    return templates_for(actor_of(request))


class RaisingForm(forms.Form):
    """Which of a paper's proposals go to whom."""

    lines = forms.MultipleChoiceField(label=_("Kiến nghị"), widget=forms.CheckboxSelectMultiple)
    programme = forms.ModelChoiceField(
        label=_("Chương trình"), queryset=Programme.objects.none(), empty_label=None
    )
    addressees = NearBodiesField(
        label=_("Gửi cơ quan"),
        help_text=_("Cơ quan cấp trên hoặc cùng cấp; mỗi dòng một cơ quan, ghi tên đầy đủ."),
    )
    answer_by = DayField(
        label=_("Đề nghị trả lời trước hoặc trong ngày"),
        required=False,
        help_text=_("Để trống thì tính theo thời hạn mặc định."),
    )

    def __init__(
        self, *args: Any, actor: Actor, lines: Sequence[PaperLine], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        offer_programmes(self, actor)
        cast("NearBodiesField", self.fields["addressees"]).actor = actor
        waiting = [(str(line.pk), line.text) for line in lines if line.proposal_id is None]
        cast("forms.MultipleChoiceField", self.fields["lines"]).choices = waiting
        self.initial.setdefault("lines", [key for key, _text in waiting])

    def raising(self) -> Raising:
        """What was chosen."""
        sent = self.cleaned_data
        return Raising(
            lines=[int(key) for key in sent["lines"]],
            programme=sent["programme"],
            addressees=sent["addressees"],
            answer_by=sent["answer_by"],
        )


class PaperFilter(django_filters.FilterSet):
    """Which papers: words of the title, state, form."""

    tu_khoa = django_filters.CharFilter(method="by_words", label=_("Từ khóa"))
    trang_thai = django_filters.ChoiceFilter(
        field_name="state",
        choices=PaperState.choices,
        label=_("Trạng thái"),
        empty_label=_("Tất cả"),
    )
    bieu_mau = django_filters.ModelChoiceFilter(
        field_name="round__template_version__template",
        queryset=_templates_within_reach,
        label=_("Biểu mẫu"),
        empty_label=_("Tất cả"),
    )

    class Meta:
        model = Paper
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Paper], name: str, value: str) -> QuerySet[Paper]:
        """Papers whose title holds every word, with or without marks."""
        for word in fold(tidy_line(value)).split()[:12]:
            rows = rows.filter(title_folded__contains=word)
        return rows


class LayoutCheckForm(forms.Form):
    """The paper whose layout is checked."""

    file = forms.FileField(
        label=_("Tệp Word"),
        help_text=_("Tệp docx; tệp doc, odt, rtf được chuyển sang docx rồi kiểm tra."),
        widget=forms.FileInput(attrs={"accept": ".docx,.doc,.odt,.rtf"}),
    )


class WordTemplateForm(forms.Form):
    """A body's own template."""

    file = forms.FileField(
        label=_("Tệp mẫu"),
        help_text=_("Tệp docx sửa từ mẫu có sẵn; được kiểm tra và điền thử trước khi lưu."),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )


class RoundChoiceForm(forms.Form):
    """The round whose reports become a paper."""

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        area_id = actor.body.area_id if actor.body else 0
        self.rounds: dict[str, Round] = {
            str(row.pk): row
            for row in rounds_for(actor).order_by("-last_day", "-pk")[:_MOST_ROUNDS]
            if permissions.can_draft(actor, row, area_id)
        }
        choices = [
            (key, f"{row.template_version.template.name} – {period_name(row)}")
            for key, row in self.rounds.items()
        ]
        self.fields["round"] = forms.ChoiceField(label=_("Đợt báo cáo"), choices=choices)


class HeadForm(forms.Form):
    """The head of a paper and its phiếu trình, field for field as `rules.HEAD` has them."""

    row_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in HEAD.items():
            self.fields[name] = head_field(name, field)


class LineForm(forms.Form):
    """The words of one line."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label=_("Nội dung"), max_length=LONGEST_LINE, widget=forms.Textarea(attrs={"rows": 5})
    )


class IssueForm(forms.Form):
    """Number and date from the agency's register."""

    row_version = forms.IntegerField(widget=forms.HiddenInput)
    number = forms.CharField(
        label=_("Số"), max_length=10, help_text=_("Số trong sổ văn bản đi của cơ quan, ví dụ 125.")
    )
    issued_on = forms.DateField(label=_("Ngày ban hành"))


class NoteForm(forms.Form):
    """A leader's note: words, or a picture of what he wrote by hand."""

    row_version = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Nội dung bút phê"),
        max_length=8_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    file = forms.FileField(
        label=_("Ảnh chụp hoặc bản quét bút phê"),
        required=False,
        help_text=_("Ảnh hoặc PDF; có ảnh thì không cần ghi lại lời."),
    )


class ReasonForm(forms.Form):
    """Why a paper goes back."""

    row_version = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Lý do trả lại"), max_length=8_000, widget=forms.Textarea(attrs={"rows": 5})
    )


# What a clerk may have in hand at each place of the way; the likeliest first.
_ON_PAPER = {
    PaperState.SUBMITTED: (StepKind.CONTENT, StepKind.SIGNED, StepKind.RETURNED),
    PaperState.CHECKED: (StepKind.LAYOUT, StepKind.SIGNED, StepKind.RETURNED),
    PaperState.PRESENTED: (StepKind.SIGNED, StepKind.NOTED, StepKind.RETURNED),
    PaperState.SIGNED: (StepKind.RETURNED,),
}


class SignedCopyForm(forms.Form):
    """Who signed something on paper, when, and its copy."""

    signer = forms.CharField(
        label=_("Người ký"),
        max_length=120,
        help_text=_("Họ và tên như trên bản giấy."),
        widget=forms.TextInput(attrs={"list": "nguoi-dang-giu-chuc", "autocomplete": "off"}),
    )
    office = forms.CharField(label=_("Chức vụ"), max_length=110, required=False)
    signed_on = DayField(label=_("Ngày ký"))
    file = forms.FileField(label=_("Bản đã ký"), help_text=_("Tệp PDF hoặc ảnh chụp."))


class RecordForm(SignedCopyForm):
    """A step that was taken on paper."""

    field_order = ("row_version", "kind", "signer", "office", "signed_on", "text", "file")
    row_version = forms.IntegerField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Bản giấy ghi nhận"))
    text = forms.CharField(
        label=_("Lời ghi trên bản giấy"),
        max_length=8_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bắt buộc khi trả lại: ghi lý do."),
    )

    def __init__(self, *args: Any, state: str, **options: Any) -> None:
        super().__init__(*args, **options)
        kinds = _ON_PAPER.get(PaperState(state), ())
        choice = cast("forms.ChoiceField", self.fields["kind"])
        choice.choices = [(kind.value, kind.label) for kind in kinds]


class AskForm(forms.Form):
    """Whose word is asked, and about what."""

    body = forms.ChoiceField(label=_("Cơ quan cùng địa bàn"), required=False)
    unit = forms.CharField(
        label=_("Hoặc đơn vị khác"),
        max_length=200,
        required=False,
        help_text=_("Đơn vị không dùng hệ thống; ý kiến được ghi nhận theo bản giấy."),
    )
    text = forms.CharField(
        label=_("Nội dung xin ý kiến"), max_length=8_000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, bodies: Sequence[Body], **options: Any) -> None:
        super().__init__(*args, **options)
        choice = cast("forms.ChoiceField", self.fields["body"])
        choice.choices = [("", _("Không chọn")), *((str(b.pk), b.name) for b in bodies)]
        self._bodies = {str(body.pk): body for body in bodies}

    @property
    def chosen(self) -> Body | None:
        """The body that is asked; None where a unit is named."""
        return self._bodies.get(self.cleaned_data["body"])


class AnswerForm(forms.Form):
    """The word of a body on a paper."""

    text = forms.CharField(
        label=_("Ý kiến"), max_length=8_000, widget=forms.Textarea(attrs={"rows": 6})
    )


class RecordedAnswerForm(SignedCopyForm):
    """A word that came on paper."""

    field_order = ("text", "signer", "office", "signed_on", "file")
    text = forms.CharField(
        label=_("Ý kiến trên bản giấy"), max_length=8_000, widget=forms.Textarea(attrs={"rows": 6})
    )


class RulesForm(forms.Form):
    """Which initials a body asks for."""

    needs_content = forms.BooleanField(label=_("Cần ký nháy nội dung"), required=False)
    needs_layout = forms.BooleanField(label=_("Cần ký nháy thể thức"), required=False)
    basis = forms.CharField(
        label=_("Căn cứ"),
        max_length=300,
        required=False,
        help_text=_("Quy chế văn thư hoặc quy định của cơ quan; bắt buộc khi bỏ một bước."),
    )


def head_field(name: str, field: HeadField) -> forms.Field:
    """The field of a form for one part of a paper."""
    label, hint = gettext_lazy(field.label), gettext_lazy(field.hint) if field.hint else ""
    if name in {"signer_authority", "authority"}:
        return forms.ChoiceField(
            label=label, choices=SigningAuthority.choices, required=field.required
        )
    widget = forms.Textarea(attrs={"rows": field.lines}) if field.lines > 1 else forms.TextInput()
    return forms.CharField(
        label=label,
        help_text=hint,
        required=field.required,
        max_length=field.longest,
        widget=widget,
    )
