"""The question to the figures: which indicators, where, when, of whom, on which boundaries."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phongtrao.analytics.queries.pages_grid import LAYOUTS
from phongtrao.analytics.queries.pages_pivot import Asked
from phongtrao.analytics.queries.pages_scope import (
    Offered,
    areas_of_level,
    place_and_below,
    places_offered,
    tops_and_below,
)
from phongtrao.core import clock
from phongtrao.core.errors import InvalidInput, NotFound
from phongtrao.core.fields import DayField
from phongtrao.core.periods import (
    DEFAULT_SCHEME,
    FIRST_YEAR,
    LAST_YEAR,
    Period,
    PeriodKind,
    PeriodScheme,
    month,
    parse_scheme,
    window,
)
from phongtrao.org import queries as org
from phongtrao.org.models import AreaSet, AreaVersion
from phongtrao.reporting.models import Indicator

MOST_PERIODS = 60
MOST_INDICATORS = 40
STEPS = {"thang": 1, "quy": 3, "6-thang": 6, "nam": 12, "ca-khoang": 0}
_STEP_OF = {
    PeriodKind.MONTH: "thang",
    PeriodKind.QUARTER: "quy",
    PeriodKind.HALF_YEAR: "6-thang",
    PeriodKind.YEAR: "nam",
}
_FIRST_CHOSEN = 4
LEVEL_NAMES = {
    "country": gettext_lazy("Cả nước"),
    "province": gettext_lazy("Cấp tỉnh"),
    "commune": gettext_lazy("Cấp xã"),
    "residential_area": gettext_lazy("Khu dân cư"),
}
_MONTH = re.compile(r"(?:(\d{1,2})\s*[/.-]\s*(\d{4})|(\d{4})-(\d{1,2}))", re.ASCII)


class MonthField(forms.CharField):
    """A month typed as mm/yyyy."""

    def __init__(self, **options: Any) -> None:
        attributes = {
            "inputmode": "numeric",
            "placeholder": gettext_lazy("tháng/năm"),
            "autocomplete": "off",
        }
        super().__init__(max_length=20, widget=forms.TextInput(attrs=attributes), **options)

    def clean(self, value: Any) -> Any:
        """The month as a period of one month."""
        text = super().clean(value)
        found = _MONTH.fullmatch(text.strip())
        if found:
            number, year = int(found[1] or found[4]), int(found[2] or found[3])
            if 1 <= number <= 12 and FIRST_YEAR <= year <= LAST_YEAR:
                return month(year, number)
        raise ValidationError(_("Hãy ghi tháng và năm, ví dụ 10/2026."), code="month")


def month_text(ordinal: int) -> str:
    """A month as it is typed into a form."""
    return f"{ordinal % 12 + 1:02d}/{ordinal // 12}"


def periods_between(first: Period, last: Period, months: int) -> list[Period]:
    """The window in steps of so many months from its first one; 0: the window as one period.

    What is left at the end is a shorter period of its own: no month that was asked for is lost.
    """
    if not months:
        return [Period(first.first, last.last)]
    starts = range(first.first, last.last + 1, months)
    return [Period(start, min(start + months - 1, last.last)) for start in starts]


class AskingForm(forms.Form):
    """What every question to the figures says; a value that is not given has its usual one."""

    ct = forms.MultipleChoiceField(label=gettext_lazy("Chỉ tiêu"))
    cap = forms.ChoiceField(label=gettext_lazy("Tính cho từng địa bàn"))
    dia_ban = forms.ChoiceField(label=gettext_lazy("Trong địa bàn"), required=False)
    tap = forms.ModelChoiceField(
        label=gettext_lazy("Tập địa bàn"),
        queryset=AreaSet.objects.none(),
        required=False,
        empty_label=gettext_lazy("Tất cả"),
    )
    tu = MonthField(label=gettext_lazy("Từ tháng"))
    den = MonthField(label=gettext_lazy("Đến hết tháng"))
    buoc = forms.ChoiceField(
        label=gettext_lazy("Chia theo"),
        choices=[
            ("thang", gettext_lazy("Từng tháng")),
            ("quy", gettext_lazy("Từng quý (3 tháng)")),
            ("6-thang", gettext_lazy("Từng 6 tháng")),
            ("nam", gettext_lazy("Từng năm (12 tháng)")),
            ("ca-khoang", gettext_lazy("Cả khoảng thời gian là một kỳ")),
        ],
    )
    che_do = forms.ChoiceField(label=gettext_lazy("Cách tính kỳ"))
    nganh = forms.ChoiceField(label=gettext_lazy("Ngành dọc"), required=False)
    ngay = DayField(label=gettext_lazy("Theo địa giới ngày"), required=False)

    defaults: Mapping[str, str] = {}
    most_indicators = MOST_INDICATORS

    def __init__(self, query: QueryDict, *, offered: Offered) -> None:
        self.offered = offered
        super().__init__(self._completed(query))
        self._fill_choices()

    def _completed(self, query: QueryDict) -> QueryDict:
        """The query with the usual values where it says nothing."""
        full = query.copy()
        scheme = full.get("che_do") or self.offered.usual_scheme
        period = self.offered.newest_period(scheme)
        usual = {
            "che_do": scheme,
            "cap": self.usual_level(),
            "buoc": _STEP_OF.get(period.kind, "ca-khoang") if period else "thang",
            **self.defaults,
        }
        if period:
            usual |= self.usual_window(period)
        for name, value in usual.items():
            if name not in full:
                full[name] = value
        if not full.getlist("ct"):
            full.setlist("ct", self.usual_indicators())
        return full

    def usual_level(self) -> str:
        """The level directly below the reader's own; a commune's own level for a commune."""
        levels = self.offered.levels
        return levels[min(1, len(levels) - 1)] if levels and levels[0] != "commune" else "commune"

    def usual_window(self, period: Period) -> dict[str, str]:
        """The months that are asked for until others are."""
        return {"tu": month_text(period.first), "den": month_text(period.last)}

    def usual_indicators(self) -> list[str]:
        """The first indicators of the newest form."""
        asked = {each.template_id for each in self.offered.rounds[:1]}
        for version in self.offered.versions:
            if not asked or version.template_id in asked:
                codes = [cell["indicator"] for cell in version.cells]
                known = [code for code in codes if code in self.offered.indicators]
                return list(dict.fromkeys(known))[:_FIRST_CHOSEN]
        return list(self.offered.indicators)[:_FIRST_CHOSEN]

    def _fill_choices(self) -> None:
        fields: dict[str, Any] = self.fields
        fields["ct"].choices = [
            (row.code, f"{row.code} {row.name}") for row in self.offered.indicators.values()
        ]
        if "cap" in fields:
            fields["cap"].choices = [(level, LEVEL_NAMES[level]) for level in self.offered.levels]
        fields["che_do"].choices = [
            (code, scheme_name(code)) for code in self.offered.schemes or [DEFAULT_SCHEME.code]
        ]
        kinds = sorted(self.offered.kinds.items(), key=lambda kind: kind[1])
        fields["nganh"].choices = [("", _("Tất cả cơ quan")), *kinds]
        day = clock.today()
        if "tap" in fields:
            fields["tap"].queryset = org.area_sets_within(self.offered.actor, day)
        fields["dia_ban"].choices = [("", _("Toàn bộ phạm vi của bạn")), *self._places(day)]

    def _places(self, day: date) -> list[tuple[str, str]]:
        """The places that are offered, and the chosen one where it is another within scope."""
        actor = self.offered.actor
        places = [(str(a.lineage_id), a.full_name) for a in places_offered(actor, day)]
        chosen = self.data.get("dia_ban", "")
        known = {key for key, _name in places}
        if chosen.isdecimal() and len(chosen) < 10 and chosen not in known:
            if not actor.scope.covers(int(chosen)):
                raise NotFound
            places.append((chosen, org.area_label(int(chosen), day)))
        return places

    def clean(self) -> dict[str, Any]:
        """The window runs forward, is not too finely cut, and lies in the scheme."""
        data: dict[str, Any] = super().clean() or {}
        if len(data.get("ct", ())) > MOST_INDICATORS:
            self.add_error(
                "ct", _("Chọn nhiều nhất %(most)s chỉ tiêu.") % {"most": MOST_INDICATORS}
            )
        first, last = data.get("tu"), data.get("den")
        if not (first and last and data.get("buoc") and data.get("che_do")):
            return data
        if last.last < first.first:
            self.add_error("den", _("Tháng cuối phải không sớm hơn tháng đầu."))
            return data
        found = periods_between(first, last, STEPS[data["buoc"]])
        if len(found) > MOST_PERIODS:
            told = {"most": MOST_PERIODS, "found": len(found)}
            self.add_error(
                "buoc", _("Khoảng này chia thành %(found)s kỳ; nhiều nhất %(most)s kỳ.") % told
            )
            return data
        try:
            window(found[0], parse_scheme(data["che_do"]))
        except InvalidInput as fault:
            self.add_error("tu", fault.shown(_))
            return data
        data["periods"] = found
        return data

    @property
    def scheme(self) -> PeriodScheme:
        """The chosen way of cutting months."""
        return parse_scheme(self.cleaned_data["che_do"])

    @property
    def periods(self) -> Sequence[Period]:
        """The chosen periods, the earliest first."""
        found: Sequence[Period] = self.cleaned_data["periods"]
        return found

    @cached_property
    def indicators(self) -> list[Indicator]:
        """The chosen indicators in the order of the catalogue."""
        chosen = set(self.cleaned_data["ct"])
        return [row for code, row in self.offered.indicators.items() if code in chosen]

    @property
    def set_name(self) -> str:
        """The chosen set of areas in words."""
        return str(self.cleaned_data.get("tap") or "")

    @property
    def kind_name(self) -> str:
        """The chosen kind of bodies in words."""
        return self.offered.kinds.get(self.cleaned_data.get("nganh") or "", "")

    @property
    def as_of(self) -> date:
        """The day whose boundaries are used: the asked one, else the last day, at most today."""
        asked: date | None = self.cleaned_data.get("ngay")
        if asked:
            return asked
        last = window(self.periods[-1], self.scheme, "commune")[1]
        return min(last, clock.today())

    @property
    def level(self) -> str:
        """The level of the areas whose figures are asked."""
        return str(self.cleaned_data["cap"])

    @cached_property
    def _ground(self) -> tuple[list[AreaVersion], list[AreaVersion]]:
        """The areas inside which figures are asked, and those directly below where they are known.

        As they stood on the day of the boundaries. ``NotFound`` for an area out of scope; nothing
        where it was not in force on that day.
        """
        actor, chosen = self.offered.actor, self.cleaned_data.get("dia_ban")
        if not chosen:
            return tops_and_below(actor, self.as_of)
        try:
            area, below = place_and_below(actor, int(chosen), self.as_of)
        except NotFound:
            if not actor.scope.covers(int(chosen)):
                raise
            return [], []
        return [area], below

    @property
    def tops(self) -> list[AreaVersion]:
        """The areas inside which figures are asked."""
        return self._ground[0]

    def _areas(self, level: str) -> list[AreaVersion]:
        """The areas of a level in them."""
        tops, below = self._ground
        for known in (tops, below):
            if known and all(area.level == level for area in known):
                return known
        return areas_of_level(self.offered.actor, tops, level, self.as_of)

    def asked(self) -> Asked:
        """The question of a valid form."""
        level, day = self.level, self.as_of
        areas = self._areas(level)
        chosen_set: AreaSet | None = self.cleaned_data.get("tap")
        if chosen_set is not None:
            members = org.member_ids(chosen_set, day)
            areas = [
                area
                for area in areas
                if area.lineage_id in members
                or any(int(each) in members for each in area.path.split("/") if each)
            ]
        return Asked(
            actor=self.offered.actor,
            indicators=self.indicators,
            periods=self.periods,
            scheme=self.scheme,
            level=level,
            tops=self.tops,
            areas=areas,
            as_of=day,
            kind=self.cleaned_data.get("nganh") or None,
            is_set=chosen_set is not None,
        )


class TableForm(AskingForm):
    """*Tra cứu*: the question, and how its table lies."""

    kieu = forms.ChoiceField(
        label=gettext_lazy("Cách xếp bảng"),
        choices=[
            ("so-sanh", gettext_lazy("Kỳ cuối: kỳ này, lũy kế, cùng kỳ, tăng giảm, chỉ tiêu giao")),
            ("dia-ban", gettext_lazy("Hàng: địa bàn; cột: chỉ tiêu, kỳ")),
            ("chi-tieu", gettext_lazy("Hàng: địa bàn, chỉ tiêu; cột: kỳ")),
            ("ky", gettext_lazy("Hàng: địa bàn, kỳ; cột: chỉ tiêu")),
            ("doi-cho", gettext_lazy("Hàng: chỉ tiêu, kỳ; cột: địa bàn")),
        ],
    )
    sap_xep = forms.RegexField(r"-?\d{1,3}", required=False, widget=forms.HiddenInput)

    defaults = {"kieu": "dia-ban"}

    @property
    def layout(self) -> str:
        """The layout of the table; that of areas for the comparison, which has its own columns."""
        chosen: str = self.cleaned_data["kieu"]
        return chosen if chosen in LAYOUTS else ""

    @property
    def sort(self) -> str:
        """By which column areas are sorted; empty: by name."""
        return str(self.cleaned_data.get("sap_xep") or "")


class FigureForm(forms.Form):
    """Of which period and bodies, on which boundaries a figure is; all may be left out."""

    ky = forms.CharField(max_length=20, required=False)
    che_do = forms.CharField(max_length=60, required=False)
    ngay = DayField(required=False)
    nganh = forms.CharField(max_length=40, required=False)


def scheme_name(code: str) -> str:
    """A scheme in words, with the day from which a cumulative one counts."""
    scheme = parse_scheme(code)
    if scheme.since is None:
        return _(scheme.name)
    return _("%(name)s (từ %(day)s)") % {
        "name": _(scheme.name),
        "day": f"{scheme.since.day:02d}/{scheme.since.month:02d}/{scheme.since.year}",
    }
