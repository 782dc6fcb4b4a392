"""The parts of a form as its designer fills them in; each makes a change of the design."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import InvalidInput
from phongtrao.core.periods import PeriodKind
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.models import BodyKind
from phongtrao.reporting.grid.design import Design, cell_rows, key_of
from phongtrao.reporting.models import BreakdownList, Indicator
from phongtrao.reporting.rules.cell_checks import BEFORE, LAST_YEAR, Weight, parse_check
from phongtrao.reporting.workflow import ApprovalKind, Topic

PERIOD_KINDS = {
    PeriodKind.MONTH: _("Tháng"),
    PeriodKind.QUARTER: _("Quý"),
    PeriodKind.HALF_YEAR: _("6 tháng"),
    PeriodKind.NINE_MONTHS: _("9 tháng"),
    PeriodKind.YEAR: _("Năm"),
    PeriodKind.WINDOW: _("Khoảng tháng khác (ví dụ tháng 7 đến tháng 8)"),
}
LEVELS = {
    "residential_area": _("Khu dân cư"),
    "commune": _("Cấp xã"),
    "province": _("Cấp tỉnh"),
}
LINE_KINDS = {
    "heading": _("Dòng tiêu đề"),
    "of_which": _("Dòng “Trong đó”"),
    "note": _("Dòng ghi chú"),
}
WEIGHTS = {
    Weight.BLOCK: _("Lỗi: phải sửa mới gửi được"),
    Weight.ASK: _("Cảnh báo: ghi lý do thì gửi được"),
}
SUM, AT_MOST, AT_LEAST, EQUAL, NOT_BELOW, DEVIATION, OWN = (
    "tong", "khong_lon", "khong_nho", "bang", "khong_giam", "lech", "tu_viet",
)  # fmt: skip
CHECK_KINDS = {
    SUM: _("Bằng tổng các dòng"),
    AT_MOST: _("Không lớn hơn"),
    AT_LEAST: _("Không nhỏ hơn"),
    EQUAL: _("Bằng đúng"),
    NOT_BELOW: _("Không thấp hơn kỳ trước"),
    DEVIATION: _("Lệch nhiều thì hỏi lý do"),
    OWN: _("Tự viết công thức"),
}
_SIGNS = {SUM: "=", AT_MOST: "<=", AT_LEAST: ">=", EQUAL: "="}


class StartForm(forms.Form):
    """The name of a new form."""

    name = forms.CharField(label=_("Tên biểu mẫu"), max_length=200)


class GeneralForm(forms.Form):
    """What holds for the whole form: period, who reports, who decides, until when."""

    name = forms.CharField(label=_("Tên biểu mẫu"), max_length=200)
    period_kind = forms.ChoiceField(label=_("Kỳ báo cáo"), choices=list(PERIOD_KINDS.items()))
    kinds = forms.MultipleChoiceField(
        label=_("Loại cơ quan báo cáo"), widget=forms.CheckboxSelectMultiple
    )
    computed = forms.MultipleChoiceField(
        label=_("Chỉ tiêu hệ thống tự tính khi tổng hợp"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Chỉ liệt kê tỷ lệ, bình quân có đủ thành phần trong biểu."),
    )

    def __init__(
        self, *args: Any, kinds: Sequence[BodyKind], ratios: Sequence[Indicator], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "kinds", [(kind.code, kind.name) for kind in kinds])
        _choices(self, "computed", [(row.code, f"{row.code} {row.name}") for row in ratios])
        bodies = [("", _("Không")), *((kind.code, kind.name) for kind in kinds)]
        for level, label in LEVELS.items():
            self._level_fields(level, label, bodies)

    def _level_fields(self, level: str, label: Any, bodies: list[tuple[str, Any]]) -> None:
        """Whether a level reports, who above it approves and agrees, and until when."""
        told = {"level": label}
        self.fields[f"{level}_on"] = forms.BooleanField(label=label, required=False)
        self.fields[f"{level}_approve"] = forms.ChoiceField(
            label=_("%(level)s: cơ quan duyệt") % told, choices=bodies, required=False
        )
        self.fields[f"{level}_concur"] = forms.ChoiceField(
            label=_("%(level)s: cơ quan thống nhất") % told, choices=bodies, required=False
        )
        self.fields[f"{level}_days"] = forms.IntegerField(
            label=_("%(level)s: hạn, số ngày làm việc sau ngày cuối kỳ") % told,
            min_value=1,
            max_value=120,
            required=False,
        )
        self.fields[f"{level}_time"] = forms.TimeField(
            label=_("%(level)s: giờ") % told,
            required=False,
            widget=forms.TimeInput(format="%H:%M"),
        )

    def level_rows(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields of each level as the page lays them out."""
        names = ("on", "approve", "concur", "days", "time")
        return [(level, [self[f"{level}_{name}"] for name in names]) for level in LEVELS]

    def clean(self) -> dict[str, Any]:
        """Each level that reports needs a body that approves."""
        cleaned = super().clean() or {}
        if not any(cleaned.get(f"{level}_on") for level in LEVELS):
            raise ValidationError(_("Chọn ít nhất một cấp báo cáo."))
        for level in LEVELS:
            if cleaned.get(f"{level}_on") and not cleaned.get(f"{level}_approve"):
                self.add_error(f"{level}_approve", _("Chọn cơ quan duyệt của cấp này."))
        return cleaned

    def facts(self) -> dict[str, Any]:
        """What the design takes over."""
        said = self.cleaned_data
        levels = [level for level in reversed(LEVELS) if said[f"{level}_on"]]
        return {
            "name": tidy_line(said["name"]),
            "period_kind": said["period_kind"],
            "kinds": said["kinds"],
            "computed": said["computed"],
            "approvals": {level: self._needs(level) for level in levels},
            "deadlines": {
                level: {"days": said[f"{level}_days"], "time": self._time(level)}
                for level in levels
                if said[f"{level}_days"]
            },
        }

    def _needs(self, level: str) -> list[dict[str, str]]:
        chosen = ((kind, self.cleaned_data[f"{level}_{kind}"]) for kind in ApprovalKind.values)
        return [{"kind": kind, "body_kind": body} for kind, body in chosen if body]

    def _time(self, level: str) -> str:
        hour = self.cleaned_data[f"{level}_time"]
        return f"{hour:%H:%M}" if hour else "17:00"


