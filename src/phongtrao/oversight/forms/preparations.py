"""What is typed of a delegation that an agency outside leads."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.oversight.actions.preparations import Preparation, preparing_bodies
from phongtrao.planning.models import ProgrammeDocument
from phongtrao.planning.queries import visible_documents

_MOST_PAPERS = 200


class PreparationForm(forms.Form):
    """One thing to prepare."""

    body = forms.ModelChoiceField(
        label=_("Cơ quan chuẩn bị"), queryset=Body.objects.none(), empty_label=None
    )
    text = forms.CharField(label=_("Việc chuẩn bị"), max_length=300)
    due_on = DayField(label=_("Hạn chuẩn bị"))

    def __init__(self, *args: Any, entry: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["body"]
        field.queryset = Body.objects.filter(pk__in=[b.pk for b in preparing_bodies(entry)])

    def terms(self) -> Preparation:
        """What the action takes; only of a valid form."""
        return Preparation(**self.cleaned_data)


class TheirConclusionForm(forms.Form):
    """The received paper; the newest ones that the reader sees."""

    document = forms.ModelChoiceField(
        label=_("Văn bản kết luận đã nhận"), queryset=ProgrammeDocument.objects.none()
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        newest = visible_documents(actor).order_by("-pk").values_list("pk", flat=True)
        field: Any = self.fields["document"]
        field.queryset = ProgrammeDocument.objects.filter(pk__in=list(newest[:_MOST_PAPERS])).defer(
            "text", "search_folded"
        )
