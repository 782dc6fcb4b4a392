"""Forms of sets of areas; members are pasted one a line."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.fields import DayField
from phongtrao.org.actions.area_sets import SetTerms
from phongtrao.org.exports import LEVELS, SET_KINDS
from phongtrao.org.forms.area_lines import areas_listed
from phongtrao.org.models import AreaVersion

_LONG = 20_000


class MembersForm(forms.Form):
    """Areas by name or code, one a line, from a day on."""

    members = forms.CharField(
        label=_("Các địa bàn"),
        max_length=_LONG,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        help_text=_(
            "Dán mỗi dòng một địa bàn: mã, hoặc tên kèm tỉnh, thành phố. Có dòng chưa rõ thì chưa"
            " thêm địa bàn nào."
        ),
    )
    since = DayField(label=_("Từ ngày"))
    member_basis = forms.CharField(label=_("Căn cứ"), max_length=200, required=False)

    def __init__(self, *args: Any, of_level: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of_level = of_level
        self.initial.setdefault("since", clock.today())
        self.areas: list[AreaVersion] = []

    def clean(self) -> dict[str, Any]:
        """Look every line up on the first day; all faults stand at the box."""
        data = super().clean() or self.cleaned_data
        since: date | None = data.get("since")
        if since is not None and data.get("members"):
            faults: list[str] = []
            level = self.of_level or data.get("level", "")
            self.areas = areas_listed(data["members"], since, faults, level=level)
            if faults:
                self.add_error("members", ValidationError([ValidationError(f) for f in faults]))
        return data


class _TermsForm(forms.Form):
    """What a set is called, of which kind, by which paper."""

    name = forms.CharField(label=_("Tên tập"), max_length=120)
    kind = forms.ChoiceField(label=_("Loại"), choices=list(SET_KINDS.items()))
    basis = forms.CharField(
        label=_("Văn bản làm căn cứ"),
        max_length=200,
        help_text=_("Số, ngày, cơ quan ban hành."),
    )
    is_verified = forms.BooleanField(label=_("Đã đối chiếu với văn bản"), required=False)

    def terms(self) -> SetTerms:
        """The terms; called for a valid form."""
        data = self.cleaned_data
        return SetTerms(data["name"], data["kind"], data["basis"], data["is_verified"])


class SetTermsForm(_TermsForm):
    """The terms of a set that stands."""


class AreaSetForm(MembersForm, _TermsForm):
    """A new set with its first members."""

    level = forms.ChoiceField(
        label=_("Cấp của địa bàn"),
        choices=[(key, LEVELS[key]) for key in ("commune", "province", "residential_area")],
        help_text=_("Mọi địa bàn của tập cùng một cấp để so sánh và cộng được."),
    )
    field_order = ["name", "kind", "basis", "is_verified", "level", "since", "members"]


class MembershipEndForm(forms.Form):
    """From when an area is no longer in a set."""

    on = DayField(label=_("Thôi thuộc tập từ ngày"))
