"""Many bodies at once: whom to ask for comments, to whom a paper is sent."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.org.models import AreaSet, Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import area_sets_within
from phongtrao.planning import queries
from phongtrao.planning.forms.fields import NearBodiesField


class AudienceForm(forms.Form):
    """Which bodies: whole groups one level below, a set of areas, single ones."""

    groups = forms.MultipleChoiceField(
        label=_("Cả nhóm cơ quan"), required=False, widget=forms.CheckboxSelectMultiple
    )
    area_set = forms.ModelChoiceField(
        label=_("Tập địa bàn"),
        queryset=AreaSet.objects.none(),
        required=False,
        empty_label=_("Không chọn"),
        help_text=_("Chỉ lấy các địa bàn thuộc tập trong phạm vi của cơ quan bạn."),
    )
    set_kind = forms.ChoiceField(label=_("Cơ quan trong tập"), required=False)
    bodies = NearBodiesField(label=_("Và từng cơ quan"))

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.actor = actor
        cast("NearBodiesField", self.fields["bodies"]).actor = actor
        groups = [(group.kind, group.label) for group in queries.body_groups(actor)]
        cast("forms.MultipleChoiceField", self.fields["groups"]).choices = groups
        kinds = cast("forms.ChoiceField", self.fields["set_kind"])
        kinds.choices = [("", _("Không chọn")), *groups]
        sets = cast("forms.ModelChoiceField[AreaSet]", self.fields["area_set"])
        sets.queryset = area_sets_within(actor, actor.day)

    def clean(self) -> dict[str, Any]:
        """A set needs the kind of its bodies."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("area_set") and not data.get("set_kind"):
            self.add_error("set_kind", gettext("Hãy chọn loại cơ quan trong tập địa bàn."))
        return data

    def named(self) -> list[Body]:
        """Every body of the groups, the set and the lines, each once."""
        data = self.cleaned_data
        found = [body for kind in data["groups"] for body in self._group(kind)]
        if data["area_set"]:
            found += queries.bodies_in_set(self.actor, data["area_set"], data["set_kind"])
        found += data["bodies"]
        return list({body.pk: body for body in found}.values())

    def _group(self, kind: str) -> list[Body]:
        return queries.bodies_of_group(self.actor, kind)
