"""Schemes as they are typed: a new one, its plan, a stage that is done, the filters of the list."""

from collections.abc import Sequence
from typing import Any, cast

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.fields import DayField
from phongtrao.org.permissions import Actor
from phongtrao.planning.actions import SchemeSpec, StagePlan
from phongtrao.planning.forms.fields import NearBodyField, offer_programmes
from phongtrao.planning.forms.filters import FoldedFilter
from phongtrao.planning.models import CommentRound, Programme, Scheme, SchemeStage
from phongtrao.planning.rules import stage_lists
from phongtrao.planning.workflow import SchemeState, StageState


def _kinds() -> list[tuple[str, str]]:
    return [(row.code, row.name) for row in stage_lists().values()]


class SchemeForm(forms.Form):
    """A scheme to be followed; its stages are planned on the next page."""

    programme = forms.ModelChoiceField(
        label=_("Chương trình"), queryset=Programme.objects.all(), empty_label=None
    )
    title = forms.CharField(
        label=_("Tên đề án, dự thảo"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    kind = forms.ChoiceField(
        label=_("Loại"), choices=_kinds, help_text=_("Loại quyết định các giai đoạn.")
    )
    note = forms.CharField(
        label=_("Ghi chú"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        """Offer the programmes that the actor may see."""
        super().__init__(*args, **kwargs)
        offer_programmes(self, actor)

    def spec(self) -> SchemeSpec:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        return SchemeSpec(data["programme"], data["title"], data["kind"], note=data["note"])


class StagesForm(forms.Form):
    """Whose turn each open stage is and when it should be done."""

    def __init__(
        self, *args: Any, actor: Actor, stages: Sequence[SchemeStage], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.stages = [stage for stage in stages if stage.state == StageState.OPEN]
        for stage in self.stages:
            body = NearBodyField(
                label=_("Cơ quan thực hiện: %(stage)s") % {"stage": stage.name},
                initial=stage.body.name,
            )
            body.actor = actor
            self.fields[f"body_{stage.position}"] = body
            self.fields[f"planned_{stage.position}"] = DayField(
                label=_("Ngày dự kiến: %(stage)s") % {"stage": stage.name},
                required=False,
                initial=stage.planned_on,
            )

    def rows(self) -> list[dict[str, Any]]:
        """Each open stage with its two fields."""
        return [
            {
                "stage": stage,
                "body": self[f"body_{stage.position}"],
                "planned": self[f"planned_{stage.position}"],
            }
            for stage in self.stages
        ]

    def plans(self) -> list[StagePlan]:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        return [
            StagePlan(
                stage.position, data[f"body_{stage.position}"], data[f"planned_{stage.position}"]
            )
            for stage in self.stages
        ]


class StageDoneForm(forms.Form):
    """A stage that is done."""

    done_on = DayField(label=_("Ngày hoàn thành"))
    note = forms.CharField(
        label=_("Kết quả, ghi chú"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    comment_round = forms.ModelChoiceField(
        label=_("Đợt lấy ý kiến"),
        queryset=CommentRound.objects.none(),
        required=False,
        empty_label=_("Không gắn"),
    )
    file = forms.FileField(
        label=_("Tài liệu kèm theo"),
        required=False,
        help_text=_("Tệp Word, Excel, PDF, txt, csv hoặc ảnh png, jpg; tối đa 25 MB."),
    )

    def __init__(
        self, *args: Any, rounds: QuerySet[CommentRound] | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        if rounds is None:
            del self.fields["comment_round"]
        else:
            field = cast("forms.ModelChoiceField[CommentRound]", self.fields["comment_round"])
            field.queryset = rounds


class StageSkipForm(forms.Form):
    """A stage that is left out."""

    note = forms.CharField(
        label=_("Lý do không áp dụng"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SchemeStopForm(forms.Form):
    """The paper by which work is stopped."""

    paper = forms.CharField(
        label=_("Văn bản làm căn cứ"),
        max_length=200,
        help_text=_("Số, ký hiệu và ngày, ví dụ: Công văn 125/CAT-PV05 ngày 12/11/2026."),
    )


class SchemeFilter(django_filters.FilterSet):
    """Filters of the list of schemes."""

    tu_khoa = FoldedFilter(field_name="search_folded", label=_("Từ khóa"))
    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=_kinds, label=_("Loại"), empty_label=_("Tất cả")
    )
    trang_thai = django_filters.ChoiceFilter(
        field_name="state",
        choices=SchemeState.choices,
        label=_("Trạng thái"),
        empty_label=_("Tất cả"),
    )
    tien_do = django_filters.ChoiceFilter(
        choices=[("cham", _("Chậm tiến độ"))],
        method="of_lateness",
        label=_("Tiến độ"),
        empty_label=_("Tất cả"),
    )
    co_quan = FoldedFilter(field_name="body__name_folded", label=_("Cơ quan chủ trì"))

    class Meta:
        model = Scheme
        fields: list[str] = []

    def of_lateness(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Running schemes whose current stage is past its plan."""
        return rows.filter(state=SchemeState.RUNNING, current_planned_on__lt=clock.today())
