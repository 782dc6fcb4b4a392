"""What is typed for a paper of any kind: its parts, its signers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.core.formats import number
from phongtrao.publishing.forms.papers import head_field
from phongtrao.publishing.rules.composing import (
    END_FIELDS,
    HEAD_FIELDS,
    LONGEST_PARAGRAPH,
    SIGNER_FIELDS,
    TEXT_FIELDS,
    TITLE_FIELDS,
    longest_paragraph,
)
from phongtrao.publishing.rules.drafting import HeadField
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.papers import Urgency
from phongtrao.publishing.workflow import SigningAuthority

_DIRECT = {"", SigningAuthority.OWN, SigningAuthority.ACTING_HEAD}
# The words of the paper itself: they are printed as they stand in every language of the page.
_URGENCIES = [("", _("Không")), *((each.name, each.mark) for each in Urgency)]


class ComposeForm(forms.Form):
    """A paper of one kind, field for field as `rules.composing` has them."""

    def __init__(self, *args: Any, kind: PaperKind, **options: Any) -> None:
        super().__init__(*args, **options)
        traits = kind.traits
        self.kind = kind
        for name, field in {**HEAD_FIELDS, **self._title_fields()}.items():
            self.fields[name] = head_field(name, field)
        if "abstract" in self.fields:
            self.fields["abstract"].required = traits.has_abstract
        self.fields["issued_on"] = DayField(label=_("Ngày ban hành"), required=False)
        self.fields["urgency"] = forms.ChoiceField(
            label=_("Độ khẩn"), choices=_URGENCIES, required=False
        )
        for place, label in enumerate(traits.entries):
            self.fields[f"entry_{place}"] = forms.CharField(
                label=label, max_length=500, required=False
            )
        for name, field in {**TEXT_FIELDS, **END_FIELDS}.items():
            self.fields[name] = head_field(name, field)
        for prefix in ("", "second_"):
            for name, field in SIGNER_FIELDS.items():
                self.fields[f"{prefix}{name}"] = head_field(name, field)

    def _title_fields(self) -> dict[str, HeadField]:
        """Only what the kind has: who decides, to whom, on what bases."""
        traits = self.kind.traits
        asked = {
            "decider": bool(traits.decides),
            "addressees": traits.is_addressed or bool(traits.call),
        }
        return {name: each for name, each in TITLE_FIELDS.items() if asked.get(name, True)}

    def group(self, name: str) -> list[forms.BoundField]:
        """The fields of one part of the page, in order."""
        dates, entries = (
            ["issued_on", "urgency"],
            [n for n in self.fields if n.startswith("entry_")],
        )
        names = {
            "head": [*HEAD_FIELDS, *dates],
            "title": list(self._title_fields()),
            "text": ["opening", *entries, "content", "closing"],
            "end": list(END_FIELDS),
            "signer": list(SIGNER_FIELDS),
            "second": [f"second_{each}" for each in SIGNER_FIELDS],
        }
        return [self[each] for each in names[name]]

    def clean_content(self) -> str:
        """No paragraph that nobody can read: the place of the longest is named."""
        text: str = self.cleaned_data["content"]
        place, length = longest_paragraph(text)
        if length > LONGEST_PARAGRAPH:
            raise forms.ValidationError(
                _(
                    "Đoạn thứ %(place)s dài %(length)s ký tự, quá %(most)s. Chưa soạn gì; hãy ngắt"
                    " đoạn này thành nhiều đoạn."
                ),
                params={
                    "place": number(place),
                    "length": number(length),
                    "most": number(LONGEST_PARAGRAPH),
                },
            )
        return text

    def clean(self) -> dict[str, Any]:
        """Who signs for another names him; whoever issues together signs together."""
        typed = super().clean() or {}
        for prefix in ("", "second_"):
            is_direct = typed.get(f"{prefix}authority") in _DIRECT
            if not is_direct and not typed.get(f"{prefix}behalf"):
                self.add_error(f"{prefix}behalf", _("Hãy ghi ký thay, thay mặt hoặc thừa lệnh ai."))
        is_joint = bool(typed.get("partners", "").strip())
        if is_joint and not typed.get("second_office"):
            self.add_error(
                "second_office", _("Văn bản liên tịch cần người ký của cơ quan cùng ban hành.")
            )
        if is_joint and typed.get("parent_body"):
            self.add_error(
                "parent_body",
                _("Văn bản liên tịch không ghi cơ quan chủ quản; hãy bỏ trống ô này."),
            )
        return typed
