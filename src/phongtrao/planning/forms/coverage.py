"""Filters of the pages of coverage, and the form that decides on several requirements at once."""

from collections.abc import Iterable
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.org.forms import AreaSetFilter
from phongtrao.org.permissions import Actor
from phongtrao.planning import queries
from phongtrao.planning.actions import TaskSpec
from phongtrao.planning.deadlines.typed import Bases
from phongtrao.planning.forms.fields import BodyField, DueField
from phongtrao.planning.forms.filters import FoldedFilter
from phongtrao.planning.models import Programme, Requirement, RequirementAddressee
from phongtrao.planning.queries import coverage
from phongtrao.planning.rules.ages import AGE_BANDS
from phongtrao.planning.workflow import AddresseeState

_MOST_ID = 10**12
LATER, TASK, STANDING, SEPARATE = "", "task", "standing", "separate"
_WAYS = [
    (LATER, _("Để sau")),
    (TASK, _("Thành nhiệm vụ")),
    (STANDING, _("Thường xuyên")),
    (SEPARATE, _("Chế độ riêng")),
]


def _states() -> list[tuple[str, Any]]:
    return [
        (coverage.NEITHER, _("Chưa cụ thể hóa hoặc chưa giao cơ quan chủ trì")),
        *AddresseeState.choices,
        (coverage.LATE, _("Quá thời gian cụ thể hóa")),
        (coverage.UNADDRESSED, _("Chưa giao cơ quan chủ trì")),
    ]


def _ages() -> list[tuple[str, Any]]:
    return [(band.code, _(band.label)) for band in AGE_BANDS]


def _programme_filter() -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        method="of_programme",
        queryset=queries.programmes_offered,
        label=_("Chương trình"),
        empty_label=_("Tất cả"),
    )


def _papers_of(programme: Programme, actor: Actor) -> QuerySet[Any, Any]:
    """Ids of the papers of a programme, and of those that serve it too."""
    papers = queries.visible_documents(actor).filter(queries.serving(programme, "document"))
    return papers.values("pk")


def _number(label: Any, method: str) -> django_filters.NumberFilter:
    """A number that only links carry."""
    return django_filters.NumberFilter(label=label, method=method, widget=forms.HiddenInput)


