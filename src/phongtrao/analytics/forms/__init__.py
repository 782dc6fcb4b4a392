"""What is asked of the pages of figures; every answer stands in the address."""

from phongtrao.analytics.forms.asking import FigureForm, TableForm, TrendForm, periods_between
from phongtrao.analytics.forms.overview import OverviewForm
from phongtrao.analytics.forms.rounds import LoadFilter, LoadForm, TimelinessForm, area_below

__all__ = [
    "FigureForm",
    "LoadFilter",
    "LoadForm",
    "OverviewForm",
    "TableForm",
    "TimelinessForm",
    "TrendForm",
    "area_below",
    "periods_between",
]
