"""Forms around programmes: found and change one, link it, assign its contents, tag work with it."""

from typing import Any, cast

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.org.models import Body, BodyKind
from phongtrao.org.permissions import Actor
from phongtrao.planning import queries
from phongtrao.planning.actions import ContentSpec, ProgrammeTerms
from phongtrao.planning.forms.decisions import VersionedForm
from phongtrao.planning.forms.fields import BodiesField
from phongtrao.planning.forms.filters import FoldedFilter
from phongtrao.planning.models import (
    LinkKind,
    Programme,
    ProgrammeContent,
    ProgrammeLevel,
)
from phongtrao.planning.workflow import Part

MOST_ROWS = 60
_SPARE_ROWS = 4
_PREFIX = "noi-dung"
_YEARS: dict[str, Any] = {"min_value": 1990, "max_value": 2100}


class ProgrammeFilter(django_filters.FilterSet):
    """Filters of the list of programmes."""

    tu_khoa = FoldedFilter(field_name="search_folded", label=_("Từ khóa"))
    cap = django_filters.ChoiceFilter(
        field_name="level", choices=ProgrammeLevel.choices, label=_("Cấp"), empty_label=_("Tất cả")
    )
    cap_tren = django_filters.ModelChoiceFilter(
        field_name="parent",
        queryset=queries.programmes_offered,
        label=_("Cụ thể hóa"),
        empty_label=_("Tất cả"),
    )
    nam = django_filters.NumberFilter(method="in_year", label=_("Đang thực hiện trong năm"))

    class Meta:
        model = Programme
        fields: list[str] = []

    def in_year(self, rows: QuerySet[Programme], name: str, value: Any) -> QuerySet[Programme]:
        """Programmes whose term holds a year."""
        year = int(value)
        return rows.filter(Q(first_year__lte=year) & Q(last_year__gte=year))


class ProgrammeForm(VersionedForm):
    """What a programme is called, its number and term, and which kinds of bodies take part."""

    code = forms.CharField(label=_("Số, ký hiệu"), max_length=60)
    name = forms.CharField(
        label=_("Tên đầy đủ"), max_length=600, widget=forms.Textarea(attrs={"rows": 2})
    )
    short_name = forms.CharField(label=_("Tên gọi tắt"), max_length=120)
    signed_on = DayField(label=_("Ngày ký"))
    first_year = forms.IntegerField(label=_("Từ năm"), **_YEARS)
    last_year = forms.IntegerField(label=_("Đến năm"), **_YEARS)
    kinds = forms.ModelMultipleChoiceField(
        label=_("Các bên phối hợp"),
        queryset=BodyKind.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Các bên xem được tiến độ của nhau trong địa bàn, cấp dưới của mình."),
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        here = Body.objects.on(actor.day).filter(area_id=actor.scope.area_id, parent=None)
        kinds = cast("forms.ModelMultipleChoiceField[BodyKind]", self.fields["kinds"])
        kinds.queryset = BodyKind.objects.filter(pk__in=here.values("kind")).order_by("position")

    def terms(self) -> ProgrammeTerms:
        """The terms; called for a valid form."""
        names = ("code", "name", "short_name", "signed_on", "first_year", "last_year")
        return ProgrammeTerms(**{name: self.cleaned_data[name] for name in names})


class ContentRowForm(forms.Form):
    """One content and the one above that it makes concrete; a row without a name is none."""

    pk = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("Nội dung"), max_length=200, required=False)
    parent = forms.ModelChoiceField(
        label=_("Xếp vào nội dung cấp trên"),
        queryset=ProgrammeContent.objects.none(),
        required=False,
        empty_label=_("Nội dung riêng, không xếp"),
    )

    def __init__(self, *args: Any, above: list[ProgrammeContent], **options: Any) -> None:
        super().__init__(*args, **options)
        parent = cast("forms.ModelChoiceField[ProgrammeContent]", self.fields["parent"])
        parent.queryset = ProgrammeContent.objects.filter(pk__in=[each.pk for each in above])
        # One reading of the contents above for all rows.
        parent.choices = [("", gettext("Nội dung riêng, không xếp"))] + [
            (each.pk, str(each)) for each in above
        ]


