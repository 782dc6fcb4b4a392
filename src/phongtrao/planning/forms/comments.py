"""Rounds of comments as they are typed: the draft, whom to ask, a body's word, the response."""

from collections.abc import Sequence
from typing import Any, cast

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.fields import DayField
from phongtrao.intake.extraction.articles import Cutting
from phongtrao.org.permissions import Actor
from phongtrao.planning import queries
from phongtrao.planning.actions import CommentAnswer
from phongtrao.planning.forms.fields import offer_programmes
from phongtrao.planning.forms.filters import FoldedFilter
from phongtrao.planning.models import (
    ClauseComment,
    CommentClause,
    CommentRound,
    Programme,
    ProgrammeDocument,
)
from phongtrao.planning.workflow import CommentRoundState, ResponseKind, Stance

CUTTINGS = [
    (Cutting.AUTO.value, _("Tự nhận (khoản của điều, hoặc mục)")),
    (Cutting.ARTICLE.value, _("Theo điều")),
    (Cutting.CLAUSE.value, _("Theo khoản của từng điều")),
    (Cutting.SECTION.value, _("Theo mục (I, 1)")),
    (Cutting.WHOLE.value, _("Toàn văn, không tách")),
]
_TEXT = forms.Textarea(attrs={"rows": 3})


