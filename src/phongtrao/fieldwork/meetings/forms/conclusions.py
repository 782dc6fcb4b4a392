"""Forms of conclusions: filters, one conclusion, its task, how it was settled."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.fields import DayField
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.meetings.actions import ConclusionTerms
from phongtrao.fieldwork.meetings.models import Conclusion, Meeting
from phongtrao.fieldwork.meetings.queries.conclusions import OPEN, earlier_offered
from phongtrao.fieldwork.meetings.rules import BONDS, CONCLUSION_KINDS
from phongtrao.org.permissions import Actor
from phongtrao.planning.forms.fields import NearBodyField, PartsField
from phongtrao.planning.forms.filters import DayFilter, FoldedFilter
from phongtrao.planning.models import Programme, ProposalAddressee, Requirement
from phongtrao.planning.queries import near_bodies

_ALL = _("Tất cả")


def conclusion_kinds() -> list[tuple[str, Any]]:
    """The kinds of conclusions, in the reader's language."""
    return [(code, _(name)) for code, name in CONCLUSION_KINDS]


class ConclusionFilter(django_filters.FilterSet):
    """Filters of the list of conclusions; `nam` is the year of the meeting."""

    tinh_trang = django_filters.ChoiceFilter(
        choices=[
            ("mo", _("Chưa xong")),
            ("qua_han", _("Quá hạn, chưa xong")),
            ("chua_giao", _("Chưa giao, chưa ghi kết quả")),
            ("xong", _("Đã xong")),
        ],
        method="by_standing",
        label=_("Tình trạng"),
        empty_label=_ALL,
    )
    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=conclusion_kinds, label=_("Loại kết luận"), empty_label=_ALL
    )
    co_quan = FoldedFilter(field_name="body__name_folded", label=_("Cơ quan thực hiện"))
    nam = django_filters.NumberFilter(field_name="entry__held_on__year", label=_("Năm họp"))
    tu_ngay = DayFilter(field_name="due_on", lookup_expr="gte", label=_("Hạn từ ngày"))
    den_ngay = DayFilter(field_name="due_on", lookup_expr="lte", label=_("đến ngày"))

    class Meta:
        model = Conclusion
        fields: list[str] = []

    def by_standing(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Open, overdue, not yet given, or done: settled, or the task is no longer running."""
        if value == "mo":
            return rows.filter(OPEN)
        if value == "qua_han":
            return rows.filter(OPEN, due_on__lt=clock.today())
        if value == "chua_giao":
            return rows.filter(OPEN, task__isnull=True)
        return rows.filter(Q(settled_on__isnull=False) | Q(task__isnull=False)).exclude(OPEN)


class NearPartsField(PartsField):
    """Coordinating bodies above, beside or below the acting one."""

    find = staticmethod(near_bodies)


class EarlierField(forms.ModelChoiceField):
    """A conclusion of a former meeting."""

    def label_from_instance(self, obj: Any) -> str:
        """Its day, number and words."""
        return f"{date_vn(obj.entry.held_on)}, {obj.number}. {obj.text[:80]}"


class ConclusionForm(forms.Form):
    """One conclusion; a directive names who acts, with whom and by when."""

    kind = forms.ChoiceField(label=_("Loại kết luận"), choices=conclusion_kinds)
    text = forms.CharField(
        label=_("Nội dung kết luận"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    body = NearBodyField(label=_("Cơ quan thực hiện"), required=False)
    due_on = DayField(
        label=_("Thời hạn"),
        required=False,
        help_text=_("Trùng ngày nghỉ thì chuyển sang ngày làm việc sau."),
    )

    parts = NearPartsField(label=_("Cơ quan phối hợp thực hiện"))
    programme = forms.ModelChoiceField(
        label=_("Phần của chương trình"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("Chương trình chính"),
    )
    earlier = EarlierField(
        label=_("Kết luận kỳ trước"),
        queryset=Conclusion.objects.none(),
        required=False,
        empty_label=_("Không nối"),
    )
    bond = forms.ChoiceField(label=_("Nối như thế nào"), required=False)

    def __init__(self, *args: Any, actor: Actor, meeting: Meeting, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["body"].actor = fields["parts"].actor = actor
        sections = [row.programme_id for row in meeting.sections.all()]
        if sections:
            fields["programme"].queryset = Programme.objects.filter(pk__in=sections)
        else:
            del self.fields["programme"]
        if meeting.series:
            fields["earlier"].queryset = earlier_offered(meeting)
            fields["bond"].choices = [(code, _(name)) for code, name in BONDS]
        else:
            del self.fields["earlier"], self.fields["bond"]

    def terms(self) -> ConclusionTerms:
        """What the action takes; only of a valid form."""
        return ConclusionTerms(**self.cleaned_data)


def as_typed(row: Conclusion) -> dict[str, Any]:
    """A conclusion as it may be typed again."""
    parts = [f"{part.body.name}: {part.text}".rstrip(": ") for part in row.parts.all()]
    return {
        "kind": row.kind,
        "text": row.text,
        "body": row.body.name if row.body else "",
        "due_on": row.said_due_on or row.due_on,
        "parts": "\n".join(parts),
        "programme": row.programme_id,
        "earlier": row.earlier_id,
        "bond": row.bond,
    }


class ClauseForm(forms.Form):
    """Which clause of a registered paper a directive is."""

    requirement = forms.ModelChoiceField(
        label=_("Yêu cầu của văn bản"), queryset=Requirement.objects.none()
    )

    def __init__(self, *args: Any, offered: list[Requirement], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["requirement"]
        field.queryset = Requirement.objects.filter(pk__in=[row.pk for row in offered])
        field.choices = [
            (row.pk, f"{row.document.heading[:60]}: {row.headline[:90]}") for row in offered
        ]


class AnswerForm(forms.Form):
    """Which proposal a conclusion answers, and how."""

    proposal = forms.ModelChoiceField(
        label=_("Kiến nghị"), queryset=ProposalAddressee.objects.none()
    )
    verb = forms.ChoiceField(
        label=_("Trả lời"),
        choices=[
            ("agree", _("Đồng ý")),
            ("decline", _("Không đồng ý")),
            ("note", _("Ghi nhận")),
        ],
    )

    def __init__(self, *args: Any, offered: list[ProposalAddressee], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["proposal"]
        field.queryset = ProposalAddressee.objects.filter(pk__in=[row.pk for row in offered])
        field.choices = [
            (row.pk, f"{row.proposal.asker.name}: {row.proposal.text[:90]}") for row in offered
        ]


class TaskForm(forms.Form):
    """What the task of a directive produces."""

    product = forms.CharField(label=_("Sản phẩm"), max_length=200)


class SettleForm(forms.Form):
    """How a conclusion was settled."""

    note = forms.CharField(label=_("Kết quả thực hiện"), max_length=500)
    day = DayField(label=_("Ngày thực hiện"))
