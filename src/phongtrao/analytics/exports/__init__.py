"""What leaves analytics: tables of figures as files, lists, and the words of questions."""

from phongtrao.analytics.exports.overview import cards_of, round_lines, tile_map
from phongtrao.analytics.exports.rounds import (
    HEAT_TONES,
    heat_file,
    load_spec,
    months_line,
    rate_words,
    row_name,
    standing_words,
    timeliness_lines,
)
from phongtrao.analytics.exports.tables import comparison_file, grid_file, place_words
from phongtrao.analytics.exports.trends import (
    chart_of,
    line_names,
    mark_words,
    trend_file,
    trend_rows,
)
from phongtrao.analytics.exports.words import (
    FigureLinks,
    change_words,
    figure_heading,
    last_period,
    scope_lines,
    target_reach_words,
    window_words,
)
from phongtrao.planning.exports import bound_in_words
from phongtrao.reporting.exports import TONES, period_name, period_words

__all__ = [
    "HEAT_TONES",
    "TONES",
    "FigureLinks",
    "bound_in_words",
    "cards_of",
    "change_words",
    "chart_of",
    "comparison_file",
    "figure_heading",
    "grid_file",
    "heat_file",
    "last_period",
    "line_names",
    "load_spec",
    "mark_words",
    "months_line",
    "period_name",
    "period_words",
    "place_words",
    "rate_words",
    "round_lines",
    "row_name",
    "scope_lines",
    "standing_words",
    "target_reach_words",
    "tile_map",
    "timeliness_lines",
    "trend_file",
    "trend_rows",
    "window_words",
]
