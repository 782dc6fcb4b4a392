"""Forms of the register of joint papers: filters, the paper with its parties, one signature."""

from typing import Any, cast

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.fields import DayField
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import named_bodies
from phongtrao.planning import queries
from phongtrao.planning.actions import JointTerms, PartySpec
from phongtrao.planning.exports.programmes import JOINT_LABELS
from phongtrao.planning.forms.decisions import VersionedForm
from phongtrao.planning.forms.filters import DayFilter, FoldedFilter
from phongtrao.planning.models import JointPaper, JointParty, Programme
from phongtrao.planning.queries import joint_papers as joint

MOST_ROWS = 60
_SPARE_ROWS = 3
_PREFIX = "ben"
_TYPES = (
    "Quy chế phối hợp",
    "Chương trình phối hợp",
    "Kế hoạch phối hợp",
    "Nghị quyết liên tịch",
    "Thông tư liên tịch",
    "Hướng dẫn liên ngành",
    "Bản ghi nhớ",
    "Giao ước thi đua",
)


class JointPaperFilter(django_filters.FilterSet):
    """Filters of the register."""

    tu_khoa = FoldedFilter(field_name="search_folded", label=_("Từ khóa"))
    trang_thai = django_filters.ChoiceFilter(
        choices=list(JOINT_LABELS.items()),
        method="in_state",
        label=_("Trạng thái"),
        empty_label=_("Tất cả"),
    )
    ben = django_filters.CharFilter(method="of_party", label=_("Bên ký"))
    chua_ky = django_filters.CharFilter(method="not_signed_by", label=_("Bên chưa ký"))
    chuong_trinh = django_filters.ModelChoiceFilter(
        field_name="programme",
        queryset=queries.programmes_offered,
        label=_("Chương trình"),
        empty_label=_("Tất cả"),
    )
    het_han_den = DayFilter(field_name="ends_on", lookup_expr="lte", label=_("Hết hạn đến ngày"))

    class Meta:
        model = JointPaper
        fields: list[str] = []

    def in_state(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Papers in one state today."""
        return joint.in_joint_state(rows, value, clock.today())

    def of_party(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Papers that a body of this name signs."""
        return rows.filter(Exists(_parties(value)))

    def not_signed_by(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Papers that a body of this name has not signed yet."""
        return rows.filter(Exists(_parties(value).filter(signed_on=None)))


class JointPaperForm(VersionedForm):
    """What the paper is, its term, and the paper that ended it before."""

    programme = forms.ModelChoiceField(
        label=_("Chương trình"), queryset=Programme.objects.none(), empty_label=None
    )
    type = forms.CharField(
        label=_("Loại văn bản"),
        max_length=60,
        widget=forms.TextInput(attrs={"list": "goi-y-loai", "autocomplete": "off"}),
    )
    number = forms.CharField(
        label=_("Số, ký hiệu"),
        max_length=80,
        required=False,
        help_text=_("Để trống khi chưa có số."),
    )
    title = forms.CharField(
        label=_("Trích yếu"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    starts_on = DayField(label=_("Có hiệu lực từ ngày"), required=False)
    ends_on = DayField(
        label=_("Đến hết ngày"), required=False, help_text=_("Để trống khi không nêu thời hạn.")
    )
    ended_by_paper = forms.CharField(
        label=_("Văn bản chấm dứt trước hạn (nếu có)"), max_length=200, required=False
    )
    ended_on = DayField(label=_("Chấm dứt từ ngày"), required=False)

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        programme = cast("forms.ModelChoiceField[Programme]", self.fields["programme"])
        programme.queryset = queries.programmes_for(actor)

    @property
    def suggested_types(self) -> tuple[str, ...]:
        """Names of kinds of such papers, to offer while typing."""
        return _TYPES

    def terms(self) -> JointTerms:
        """The terms; called for a valid form."""
        data = self.cleaned_data
        names = ("programme", "type", "number", "title", "starts_on", "ends_on")
        ended = ("ended_by_paper", "ended_on")
        return JointTerms(**{name: data[name] for name in (*names, *ended)})


class PartyForm(forms.Form):
    """One party by its name, with the day and the office of its signature."""

    party = forms.CharField(
        label=_("Bên ký"),
        max_length=250,
        required=False,
        widget=forms.TextInput(attrs={"list": "goi-y-co-quan", "autocomplete": "off"}),
    )
    signed_on = DayField(label=_("Ngày ký"), required=False)
    signer_post = forms.CharField(label=_("Chức vụ người ký"), max_length=120, required=False)

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.actor = actor

    def spec(self) -> PartySpec | None:
        """The party as the action takes it; None for an empty row."""
        data = self.cleaned_data
        name = tidy_line(data.get("party", ""))
        if not name:
            return None
        found = data["body"]
        named = "" if found else name
        return PartySpec(found, named, data["signed_on"], data["signer_post"])

    def clean(self) -> dict[str, Any]:
        """A known name is a body of the catalogue; an unknown one stays as it is typed."""
        data = super().clean() or self.cleaned_data
        name = tidy_line(data.get("party", ""))
        found = named_bodies(name, self.actor.day) if name else []
        if len(found) > 1:
            self.add_error(
                "party",
                ValidationError(
                    gettext(
                        'Có %(count)s cơ quan cùng tên "%(name)s". Hãy ghi thêm tỉnh sau dấu phẩy.'
                    )
                    % {"count": len(found), "name": name[:120]}
                ),
            )
        if not name and (data.get("signed_on") or data.get("signer_post")):
            self.add_error("party", ValidationError(gettext("Hãy ghi tên bên ký.")))
        data["body"] = found[0] if len(found) == 1 else None
        return data


class PartyRows(forms.BaseFormSet):
    """The parties of a paper as rows."""

    def specs(self) -> list[PartySpec]:
        """The filled rows."""
        return [spec for spec in (form.spec() for form in self.forms) if spec is not None]


def party_rows(actor: Actor, initial: list[dict[str, Any]], data: Any = None) -> PartyRows:
    """Rows that begin with `initial` and a few spare ones."""
    made = forms.formset_factory(
        PartyForm,
        formset=PartyRows,
        extra=_SPARE_ROWS,
        max_num=MOST_ROWS,
        absolute_max=MOST_ROWS,
        validate_max=True,
    )
    found = made(data, prefix=_PREFIX, initial=initial, form_kwargs={"actor": actor})
    return cast("PartyRows", found)


class SignatureForm(forms.Form):
    """The day on which a party signed, and the office of whoever did."""

    signed_on = DayField(label=_("Ngày ký"))
    signer_post = forms.CharField(label=_("Chức vụ người ký"), max_length=120, required=False)


def _parties(typed: str) -> QuerySet[JointParty]:
    rows = JointParty.objects.filter(paper=OuterRef("pk"))
    for word in fold(tidy_line(typed)).split()[:12]:
        rows = rows.filter(name_folded__contains=word)
    return rows
