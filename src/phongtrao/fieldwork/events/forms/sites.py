"""Forms of a site: its facts, its steps, its result, and a row of the sheet that holds all."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.fieldwork.events.actions import ResultTerms, SiteTerms
from phongtrao.fieldwork.events.exports import FIGURES
from phongtrao.fieldwork.events.forms.filters import level_choices
from phongtrao.fieldwork.events.models import FestivalPlan
from phongtrao.fieldwork.events.queries import plans_offered
from phongtrao.fieldwork.events.rules import MOST_MONEY, MOST_PEOPLE
from phongtrao.fieldwork.register.forms import EntryForm, FigureField
from phongtrao.org.permissions import Actor

_MONEY = ("gift_value", "gift_budget", "gift_social", "gift_merged",
          "cost", "cost_budget", "cost_social", "cost_merged")  # fmt: skip


class SiteForm(EntryForm):
    """One site."""

    title = forms.CharField(
        label=_("Tên điểm"), max_length=200, help_text=_("Ví dụ: thôn 2, xã Đăk Hà.")
    )
    plan = forms.ModelChoiceField(
        label=_("Theo kế hoạch"), queryset=FestivalPlan.objects.none(), empty_label=None
    )
    level = forms.ChoiceField(label=_("Cấp"), choices=level_choices)
    venue = forms.CharField(label=_("Địa điểm"), max_length=200, required=False)
    held_on = DayField(
        label=_("Ngày tổ chức"), required=False, help_text=_("Để trống nếu chưa ấn định.")
    )
    first_day = DayField(
        label=_("Có thể tổ chức từ ngày"),
        required=False,
        help_text=_("Để trống là cả thời gian của kế hoạch."),
    )
    last_day = DayField(label=_("đến ngày"), required=False)
    expected = FigureField(
        label=_("Số người dự kiến"), highest=MOST_PEOPLE, required=False
    )  # fmt: skip
    models_to_launch = FigureField(
        label=_("Mô hình sẽ ra mắt"), highest=1000, required=False
    )  # fmt: skip
    fallback = forms.CharField(
        label=_("Phương án khi thời tiết xấu"), max_length=500, required=False,
        help_text=_("Ví dụ: chuyển vào hội trường xã, hoặc lùi sang ngày hôm sau."),
    )  # fmt: skip
    note = forms.CharField(label=_("Ghi chú"), max_length=500, required=False)
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out
    field_order = ["title", "plan", "level", "held_on", "venue", "first_day", "last_day",
                   "expected", "models_to_launch", "fallback", "note", "area",
                   "programme"]  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, actor=actor, **options)
        plan = cast("forms.ModelChoiceField[FestivalPlan]", self.fields["plan"])
        # A site keeps its plan, also one of a former body.
        known = FestivalPlan.objects.filter(pk=self.initial.get("plan") or 0)
        plan.queryset = plans_offered(actor) | known

    def terms(self) -> SiteTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "title", "plan", "level", "venue", "held_on", "first_day",
                 "last_day", "fallback", "note")  # fmt: skip
        return SiteTerms(
            area_id=self.area_id,
            expected=data["expected"] or 0,
            models_to_launch=data["models_to_launch"] or 0,
            **{name: data[name] for name in names},
        )


class ApproveForm(forms.Form):
    """On which day the site is held, by which decision."""

    day = DayField(label=_("Ngày tổ chức"))
    paper = forms.CharField(
        label=_("Văn bản duyệt (số, ngày)"), max_length=200, required=False
    )  # fmt: skip


class StepForm(forms.Form):
    """A verb of a site, with the reason and the day where it needs them."""

    verb = forms.CharField(max_length=20, widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Lý do"), max_length=300, required=False)
    day = DayField(label=_("Ngày mới"), required=False)


def _figure(name: str, title: Any) -> FigureField:
    highest = MOST_MONEY if name in _MONEY else MOST_PEOPLE
    return FigureField(label=title, highest=highest, required=False)


class ResultForm(forms.Form):
    """The figures of a result; what is left empty is 0."""

    lessons = forms.CharField(
        label=_("Đánh giá, kinh nghiệm"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        figures = {name: _figure(name, title) for name, title in FIGURES}
        self.fields = figures | self.fields

    def terms(self) -> ResultTerms:
        """What the action takes; only of a valid form."""
        figures: dict[str, Any] = {n: self.cleaned_data[n] or 0 for n, _title in FIGURES}
        return ResultTerms(lessons=self.cleaned_data["lessons"], **figures)


class HeldRowForm(SiteForm):
    """A row of the sheet: a site, and its figures where it has been held."""

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, actor=actor, **options)
        for name, title in FIGURES:
            self.fields[name] = _figure(name, title)

    def result(self) -> ResultTerms | None:
        """The figures; None for a site that has not been held yet."""
        data = self.cleaned_data
        if data["attendances"] is None:
            return None
        figures: dict[str, Any] = {name: data[name] or 0 for name, _title in FIGURES}
        return ResultTerms(**figures)
