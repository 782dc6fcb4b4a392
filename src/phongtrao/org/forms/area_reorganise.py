"""The form of a merger, a split or a cut, and the filters and forms of a list of acts."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from phongtrao.org.forms.area_acts import ActForm
from phongtrao.org.forms.area_lines import Reorganisation
from phongtrao.org.reshaping.operations import Operation, Reorganise

_LONG = 20_000


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "spellcheck": "false"})


class ReorganiseForm(ActForm):
    """Old areas end, new ones begin; without script, one area a line."""

    title = _l("Sáp nhập, tách, chia địa bàn")
    olds = forms.CharField(
        label=_l("Địa bàn cũ, kết thúc từ ngày áp dụng"),
        max_length=_LONG,
        widget=_lines(4),
        help_text=_l("Mỗi dòng một địa bàn: ghi mã, hoặc tên kèm tỉnh, thành phố."),
    )
    news = forms.CharField(
        label=_l("Địa bàn mới"),
        max_length=_LONG,
        widget=_lines(3),
        help_text=_l(
            "Mỗi dòng: mã; loại và tên; địa bàn cấp trên (bỏ trống nếu như cũ)."
            " Ví dụ: 21484; xã Ba Tơ."
        ),
    )
    shares = forms.CharField(
        label=_l("Phần của địa bàn cũ về từng địa bàn mới"),
        max_length=_LONG,
        required=False,
        widget=_lines(3),
        help_text=_l(
            "Để trống thì mỗi địa bàn cũ chia đều cho các địa bàn mới (ước tính). Mỗi dòng:"
            " địa bàn cũ; địa bàn mới; tỷ lệ, như 21484; 21490; 1/3."
        ),
    )
    source = forms.CharField(
        label=_l("Nguồn của tỷ lệ"),
        max_length=60,
        required=False,
        help_text=_l("Bắt buộc khi ghi tỷ lệ khác 1, ví dụ Đề án sắp xếp, số dân ngày 31/12/2025."),
    )
    children = forms.CharField(
        label=_l("Địa bàn trực thuộc về đâu"),
        max_length=_LONG,
        required=False,
        widget=_lines(3),
        help_text=_l(
            "Chỉ cần khi có nhiều địa bàn mới và địa bàn cũ còn cấp dưới. Mỗi dòng: địa bàn trực"
            " thuộc; địa bàn mới."
        ),
    )
    field_order = ["on", "olds", "news", "shares", "source", "children"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        area = kwargs["area"]
        kwargs.setdefault("initial", {"olds": f"{area.code} {area.full_name}"})
        super().__init__(*args, **kwargs)
        self.read: Reorganisation | None = None

    def clean(self) -> dict[str, Any]:
        """Read all boxes together; every fault stands at its box with its line."""
        data = super().clean() or self.cleaned_data
        if "olds" not in data or "news" not in data:
            return data
        self.read = Reorganisation(data, self.day(), self.area.level)
        for name, faults in self.read.faults.items():
            for fault in faults:
                self.add_error(name, fault)
        if self.read.needs_source and not data.get("source"):
            self.add_error("source", _("Hãy ghi tỷ lệ lấy từ đâu."))
        return data

    def operation(self) -> Operation:
        """The reorganisation; the kernel judges sums, codes, names and parents."""
        assert self.read is not None
        return Reorganise(
            tuple(self.read.news),
            self.read.parts,
            source=self.cleaned_data["source"] if self.read.needs_source else "default",
            children=self.read.children,
        )
