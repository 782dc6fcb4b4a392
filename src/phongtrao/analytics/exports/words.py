"""How a question and its figures read: in the heading of a page, a workbook, a text file."""

from dataclasses import replace
from typing import Protocol
from urllib.parse import quote, urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from phongtrao.analytics.queries.pages_pivot import Asked, Compared, ComparedTarget
from phongtrao.analytics.queries.pages_sources import OneFigure
from phongtrao.core.formats import DASH, date_vn, number, percent_change
from phongtrao.core.periods import Period, parse_scheme, window
from phongtrao.org.models import AreaVersion
from phongtrao.reporting.exports import period_words

LEVEL_WORDS = {
    "country": gettext_lazy("cả nước"),
    "province": gettext_lazy("cấp tỉnh"),
    "commune": gettext_lazy("cấp xã"),
    "residential_area": gettext_lazy("khu dân cư"),
}


class Chosen(Protocol):
    """What a question's form says in words: set of areas and kind of bodies."""

    @property
    def set_name(self) -> str:
        """The chosen set of areas."""

    @property
    def kind_name(self) -> str:
        """The chosen kind of bodies."""


def scope_lines(asked: Asked, form: Chosen) -> list[str]:
    """The question in sentences: where, when, on which boundaries, of whom."""
    told = {
        "places": ", ".join(top.full_name for top in asked.tops) or DASH,
        "level": LEVEL_WORDS[asked.level],
    }
    count = len(asked.areas)
    lines = [
        _("Phạm vi: %(places)s; tính cho từng địa bàn %(level)s") % told
        + " ("
        + ngettext("%(n)s địa bàn", "%(n)s địa bàn", count) % {"n": number(count)}
        + ")."
    ]
    if form.set_name:
        lines.append(_("Chỉ địa bàn thuộc tập: %(name)s.") % {"name": form.set_name})
    lines.append(_("Kỳ: %(period)s. Cách tính kỳ: %(scheme)s.") % {
        "period": window_words(asked),
        "scheme": _(parse_scheme(asked.scheme.code).name),
    })  # fmt: skip
    lines.append(_("Theo địa giới ngày %(day)s.") % {"day": date_vn(asked.as_of)})
    if asked.kind:
        lines.append(_("Chỉ số liệu của ngành dọc: %(kind)s.") % {"kind": form.kind_name})
    return lines


def window_words(asked: Asked) -> str:
    """From the first to the last period that is asked for."""
    first, last = period_words(asked.periods[0]), period_words(asked.periods[-1])
    return first if len(asked.periods) == 1 else f"{first} – {last}"


def figure_heading(one: OneFigure) -> str:
    """Which figure this is, in one line."""
    return f"{one.area.full_name}, {period_words(one.period)}"


class FigureLinks:
    """Addresses of the figures of one question; made by hand, for `reverse` is slow."""

    def __init__(self, asked: Asked) -> None:
        self._scheme = asked.scheme
        self._base = reverse("analytics:figure-table")
        kept = {"che_do": asked.scheme.code, "ngay": asked.as_of.isoformat()}
        if asked.kind:
            kept["nganh"] = asked.kind
        self._common = urlencode(kept)
        self._whole = None if asked.is_set or len(asked.tops) != 1 else asked.tops[0].lineage_id

    def to(self, area: AreaVersion | None, code: str, period: Period) -> str:
        """Where the figure of an area leads, None: of all together; empty where nowhere does."""
        area_id = self._whole if area is None else area.lineage_id
        if area_id is None:
            return ""
        return f"{self._base}nguon/{area_id}/{code}/?ky={quote(period.label)}&{self._common}"

    def to_line(self, area: AreaVersion, code: str, period: Period, *, by_time: bool) -> str:
        """The same for one point of a line; `by_time` on the boundaries of the period itself."""
        if not by_time:
            return self.to(area, code, period)
        day = window(period, self._scheme, area.level)[1]
        kept = urlencode({"ky": period.label, "che_do": self._scheme.code, "ngay": day.isoformat()})
        return f"{self._base}nguon/{area.lineage_id}/{code}/?{kept}"


def last_period(asked: Asked) -> Asked:
    """The question narrowed to its last period: what the comparison is of."""
    return replace(asked, periods=asked.periods[-1:])


def change_words(line: Compared) -> tuple[str, str]:
    """The change with its sign, and in per cent; dashes where both are not whole."""
    change = line.change
    shown = number(change, line.indicator.decimals)
    if change is not None and change > 0:
        shown = f"+{shown}"
    share = DASH if change is None else percent_change(line.now.value, line.last_year.value)
    return shown, share


def target_reach_words(held: ComparedTarget | None) -> str:
    """How a figure stands to its target: "83,2%", "Đạt", "Chưa đạt"; a dash without a figure."""
    if held is None or held.reach is None:
        return DASH
    if held.reach.percent is not None:
        return f"{number(held.reach.percent, 1)}%"
    return _("Đạt") if held.reach.is_met else _("Chưa đạt")
