"""What pages, the command line, REST and later stages read of figures."""

from phongtrao.analytics.queries.answers import Figures, Shape
from phongtrao.analytics.queries.completeness import Reports, ReportsAsked, completeness
from phongtrao.analytics.queries.figures import figures, figures_everywhere, figures_within
from phongtrao.analytics.queries.record_columns import (
    RoundColumns,
    RoundForm,
    record_columns,
    round_forms,
)
from phongtrao.reporting.queries import FigureRow, FiguresAsked

__all__ = [
    "FigureRow",
    "Figures",
    "FiguresAsked",
    "Reports",
    "ReportsAsked",
    "RoundColumns",
    "RoundForm",
    "Shape",
    "completeness",
    "figures",
    "figures_everywhere",
    "figures_within",
    "record_columns",
    "round_forms",
]
