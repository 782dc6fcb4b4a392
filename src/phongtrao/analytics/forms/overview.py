"""What the overview looks at: place, period, what the tiles show, which figures."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phongtrao.analytics.queries.pages_overview import (
    MOST_FIGURES,
    Glance,
    targets_in,
    usual_figures,
)
from phongtrao.analytics.queries.pages_scope import Offered, place_and_below, tops_and_below
from phongtrao.core import clock
from phongtrao.core.errors import NotFound
from phongtrao.core.periods import Period, parse_period, parse_scheme
from phongtrao.org.models import AreaVersion
from phongtrao.reporting.exports import period_words

_MOST_PERIODS = 24


class OverviewForm(forms.Form):
    """The choices of the page; each has its usual value."""

    dia_ban = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    ky = forms.ChoiceField(label=gettext_lazy("Kỳ"), required=False)
    o = forms.ChoiceField(label=gettext_lazy("Ô bản đồ cho biết"), required=False)
    ct = forms.MultipleChoiceField(label=gettext_lazy("Chỉ tiêu"), required=False)

    def __init__(self, query: QueryDict, *, offered: Offered) -> None:
        self.offered = offered
        super().__init__(query)
        periods = dict.fromkeys(
            each.period for each in offered.rounds if each.scheme == offered.usual_scheme
        )
        fields: dict[str, Any] = self.fields
        fields["ky"].choices = [
            (period.label, period_words(period)) for period in list(periods)[:_MOST_PERIODS]
        ]
        named = [(row.code, f"{row.code} {row.name}") for row in offered.indicators.values()]
        fields["o"].choices = [("", _("Tỷ lệ báo cáo đã gửi")), *named]
        fields["ct"].choices = named
        self.day: date = clock.today()

    def clean_ct(self) -> list[str]:
        """At most as many figures as one sheet of paper holds."""
        chosen: list[str] = self.cleaned_data["ct"]
        if len(chosen) > MOST_FIGURES:
            raise forms.ValidationError(
                _("Chọn nhiều nhất %(most)s chỉ tiêu.") % {"most": MOST_FIGURES}
            )
        return chosen

    def _place(self) -> tuple[AreaVersion, list[AreaVersion]]:
        """The chosen area within scope, else the reader's own, and what lies directly below."""
        actor, chosen = self.offered.actor, self.cleaned_data.get("dia_ban")
        if chosen:
            return place_and_below(actor, chosen, self.day)
        tops, below = tops_and_below(actor, self.day)
        if not tops:
            raise NotFound
        return tops[0], below

    @property
    def period(self) -> Period:
        """The chosen period, else the newest that has ended."""
        chosen = self.cleaned_data.get("ky")
        return (
            parse_period(chosen) if chosen else self.offered.usual_period(self.offered.usual_scheme)
        )

    def glance(self) -> Glance:
        """What is looked at; ``NotFound`` for a place out of scope."""
        (area, below), period = self._place(), self.period
        targets = targets_in(self.offered, area.lineage_id, period.year)
        chosen = self.offered.chosen(self.cleaned_data.get("ct") or [])
        return Glance(
            offered=self.offered,
            area=area,
            day=self.day,
            period=period,
            scheme=parse_scheme(self.offered.usual_scheme),
            indicators=chosen or usual_figures(self.offered, targets),
            below=below,
            targets=targets,
            tile_code=self.cleaned_data.get("o") or "",
        )
