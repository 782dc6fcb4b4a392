"""The form of a plan, with the sets of areas it prefers as rows."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.fieldwork.events.actions import PlanTerms, PrioritySpec
from phongtrao.fieldwork.events.models import FestivalPlan
from phongtrao.fieldwork.events.rules import KINDS
from phongtrao.fieldwork.register.forms import EntryForm, FigureField
from phongtrao.org.models import AreaSet

_MOST_ROWS = 12
_SPARE_ROWS = 3


def _kinds() -> list[tuple[str, Any]]:
    return [(code, _(name)) for code, name in KINDS]


class PlanForm(EntryForm):
    """One plan."""

    title = forms.CharField(label=_("Tên kế hoạch"), max_length=300)
    kind = forms.ChoiceField(label=_("Ngày hội"), choices=_kinds)
    year = forms.IntegerField(label=_("Năm"), min_value=2005, max_value=2100)
    opens_on = DayField(label=_("Tổ chức từ ngày"))
    closes_on = DayField(label=_("Đến ngày"))
    result_due_on = DayField(label=_("Hạn báo cáo kết quả"), required=False)
    central_sites = FigureField(
        label=_("Số điểm Trung ương chọn"), highest=500, required=False,
        help_text=_("Số điểm cần chọn trong các điểm đề nghị; để trống nếu không chọn."),
    )  # fmt: skip
    provincial_sites = FigureField(
        label=_("Số điểm cấp tỉnh"), highest=500, required=False
    )  # fmt: skip
    plan_paper = forms.CharField(
        label=_("Kế hoạch (số, ngày, cơ quan ban hành)"), max_length=200, required=False
    )
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out
    field_order = ["title", "kind", "year", "opens_on", "closes_on", "result_due_on",
                   "central_sites", "provincial_sites", "plan_paper", "area",
                   "programme"]  # fmt: skip

    def terms(self, priorities: list[PrioritySpec]) -> PlanTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "title", "kind", "year", "opens_on", "closes_on", "result_due_on",
                 "plan_paper")  # fmt: skip
        return PlanTerms(
            area_id=self.area_id,
            central_sites=data["central_sites"] or 0,
            provincial_sites=data["provincial_sites"] or 0,
            priorities=priorities,
            **{name: data[name] for name in names},
        )


class PriorityRowForm(forms.Form):
    """One preferred set; a row without a set is none."""

    area_set = forms.ModelChoiceField(
        label=_("Tập địa bàn"),
        queryset=AreaSet.objects.all(),
        required=False,
        empty_label=_("Không chọn"),
    )
    weight = FigureField(label=_("Điểm ưu tiên"), highest=1000, required=False)
    least_sites = FigureField(label=_("Ít nhất (điểm)"), highest=500, required=False)


class PriorityRows(forms.BaseFormSet):
    """The preferred sets as rows."""

    def specs(self) -> list[PrioritySpec]:
        """The rows with a set, as the action takes them."""
        return [
            PrioritySpec(row["area_set"], row["weight"] or 0, row["least_sites"] or 0)
            for row in (form.cleaned_data for form in self.forms)
            if row.get("area_set")
        ]


def priority_rows(plan: FestivalPlan | None, data: Any = None) -> PriorityRows:
    """The rows of a plan and a few spare ones."""
    made = forms.formset_factory(
        PriorityRowForm,
        formset=PriorityRows,
        extra=_SPARE_ROWS,
        max_num=_MOST_ROWS,
        absolute_max=_MOST_ROWS,
        validate_max=True,
    )
    rows = plan.priorities.all() if plan is not None else ()
    initial = [
        {"area_set": row.area_set_id, "weight": row.weight, "least_sites": row.least_sites}
        for row in rows
    ]
    return cast("PriorityRows", made(data, prefix="uu-tien", initial=initial))
