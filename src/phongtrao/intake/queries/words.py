"""How what was read is said on the page: deadlines, dates, rules and kinds of events in words."""

import re

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core import formats
from phongtrao.core.vietnamese import roman
from phongtrao.intake.extraction.rules import BY_ID
from phongtrao.intake.rules import full_date

_RHYTHMS = {
    "P1D": _("hằng ngày"),
    "P1W": _("hằng tuần"),
    "P1M": _("hằng tháng"),
    "P3M": _("hằng quý"),
    "P6M": _("6 tháng một lần"),
    "P1Y": _("hằng năm"),
}
_WORDS = {
    "ONGOING": _("thường xuyên"),
    "ON_REQUEST": _("khi có yêu cầu"),
    "REL:today": _("trong ngày"),
    "REL:now": _("làm ngay"),
    "REL:this_week": _("trong tuần"),
    "REL:next_week": _("tuần sau"),
    "REL:end_of_month": _("cuối tháng"),
    "REL:next_meeting": _("phiên họp sau"),
    "REL:school_year_start": _("đầu năm học"),
    "REL:before_event": _("trước sự kiện"),
    "REL:annual_budget": _("trong dự toán năm"),
}
_EVENTS = {
    "le_ky_ket": _("Lễ ký kết"),
    "ngay_hoi": _("Ngày hội"),
    "lam_viec": _("Buổi làm việc"),
    "hoi_nghi": _("Hội nghị"),
    "kiem_tra": _("Kiểm tra"),
    "dien_tap": _("Diễn tập"),
    "tap_huan": _("Tập huấn"),
    "hop": _("Cuộc họp"),
    "tuyen_truyen": _("Tuyên truyền"),
}
_UNITS = {"D": _("ngày"), "WD": _("ngày làm việc"), "W": _("tuần"), "M": _("tháng")}


def norm_words(norm: str) -> str:
    """A deadline in the notation of the schema, in words: "hằng quý", "trong 5 ngày làm việc"."""
    return "; ".join(_one_norm(part.strip()) for part in norm.split(";") if part.strip())


def _one_norm(norm: str) -> str:
    sort, _colon, value = norm.partition(":")
    if norm in _WORDS:
        return str(_WORDS[norm])
    if sort == "BY":
        return gettext("chậm nhất %(day)s") % {"day": partial_date(value)}
    if sort == "FROM":
        start, _slash, end = value.partition("/")
        days = {"start": partial_date(start), "end": partial_date(end)}
        return gettext("từ %(start)s đến %(end)s") % days
    if sort == "EVERY":
        rhythm, _at, day = value.partition("@")
        words = str(_RHYTHMS.get(rhythm, rhythm))
        month, dash, of_month = day.partition("-")
        day = f"{int(of_month)}/{int(month)}" if dash and day[:2].isdecimal() else day
        return gettext("%(rhythm)s, ngày %(day)s") % {"rhythm": words, "day": day} if day else words
    counted = re.fullmatch(r"P(\d+)(WD|D|W|M)", value)
    if counted:
        count = {"count": counted[1], "unit": str(_UNITS[counted[2]])}
        return gettext("trong %(count)s %(unit)s") % count
    return norm


def partial_date(text: str) -> str:
    """An ISO date or period as people write it: 05/02/2026, tháng 2/2026, quý III/2026."""
    day = full_date(text)
    if day is not None:
        return formats.date_vn(day)
    yearly = re.fullmatch(r"--(\d\d)-(\d\d)", text or "")
    if yearly:
        of_year = f"{int(yearly[2])}/{int(yearly[1])}"
        return gettext("ngày %(day)s hằng năm") % {"day": of_year}
    found = re.fullmatch(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)))?", text or "")
    if not found:
        return text or ""
    year, quarter, half, month = found.groups()
    if quarter:
        return gettext("quý %(quarter)s/%(year)s") % {"quarter": roman(int(quarter)), "year": year}
    if half == "1":
        return gettext("6 tháng đầu năm %(year)s") % {"year": year}
    if month:
        return gettext("tháng %(month)s/%(year)s") % {"month": int(month), "year": year}
    return gettext("năm %(year)s") % {"year": year}


def rule_title(code: str) -> str:
    """The title of a numbered rule with its number, for whoever asks why."""
    rule = BY_ID.get(code)
    return (
        gettext("%(code)s: %(title)s") % {"code": code, "title": gettext(rule.title)}
        if rule
        else code
    )


def event_title(kind: str) -> str:
    """The kind of an event as people call it."""
    return str(_EVENTS.get(kind, _("Sự kiện khác")))
