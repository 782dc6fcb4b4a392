"""Forms of minutes: the text, the choice between two texts, approval, a correction, statements."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.fieldwork.meetings.actions import Correction, StatementTerms
from phongtrao.fieldwork.meetings.models import Meeting, Statement
from phongtrao.fieldwork.meetings.rules.merging import Agreed, Clash, chosen_text
from phongtrao.org.permissions import Actor
from phongtrao.planning.forms.fields import NearBodyField
from phongtrao.planning.models import Programme


class MinutesForm(forms.Form):
    """The minutes, with the number of the version that they were begun from."""

    base = forms.IntegerField(min_value=0, widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label=_("Biên bản"),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("Ý kiến ghi theo cơ quan, chức vụ; không ghi tên người dân."),
    )


class MergeForm(forms.Form):
    """For each paragraph that two writers changed: whose words stand, or others."""

    base = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, parts: Sequence[Agreed | Clash], **options: Any) -> None:
        super().__init__(*args, **options)
        self.parts = parts
        self.clashes = [part for part in parts if isinstance(part, Clash)]
        for place, clash in enumerate(self.clashes):
            both = "\n".join((*clash.theirs, *clash.mine))
            self.fields[f"take_{place}"] = forms.ChoiceField(
                label=_("Giữ bản nào"),
                choices=(
                    ("both", _("Giữ cả hai, bản đang lưu đứng trước")),
                    ("theirs", _("Giữ bản đang lưu")),
                    ("mine", _("Giữ bản chưa ghép")),
                    ("typed", _("Ghi lại như ô bên dưới")),
                ),
                initial="both",
                widget=forms.RadioSelect,
            )
            self.fields[f"words_{place}"] = forms.CharField(
                label=_("Ghi lại đoạn này"),
                initial=both,
                required=False,
                max_length=100_000,
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    def rows(self) -> list[tuple[Any, Any, Any]]:
        """The parts in order; of a clash its two fields, else None."""
        found: list[tuple[Any, Any, Any]] = []
        place = 0
        for part in self.parts:
            if isinstance(part, Agreed):
                found.append((part, None, None))
                continue
            found.append((part, self[f"take_{place}"], self[f"words_{place}"]))
            place += 1
        return found

    def text(self) -> str:
        """The whole text as chosen; only of a valid form."""
        return chosen_text(self.parts, [self._chosen(n, c) for n, c in enumerate(self.clashes)])

    def _chosen(self, place: int, clash: Clash) -> str:
        take = self.cleaned_data[f"take_{place}"]
        words = {
            "both": "\n".join((*clash.theirs, *clash.mine)),
            "theirs": "\n".join(clash.theirs),
            "mine": "\n".join(clash.mine),
            "typed": self.cleaned_data[f"words_{place}"].replace("\r\n", "\n"),
        }
        return words[take]


class ApproveForm(forms.Form):
    """Whose approval it is."""

    approver = forms.CharField(
        label=_("Chức vụ người duyệt"),
        max_length=150,
        help_text=_("Phía chủ trì duyệt; chỉ ghi chức vụ, không ghi tên."),
    )


class CorrectionForm(forms.Form):
    """A correction beside approved minutes."""

    text = forms.CharField(
        label=_("Nội dung đính chính"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    reason = forms.CharField(label=_("Lý do"), max_length=300)
    day = DayField(label=_("Ngày đính chính"))

    def terms(self) -> Correction:
        """What the action takes; only of a valid form."""
        return Correction(**self.cleaned_data)


class StatementForm(forms.Form):
    """One statement; section and item are offered where the meeting has any."""

    body = NearBodyField(label=_("Cơ quan phát biểu"), required=False)
    post = forms.CharField(
        label=_("Chức vụ"),
        max_length=150,
        required=False,
        help_text=_("Chỉ ghi chức vụ, không ghi tên."),
    )
    text = forms.CharField(
        label=_("Nội dung ý kiến"), max_length=5_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    programme = forms.ModelChoiceField(
        label=_("Phần của chương trình"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("Chương trình chính"),
    )
    under = forms.ChoiceField(label=_("Mục của chương trình họp"), required=False)

    def __init__(self, *args: Any, actor: Actor, meeting: Meeting, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["body"].actor = actor  # type: ignore[attr-defined]  # declared by BodyField
        if "text" not in self.initial:
            # The next one is typed at once: nobody reaches for the mouse during a meeting.
            self.fields["body"].widget.attrs["autofocus"] = True
        here = Q(pk__in=meeting.sections.values("programme"))
        sections = Programme.objects.filter(here).order_by("pk")
        items = list(meeting.agenda.values_list("content", flat=True))
        kept = (self.initial.get("under") or "",)
        names = dict.fromkeys(name for name in (*items, *kept) if name)
        if sections.exists():
            self.fields["programme"].queryset = sections  # type: ignore[attr-defined]  # declared by the field
        else:
            del self.fields["programme"]
        if names:
            choices = [("", _("Không theo mục")), *((name, name) for name in names)]
            self.fields["under"].choices = choices  # type: ignore[attr-defined]  # declared by the field
        else:
            del self.fields["under"]

    def terms(self) -> StatementTerms:
        """What the action takes; only of a valid form."""
        return StatementTerms(**self.cleaned_data)


def as_typed(row: Statement) -> dict[str, Any]:
    """A statement as it may be typed again."""
    return {
        "body": row.body.name if row.body else "",
        "post": row.post,
        "text": row.text,
        "programme": row.programme_id,
        "under": row.under,
    }