class CommentRoundForm(forms.Form):
    """A draft to be sent out: a file, or a paper of the register."""

    programme = forms.ModelChoiceField(
        label=_("Chương trình"), queryset=Programme.objects.none(), empty_label=None
    )
    title = forms.CharField(label=_("Tên dự thảo"), max_length=500)
    file = forms.FileField(
        label=_("Tệp dự thảo"),
        required=False,
        help_text=_("Tệp Word, PDF hoặc txt có chữ; hoặc chọn văn bản đã vào sổ."),
    )
    document = forms.ModelChoiceField(
        label=_("Hoặc văn bản trong sổ"),
        queryset=ProgrammeDocument.objects.none(),
        required=False,
        empty_label=_("Không chọn"),
    )
    cutting = forms.ChoiceField(label=_("Tách để góp ý"), choices=CUTTINGS)
    due_on = DayField(label=_("Góp ý trước hoặc trong ngày"))
    note = forms.CharField(
        label=_("Nội dung xin ý kiến"), max_length=20_000, required=False, widget=_TEXT
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        offer_programmes(self, actor)
        document = cast("forms.ModelChoiceField[ProgrammeDocument]", self.fields["document"])
        document.queryset = queries.own_documents(actor)


class CuttingForm(forms.Form):
    """Another way to cut the draft."""

    cutting = forms.ChoiceField(label=_("Tách lại"), choices=CUTTINGS)


class ExtendRoundForm(forms.Form):
    """A later day for everybody."""

    due_on = DayField(label=_("Hạn góp ý mới"))


class CommentAnswerForm(forms.Form):
    """A body's word, clause by clause; a clause without a mark stays without a word."""

    agrees_whole = forms.BooleanField(label=_("Nhất trí toàn bộ dự thảo"), required=False)
    general = forms.CharField(
        label=_("Ý kiến chung về dự thảo"), max_length=20_000, required=False, widget=_TEXT
    )

    def __init__(
        self,
        *args: Any,
        clauses: Sequence[tuple[CommentClause, str]],
        words: dict[int | None, ClauseComment] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.clauses = clauses
        known = words or {}
        if None in known:
            self.initial.setdefault("general", known[None].text)
        for clause, _text in clauses:
            said = known.get(clause.pk)
            self.fields[f"stance_{clause.pk}"] = forms.ChoiceField(
                label=_("Ý kiến về %(clause)s") % {"clause": clause.label},
                choices=[("", _("Chưa có ý kiến")), *Stance.choices],
                required=False,
                initial=said.stance if said else "",
            )
            self.fields[f"text_{clause.pk}"] = forms.CharField(
                label=_("Nội dung ý kiến"),
                max_length=20_000,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
                initial=said.text if said else "",
            )

    def rows(self) -> list[dict[str, Any]]:
        """Each clause with its words and its two fields."""
        return [
            {
                "clause": clause,
                "text": text,
                "stance": self[f"stance_{clause.pk}"],
                "comment": self[f"text_{clause.pk}"],
            }
            for clause, text in self.clauses
        ]

    def clean(self) -> dict[str, Any]:
        """Words typed at a clause are a comment; the whole is not agreed with comments beside."""
        data: dict[str, Any] = super().clean() or {}
        said = bool(data.get("general"))
        for clause, _text in self.clauses:
            if data.get(f"text_{clause.pk}"):
                data[f"stance_{clause.pk}"] = Stance.COMMENT.value
                said = True
        if data.get("agrees_whole") and said:
            self.add_error(
                "agrees_whole", gettext("Đã ghi ý kiến thì không chọn nhất trí toàn bộ.")
            )
        return data

    def answer(self) -> CommentAnswer:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        words: dict[int | None, tuple[str, str]] = {
            clause.pk: (data[f"stance_{clause.pk}"], data[f"text_{clause.pk}"])
            for clause, _text in self.clauses
            if data[f"stance_{clause.pk}"]
        }
        if data["general"]:
            words[None] = (Stance.COMMENT.value, data["general"])
        return CommentAnswer(data["agrees_whole"], words)


class SignedCommentForm(CommentAnswerForm):
    """The same word, recorded from a signed paper."""

    number = forms.CharField(label=_("Số, ký hiệu văn bản góp ý"), max_length=80)
    signed_on = DayField(label=_("Ngày ký"))
    signer = forms.CharField(
        label=_("Người ký"), max_length=120, help_text=_("Họ tên và chức vụ như trên văn bản.")
    )
    file = forms.FileField(
        label=_("Bản đã ký"), required=False, help_text=_("Tệp PDF hoặc ảnh chụp văn bản.")
    )


class ResponseForm(forms.Form):
    """*Tiếp thu* or *giải trình*."""

    kind = forms.ChoiceField(label=_("Kết quả"), choices=ResponseKind.choices)
    text = forms.CharField(
        label=_("Nội dung tiếp thu, giải trình"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Bắt buộc khi giải trình hoặc tiếp thu một phần."),
    )


class CommentRoundFilter(django_filters.FilterSet):
    """Filters of the list of rounds."""

    chieu = django_filters.ChoiceFilter(
        choices=[("gui", _("Cơ quan tôi lấy ý kiến")), ("nhan", _("Cơ quan tôi được lấy ý kiến"))],
        method="of_side",
        label=_("Chiều"),
        empty_label=_("Tất cả"),
    )
    tu_khoa = FoldedFilter(field_name="search_folded", label=_("Từ khóa"))
    trang_thai = django_filters.ChoiceFilter(
        field_name="state",
        choices=CommentRoundState.choices,
        label=_("Trạng thái"),
        empty_label=_("Tất cả"),
    )
    han = django_filters.ChoiceFilter(
        choices=[("qua", _("Quá hạn góp ý"))],
        method="of_lateness",
        label=_("Thời hạn"),
        empty_label=_("Tất cả"),
    )

    class Meta:
        model = CommentRound
        fields: list[str] = []

    def of_side(
        self, rows: QuerySet[CommentRound], name: str, value: str
    ) -> QuerySet[CommentRound]:
        """Those of the reader's body, or those in which it is asked."""
        body = self.request.actor.body_id
        return rows.filter(asker_id=body) if value == "gui" else rows.exclude(asker_id=body)

    def of_lateness(
        self, rows: QuerySet[CommentRound], name: str, value: str
    ) -> QuerySet[CommentRound]:
        """Open rounds past their date."""
        return rows.filter(state=CommentRoundState.OPEN, due_on__lt=clock.today())
