"""Proposals as they are typed: a new one, an answer, the filters of the list."""

from typing import Any, cast

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.fields import DayField
from phongtrao.intake.rules import place_of
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.actions import ProposalSpec
from phongtrao.planning.forms.fields import NearBodiesField, NearBodyField, offer_programmes
from phongtrao.planning.forms.filters import DayFilter, FoldedFilter
from phongtrao.planning.models import (
    Programme,
    ProgrammeDocument,
    ProposalAddressee,
    Requirement,
    Task,
)
from phongtrao.planning.workflow import AnswerState, ProposalOrigin

_BY_HAND = (
    ProposalOrigin.DIRECT,
    ProposalOrigin.REPORT,
    ProposalOrigin.INSPECTION,
    ProposalOrigin.MEETING,
)
_PAPER_HELP = _("Số, ký hiệu và ngày, ví dụ: Công văn 125/CAT-PV05 ngày 12/11/2026.")


class ProposalForm(forms.Form):
    """A proposal: of whom, to whom, about what, with its place of origin."""

    programme = forms.ModelChoiceField(
        label=_("Chương trình"), queryset=Programme.objects.none(), empty_label=None
    )
    asker = forms.ChoiceField(label=_("Cơ quan kiến nghị"))
    text = forms.CharField(
        label=_("Nội dung kiến nghị, đề xuất"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    addressees = NearBodiesField(
        label=_("Gửi cơ quan"),
        help_text=_("Cơ quan cấp trên hoặc cùng cấp; mỗi dòng một cơ quan, ghi tên đầy đủ."),
    )
    origin = forms.ChoiceField(label=_("Nảy sinh từ"))
    origin_text = forms.CharField(
        label=_("Dẫn chiếu"),
        max_length=300,
        required=False,
        help_text=_("Tên báo cáo, đoàn kiểm tra hoặc hội nghị, nếu có."),
    )
    paper = forms.CharField(
        label=_("Văn bản kiến nghị"), max_length=200, required=False, help_text=_PAPER_HELP
    )
    proposed_on = DayField(label=_("Ngày kiến nghị"))
    answer_by = DayField(
        label=_("Đề nghị trả lời trước hoặc trong ngày"),
        required=False,
        help_text=_("Để trống thì tính theo thời hạn mặc định."),
    )

    def __init__(
        self,
        *args: Any,
        actor: Actor,
        task: Task | None = None,
        document: ProgrammeDocument | None = None,
        requirement: Requirement | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        offer_programmes(self, actor)
        self.task, self.document, self.requirement = task, document, requirement
        cast("NearBodiesField", self.fields["addressees"]).actor = actor
        self.askers: dict[str, Body] = {}
        issuer = document.issuer_body if document is not None else None
        is_ours = document is not None and document.home_body_id == actor.body_id
        for body in (actor.body, issuer if is_ours else None):
            if body is not None:
                self.askers[str(body.pk)] = body
        asker = cast("forms.ChoiceField", self.fields["asker"])
        asker.choices = [(key, body.name) for key, body in self.askers.items()]
        self._begin(actor, issuer if is_ours else None)

    def _begin(self, actor: Actor, issuer: Body | None) -> None:
        """What the form starts with, from the place it was opened at."""
        start = self.initial
        start.setdefault("proposed_on", actor.day)
        origin = cast("forms.ChoiceField", self.fields["origin"])
        origin.choices = [(str(kind.value), kind.label) for kind in _BY_HAND]
        source = self.task or self.document
        if source is None:
            return
        del self.fields["programme"], self.fields["origin"], self.fields["origin_text"]
        if self.requirement is not None:
            start.setdefault("text", self.requirement.headline)
        if issuer is not None and issuer.pk != actor.body_id and actor.body is not None:
            start.setdefault("asker", str(issuer.pk))
            start.setdefault("addressees", actor.body.name)
            start.setdefault("paper", self.document.heading if self.document else "")
            if self.document is not None and self.document.issued_on:
                start["proposed_on"] = min(self.document.issued_on, actor.day)

    def spec(self) -> ProposalSpec:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        source = self.task or self.document
        kind = ProposalOrigin.TASK if self.task else ProposalOrigin.DOCUMENT
        return ProposalSpec(
            text=data["text"],
            asker=self.askers[data["asker"]],
            addressees=data["addressees"],
            programme=source.programme if source else data["programme"],
            proposed_on=data["proposed_on"],
            answer_by=data["answer_by"],
            paper=data["paper"],
            origin=kind if source else data["origin"],
            origin_text=data.get("origin_text", ""),
            task=self.task,
            document=self.document,
            span=self._span(data["text"]),
        )

    def _span(self, text: str) -> tuple[int, int] | None:
        """The place in the paper: of the words as typed, else of the clause they came from."""
        if self.document is None:
            return None
        found = place_of(self.document.text, text)
        row = self.requirement
        if found is None and row is not None and row.start is not None and row.end is not None:
            return row.start, row.end
        return found


class AnswerForm(forms.Form):
    """The answer to a proposal."""

    text = forms.CharField(
        label=_("Nội dung trả lời"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Bắt buộc khi không đồng ý: nêu rõ lý do."),
    )
    paper = forms.CharField(
        label=_("Văn bản trả lời"), max_length=200, required=False, help_text=_PAPER_HELP
    )


class PassOnForm(forms.Form):
    """To whom a proposal is handed on."""

    body = NearBodyField(label=_("Chuyển đến cơ quan"))
    text = forms.CharField(
        label=_("Lý do chuyển"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    paper = forms.CharField(
        label=_("Văn bản chuyển"), max_length=200, required=False, help_text=_PAPER_HELP
    )
    until = DayField(
        label=_("Đề nghị trả lời trước hoặc trong ngày"),
        required=False,
        help_text=_("Để trống thì tính theo thời hạn mặc định."),
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        cast("NearBodyField", self.fields["body"]).actor = actor


class ProposalFilter(django_filters.FilterSet):
    """Filters of the list of proposals."""

    chieu = django_filters.ChoiceFilter(
        choices=[("gui", _("Cơ quan tôi kiến nghị")), ("nhan", _("Cơ quan tôi được kiến nghị"))],
        method="of_side",
        label=_("Chiều"),
        empty_label=_("Tất cả"),
    )
    tu_khoa = FoldedFilter(field_name="proposal__search_folded", label=_("Từ khóa"))
    trang_thai = django_filters.ChoiceFilter(
        field_name="state",
        choices=AnswerState.choices,
        label=_("Trả lời"),
        empty_label=_("Tất cả"),
    )
    han = django_filters.ChoiceFilter(
        choices=[("qua", _("Quá hạn trả lời"))],
        method="of_lateness",
        label=_("Thời hạn"),
        empty_label=_("Tất cả"),
    )
    co_quan = FoldedFilter(field_name="body__name_folded", label=_("Cơ quan được kiến nghị"))
    nguon = django_filters.ChoiceFilter(
        field_name="proposal__origin",
        choices=ProposalOrigin.choices,
        label=_("Nảy sinh từ"),
        empty_label=_("Tất cả"),
    )
    tu_ngay = DayFilter(
        field_name="proposal__proposed_on", lookup_expr="gte", label=_("Kiến nghị từ ngày")
    )
    den_ngay = DayFilter(field_name="proposal__proposed_on", lookup_expr="lte", label=_("đến ngày"))

    class Meta:
        model = ProposalAddressee
        fields: list[str] = []

    def of_side(
        self, rows: QuerySet[ProposalAddressee], name: str, value: str
    ) -> QuerySet[ProposalAddressee]:
        """Those that the reader's body made, or those that it is asked."""
        body = self.request.actor.body_id
        return rows.filter(proposal__asker_id=body) if value == "gui" else rows.filter(body_id=body)

    def of_lateness(
        self, rows: QuerySet[ProposalAddressee], name: str, value: str
    ) -> QuerySet[ProposalAddressee]:
        """Those that wait for an answer after their date."""
        return rows.filter(state=AnswerState.WAITING, answer_by__lt=clock.today())