class ContentRows(forms.BaseFormSet):
    """The contents of a programme as rows."""

    def specs(self) -> list[ContentSpec]:
        """The rows with a name, as the actions take them."""
        return [
            ContentSpec(data["name"], data.get("parent"), data.get("pk"))
            for data in (form.cleaned_data for form in self.forms)
            if data.get("name")
        ]


def content_rows(parent: Programme, initial: list[dict[str, Any]], data: Any = None) -> ContentRows:
    """Rows that begin with `initial` and a few spare ones."""
    made = forms.formset_factory(
        ContentRowForm,
        formset=ContentRows,
        extra=_SPARE_ROWS,
        max_num=MOST_ROWS,
        absolute_max=MOST_ROWS,
        validate_max=True,
    )
    above = list(parent.contents.order_by("position"))
    found = made(data, prefix=_PREFIX, initial=initial, form_kwargs={"above": above})
    return cast("ContentRows", found)


class ParentForm(forms.Form):
    """The programme above that the new one makes concrete; chosen first."""

    cap_tren = forms.ModelChoiceField(
        label=_("Cụ thể hóa chương trình"), queryset=Programme.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        above = cast("forms.ModelChoiceField[Programme]", self.fields["cap_tren"])
        above.queryset = queries.parents_for(actor)


class LinkForm(forms.Form):
    """A predecessor or a linked programme: one that has a page here, or its name and number."""

    kind = forms.ChoiceField(label=_("Quan hệ"), choices=LinkKind.choices)
    other = forms.ModelChoiceField(
        label=_("Chương trình có trong hệ thống"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("Không có, ghi tên bên dưới"),
    )
    named = forms.CharField(
        label=_("Hoặc tên, số, ngày"),
        max_length=300,
        required=False,
        help_text=_("Ví dụ: Nghị quyết liên tịch số 01/1999/NQLT ngày 07/12/1999."),
    )

    def __init__(self, *args: Any, actor: Actor, programme: Programme, **options: Any) -> None:
        super().__init__(*args, **options)
        other = cast("forms.ModelChoiceField[Programme]", self.fields["other"])
        other.queryset = queries.programmes_for(actor).exclude(pk=programme.pk)


class ContentAssignmentForm(forms.Form):
    """Bodies put in charge of a content, or taking part in it."""

    content = forms.ModelChoiceField(
        label=_("Nội dung"), queryset=ProgrammeContent.objects.none(), empty_label=None
    )
    part = forms.ChoiceField(label=_("Phần việc"), choices=Part.choices, initial=Part.LEAD)
    bodies = BodiesField(label=_("Các cơ quan"))
    note = forms.CharField(label=_("Việc cụ thể"), max_length=300, required=False)

    def __init__(self, *args: Any, actor: Actor, programme: Programme, **options: Any) -> None:
        super().__init__(*args, **options)
        content = cast("forms.ModelChoiceField[ProgrammeContent]", self.fields["content"])
        content.queryset = programme.contents.order_by("position")
        cast("BodiesField", self.fields["bodies"]).actor = actor

    def clean_bodies(self) -> list[Body]:
        """At least one body."""
        bodies: list[Body] = self.cleaned_data["bodies"]
        if not bodies:
            raise ValidationError(gettext("Hãy ghi ít nhất một cơ quan."))
        return bodies


class TagForm(forms.Form):
    """The further programmes that one task or one paper serves."""

    programmes = forms.ModelMultipleChoiceField(
        label=_("Cũng thuộc chương trình"),
        queryset=Programme.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Một việc phục vụ nhiều chương trình vẫn chỉ được tính một lần."),
    )

    def __init__(self, *args: Any, actor: Actor, own: Programme, **options: Any) -> None:
        super().__init__(*args, **options)
        field = cast("forms.ModelMultipleChoiceField[Programme]", self.fields["programmes"])
        field.queryset = queries.programmes_for(actor).exclude(pk=own.pk)
