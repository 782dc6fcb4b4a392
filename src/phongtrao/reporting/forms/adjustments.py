"""A signed line as a body above types it."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.reporting.actions import AdjustmentDraft
from phongtrao.reporting.grid.content import CellSpec


class AdjustmentForm(forms.Form):
    """At which figure, by how much, why, and on which paper."""

    cell_key = forms.ChoiceField(label=_("Số liệu"))
    difference = forms.CharField(
        label=_("Chênh lệch"),
        max_length=40,
        help_text=_("Số có dấu: +3 là cộng thêm 3, -2 là bớt 2."),
        widget=forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off"}),
    )
    reason = forms.CharField(
        label=_("Lý do"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    paper_number = forms.CharField(label=_("Văn bản căn cứ, số"), max_length=60, required=False)
    paper_date = DayField(label=_("Ngày văn bản"), required=False)

    def __init__(self, *args: Any, offered: Sequence[tuple[CellSpec, str]], **kwargs: Any) -> None:
        """`offered` are the figures that can take a line, each with what was reported."""
        super().__init__(*args, **kwargs)
        choice = cast("forms.ChoiceField", self.fields["cell_key"])
        choice.choices = [
            (spec.key, f"{spec.order}. {spec.name}: {shown} {spec.unit}") for spec, shown in offered
        ]

    def draft(self) -> AdjustmentDraft:
        """What the action takes; the form must be valid."""
        return AdjustmentDraft(**self.cleaned_data)
