"""Forms of a meeting's papers: what is asked for, the words sent, why it is returned, the turns."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.fieldwork.meetings.actions import PaperTerms
from phongtrao.fieldwork.meetings.models import Meeting, MeetingPaper
from phongtrao.fieldwork.meetings.rules import PAPER_KINDS
from phongtrao.fieldwork.register.forms import FigureField
from phongtrao.org.permissions import Actor
from phongtrao.planning.forms.fields import NearBodyField
from phongtrao.planning.models import Programme, ProgrammeDocument
from phongtrao.planning.queries.documents import visible_documents


def paper_kinds() -> list[tuple[str, Any]]:
    """The kinds, in the reader's language."""
    return [(code, _(name)) for code, name in PAPER_KINDS]


def offer_sections(form: forms.Form, meeting: Meeting) -> None:
    """The programmes that a meeting treats; one alone is not asked."""
    others = [each.programme_id for each in meeting.sections.all()]
    if not others:
        del form.fields["programme"]
        return
    field = cast("forms.ModelChoiceField[Programme]", form.fields["programme"])
    field.queryset = Programme.objects.filter(pk__in=[meeting.programme_id, *others])


def section_field() -> Any:
    """The section that something belongs to."""
    return forms.ModelChoiceField(
        label=_("Phần của chương trình"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("Chung cả hội nghị"),
    )


class PaperForm(forms.Form):
    """What is asked of whom."""

    kind = forms.ChoiceField(label=_("Loại"), choices=paper_kinds)
    title = forms.CharField(label=_("Tên tài liệu, tham luận"), max_length=300)
    body = NearBodyField(label=_("Cơ quan chuẩn bị"))
    post = forms.CharField(
        label=_("Chức vụ trình bày"),
        max_length=150,
        required=False,
        help_text=_("Không ghi tên người."),
    )
    due_on = DayField(label=_("Hạn gửi"), required=False)
    minutes = FigureField(label=_("Số phút"), highest=600, required=False)
    programme = section_field()

    def __init__(self, *args: Any, actor: Actor, meeting: Meeting, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["body"].actor = actor  # type: ignore[attr-defined]  # declared by BodyField
        offer_sections(self, meeting)

    def terms(self) -> PaperTerms:
        """What the action takes; only of a valid form."""
        return PaperTerms(**self.cleaned_data | {"minutes": self.cleaned_data["minutes"] or 0})


class WordsForm(forms.Form):
    """The words of a paper: a file, or the number of a paper that the system keeps."""

    file = forms.FileField(
        label=_("Tệp"),
        required=False,
        help_text=_("Tệp Word, Excel, PDF hoặc ảnh; tối đa 25 MB."),
    )
    document = forms.CharField(
        label=_("hoặc văn bản đã có trong hệ thống (số, ký hiệu)"), max_length=120, required=False
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.actor = actor

    def clean_document(self) -> ProgrammeDocument | None:
        """The one paper within reach that has this number."""
        typed = self.cleaned_data["document"].strip()
        if not typed:
            return None
        found = list(visible_documents(self.actor).filter(number__iexact=typed)[:2])
        if len(found) != 1:
            said = gettext('Không thấy đúng một văn bản số "%(number)s" mà cơ quan bạn được xem.')
            raise ValidationError(said % {"number": typed[:60]})
        return found[0]


class TurnsForm(forms.Form):
    """The turns of papers, a number each."""

    def __init__(self, *args: Any, rows: Iterable[MeetingPaper], **options: Any) -> None:
        super().__init__(*args, **options)
        self.rows = list(rows)
        for row in self.rows:
            self.fields[f"place_{row.pk}"] = FigureField(
                label=row.title,
                lowest=1,
                highest=999,
                initial=row.place,
                widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3}),
            )

    def places(self) -> dict[int, int]:
        """The turn of each paper; only of a valid form."""
        return {row.pk: self.cleaned_data[f"place_{row.pk}"] for row in self.rows}

    def lines(self) -> list[tuple[MeetingPaper, Any]]:
        """Each paper beside its field."""
        return [(row, self[f"place_{row.pk}"]) for row in self.rows]
