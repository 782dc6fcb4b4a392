"""An indicator and a closed list as their designer fills them in."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.org.permissions import Actor
from phongtrao.reporting.actions.indicators import IndicatorTerms
from phongtrao.reporting.exports.lists import KINDS
from phongtrao.reporting.models import BreakdownList, Indicator
from phongtrao.reporting.queries.designs import breakdowns_for, indicators_for

FREQUENCIES = {"T": _("Tháng"), "Q": _("Quý"), "6T": _("6 tháng"), "N": _("Năm")}
LEVELS = {
    "KDC": _("Khu dân cư"),
    "X": _("Cấp xã"),
    "T": _("Cấp tỉnh"),
    "TW": _("Trung ương"),
    "DV": _("Cơ quan, doanh nghiệp, nhà trường"),
    "MT": _("Mặt trận và tổ chức thành viên"),
}
_OWN_SECTION = ("RI", _("Chỉ tiêu riêng của cơ quan"))


class IndicatorForm(forms.Form):
    """What is counted, how it adds up, who counts it when, and which paper asks for it."""

    name = forms.CharField(label=_("Tên chỉ tiêu"), max_length=200)
    code = forms.CharField(
        label=_("Mã"), max_length=10, help_text=_("2 đến 4 chữ cái in hoa và số, ví dụ TT30.")
    )
    section = forms.ChoiceField(label=_("Nhóm"))
    unit = forms.CharField(label=_("Đơn vị tính"), max_length=40)
    kind = forms.ChoiceField(
        label=_("Cách cộng"),
        choices=list(KINDS.items()),
        help_text=_(
            "Phát sinh: cộng mọi kỳ, mọi nơi. Hiện có: lấy số cuối kỳ rồi cộng các nơi. Tỷ lệ và"
            " bình quân không nhập tay mà tính lại từ thành phần."
        ),
    )
    numerator = forms.CharField(
        label=_("Tử số (mã, nối bằng dấu +)"), max_length=60, required=False
    )
    denominator = forms.CharField(
        label=_("Mẫu số (mã, nối bằng dấu +)"), max_length=60, required=False
    )
    factor = forms.IntegerField(
        label=_("Hệ số nhân"),
        min_value=1,
        max_value=1_000_000,
        initial=1,
        help_text=_("100 cho tỷ lệ phần trăm, 1 cho các loại khác."),
    )
    decimals = forms.IntegerField(
        label=_("Số chữ số thập phân"), min_value=0, max_value=6, initial=0
    )
    disaggregation = forms.MultipleChoiceField(
        label=_("Phân tổ theo danh mục"), required=False, widget=forms.CheckboxSelectMultiple
    )
    frequency = forms.MultipleChoiceField(
        label=_("Kỳ báo cáo"),
        choices=list(FREQUENCIES.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    levels = forms.MultipleChoiceField(
        label=_("Cấp báo cáo"), choices=list(LEVELS.items()), widget=forms.CheckboxSelectMultiple
    )
    counts_people = forms.BooleanField(
        label=_("Đếm số người (chỉ số tổng, không có danh sách)"), required=False
    )
    legal_source = forms.CharField(
        label=_("Văn bản làm căn cứ"),
        max_length=300,
        required=False,
        help_text=_("Số, ngày, điều khoản của văn bản yêu cầu con số này."),
    )
    is_source_checked = forms.BooleanField(
        label=_("Đã đối chiếu với bản gốc của văn bản"), required=False
    )
    name_en = forms.CharField(label=_("Tên tiếng Anh"), max_length=200, required=False)

    def __init__(self, *args: Any, actor: Actor, row: Indicator | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        known = indicators_for(actor).order_by("position").values_list("section_code", "section")
        self._sections = dict([*known, (_OWN_SECTION[0], str(_OWN_SECTION[1]))])
        lists = breakdowns_for(actor).values_list("name", flat=True)
        offered = list(dict.fromkeys([*lists, *(row.disaggregation if row else ())]))
        _choices(self, "section", list(self._sections.items()))
        _choices(self, "disaggregation", [(name, name) for name in offered])
        if row is not None and row.pk:
            self.fields["code"].disabled = True

    def terms(self) -> IndicatorTerms:
        """What was filled in."""
        said = dict(self.cleaned_data)
        code = said.pop("section")
        for name in ("disaggregation", "frequency", "levels"):
            said[name] = tuple(said[name])
        said["code"] = said["code"].strip().upper()
        return IndicatorTerms(section_code=code, section=self._sections[code], **said)


def stored_terms(row: Indicator) -> dict[str, Any]:
    """An indicator as the form shows it."""
    names = [name for name in IndicatorForm.base_fields if name != "section"]
    return {name: getattr(row, name) for name in names} | {"section": row.section_code}


class RenameForm(forms.Form):
    """Another name for the same meaning, and why."""

    name = forms.CharField(label=_("Tên gọi mới"), max_length=200)
    reason = forms.CharField(label=_("Lý do"), max_length=200)


class ReasonForm(forms.Form):
    """Why something is taken out of use."""

    reason = forms.CharField(label=_("Lý do"), max_length=200)


class BreakdownForm(forms.Form):
    """A closed list: its name, and one value a line."""

    name = forms.CharField(label=_("Tên danh mục"), max_length=120)
    values = forms.CharField(
        label=_("Các giá trị, mỗi dòng một giá trị"),
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Không phân tổ theo tôn giáo, thành phần dân cư hay từng người."),
    )

    def lines(self) -> list[str]:
        """The values as they were typed."""
        return str(self.cleaned_data["values"]).splitlines()


def stored_breakdown(row: BreakdownList) -> dict[str, str]:
    """A list as the form shows it."""
    return {"name": row.name, "values": "\n".join(value["name"] for value in row.values)}


def _choices(form: forms.Form, name: str, offered: list[tuple[str, Any]]) -> None:
    cast("forms.ChoiceField", form.fields[name]).choices = offered
