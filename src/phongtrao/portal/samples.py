"""What the pattern page shows: invented content for every component in every state."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.lists import Column, ListPage, ListSpec

TONES = ("success", "warning", "danger", "info", "secondary", "primary")
_LONG_NAME = "Ủy ban Mặt trận Tổ quốc Việt Nam đặc khu Lý Sơn, tỉnh Quảng Ngãi"


class SampleForm(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label=_("Trích yếu"), help_text=_("Ghi như trên văn bản."))
    due_on = forms.DateField(label=_("Hạn hoàn thành"))
    body = forms.ChoiceField(
        label=_("Cơ quan chủ trì"), choices=[("1", _LONG_NAME), ("2", "Công an xã Đăk Hà")]
    )
    agreed = forms.BooleanField(label=_("Đã thống nhất hai bên"), required=False)
    way = forms.ChoiceField(
        label=_("Cách gửi"),
        widget=forms.RadioSelect,
        choices=[("truc-tiep", _("Trực tiếp")), ("van-thu", _("Qua văn thư"))],
    )
    note = forms.CharField(
        label=_("Ghi chú"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    paper = forms.FileField(label=_("Tài liệu kèm theo"), required=False)


def samples(request: HttpRequest) -> dict[str, Any]:
    """The context of the pattern page."""
    today = clock.today()
    return {
        "tones": TONES,
        "form": SampleForm(),
        "wrong_form": SampleForm({"due_on": "31/02/2026", "body": "9"}, auto_id="sai_%s"),
        "full_list": _list([_row(n) for n in range(1, 121)], request),
        "empty_list": _list([], request),
        "days": [today + timedelta(days=shift) for shift in (-12, 0, 5)],
        "thread": [
            {"at": clock.now(), "author": "Nguyễn Văn Mẫu", "text": "Đã tổ chức 12 buổi.",
             "label": _("Đang thực hiện"), "tone": "primary", "files": [("#", "bien-ban.pdf")]},
            {"at": today, "author": _LONG_NAME, "text": "Đề nghị bổ sung số liệu quý III."},
        ],
    }  # fmt: skip


def _row(number: int) -> dict[str, Any]:
    return {
        "number": f"{number}/BC-CAX",
        "body": _LONG_NAME if number % 3 else "Công an xã Ba Tơ",
        "due_on": clock.today() + timedelta(days=number - 5),
        "figure": number * 1_234,
        "state": TONES[number % len(TONES)],
    }


def _list(rows: list[dict[str, Any]], request: HttpRequest) -> ListPage:
    spec = ListSpec(
        title=_("Danh sách mẫu"),
        columns=[
            Column("so", _("Số, ký hiệu"), lambda r: r["number"], sort="n", link=lambda r: "#"),
            Column("don_vi", _("Cơ quan báo cáo"), lambda r: r["body"]),
            Column("han", _("Hạn nộp"), lambda r: r["due_on"], sort="d"),
            Column("so_lieu", _("Số liệu"), lambda r: r["figure"], numeric=True),
            Column("tt", _("Trạng thái"), lambda r: r["state"], chip=lambda r: r["state"]),
        ],
        order="so",
        empty=_("Không có dòng nào khớp với bộ lọc."),
        file_name="mau",
    )
    found = Paginator(rows, 10).get_page(request.GET.get("trang"))
    return ListPage(spec, spec.columns, found, len(rows), "so", "", None)
