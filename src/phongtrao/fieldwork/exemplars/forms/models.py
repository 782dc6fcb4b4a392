"""A model, and a step of its life."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.fieldwork.exemplars.actions import Launch, ModelTerms, Origin, Size, StepFacts
from phongtrao.fieldwork.exemplars.forms.filters import field_choices, kind_choices
from phongtrao.fieldwork.exemplars.models import PracticeModel
from phongtrao.fieldwork.exemplars.queries import origin_numbered
from phongtrao.fieldwork.exemplars.rules import MOST_SITES
from phongtrao.fieldwork.exemplars.workflow import WITH_PAPER, WITH_REASON
from phongtrao.fieldwork.register.forms import EntryForm, FigureField
from phongtrao.org.permissions import Actor


class OriginField(forms.CharField):
    """A model by its number in the catalogue ("MH-12" or "12"); gives the model."""

    actor: Actor
    stands: int | None = None

    def clean(self, value: Any) -> Any:
        """The model, or None where nothing is typed."""
        text = super().clean(value).strip().upper().removeprefix("MH").lstrip("-– ")
        if not text:
            return None
        found = origin_numbered(self.actor, text, stands=self.stands)
        if found is None:
            raise ValidationError(
                gettext("Không thấy mô hình có mã này trong kho mô hình. Hãy xem mã ở kho mô hình.")
            )
        return found


class ModelForm(EntryForm):
    """One model; the days of its steps are asked only while it is entered."""

    name = forms.CharField(
        label=_("Tên mô hình"), max_length=200, help_text=_("Ví dụ: Tiếng kẻng an ninh.")
    )
    field = forms.ChoiceField(label=_("Lĩnh vực"), choices=field_choices)
    kind = forms.ChoiceField(label=_("Loại"), choices=kind_choices)
    lead = forms.CharField(
        label=_("Đơn vị thực hiện"),
        max_length=200,
        required=False,
        help_text=_("Tổ chức, không ghi tên cá nhân. Ví dụ: Hội Liên hiệp Phụ nữ xã."),
    )
    purpose = forms.CharField(
        label=_("Mục đích, cách làm"),
        max_length=5_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    sites = FigureField(
        label=_("Số điểm"),
        lowest=1,
        highest=MOST_SITES,
        required=False,
        help_text=_("Số nơi áp dụng mô hình; để trống là 1."),
    )
    teams = FigureField(label=_("Số tổ"), highest=MOST_SITES, required=False)
    members = FigureField(
        label=_("Số thành viên"),
        required=False,
        help_text=_("Chỉ ghi số; số dưới 10 không hiện ra ngoài cơ quan bạn."),
    )
    approval_paper = forms.CharField(
        label=_("Văn bản phê duyệt (số, cơ quan ban hành)"), max_length=200, required=False
    )
    approved_on = DayField(label=_("Ngày phê duyệt"), required=False)
    launched_on = DayField(
        label=_("Ngày ra mắt"),
        required=False,
        help_text=_("Để trống nếu mô hình mới ở bước đề xuất."),
    )
    adopted_from = OriginField(
        label=_("Mã mô hình gốc"),
        max_length=20,
        required=False,
        help_text=_("Nếu nhân rộng từ nơi khác; mã ở kho mô hình, ví dụ MH-12."),
    )
    adopted_on = DayField(label=_("Ngày bắt đầu nhân rộng"), required=False)
    adapted = forms.CharField(
        label=_("Điểm vận dụng khác mô hình gốc"), max_length=500, required=False
    )
    partners = None  # type: ignore[assignment]  # Django's way to leave an inherited field out
    field_order = ["name", "field", "kind", "lead", "purpose", "sites", "teams", "members",
                   "approval_paper", "approved_on", "launched_on", "adopted_from", "adopted_on",
                   "adapted", "area", "programme"]  # fmt: skip

    def __init__(
        self, *args: Any, actor: Actor, model: PracticeModel | None = None, **options: Any
    ) -> None:
        super().__init__(*args, actor=actor, **options)
        origin: Any = self.fields["adopted_from"]
        origin.actor = actor
        if model is not None:
            origin.stands = model.adopted_from_id
            for name in ("approval_paper", "approved_on", "launched_on"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Facts that are told together or not at all."""
        data = super().clean() or self.cleaned_data
        self._require_all("launched_on", ["approval_paper", "approved_on"])
        self._require_all("approval_paper", ["launched_on"])
        if data.get("adopted_from") and not data.get("adopted_on"):
            self.add_error("adopted_on", gettext("Hãy ghi ngày bắt đầu nhân rộng."))
        return data

    def _require_all(self, given: str, names: list[str]) -> None:
        if not self.cleaned_data.get(given):
            return
        for name in names:
            if name in self.fields and not self.cleaned_data.get(name) and name not in self.errors:
                said = gettext("Mô hình đang hoạt động cần văn bản, ngày phê duyệt và ngày ra mắt.")
                self.add_error(name, said)

    def terms(self) -> ModelTerms:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        names = ("programme", "name", "field", "kind", "lead", "purpose")
        return ModelTerms(
            area_id=self.area_id,
            size=Size(data["sites"] or 1, data["teams"] or 0, data["members"]),
            launch=self._launch(),
            origin=self._origin(),
            **{name: data[name] for name in names},
        )

    def _launch(self) -> Launch | None:
        data = self.cleaned_data
        if not data.get("launched_on"):
            return None
        return Launch(data["approval_paper"], data["approved_on"], data["launched_on"])

    def _origin(self) -> Origin | None:
        data = self.cleaned_data
        if not data["adopted_from"]:
            return None
        return Origin(data["adopted_from"], data["adopted_on"], data["adapted"])


class StepForm(forms.Form):
    """The day of a step, and the paper or the reason that its verb needs."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    on = DayField(label=_("Ngày"))
    paper = forms.CharField(label=_("Văn bản (số, ngày, cơ quan ban hành)"), max_length=200)
    reason = forms.CharField(
        label=_("Lý do"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, verb: str, **options: Any) -> None:
        super().__init__(*args, **options)
        if verb not in WITH_REASON:
            del self.fields["reason"]
        if verb not in WITH_PAPER:
            self.fields["paper"].required = False

    def facts(self) -> StepFacts:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        return StepFacts(data["on"], data.get("paper", ""), data.get("reason", ""))
