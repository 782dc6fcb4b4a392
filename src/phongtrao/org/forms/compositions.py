"""What is typed about a committee: which one, the head of its decision, and what a list asks."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import InvalidInput
from phongtrao.core.fields import DayField
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org import queries
from phongtrao.org.actions.compositions import DecisionTerms
from phongtrao.org.forms.area_lines import area_called
from phongtrao.org.forms.seat_offers import committee_body_called
from phongtrao.org.gazetteer.body_kinds import load_kinds
from phongtrao.org.models import Body, Composition
from phongtrao.org.permissions import Actor

_MOST_WORDS = 12


def _kinds() -> list[tuple[str, str]]:
    """The kinds of committees, as the pack names them."""
    return [(code, kind.name) for code, kind in load_kinds().kinds.items() if kind.is_collegial]


class CommitteeForm(forms.Form):
    """Which committee a decision is about."""

    kind = forms.ChoiceField(label=_("Loại ban"), choices=_kinds)
    area = forms.CharField(
        label=_("Địa bàn"),
        max_length=200,
        help_text=_("Mã hoặc tên, như xã Đăk Hà, tỉnh Quảng Ngãi."),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        if actor.scope.area_id is not None:
            self.initial.setdefault("area", queries.area_label(actor.scope.area_id, actor.day))

    def clean_area(self) -> int:
        """The one area of today that is called so; one's own by its name alone."""
        typed, own = self.cleaned_data["area"], self.actor.scope.area_id
        if own is not None and fold(tidy_line(typed)) == fold(
            queries.area_label(own, self.actor.day)
        ):
            return own
        try:
            return area_called(typed, self.actor.day).lineage_id
        except InvalidInput as fault:
            raise forms.ValidationError(fault.shown(gettext)) from None


class DecisionForm(forms.Form):
    """The head of a decision, and rows pasted from a workbook."""

    row_version = forms.IntegerField(widget=forms.HiddenInput)
    decision_number = forms.CharField(
        label=_("Số, ký hiệu"),
        max_length=60,
        required=False,
        help_text=_("Như 12/QĐ-UBND; để trống khi quyết định chưa ký."),
    )
    decided_on = DayField(label=_("Ngày ký"), required=False)
    valid_from = DayField(label=_("Áp dụng từ ngày"))
    issuer_text = forms.CharField(label=_("Người, cơ quan ban hành"), max_length=200)
    standing_body = forms.CharField(
        label=_("Cơ quan thường trực"),
        max_length=250,
        required=False,
        help_text=_("Ghi tên đầy đủ, như Công an xã Đăk Hà."),
        widget=forms.TextInput(attrs={"list": "co-quan-goi-y", "autocomplete": "off"}),
    )
    basis = forms.CharField(
        label=_("Căn cứ"),
        max_length=4_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng một căn cứ, in ở đầu quyết định."),
    )
    paste = forms.CharField(
        label=_("Dán thành viên từ Excel"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
        help_text=_(
            "Mỗi dòng: chức danh trong ban, chức vụ, cơ quan, lĩnh vực phụ trách. Các dòng được"
            " đưa vào bảng để kiểm tra rồi mới lưu."
        ),
    )

    def __init__(self, *args: Any, actor: Actor, composition: Composition, **kwargs: Any) -> None:
        kwargs.setdefault("initial", _as_typed(composition))
        super().__init__(*args, **kwargs)
        self.actor, self.area_id = actor, composition.body.area_id

    def clean_standing_body(self) -> Body | None:
        """The one body that is called so; None where nothing is typed."""
        typed = self.cleaned_data["standing_body"]
        return committee_body_called(typed, self.actor, self.area_id) if typed else None

    def terms(self) -> DecisionTerms:
        """The head; called for a valid form."""
        data = self.cleaned_data
        return DecisionTerms(
            data["decision_number"],
            data["decided_on"],
            data["issuer_text"],
            data["basis"],
            data["valid_from"],
            data["standing_body"],
        )


def _as_typed(composition: Composition) -> dict[str, Any]:
    names = ("row_version", "decision_number", "decided_on", "valid_from", "issuer_text", "basis")
    initial = {name: getattr(composition, name) for name in names}
    standing = composition.standing_body
    return {**initial, "standing_body": standing.name if standing else ""}


class CommitteeFilter(django_filters.FilterSet):
    """Which committees: by name, kind, and whether they are due to be renewed."""

    tim = django_filters.CharFilter(label=_("Tên ban, địa bàn"), method="by_name")
    loai = django_filters.ChoiceFilter(
        label=_("Loại ban"), field_name="kind_id", choices=_kinds, empty_label=_("Tất cả")
    )
    tinh_trang = django_filters.ChoiceFilter(
        label=_("Tình trạng"),
        method="by_state",
        choices=[
            ("can-kien-toan", _("Cần kiện toàn")),
            ("du", _("Đủ thành phần")),
            ("chua-co", _("Chưa có quyết định")),
        ],
        empty_label=_("Tất cả"),
    )

    ngay = django_filters.CharFilter(label=_("Thành phần tại ngày"), method="as_listed")

    class Meta:
        model = Body
        fields: list[str] = []

    def as_listed(self, rows: QuerySet[Body], name: str, value: str) -> QuerySet[Body]:
        """The day has chosen the rows already; it stands here to stay in the address."""
        return rows

    def by_name(self, rows: QuerySet[Body], name: str, value: str) -> QuerySet[Body]:
        """Committees whose name holds every word, without marks."""
        for word in fold(tidy_line(value)).split()[:_MOST_WORDS]:
            rows = rows.filter(name_folded__contains=word)
        return rows

    def by_state(self, rows: QuerySet[Body], name: str, value: str) -> QuerySet[Body]:
        """Committees that are due, complete, or without any decision."""
        if value == "can-kien-toan":
            return rows.filter(Q(is_due=True))
        return rows.filter(Q(is_due=False, composed_from__isnull=value == "chua-co"))
