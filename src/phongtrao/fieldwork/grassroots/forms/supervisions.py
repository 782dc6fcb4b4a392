"""Forms of supervision: filters, the plan, the advice, the answer, a reason."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.fields import DayField
from phongtrao.fieldwork.grassroots.actions import Advice, Answer, SupervisionTerms
from phongtrao.fieldwork.grassroots.models import Supervision
from phongtrao.fieldwork.grassroots.rules import vocabulary
from phongtrao.fieldwork.grassroots.workflow import SupervisionState
from phongtrao.fieldwork.register.forms import EntryFilter, EntryForm, choices_of
from phongtrao.org.permissions import Actor
from phongtrao.planning.forms.fields import NearBodyField
from phongtrao.planning.forms.filters import DayFilter, FoldedFilter

_ALL = _("Tất cả")


def kind_choices() -> list[tuple[str, str]]:
    """The kinds."""
    return choices_of(vocabulary().kinds)


def method_choices() -> list[tuple[str, str]]:
    """The ways of all kinds; an action refuses one of another kind."""
    return choices_of(vocabulary().methods)


def outcome_choices() -> list[tuple[str, str]]:
    """What an answer may come to."""
    return choices_of(vocabulary().outcomes)


class SupervisionFilter(EntryFilter):
    """Filters of the register."""

    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=kind_choices, label=_("Loại"), empty_label=_ALL
    )
    trang_thai = django_filters.ChoiceFilter(
        field_name="state", choices=SupervisionState.choices, label=_("Trạng thái"),
        empty_label=_ALL,
    )  # fmt: skip
    hoi_ai = FoldedFilter(field_name="asked__name_folded", label=_("Cơ quan được kiến nghị"))
    tra_loi = django_filters.ChoiceFilter(
        choices=[("qua_han", _("Quá hạn chưa trả lời")), ("cho", _("Chờ trả lời"))],
        method="by_answer",
        label=_("Trả lời"),
        empty_label=_ALL,
    )
    y_kien_tu = DayFilter(field_name="advice_on", lookup_expr="gte", label=_("Ý kiến từ ngày"))
    y_kien_den = DayFilter(field_name="advice_on", lookup_expr="lte", label=_("đến ngày"))
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)

    class Meta:
        model = Supervision
        fields: list[str] = []

    def by_answer(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Advice without an answer, all or those past the day it was due."""
        waiting = rows.filter(state=SupervisionState.ADVICE_SENT)
        return waiting.filter(answer_by__lt=clock.today()) if value == "qua_han" else waiting


class SupervisionForm(EntryForm):
    """The plan of one supervision or criticism."""

    kind = forms.ChoiceField(label=_("Loại"), choices=kind_choices)
    method = forms.ChoiceField(label=_("Hình thức"), choices=method_choices)
    subject = forms.CharField(
        label=_("Nội dung giám sát, dự thảo được phản biện"),
        max_length=400,
        help_text=_("Ghi việc, văn bản; không ghi tên người."),
    )
    asked = NearBodyField(label=_("Cơ quan được giám sát, phản biện"))
    plan_paper = forms.CharField(
        label=_("Kế hoạch, văn bản yêu cầu (số, ngày, cơ quan ban hành)"),
        max_length=200,
        required=False,
    )
    starts_on = DayField(label=_("Từ ngày"))
    ends_on = DayField(label=_("Đến ngày"))
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out
    field_order = ["kind", "method", "subject", "asked", "plan_paper", "starts_on", "ends_on",
                   "area", "programme"]  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, actor=actor, **options)
        self.fields["asked"].actor = actor  # type: ignore[attr-defined]  # declared by BodyField

    def terms(self) -> SupervisionTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "kind", "method", "subject", "asked", "starts_on", "ends_on",
                 "plan_paper")  # fmt: skip
        return SupervisionTerms(area_id=self.area_id, **{name: data[name] for name in names})


class AdviceForm(forms.Form):
    """The advice that went out."""

    paper = forms.CharField(
        label=_("Văn bản kiến nghị (số, ký hiệu)"), max_length=200, required=False
    )
    sent_on = DayField(label=_("Ngày gửi"))
    answer_by = DayField(
        label=_("Hạn trả lời"),
        required=False,
        help_text=_("Để trống thì tính theo danh mục; trùng ngày nghỉ thì chuyển sang ngày sau."),
    )
    points = forms.CharField(
        label=_("Các điểm kiến nghị"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Mỗi điểm một dòng; không ghi tên người."),
    )

    def terms(self) -> Advice:
        """What the action takes; only of a valid form."""
        return Advice(**self.cleaned_data)


class AnswerForm(forms.Form):
    """The answer that came."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    paper = forms.CharField(
        label=_("Văn bản trả lời (số, ký hiệu)"), max_length=200, required=False
    )
    answered_on = DayField(label=_("Ngày trả lời"))
    outcome = forms.ChoiceField(label=_("Kết quả"), choices=outcome_choices)
    text = forms.CharField(
        label=_("Nội dung trả lời, giải trình"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def terms(self) -> Answer:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("paper", "answered_on", "outcome", "text")
        return Answer(**{name: data[name] for name in names})


class ReasonForm(forms.Form):
    """Why something is taken back or does not take place."""

    reason = forms.CharField(label=_("Lý do"), max_length=300)
