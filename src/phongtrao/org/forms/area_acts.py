"""Forms of acts on areas: the paper, the day, and what is opened, amended, reorganised, closed."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from phongtrao.core.errors import InvalidInput
from phongtrao.core.fields import DayField
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.forms.area_lines import area_called
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.org.reshaping.operations import Amend, Close, NewArea, Open, Operation, Order
from phongtrao.org.reshaping.typed import LEVEL_BELOW, TYPES

_LONGEST_BASIS = 200


class ActForm(forms.Form):
    """The paper that is the basis, and the day from which it holds."""

    paper = forms.CharField(
        label=_l("Văn bản làm căn cứ"),
        max_length=90,
        help_text=_l("Loại, số, ký hiệu, ví dụ Nghị quyết 1684/NQ-UBTVQH15."),
    )
    paper_date = DayField(label=_l("Ngày văn bản"))
    issuer = forms.CharField(label=_l("Cơ quan ban hành"), max_length=80)
    on = DayField(
        label=_l("Ngày áp dụng"), help_text=_l("Ngày đầu tiên địa bàn được gọi hoặc xếp như mới.")
    )
    verified = forms.BooleanField(
        label=_l("Đã đối chiếu với bản chính của văn bản"), required=False
    )

    title: Any = ""

    def __init__(
        self,
        *args: Any,
        area: AreaVersion,
        actor: Actor,
        proposed: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.area, self.actor = area, actor
        self.initial.update(proposed or {})

    @property
    def basis(self) -> str:
        """Number, date and issuer as one line."""
        data = self.cleaned_data
        line = f"{data['paper']} ngày {date_vn(data['paper_date'])} của {data['issuer']}"
        return tidy_line(line)[:_LONGEST_BASIS]

    def operation(self) -> Operation:
        """What the act does; called for a valid form. Raises InvalidInput."""
        raise NotImplementedError

    def order(self) -> Order:
        """The whole act; called for a valid form. Raises InvalidInput."""
        data = self.cleaned_data
        return Order(self.operation(), data["on"], self.basis, verified=data["verified"])

    def day(self) -> date:
        """The day of the act, or today while none can be read."""
        return self.cleaned_data.get("on") or self.actor.day

    def groups(self) -> Iterator[tuple[Any, list[Any]]]:
        """The fields as the page groups them: what is done, then by which paper."""
        papers = [name for name in ActForm.base_fields if name != "on"]
        yield _("Nội dung thay đổi"), [self[n] for n in self.fields if n not in papers]
        yield _("Căn cứ"), [self[name] for name in papers]


class CloseForm(ActForm):
    """An area ends without a successor."""

    title = _l("Giải thể địa bàn")

    def operation(self) -> Operation:
        """Close the area of the page."""
        return Close(self.area.lineage_id)


class _NamedForm(ActForm):
    """Code, type and name of an area as it will stand."""

    code = forms.CharField(label=_l("Mã địa bàn"), max_length=10)
    type = forms.ChoiceField(label=_l("Loại"))
    name = forms.CharField(
        label=_l("Tên"), max_length=120, help_text=_l("Chỉ ghi tên riêng, không ghi loại.")
    )
    level = ""

    def __init__(self, *args: Any, area: AreaVersion, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, area=area, actor=actor, **kwargs)
        words = list(dict.fromkeys([*self.types(), *TYPES.get(self.named_level(), ())]))
        self.fields["type"].choices = [(word, word) for word in words]  # type: ignore[attr-defined]

    def named_level(self) -> str:
        """The level of the area that the fields speak of."""
        return self.area.level

    def types(self) -> list[str]:
        """A type that the level no longer has, but the area does."""
        return []


class OpenForm(_NamedForm):
    """A new area below that of the page."""

    title = _l("Lập địa bàn mới")
    field_order = ["on", "type", "name", "code"]

    def named_level(self) -> str:
        """The level below the area of the page."""
        return LEVEL_BELOW.get(self.area.level, "")

    def operation(self) -> Operation:
        """Open the area."""
        data = self.cleaned_data
        name, level = tidy_line(data["name"]), self.named_level()
        return Open(NewArea(data["code"], name, data["type"], level, self.area.lineage_id))


class AmendForm(_NamedForm):
    """Another name, type, code or superior area; what is left as it is does not change."""

    title = _l("Đổi tên, loại, mã, địa bàn cấp trên")
    parent = forms.CharField(
        label=_l("Địa bàn cấp trên"),
        max_length=200,
        help_text=_l("Ghi mã, hoặc tên đầy đủ kèm tỉnh, thành phố."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    field_order = ["on", "name", "type", "code", "parent"]

    def __init__(
        self, *args: Any, area: AreaVersion, actor: Actor, parent: AreaVersion, **kwargs: Any
    ) -> None:
        kwargs["initial"] = {
            "name": area.name,
            "type": area.type,
            "code": area.code,
            "parent": f"{parent.code} {parent.full_name}",
        }
        self.present, self.present_line = parent, kwargs["initial"]["parent"]
        super().__init__(*args, area=area, actor=actor, **kwargs)

    def types(self) -> list[str]:
        """The type that the area has now."""
        return [self.area.type]

    def operation(self) -> Operation:
        """Amend what differs from today."""
        data, area = self.cleaned_data, self.area
        parent = self._parent_id(data["parent"])
        name = tidy_line(data["name"])
        return Amend(
            area.lineage_id,
            name=name if name != area.name else None,
            type=data["type"] if data["type"] != area.type else None,
            code=data["code"] if data["code"] != area.code else None,
            parent_id=parent if parent != area.parent_id else None,
        )

    def clean_parent(self) -> str:
        """What is typed; it is looked up with the day of the act, once that is known."""
        return tidy_line(self.cleaned_data["parent"])

    def clean(self) -> dict[str, Any]:
        """The superior area must be there on the day of the act."""
        data = super().clean() or self.cleaned_data
        if data.get("parent"):
            try:
                self._parent_id(data["parent"])
            except InvalidInput as fault:
                self.add_error("parent", ValidationError(fault.shown(_)))
        return data

    def _parent_id(self, typed: str) -> int:
        if typed == self.present_line:
            return self.present.lineage_id
        return area_called(typed, self.day(), level=self.present.level).lineage_id
