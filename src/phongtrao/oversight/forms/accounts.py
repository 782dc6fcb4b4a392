"""What is typed of outlines, summaries and requests to clarify."""

from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.oversight.actions import ClarificationTerms, OutlineTerms
from phongtrao.oversight.forms.fields import MOST_TEXT, long_text
from phongtrao.oversight.forms.remedies import criterion_choices
from phongtrao.reporting.actions.one_off import ADDED
from phongtrao.reporting.models import Round, official
from phongtrao.reporting.queries import rounds_for
from phongtrao.reporting.queries.designs import indicators_for


class OutlineForm(forms.Form):
    """The outline: points, figures and a day; or a round that is open already."""

    points = forms.MultipleChoiceField(
        label=_("Nội dung phải báo cáo"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    indicators = forms.MultipleChoiceField(
        label=_("Chỉ tiêu kèm theo"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Nhiều nhất 10 chỉ tiêu."),
    )
    due_on = DayField(
        label=_("Hạn gửi báo cáo"),
        required=False,
        help_text=_("Trước ngày bắt đầu kiểm tra; trùng ngày nghỉ thì chuyển sang ngày làm việc "
                    "kế tiếp."),
    )  # fmt: skip
    note = forms.CharField(label=_("Ghi chú, yêu cầu khác"), max_length=500, required=False)
    round = forms.ModelChoiceField(
        label=_("Hoặc dùng đợt báo cáo đã mở"),
        queryset=Round.objects.none(),
        required=False,
        help_text=_("Chọn đợt thì không lập đề cương mới."),
    )

    def __init__(self, *args: Any, actor: Actor, inspection: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["points"].choices = criterion_choices(inspection)  # type: ignore[attr-defined]  # of a ChoiceField
        self.fields["indicators"].choices = _by_section(actor)  # type: ignore[attr-defined]  # of a ChoiceField
        bodies = inspection.inspected.values("body_id")
        held = inspection.outlines.values("round_id")
        rounds = rounds_for(actor).filter(official(), locked_at=None, reports__body__in=bodies)
        self.fields["round"].queryset = rounds.exclude(pk__in=held).distinct()  # type: ignore[attr-defined]  # of a ModelChoiceField

    def terms(self) -> OutlineTerms:
        """What the action takes; only of a valid form."""
        return OutlineTerms(**self.cleaned_data)


def _by_section(actor: Actor) -> list[tuple[str, list[tuple[str, str]]]]:
    """The indicators that may be asked for, by the section of the catalogue."""
    rows = indicators_for(actor).filter(is_enabled=True, kind__in=ADDED).order_by("code")
    ordered = sorted(rows, key=lambda row: row.section_code)
    return [
        (section, [(row.code, f"{row.name} ({row.code}, {row.unit})") for row in found])
        for section, found in groupby(ordered, key=lambda row: row.section)
    ]


class SummaryForm(forms.Form):
    """The summary of an inspected body."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = long_text(_("Nội dung báo cáo tóm tắt"), rows=12)
    paper = forms.CharField(label=_("Văn bản (số, ngày)"), max_length=200, required=False)


class ClarificationForm(forms.Form):
    """A request to clarify."""

    body = forms.ModelChoiceField(label=_("Cơ quan phải làm rõ"), queryset=Body.objects.none())
    criterion = forms.ChoiceField(label=_("Nội dung kiểm tra"))
    text = forms.CharField(
        label=_("Nội dung cần làm rõ"),
        max_length=MOST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Hỏi về việc của cơ quan; không hỏi về người dân cụ thể."),
    )
    asked_by = DayField(
        label=_("Hạn trả lời"),
        help_text=_("Trùng ngày nghỉ thì chuyển sang ngày làm việc kế tiếp."),
    )

    def __init__(self, *args: Any, inspection: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["criterion"].choices = criterion_choices(inspection)  # type: ignore[attr-defined]  # of a ChoiceField
        inspected = inspection.inspected.values("body_id")
        self.fields["body"].queryset = Body.objects.filter(pk__in=inspected)  # type: ignore[attr-defined]  # of a ModelChoiceField

    def terms(self) -> ClarificationTerms:
        """What the action takes; only of a valid form."""
        return ClarificationTerms(**self.cleaned_data)


class ClarificationStepForm(forms.Form):
    """A verb of a request to clarify with its words, papers and day."""

    verb = forms.CharField(max_length=20, widget=forms.HiddenInput)
    expected_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(label=_("Nội dung"), max_length=MOST_TEXT, required=False)
    papers = forms.CharField(label=_("Tài liệu (số, ngày văn bản)"), max_length=500, required=False)
    asked_by = DayField(label=_("Hạn trả lời"), required=False)
