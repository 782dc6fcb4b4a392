"""What pages and actions read of publishing; `visible` is the one door of scope."""

from phongtrao.publishing.queries.below import (
    ToldBelow,
    TopicBelow,
    below_by_topic,
    told_below,
    versions_below,
)
from phongtrao.publishing.queries.contents import (
    FigureLine,
    PaperContents,
    SectionContents,
    contents_of,
    figure_lines,
    frozen_sources,
    newest_figures,
    outdated_sources,
)
from phongtrao.publishing.queries.names import FirstWords, first_words, standing_reader
from phongtrao.publishing.queries.open_work import HELD_WORK, OPEN_WORK
from phongtrao.publishing.queries.papers import (
    line_for,
    open_paper,
    paper_for,
    paper_rows,
    section_for,
    step_from_roll_up,
    visible,
)
from phongtrao.publishing.queries.steps import step_from_comment_round
from phongtrao.publishing.queries.taking import take_figures
from phongtrao.publishing.queries.tracing import Trace, trace

__all__ = [
    "HELD_WORK",
    "OPEN_WORK",
    "FigureLine",
    "FirstWords",
    "PaperContents",
    "SectionContents",
    "ToldBelow",
    "TopicBelow",
    "Trace",
    "below_by_topic",
    "contents_of",
    "figure_lines",
    "first_words",
    "frozen_sources",
    "line_for",
    "newest_figures",
    "open_paper",
    "outdated_sources",
    "paper_for",
    "paper_rows",
    "section_for",
    "standing_reader",
    "step_from_comment_round",
    "step_from_roll_up",
    "take_figures",
    "told_below",
    "trace",
    "versions_below",
    "visible",
]
