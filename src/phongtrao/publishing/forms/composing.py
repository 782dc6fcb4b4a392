"""What is typed for a paper of any kind: its parts, its signers."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.core.formats import number
from phongtrao.publishing.forms.papers import head_field
from phongtrao.publishing.rules.composing import (
    APPENDIX_FIELDS,
    END_FIELDS,
    HEAD_FIELDS,
    LONGEST_PARAGRAPH,
    MOST_APPENDICES,
    SIGNER_FIELDS,
    TEXT_FIELDS,
    TITLE_FIELDS,
    longest_paragraph,
)
from phongtrao.publishing.rules.drafting import HeadField
from phongtrao.publishing.rules.typed_tables import TableFault, blocks_of, table_fault
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
        for place in range(1, MOST_APPENDICES + 1):
            self._add_appendix(place)
        for name in self._long_texts():
            # The last cells of a pasted table may be empty: nothing is cut off its ends.
            self.fields[name].strip = False  # type: ignore[attr-defined]  # a CharField

    def _add_appendix(self, place: int) -> None:
        for name, field in APPENDIX_FIELDS.items():
            self.fields[f"appendix_{place}_{name}"] = head_field(name, field)
        self.fields[f"appendix_{place}_file"] = forms.FileField(
            label=_("Hoặc lấy bảng từ tệp Excel"),
            required=False,
            help_text=_(
                "Tệp xlsx; trang tính đầu tiên được thêm vào cuối nội dung phụ lục để xem lại. Tệp"
                " không được lưu."
            ),
            widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        )
        self.fields[f"appendix_{place}_across"] = forms.BooleanField(
            label=_("Đặt trang ngang"), required=False
        )

    def _long_texts(self) -> list[str]:
        return ["content", *(f"appendix_{each}_text" for each in range(1, MOST_APPENDICES + 1))]

    def appendices(self) -> Iterator[tuple[int, bool, list[forms.BoundField]]]:
        """Each appendix: its place, whether anything stands in it, its fields."""
        for place in range(1, MOST_APPENDICES + 1):
            names = ("title", "text", "file", "across")
            fields = [self[f"appendix_{place}_{name}"] for name in names]
            yield place, any(each.value() or each.errors for each in fields), fields

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
        _require_readable(text)
        return text

    def clean(self) -> dict[str, Any]:
        """Who signs for another names him; whoever issues together signs together."""
        typed = super().clean() or {}
        self._clean_appendices(typed)
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

    def _clean_appendices(self, typed: dict[str, Any]) -> None:
        """Each has a title and something under it; an empty one between two is passed over."""
        for place in range(1, MOST_APPENDICES + 1):
            title, name = f"appendix_{place}_title", f"appendix_{place}_text"
            text = typed.get(name, "")
            if text.strip() and not typed.get(title):
                self.add_error(title, _("Hãy ghi tên phụ lục; nội dung vẫn giữ ở dưới."))
            if typed.get(title) and not text.strip() and name not in self.errors:
                self.add_error(name, _("Phụ lục chưa có nội dung. Hãy ghi, dán bảng hoặc gửi tệp."))
            try:
                _require_readable(text)
            except forms.ValidationError as fault:
                self.add_error(name, fault)


def _require_readable(text: str) -> None:
    """Raise ValidationError for a table that is none, and a paragraph that nobody can read."""
    fault = table_fault(text)
    if fault is not None:
        raise forms.ValidationError(_told(fault))
    plain = "\n".join(
        "\n" * (len(each.lines) - 1) if each.is_table else each.text for each in blocks_of(text)
    )
    place, length = longest_paragraph(plain)
    if length > LONGEST_PARAGRAPH:
        raise forms.ValidationError(
            _(
                "Đoạn thứ %(place)s dài %(length)s ký tự, quá %(most)s. Chưa soạn gì; hãy ngắt đoạn"
                " này thành nhiều đoạn."
            )
            % {
                "place": number(place),
                "length": number(length),
                "most": number(LONGEST_PARAGRAPH),
            }
        )


def _told(fault: TableFault) -> str:
    """What is wrong with a pasted table, and what to do."""
    said = {
        "ragged": _(
            "Bảng bắt đầu ở dòng %(first)s: dòng %(line)s có %(found)s ô, hàng đầu có %(allowed)s"
            " ô. Chưa soạn gì; hãy chép lại cả bảng, hoặc thêm, bỏ ô cho các hàng bằng nhau."
        ),
        "columns": _(
            "Bảng bắt đầu ở dòng %(first)s có %(found)s cột, quá %(allowed)s. Chưa soạn gì; hãy bớt"
            " cột hoặc tách thành hai bảng."
        ),
        "rows": _(
            "Bảng bắt đầu ở dòng %(first)s có %(found)s hàng, quá %(allowed)s. Chưa soạn gì; hãy"
            " tách thành nhiều phụ lục."
        ),
        "cell": _(
            "Bảng bắt đầu ở dòng %(first)s: dòng %(line)s có ô dài %(found)s ký tự, quá"
            " %(allowed)s. Chưa soạn gì; hãy rút gọn ô đó hoặc viết thành đoạn văn."
        ),
    }[fault.kind]
    numbers = {name: number(getattr(fault, name)) for name in ("first", "line", "found", "allowed")}
    return str(said) % numbers
