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
from phongtrao.publishing.queries.dossier import Dossier, Item, Part, dossier_of
from phongtrao.publishing.queries.line_numbers import number_choices
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
from phongtrao.publishing.queries.raising import proposal_lines, raisable_lines
from phongtrao.publishing.queries.sending import (
    Receipts,
    deliveries_of,
    delivery_for,
    named_recipients,
    recall_of,
    receipts_of,
    received_rows,
)
from phongtrao.publishing.queries.signing import (
    answers_of,
    asked_of_body,
    bodies_to_ask,
    in_office,
    newest_version,
    officials_called,
    rules_for,
    step_for,
    steps_of,
    unanswered,
)
from phongtrao.publishing.queries.steps import step_from_comment_round
from phongtrao.publishing.queries.taking import take_figures
from phongtrao.publishing.queries.tracing import Trace, TraceFault, trace
from phongtrao.publishing.queries.turns import Turn, inbox_items, turn_of
from phongtrao.publishing.queries.versions import (
    Comparison,
    Pair,
    SectionPairs,
    compare,
    snapshot,
    versions_of,
)
from phongtrao.publishing.queries.way import Question, Stage, Way, way_of
from phongtrao.publishing.queries.word_templates import (
    template_chosen,
    template_for,
    template_in_use,
    templates_of,
)

__all__ = [
    "HELD_WORK",
    "OPEN_WORK",
    "Comparison",
    "Dossier",
    "FigureLine",
    "FirstWords",
    "Item",
    "Pair",
    "PaperContents",
    "Part",
    "Question",
    "Receipts",
    "SectionContents",
    "SectionPairs",
    "Stage",
    "ToldBelow",
    "TopicBelow",
    "Trace",
    "TraceFault",
    "Turn",
    "Way",
    "answers_of",
    "asked_of_body",
    "below_by_topic",
    "bodies_to_ask",
    "compare",
    "contents_of",
    "deliveries_of",
    "delivery_for",
    "dossier_of",
    "figure_lines",
    "first_words",
    "frozen_sources",
    "in_office",
    "inbox_items",
    "line_for",
    "named_recipients",
    "newest_figures",
    "newest_version",
    "number_choices",
    "officials_called",
    "open_paper",
    "outdated_sources",
    "paper_for",
    "paper_rows",
    "proposal_lines",
    "raisable_lines",
    "recall_of",
    "receipts_of",
    "received_rows",
    "rules_for",
    "section_for",
    "snapshot",
    "standing_reader",
    "step_for",
    "step_from_comment_round",
    "step_from_roll_up",
    "steps_of",
    "take_figures",
    "template_chosen",
    "template_for",
    "template_in_use",
    "templates_of",
    "told_below",
    "trace",
    "turn_of",
    "unanswered",
    "versions_below",
    "versions_of",
    "visible",
    "way_of",
]
