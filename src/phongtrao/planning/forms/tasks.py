"""One task, and several at once."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.org.permissions import Actor
from phongtrao.planning.actions import TaskSpec
from phongtrao.planning.deadlines.typed import Bases
from phongtrao.planning.forms.fields import BodyField, DueField, PartsField, offer_programmes
from phongtrao.planning.models import Programme

ROWS = 3
MOST_ROWS = 50
_PREFIX = "viec"


class TaskForm(forms.Form):
    """A task to be given: what, product, lead, coordinating bodies, date."""

    title = forms.CharField(
        label=_("Nhiệm vụ"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    product = forms.CharField(
        label=_("Sản phẩm"),
        max_length=500,
        help_text=_("Ví dụ: Kế hoạch, báo cáo kết quả, hội nghị đã tổ chức."),
    )
    lead = BodyField(label=_("Cơ quan chủ trì"))
    parts = PartsField(label=_("Cơ quan phối hợp"))
    due_on = DueField(label=_("Hạn hoàn thành"))

    def __init__(
        self, *args: Any, actor: Actor, bases: Bases | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            if isinstance(field, BodyField | PartsField):
                field.actor = actor
            elif isinstance(field, DueField):
                field.bases = bases or Bases(actor.day)

    def spec(self) -> TaskSpec:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        words, due = data["due_on"]
        return TaskSpec(
            data["title"],
            data["product"],
            data["lead"],
            due.day,
            data["parts"],
            due_time=due.hour,
            term=due.term,
            rhythm=due.rhythm,
            words=words,
        )


class OwnTaskForm(TaskForm):
    """A task that no paper asked for, in a programme."""

    programme = forms.ModelChoiceField(
        label=_("Chương trình"), queryset=Programme.objects.none(), empty_label=None
    )
    field_order = ["programme"]

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, actor=actor, **options)
        offer_programmes(self, actor)


class TaskFormSet(forms.BaseFormSet):
    """Rows left empty are no tasks; one row at least must be filled."""

    def clean(self) -> None:
        """Refuse a set without any task."""
        if not any(form.has_changed() for form in self.forms):
            raise forms.ValidationError(_("Hãy ghi ít nhất một nhiệm vụ."))

    def specs(self) -> list[TaskSpec]:
        """The filled rows, as the action takes them."""
        return [form.spec() for form in self.forms if form.has_changed()]


def task_forms(
    actor: Actor,
    data: Any = None,
    *,
    initial: dict[str, Any],
    typed: list[dict[str, Any]] | None = None,
    bases: Bases | None = None,
) -> TaskFormSet:
    """Three rows that start with the same values, or as many as were typed so far."""
    made = forms.formset_factory(
        TaskForm,
        formset=TaskFormSet,
        extra=0,
        max_num=MOST_ROWS,
        absolute_max=MOST_ROWS,
        validate_max=True,
    )
    rows = typed or [initial] * (ROWS if data is None else MOST_ROWS)
    found = made(
        data,
        prefix=_PREFIX,
        initial=rows,
        form_kwargs={
            "actor": actor,
            "bases": bases,
            "empty_permitted": True,
            "use_required_attribute": False,
        },
    )
    return cast("TaskFormSet", found)


def one_more_row(actor: Actor, data: Any, *, initial: dict[str, Any]) -> TaskFormSet:
    """What was typed so far and a further row, not judged yet."""
    sent = data.get(f"{_PREFIX}-TOTAL_FORMS", "")
    count = min(int(sent) if sent.isascii() and sent.isdecimal() else ROWS, MOST_ROWS - 1)
    names = list(TaskForm.base_fields)
    typed = [
        {name: data.get(f"{_PREFIX}-{row}-{name}", "") for name in names} for row in range(count)
    ]
    return task_forms(actor, initial=initial, typed=[*typed, initial])
