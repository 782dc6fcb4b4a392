"""Forms of what a site prepares."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.fieldwork.events.actions import CostSpec
from phongtrao.fieldwork.events.models import FestivalSite
from phongtrao.fieldwork.events.rules import MOST_MONEY, SOURCES
from phongtrao.fieldwork.events.workflow import Reply
from phongtrao.fieldwork.register.forms import FigureField
from phongtrao.org.permissions import Actor
from phongtrao.planning.forms.fields import NearBodiesField

_MOST_ROWS = 40
_SPARE_ROWS = 4


def _lines_field(label: Any, rows: int) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=_("Mỗi dòng một mục, theo thứ tự."),
    )


class ProgrammeForm(forms.Form):
    """Both parts of the programme and the check-list, a line an item."""

    le = _lines_field(_("Phần lễ"), 9)
    hoi = _lines_field(_("Phần hội"), 8)
    checks = _lines_field(_("Danh mục chuẩn bị"), 8)

    def lines(self, name: str) -> list[str]:
        """The lines of a field."""
        return str(self.cleaned_data[name]).splitlines()


class EmptyForm(forms.Form):
    """Carries a refusal of what is sent without fields of its own."""


class InviteForm(forms.Form):
    """The post that is invited, and of which bodies."""

    post = forms.CharField(
        label=_("Chức danh được mời"), max_length=120,
        help_text=_("Chỉ ghi chức danh, ví dụ: Lãnh đạo Công an tỉnh; không ghi họ tên."),
    )  # fmt: skip
    bodies = NearBodiesField(label=_("Cơ quan"))

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["bodies"].actor = actor  # type: ignore[attr-defined]  # declared by BodiesField
        self.fields["bodies"].required = True


class ReplyForm(forms.Form):
    """What an invited office answers."""

    reply = forms.ChoiceField(
        label=_("Trả lời"), choices=[each for each in Reply.choices if each[0] != Reply.WAITING]
    )


class PictureForm(forms.Form):
    """A picture that has been published, by its address."""

    address = forms.CharField(
        label=_("Địa chỉ trang đã đăng"), max_length=500,
        help_text=_("Chỉ ghi ảnh đã công bố; không ghi chú thích tên người."),
    )  # fmt: skip
    outlet = forms.CharField(label=_("Nơi đăng"), max_length=120)
    published_on = DayField(label=_("Ngày đăng"))


class CostRowForm(forms.Form):
    """A line of the estimate; a row without content is none."""

    content = forms.CharField(label=_("Nội dung chi"), max_length=200, required=False)
    source = forms.ChoiceField(
        label=_("Nguồn"), choices=[(code, _(name)) for code, name in SOURCES]
    )
    amount = FigureField(
        label=_("Số tiền (đồng)"), lowest=1, highest=MOST_MONEY, required=False
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A line names both what it is for and how much."""
        data = super().clean() or {}
        if not self.errors and bool(data.get("content")) != (data.get("amount") is not None):
            self.add_error("amount", _("Mỗi khoản cần cả nội dung và số tiền."))
        return data


class CostRows(forms.BaseFormSet):
    """The lines of the estimate as rows."""

    def specs(self) -> list[CostSpec]:
        """The rows with content, as the action takes them."""
        return [
            CostSpec(row["content"], row["source"], row["amount"])
            for row in (form.cleaned_data for form in self.forms)
            if row.get("content")
        ]


def cost_rows(site: FestivalSite, data: Any = None) -> CostRows:
    """The lines of a site and a few spare ones."""
    made = forms.formset_factory(
        CostRowForm,
        formset=CostRows,
        extra=_SPARE_ROWS,
        max_num=_MOST_ROWS,
        absolute_max=_MOST_ROWS,
        validate_max=True,
    )
    rows = site.costs.all()
    initial = [{"content": row.content, "source": row.source, "amount": row.amount} for row in rows]
    return cast("CostRows", made(data, prefix="du-toan", initial=initial))
