"""What is asked of the pages of figures; every answer stands in the address."""

from phongtrao.analytics.forms.asking import FigureForm, TableForm, periods_between
from phongtrao.analytics.forms.overview import OverviewForm
from phongtrao.analytics.forms.rounds import LoadFilter, LoadForm, TimelinessForm, area_below
from phongtrao.analytics.forms.trends import TrendForm

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
