"""Requests to learn from a unit, and good practices."""

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.fieldwork.exemplars.actions import PracticeTerms
from phongtrao.fieldwork.exemplars.forms.filters import field_choices
from phongtrao.fieldwork.register.forms import EntryForm

_LINES = forms.Textarea(attrs={"rows": 2})


class WishForm(forms.Form):
    """What one wants to learn."""

    wish = forms.CharField(
        label=_("Nội dung muốn học"),
        max_length=500,
        widget=_LINES,
        help_text=_("Ví dụ: cách vận động hộ dân góp kinh phí, quy chế trực."),
    )


class _VersionedForm(forms.Form):
    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class StepBackForm(_VersionedForm):
    """Nothing but the version: a step that needs no word."""


class AgreeForm(_VersionedForm):
    """The day of the visit."""

    visit_on = DayField(label=_("Ngày hẹn"))
    answer = forms.CharField(
        label=_("Nơi đón, nội dung chuẩn bị"), max_length=500, required=False, widget=_LINES
    )


class DeclineForm(_VersionedForm):
    """Why not now."""

    answer = forms.CharField(label=_("Lý do, gợi ý khác"), max_length=500, widget=_LINES)


class VisitForm(_VersionedForm):
    """What was learned."""

    visited_on = DayField(label=_("Ngày học tập"))
    learned = forms.CharField(
        label=_("Điều học được, sẽ vận dụng ra sao"), max_length=500, widget=_LINES
    )


class PracticeForm(EntryForm):
    """A good practice in three lines, with a picture."""

    title = forms.CharField(label=_("Tên cách làm"), max_length=200)
    field = forms.ChoiceField(label=_("Lĩnh vực"), choices=field_choices)
    matter = forms.CharField(
        label=_("Vấn đề"),
        max_length=300,
        help_text=_("Ví dụ: học sinh tan trường dừng đỗ tràn ra đường."),
    )
    deed = forms.CharField(label=_("Cách làm"), max_length=300)
    effect = forms.CharField(label=_("Kết quả"), max_length=300)
    told_on = DayField(label=_("Ngày"))
    file = forms.FileField(
        label=_("Ảnh"),
        required=False,
        help_text=_("Ảnh png, jpg về nơi chốn, cách bố trí; không chụp rõ mặt người dân."),
    )
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out
    field_order = ["title", "field", "matter", "deed", "effect", "told_on", "file", "area",
                   "programme"]  # fmt: skip

    def terms(self) -> PracticeTerms:
        """What the action takes; only of a valid form."""
        names = ("programme", "title", "field", "matter", "deed", "effect", "told_on")
        return PracticeTerms(
            area_id=self.area_id, **{name: self.cleaned_data[name] for name in names}
        )
