"""Forms of a forum: what it is, that it was held, its notice, who was shown another way."""

from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.fieldwork.forums.actions import ForumTerms
from phongtrao.fieldwork.forums.rules import (
    KINDS,
    LEVELS,
    MOST_ATTENDANCES,
    MOST_GUIDED,
    WAYS,
    levels_below,
)
from phongtrao.fieldwork.register.forms import EntryForm, FigureField, choices_of
from phongtrao.org.permissions import Actor


class ForumForm(EntryForm):
    """One forum; with its attendances where it was held already."""

    kind = forms.ChoiceField(label=_("Loại diễn đàn"), choices=partial(choices_of, KINDS))
    level = forms.ChoiceField(label=_("Cấp tổ chức"))
    theme = forms.CharField(label=_("Chủ đề"), max_length=300)
    held_on = DayField(label=_("Ngày tổ chức"))
    attendances = FigureField(
        label=_("Số lượt người dự"),
        lowest=1,
        highest=MOST_ATTENDANCES,
        required=False,
        help_text=_("Để trống nếu chưa tổ chức; chỉ ghi số lượng."),
    )
    venue = forms.CharField(
        label=_("Nơi tổ chức"),
        max_length=150,
        required=False,
        help_text=_("Ví dụ: Nhà văn hóa thôn 2."),
    )
    chair_post = forms.CharField(
        label=_("Chức vụ người chủ trì"),
        max_length=150,
        required=False,
        help_text=_("Chỉ ghi chức vụ, ví dụ: Chủ tịch Ủy ban Mặt trận xã."),
    )
    plan_paper = forms.CharField(
        label=_("Kế hoạch (số, ngày, cơ quan ban hành)"), max_length=200, required=False
    )
    field_order = ["kind", "theme", "held_on", "attendances", "level", "venue", "chair_post",
                   "plan_paper", "partners", "area", "programme"]  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, actor=actor, **options)
        allowed = levels_below(actor.scope.level)
        level: Any = self.fields["level"]
        level.choices = choices_of(term for term in LEVELS if term.code in allowed)
        self.fields["partners"].required = False
        self.fields["partners"].help_text = _(
            "Mỗi dòng một cơ quan. Diễn đàn phối hợp được tính một lần, ở cơ quan chủ trì."
        )

    def terms(self) -> ForumTerms:
        """What the action takes; only of a valid form."""
        names = ("programme", "kind", "level", "theme", "held_on", "attendances", "venue",
                 "chair_post", "plan_paper", "partners")  # fmt: skip
        return ForumTerms(area_id=self.area_id, **{name: self.cleaned_data[name] for name in names})


class HoldForm(forms.Form):
    """That a planned forum was held."""

    held_on = DayField(label=_("Ngày tổ chức"))
    attendances = FigureField(label=_("Số lượt người dự"), lowest=1, highest=MOST_ATTENDANCES)


class ConcludeForm(forms.Form):
    """The notice of the result."""

    notice_paper = forms.CharField(
        label=_("Thông báo kết quả (số, ngày)"),
        max_length=200,
        help_text=_("Ví dụ: Thông báo số 25/TB-MTTQ."),
    )
    concluded_on = DayField(label=_("Ngày thông báo"))


class GuidedForm(forms.Form):
    """How many people were shown each legal way: a number of each kind, nothing else."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for way in WAYS:
            self.fields[way.code] = FigureField(
                label=_("Số người đã hướng dẫn: %(kind)s") % {"kind": _(way.name)},
                highest=MOST_GUIDED,
                required=False,
            )

    def people(self) -> dict[str, int]:
        """What the action takes; only of a valid form."""
        return {code: figure or 0 for code, figure in self.cleaned_data.items()}