class CoverageFilter(django_filters.FilterSet):
    """Filters of coverage by body, over the leads of requirements."""

    tu_khoa = FoldedFilter(
        field_name="requirement__document__search_folded", label=_("Từ khóa của văn bản")
    )
    co_quan = FoldedFilter(field_name="body__name_folded", label=_("Cơ quan"))
    chuong_trinh = _programme_filter()
    tap = AreaSetFilter("body__area_id")
    tuoi = django_filters.ChoiceFilter(
        choices=_ages,
        method="of_age",
        label=_("Số ngày kể từ ngày văn bản"),
        empty_label=_("Tất cả"),
    )
    van_ban = _number(_("Văn bản"), "of_document")

    class Meta:
        model = RequirementAddressee
        fields: list[str] = []

    def of_programme(self, rows: QuerySet[Any], name: str, value: Programme) -> QuerySet[Any]:
        """What papers of a programme ask for, and those that serve it too."""
        papers = queries.document_rows(self.request.actor).filter(
            queries.serving(value, "document")
        )
        return rows.filter(requirement__document__in=papers.values("pk"))

    def of_age(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """What came with a paper as old as the band."""
        return coverage.aged(rows, value, clock.today())

    def of_document(self, rows: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        """What one paper asks for."""
        return rows.filter(requirement__document_id=_id(value))


class RequirementFilter(django_filters.FilterSet):
    """Filters of requirements one by one; `cua` is the body whose figure was opened."""

    tu_khoa = FoldedFilter(field_name="document__search_folded", label=_("Từ khóa của văn bản"))
    tinh_trang = django_filters.ChoiceFilter(
        choices=_states, method="of_state", label=_("Tình trạng"), empty_label=_("Tất cả")
    )
    tuoi = django_filters.ChoiceFilter(
        choices=_ages,
        method="of_age",
        label=_("Số ngày kể từ ngày văn bản"),
        empty_label=_("Tất cả"),
    )
    chuong_trinh = _programme_filter()
    van_ban = _number(_("Văn bản"), "of_document")
    cua = _number(_("Cơ quan chủ trì"), "of_body")

    class Meta:
        model = Requirement
        fields: list[str] = []

    def of_programme(self, rows: QuerySet[Any], name: str, value: Programme) -> QuerySet[Any]:
        """What papers of a programme ask for, and those that serve it too."""
        papers = queries.document_rows(self.request.actor).filter(
            queries.serving(value, "document")
        )
        return rows.filter(document__in=papers.values("pk"))

    def of_age(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """What came with a paper as old as the band."""
        return coverage.aged(rows, value, clock.today())

    def of_document(self, rows: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        """What one paper asks for."""
        return rows.filter(document_id=_id(value))

    def of_body(self, rows: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        """Nothing more to do: the rows are made for the body (`body_asked`)."""
        return rows

    def of_state(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """What a lead has made of it."""
        led = coverage.led_rows(self.request.actor)
        body = body_asked(self.data)
        led = led if body is None else led.filter(body_id=body)
        return coverage.in_state(rows, value, led, clock.today())


def body_asked(data: Any) -> int | None:
    """The body whose figure was opened; None without one."""
    sent = str(data.get("cua") or "")
    return _id(int(sent)) if sent.isascii() and sent.isdecimal() and len(sent) < 14 else None


def _id(value: Any) -> int:
    """An id as it was sent; 0 (nothing) for what no database holds."""
    number = int(value)
    return number if 0 < number < _MOST_ID else 0


class CommonForm(forms.Form):
    """Product and deadline for every row that leaves them empty."""

    product = forms.CharField(label=_("Sản phẩm chung"), max_length=500, required=False)
    due_on = forms.CharField(label=_("Hạn chung"), max_length=200, required=False)


class DecisionForm(forms.Form):
    """How one requirement is carried out; what a task needs counts only where it becomes one."""

    way = forms.ChoiceField(
        label=_("Cách thực hiện"), choices=_WAYS, required=False, widget=forms.RadioSelect
    )
    title = forms.CharField(
        label=_("Nhiệm vụ"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    product = forms.CharField(label=_("Sản phẩm"), max_length=500, required=False)
    lead = BodyField(label=_("Cơ quan chủ trì"), required=False)
    due_on = DueField(label=_("Hạn hoàn thành"), required=False, help_text="")

    def __init__(
        self, data: Any = None, *, addressee: RequirementAddressee, actor: Actor, common: Any
    ) -> None:
        requirement = addressee.requirement
        document = requirement.document
        due = requirement.due_on
        initial = {
            "way": LATER,
            "title": requirement.headline[:500],
            "lead": addressee.body.name,
            "due_on": due if due and due >= actor.day else None,
        }
        data = None if data is None else _filled(data, f"nd-{addressee.pk}", common)
        super().__init__(data, prefix=f"nd-{addressee.pk}", initial=initial)
        self.addressee = addressee
        self.fields["lead"].actor = actor  # type: ignore[attr-defined]  # a BodyField
        self.fields["due_on"].bases = Bases(  # type: ignore[attr-defined]  # a DueField
            actor.day, issued_on=document.issued_on, received_on=document.registered_on
        )

    def clean(self) -> dict[str, Any]:
        """A task has a title, a product, a lead and a deadline; nothing else is asked for."""
        data = super().clean() or {}
        if data.get("way") != TASK:
            for name in [name for name in self.errors if name != "way"]:
                del self.errors[name]
            return data
        for name in ("title", "product", "lead", "due_on"):
            if name not in self.errors and not data.get(name):
                self.add_error(name, gettext("Trường này là bắt buộc."))
        return data

    def spec(self) -> TaskSpec:
        """The task, as the action takes it."""
        data = self.cleaned_data
        words, due = data["due_on"]
        return TaskSpec(
            data["title"],
            data["product"],
            data["lead"],
            due.day,
            due_time=due.hour,
            term=due.term,
            rhythm=due.rhythm,
            words=words,
        )


def _filled(data: Any, prefix: str, common: dict[str, str]) -> Any:
    """What was sent, with the common product and deadline where a row has none."""
    filled = data.copy()
    for name, value in common.items():
        if value and not filled.get(f"{prefix}-{name}", "").strip():
            filled[f"{prefix}-{name}"] = value
    return filled


def decision_forms(
    actor: Actor, addressees: Iterable[RequirementAddressee], data: Any = None
) -> list[DecisionForm]:
    """A form a requirement, filled with what was sent."""
    common = {name: (data or {}).get(name, "").strip() for name in ("product", "due_on")}
    return [DecisionForm(data, addressee=row, actor=actor, common=common) for row in addressees]
