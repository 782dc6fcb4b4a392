"""Work given inside a body, as it is typed: the line, the form, the filters of the list."""

from typing import Any, cast

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.core.formats import date_vn
from phongtrao.org.models import Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import parts_of, posts_inside
from phongtrao.planning.actions import InternalSpec, InternalTerms
from phongtrao.planning.deadlines.typed import Bases, Due
from phongtrao.planning.forms.decisions import VersionedForm
from phongtrao.planning.forms.fields import DueField
from phongtrao.planning.forms.filters import DayFilter, FoldedFilter
from phongtrao.planning.models import InternalAssignment
from phongtrao.planning.queries.internal import Source, asked_of, late, part_label, parts_offered
from phongtrao.planning.rules.instructions import Reading
from phongtrao.planning.workflow import InternalState

LONGEST_LINE = 1_000


class PartChoice(forms.ModelChoiceField):
    """A sub-body of the acting body, by its own name."""

    def label_from_instance(self, obj: Any) -> str:
        """Without the name of the whole."""
        return part_label(obj)


class PartChoices(forms.ModelMultipleChoiceField):
    """Several sub-bodies of the acting body."""

    def label_from_instance(self, obj: Any) -> str:
        """Without the name of the whole."""
        return part_label(obj)


class PostChoice(forms.ModelChoiceField):
    """A post of the acting body, with whoever holds it."""

    def label_from_instance(self, obj: Any) -> str:
        """The post first: work is given to it, not to a person."""
        where = f", {part_label(obj.body)}" if obj.body.parent_id else ""
        return f"{obj.capacity}{where} ({obj.account.full_name})"


