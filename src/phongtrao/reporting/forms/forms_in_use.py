"""The upload of a form in use, and what is decided about each of its rows."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_, InvalidInput
from phongtrao.reporting.grid.sheet_design import DROP, NEW, WORDS, Choice, asked_rows
from phongtrao.reporting.grid.sheet_matching import GUESS, LOOK, SURE
from phongtrao.reporting.grid.sheet_matching import NEW as UNKNOWN

FIELD = "de_xuat"  # the signed proposal; the guard has read the file that it came from
_SALT = "reporting.proposal"
_VALID_SECONDS = 24 * 3600
CERTAINTY = {
    SURE: (_("chắc chắn"), "success"),
    LOOK: (_("cần xem"), "warning"),
    GUESS: (_("suy đoán"), "warning"),
    UNKNOWN: (_("chưa có trong danh mục"), "secondary"),
}
ROLES = {
    "order": _("Số thứ tự"),
    "name": _("Tên dòng"),
    "unit": _("Đơn vị tính"),
    "this": _("Số kỳ này, sẽ nhập"),
    "part": _("Phần chia nhỏ"),
    "cumulative": _("Lũy kế, tự tính"),
    "before": _("Kỳ trước, tự lấy"),
    "last_year": _("Cùng kỳ, tự lấy"),
    "compare": _("So sánh, tự tính"),
    "target": _("Chỉ tiêu giao"),
    "note": _("Ghi chú"),
    "other": _("Chưa rõ"),
}


class SheetForm(forms.Form):
    """The file, and the sheet that is meant where it has several."""

    file = forms.FileField(
        label=_("Tệp Excel của biểu đang dùng"),
        help_text=_("Tệp .xlsx, hoặc .xls được chuyển tự động. Tệp không được lưu."),
    )
    sheet = forms.CharField(
        label=_("Tên trang, nếu tệp có nhiều biểu"), max_length=40, required=False
    )


def signed(proposal: Mapping[str, Any]) -> str:
    """A proposal as it travels with its page."""
    return signing.dumps(dict(proposal), salt=_SALT, compress=True)


def unsigned(token: str) -> dict[str, Any]:
    """The proposal of a page; ``InvalidInput`` where it is not ours or a day old."""
    try:
        found: dict[str, Any] = signing.loads(token, salt=_SALT, max_age=_VALID_SECONDS)
    except signing.BadSignature:
        raise InvalidInput(
            N_("Đề xuất này đã quá một ngày hoặc không còn nguyên. Hãy tải lại tệp."),
            "proposal.token",
        ) from None
    return found


def first_choices(proposal: Mapping[str, Any]) -> dict[str, Choice]:
    """What is ticked before anybody decides: the likely code, else a new one, else nothing."""
    found = {}
    for row in asked_rows(proposal):
        verb = row["match"] or NEW
        if verb == NEW and (row["refused"] or (row["unit"] == "%" and row["kind"] == "cell")):
            verb = DROP
        if row.get("split"):
            verb = NEW  # a value of the row above: it has no code of its own
        found[row["id"]] = Choice(verb, row["unit"], "stock" if row["stock"] else "flow")
    return found


def sent_choices(proposal: Mapping[str, Any], sent: Mapping[str, str]) -> dict[str, Choice]:
    """What was decided on the page; a code typed by hand goes before the chosen one."""
    found = {}
    for row in asked_rows(proposal):
        key = row["id"]
        typed = sent.get(f"ma-{key}", "").strip().upper()
        chosen = sent.get(f"viec-{key}", DROP)
        offered = {NEW, DROP, WORDS, *row["candidates"]}
        kind = "stock" if sent.get(f"loai-{key}") == "stock" else "flow"
        verb = typed[:10] or (chosen if chosen in offered else DROP)
        found[key] = Choice(verb, sent.get(f"dvt-{key}", "")[:40], kind)
    return found


def with_ticks(proposal: dict[str, Any], sent: Mapping[str, Any]) -> dict[str, Any]:
    """The proposal with the checks that were left ticked."""
    for number, check in enumerate(proposal["checks"]):
        check["taken"] = f"cong-{number}" in sent
    if proposal["split"]:
        proposal["split"]["taken"] = "chia" in sent
    return proposal
