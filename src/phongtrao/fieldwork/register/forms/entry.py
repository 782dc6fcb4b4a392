"""The fields every entry has: programme, area, partners; figures as officials type them."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import InvalidInput
from phongtrao.core.formats import number, parse_number
from phongtrao.fieldwork.register.rules import Term
from phongtrao.org.forms.area_lines import area_called
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.areas import area_labels
from phongtrao.planning.forms.fields import NearBodiesField, offer_programmes
from phongtrao.planning.models import Programme
from phongtrao.planning.queries import programmes_for


def choices_of(terms: Iterable[Term]) -> list[tuple[str, str]]:
    """The choices of a closed list, in the language of the page."""
    return [(term.code, gettext(term.name)) for term in terms]


class FigureField(forms.CharField):
    """A whole figure typed the Vietnamese way (1.234); raises the sentence of a wrong one."""

    def __init__(self, *, lowest: int = 0, highest: int = 100_000_000, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric"}))
        self.lowest, self.highest = lowest, highest
        super().__init__(max_length=30, **options)

    def prepare_value(self, value: Any) -> Any:
        """A stored figure as it is typed."""
        return number(value, 0) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether what is typed differs from the figure that the form began with."""
        return super().has_changed(self.prepare_value(initial), data)

    def clean(self, value: Any) -> Any:
        """The figure, or None where nothing is typed into an optional field."""
        text = super().clean(value)
        if not text:
            return None
        try:
            found = parse_number(text.strip(), 0)
        except InvalidInput as fault:
            raise ValidationError(fault.shown(gettext)) from None
        if not self.lowest <= found <= self.highest:
            raise ValidationError(
                gettext("Hãy ghi một số từ %(lowest)s đến %(highest)s.")
                % {"lowest": number(self.lowest, 0), "highest": number(self.highest, 0)}
            )
        return int(Decimal(found))


class EntryForm(forms.Form):
    """The beginning of the form of any entry.

    A commune's officer has one area, which is not asked; others type it. A subclass lists its own
    fields and gives the action its terms.
    """

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    programme = forms.ModelChoiceField(
        label=_("Chương trình"), queryset=Programme.objects.none(), empty_label=None
    )
    area = forms.CharField(
        label=_("Địa bàn"), max_length=200, help_text=_("Tên hoặc mã, ví dụ: xã Đăk Hà.")
    )
    partners = NearBodiesField(label=_("Cơ quan, tổ chức phối hợp"))

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.actor = actor
        offer_programmes(self, actor)
        programme = cast("forms.ModelChoiceField[Programme]", self.fields["programme"])
        queryset = programme.queryset
        self.fields["programme"].initial = queryset.first() if queryset is not None else None
        partners = self.fields.get("partners")
        if partners is not None:
            partners.actor = actor  # type: ignore[attr-defined]  # declared by BodiesField
        if actor.scope.level == "commune":
            del self.fields["area"]
        elif actor.scope.area_id is not None:
            self.fields["area"].initial = area_typed(actor.scope.area_id, actor)

    def clean_area(self) -> AreaVersion:
        """The one area in reach that is meant."""
        try:
            found = area_called(self.cleaned_data["area"], self.actor.day)
        except InvalidInput as fault:
            raise ValidationError(fault.shown(gettext)) from None
        if not self.actor.scope.covers_now(found.lineage_id):
            raise ValidationError(gettext("Địa bàn này không thuộc phạm vi của cơ quan bạn."))
        return found

    @property
    def area_id(self) -> int:
        """The area of a valid form."""
        found = self.cleaned_data.get("area")
        return found.lineage_id if found is not None else cast("int", self.actor.scope.area_id)


def area_typed(area_id: int, actor: Actor) -> str:
    """An area as it may be typed again."""
    return area_labels({area_id}, actor.day).get(area_id, "")


def row_defaults(data: dict[str, Any], actor: Actor) -> dict[str, Any]:
    """A row of a sheet as the screen would send it: the first programme, one's own area."""
    programme = programmes_for(actor).first()
    own = area_typed(actor.scope.area_id, actor) if actor.scope.area_id is not None else ""
    return data | {
        "programme": programme.pk if programme else "",
        "area": data.get("area") or own,
    }


class StrikeForm(forms.Form):
    """Why an entry no longer counts."""

    reason = forms.CharField(
        label=_("Lý do gạch bỏ"),
        max_length=300,
        help_text=_("Ví dụ: ghi trùng, ghi nhầm địa bàn. Mục vẫn đọc được, không còn được tính."),
    )