class InternalForm(VersionedForm):
    """Who does what until when, inside the acting body."""

    content = forms.CharField(
        label=_("Việc phải làm"), max_length=5_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    lead = PartChoice(
        label=_("Đội, tổ chủ trì"),
        queryset=Body.objects.none(),
        required=False,
        empty_label=_("Không chọn"),
    )
    parts = PartChoices(
        label=_("Đội, tổ phối hợp"),
        queryset=Body.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    officer = PostChoice(
        label=_("Người theo dõi, thực hiện"),
        queryset=Posting.objects.none(),
        required=False,
        empty_label=_("Không chọn"),
        help_text=_("Giao theo chức vụ; khi bàn giao, việc chuyển sang người nhận bàn giao."),
    )
    due = DueField(
        label=_("Thời hạn"),
        required=False,
        help_text=_("Ngày (15/12/2026), giờ và ngày (17 giờ 15/12/2026) hoặc 5 ngày làm việc."),
    )

    def __init__(self, *args: Any, actor: Actor, bases: Bases, **options: Any) -> None:
        super().__init__(*args, **options)
        body = actor.body_id or 0
        parts = parts_of(body, actor.day)
        for name, rows in (
            ("lead", parts),
            ("parts", parts),
            ("officer", posts_inside(body, actor.day, "internal.work")),
        ):
            cast("forms.ModelChoiceField[Any]", self.fields[name]).queryset = rows
        cast("DueField", self.fields["due"]).bases = bases
        if not parts:
            del self.fields["lead"], self.fields["parts"]

    def clean_due(self) -> Any:
        """The deadline; work inside a body does not come back by itself."""
        due = self.cleaned_data["due"]
        if due and due[1].rhythm is not None:
            raise forms.ValidationError(_("Việc nội bộ không tự lặp lại; hãy ghi một ngày."))
        return due

    def terms(self) -> InternalTerms:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        return InternalTerms(
            content=data["content"],
            lead=data.get("lead"),
            officer=data["officer"],
            parts=tuple(data.get("parts", ())),
            due=data["due"][1] if data["due"] else None,
        )


class GiveForm(InternalForm):
    """New work: the leader's line beside the form; from paper also whose line it was, and when."""

    instruction = forms.CharField(
        label=_("Bút phê"),
        max_length=LONGEST_LINE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Một dòng như trên giấy: giao đội nào chủ trì, đội nào phối hợp, chức vụ nào theo dõi, "
            "báo cáo trước ngày nào. Chỉ ghi chức vụ, không ghi họ tên."
        ),
    )
    leader = PostChoice(
        label=_("Lãnh đạo bút phê"), queryset=Posting.objects.none(), empty_label=None
    )
    written_on = DayField(label=_("Ngày bút phê"))

    def __init__(
        self, *args: Any, actor: Actor, source: Source, recording: bool, **options: Any
    ) -> None:
        super().__init__(*args, actor=actor, bases=source.bases(actor.day), **options)
        self.source = source
        if not recording:
            del self.fields["leader"], self.fields["written_on"]
            return
        own = actor.body_id or 0
        leaders = posts_inside(own, actor.day, "internal.give")
        field = cast("forms.ModelChoiceField[Posting]", self.fields["leader"])
        field.queryset = leaders.filter(body_id=own)
        self.fields["instruction"].label = _("Bút phê trên bản giấy")
        self.initial.setdefault("written_on", actor.day)

    def spec(self) -> InternalSpec:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        return InternalSpec(
            terms=self.terms(),
            instruction=data["instruction"],
            leader=data.get("leader"),
            written_on=data.get("written_on"),
            draft=self.source.draft,
            task=self.source.task,
            requirement=self.source.requirement,
            source_text=self.source.text,
        )


def proposed(reading: Reading, source: Source) -> dict[str, Any]:
    """What a read line proposes, as the form starts with it."""
    return {
        "content": reading.content or source.work,
        "lead": reading.lead,
        "parts": reading.coordinating,
        "officer": reading.officer,
        "due": _due_words(reading.due) if reading.due else "",
    }


def as_given(given: InternalAssignment) -> dict[str, Any]:
    """What holds now, as the form for giving it again starts with it."""
    due = Due(given.due_on, given.due_time) if given.due_on else None
    return {
        "content": given.content,
        "lead": given.lead_id,
        "parts": [part.body_id for part in given.parts.all()],
        "officer": given.officer_id,
        "due": _due_words(due) if due else "",
        "row_version": given.row_version,
    }


def _due_words(due: Due) -> str:
    return f"{due.hour:%H:%M} {date_vn(due.day)}" if due.hour else date_vn(due.day)


class InternalTextForm(VersionedForm):
    """A few words about the work: a note, a result, a reason."""

    text = forms.CharField(
        label=_("Nội dung"), max_length=5_000, widget=forms.Textarea(attrs={"rows": 3})
    )


class AcceptInsideForm(VersionedForm):
    """The leader's decision on what was reported."""

    text = forms.CharField(
        label=_("Ý kiến"),
        max_length=5_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bắt buộc khi trả lại: nêu rõ việc cần làm tiếp."),
    )


class PartFilterField(django_filters.fields.ModelChoiceField):
    """A sub-body, by its own name."""

    def label_from_instance(self, obj: Any) -> str:
        """Without the name of the whole."""
        return part_label(obj)


class PartFilter(django_filters.ModelChoiceFilter):
    """Rows of one sub-body."""

    field_class = PartFilterField


class InternalFilter(django_filters.FilterSet):
    """Filters of the list; there is none by officer, so that nobody is counted."""

    pham_vi = django_filters.ChoiceFilter(
        choices=[("toi", _("Việc giao cho tôi"))],
        method="of_mine",
        label=_("Phạm vi"),
        empty_label=_("Cả cơ quan"),
    )
    tu_khoa = FoldedFilter(field_name="search_folded", label=_("Từ khóa"))
    trang_thai = django_filters.ChoiceFilter(
        field_name="state",
        choices=InternalState.choices,
        label=_("Trạng thái"),
        empty_label=_("Tất cả"),
    )
    thoi_han = django_filters.ChoiceFilter(
        choices=[("qua", _("Quá hạn")), ("khong", _("Không thời hạn"))],
        method="of_lateness",
        label=_("Thời hạn"),
        empty_label=_("Tất cả"),
    )
    doi = PartFilter(
        field_name="lead",
        queryset=parts_offered,
        label=_("Đội, tổ chủ trì"),
        empty_label=_("Tất cả"),
    )
    tu_ngay = DayFilter(field_name="due_on", lookup_expr="gte", label=_("Hạn từ ngày"))
    den_ngay = DayFilter(field_name="due_on", lookup_expr="lte", label=_("đến ngày"))

    class Meta:
        model = InternalAssignment
        fields: list[str] = []

    def of_mine(
        self, rows: QuerySet[InternalAssignment], name: str, value: str
    ) -> QuerySet[InternalAssignment]:
        """What the reader himself is asked to do."""
        return rows.filter(asked_of(self.request.actor))

    def of_lateness(
        self, rows: QuerySet[InternalAssignment], name: str, value: str
    ) -> QuerySet[InternalAssignment]:
        """Open work past its day, or without one."""
        if value == "khong":
            return rows.filter(due_on=None)
        return late(rows, self.request.actor.day)


class SubBodyForm(forms.Form):
    """The name of a new sub-body."""

    name = forms.CharField(
        label=_("Tên đội, tổ"),
        max_length=60,
        help_text=_("Chỉ ghi tên riêng, ví dụ: Đội An ninh; tên cơ quan được thêm vào sau."),
    )


class CloseSubBodyForm(forms.Form):
    """Into which sub-body another one is merged, if into any."""

    into = PartChoice(
        label=_("Chuyển việc đang mở sang"),
        queryset=Body.objects.none(),
        required=False,
        empty_label=_("Không có việc đang mở"),
    )

    def __init__(self, *args: Any, actor: Actor, part: Body, **options: Any) -> None:
        super().__init__(*args, **options)
        field = cast("forms.ModelChoiceField[Body]", self.fields["into"])
        field.queryset = parts_of(actor.body_id or 0, actor.day).exclude(pk=part.pk)
