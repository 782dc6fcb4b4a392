"""What is typed about papers: which round, the head, a line, the number of the register."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_lazy as _

from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import Actor
from phongtrao.publishing import permissions
from phongtrao.publishing.models import Paper
from phongtrao.publishing.rules.drafting import HEAD, LONGEST_LINE, HeadField
from phongtrao.publishing.workflow import PaperState, SigningAuthority
from phongtrao.reporting.exports import period_name
from phongtrao.reporting.models import ReportTemplate, Round
from phongtrao.reporting.queries import rounds_for
from phongtrao.reporting.queries.designs import templates_for

_MOST_ROUNDS = 200


def _templates_within_reach(request: HttpRequest | None) -> QuerySet[ReportTemplate]:
    """The forms that a filter offers: a form of another province is not even named."""
    if request is None:
        return ReportTemplate.objects.none()
    return templates_for(actor_of(request))


class PaperFilter(django_filters.FilterSet):
    """Which papers: words of the title, state, form."""

    tu_khoa = django_filters.CharFilter(method="by_words", label=_("Từ khóa"))
    trang_thai = django_filters.ChoiceFilter(
        field_name="state",
        choices=PaperState.choices,
        label=_("Trạng thái"),
        empty_label=_("Tất cả"),
    )
    bieu_mau = django_filters.ModelChoiceFilter(
        field_name="round__template_version__template",
        queryset=_templates_within_reach,
        label=_("Biểu mẫu"),
        empty_label=_("Tất cả"),
    )

    class Meta:
        model = Paper
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Paper], name: str, value: str) -> QuerySet[Paper]:
        """Papers whose title holds every word, with or without marks."""
        for word in fold(tidy_line(value)).split()[:12]:
            rows = rows.filter(title_folded__contains=word)
        return rows


class RoundChoiceForm(forms.Form):
    """The round whose reports become a paper."""

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        area_id = actor.body.area_id if actor.body else 0
        self.rounds: dict[str, Round] = {
            str(row.pk): row
            for row in rounds_for(actor).order_by("-last_day", "-pk")[:_MOST_ROUNDS]
            if permissions.can_draft(actor, row, area_id)
        }
        choices = [
            (key, f"{row.template_version.template.name} – {period_name(row)}")
            for key, row in self.rounds.items()
        ]
        self.fields["round"] = forms.ChoiceField(label=_("Đợt báo cáo"), choices=choices)


class HeadForm(forms.Form):
    """The head of a paper and its phiếu trình, field for field as `rules.HEAD` has them."""

    row_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in HEAD.items():
            self.fields[name] = _head_field(name, field)


class LineForm(forms.Form):
    """The words of one line."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label=_("Nội dung"), max_length=LONGEST_LINE, widget=forms.Textarea(attrs={"rows": 5})
    )


class IssueForm(forms.Form):
    """Number and date from the agency's register."""

    row_version = forms.IntegerField(widget=forms.HiddenInput)
    number = forms.CharField(
        label=_("Số"), max_length=10, help_text=_("Số trong sổ văn bản đi của cơ quan, ví dụ 125.")
    )
    issued_on = forms.DateField(label=_("Ngày ban hành"))


def _head_field(name: str, field: HeadField) -> forms.Field:
    label, hint = gettext_lazy(field.label), gettext_lazy(field.hint) if field.hint else ""
    if name == "signer_authority":
        return forms.ChoiceField(label=label, choices=SigningAuthority.choices)
    widget = forms.Textarea(attrs={"rows": field.lines}) if field.lines > 1 else forms.TextInput()
    return forms.CharField(
        label=label,
        help_text=hint,
        required=field.required,
        max_length=field.longest,
        widget=widget,
    )