def general_facts(design: Design) -> dict[str, Any]:
    """The general part of a design as the form shows it."""
    facts: dict[str, Any] = {
        name: design[name] for name in ("name", "period_kind", "kinds", "computed")
    }
    for level, needs in design["approvals"].items():
        facts[f"{level}_on"] = True
        facts |= {f"{level}_{need['kind']}": need["body_kind"] for need in needs}
        deadline = design["deadlines"].get(level, {})
        facts |= {f"{level}_days": deadline.get("days"), f"{level}_time": deadline.get("time")}
    return facts


class SectionForm(forms.Form):
    """A section: its number and name; one of them may be told in words."""

    code = forms.CharField(label=_("Số của phần"), max_length=10, required=False)
    name = forms.CharField(label=_("Tên phần"), max_length=200)
    topics = forms.MultipleChoiceField(
        label=_("Phần lời văn gồm các mục"),
        choices=Topic.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Không chọn mục nào: phần này là bảng số liệu."),
    )
    required = forms.MultipleChoiceField(
        label=_("Các mục bắt buộc phải viết"),
        choices=Topic.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def facts(self) -> dict[str, Any]:
        """What the design takes over; what must be told is also offered."""
        required = self.cleaned_data["required"]
        wanted = {*self.cleaned_data["topics"], *required}
        return {
            "name": tidy_line(self.cleaned_data["name"]),
            "topics": [topic for topic in Topic.values if topic in wanted],
            "required": required,
        }


class CellForm(forms.Form):
    """A row that asks for a figure: its number and its words on this form."""

    order = forms.CharField(label=_("Số thứ tự"), max_length=12, required=False)
    name = forms.CharField(
        label=_("Tên trên biểu"),
        max_length=200,
        required=False,
        help_text=_("Để trống thì dùng tên trong danh mục chỉ tiêu."),
    )
    depth = forms.TypedChoiceField(
        label=_("Mức lùi dòng"),
        coerce=int,
        choices=[(0, _("Dòng chính")), (1, _("Trong đó")), (2, _("Trong đó của trong đó"))],
    )


class LineForm(forms.Form):
    """A line that asks for nothing."""

    kind = forms.ChoiceField(label=_("Loại dòng"), choices=list(LINE_KINDS.items()))
    order = forms.CharField(label=_("Số thứ tự"), max_length=12, required=False)
    text = forms.CharField(label=_("Nội dung"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """Only *trong đó* says nothing more."""
        cleaned = super().clean() or {}
        if cleaned.get("kind") != "of_which" and not cleaned.get("text", "").strip():
            self.add_error("text", _("Chưa ghi nội dung của dòng."))
        return cleaned


class SplitForm(forms.Form):
    """By which closed list a figure is divided, and whether the parts must add up."""

    breakdown = forms.ModelChoiceField(
        queryset=BreakdownList.objects.none(), label=_("Chia theo danh mục"), empty_label=None
    )
    adds_up = forms.BooleanField(
        label=_("Tổng các phần phải bằng dòng chính"), required=False, initial=True
    )

    def __init__(self, *args: Any, lists: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ModelChoiceField[BreakdownList]", self.fields["breakdown"]).queryset = lists


class CheckForm(forms.Form):
    """A comparison between cells or with an earlier period."""

    kind = forms.ChoiceField(label=_("Ràng buộc"), choices=list(CHECK_KINDS.items()))
    left = forms.ChoiceField(label=_("Dòng"), required=False)
    right = forms.MultipleChoiceField(
        label=_("So với các dòng"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 8}),
        help_text=_("Giữ phím Ctrl để chọn nhiều dòng; nhiều dòng thì cộng lại."),
    )
    when = forms.ChoiceField(
        label=_("Kỳ để so lệch"),
        choices=[(BEFORE, _("Kỳ trước")), (LAST_YEAR, _("Cùng kỳ năm trước"))],
        required=False,
    )
    percent = forms.IntegerField(
        label=_("Lệch quá (%)"), min_value=1, max_value=9999, initial=50, required=False
    )
    own = forms.CharField(
        label=_("Công thức tự viết"),
        max_length=500,
        required=False,
        help_text=_("Ví dụ PL01 = PL02 + PL03 hoặc LL01 >= truoc(LL01)."),
    )
    weight = forms.ChoiceField(label=_("Mức độ"), choices=list(WEIGHTS.items()))
    words = forms.CharField(
        label=_("Lời báo tại ô"),
        max_length=200,
        required=False,
        help_text=_("Để trống thì hệ thống tự viết lời báo."),
    )

    def __init__(self, *args: Any, design: Design, names: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [
            (key_of(row), f"{row['order']} {names.get(key_of(row), '')} ({key_of(row)})")
            for row in cell_rows(design)
        ]
        _choices(self, "left", [("", _("Chọn dòng")), *offered])
        _choices(self, "right", offered)

    def clean(self) -> dict[str, Any]:
        """Make the comparison of what was chosen; it stands in `check`."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        try:
            cleaned["check"] = parse_check(self._written(cleaned)).text
        except InvalidInput as refusal:
            self.add_error(None, refusal.shown(gettext))
        return cleaned

    def _written(self, said: Mapping[str, Any]) -> str:
        kind, left = said["kind"], said["left"]
        if kind == OWN:
            return str(said["own"])
        if kind == NOT_BELOW:
            return f"{left} >= {BEFORE}({left})"
        if kind == DEVIATION:
            return f"{left} ~{said['percent'] or 50}% {said['when'] or BEFORE}({left})"
        return f"{left} {_SIGNS[kind]} {' + '.join(said['right'])}"


def _choices(form: forms.Form, name: str, offered: list[tuple[str, Any]]) -> None:
    cast("forms.ChoiceField", form.fields[name]).choices = offered
