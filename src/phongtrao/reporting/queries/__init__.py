"""What pages, actions and later stages read of reporting; `visible` is the one door of scope."""

from phongtrao.reporting.queries.adjustments import (
    adjustable_figures,
    adjustment_for,
    adjustments_entering,
    adjustments_of_report,
    adjustments_seen,
)
from phongtrao.reporting.queries.catalogue import newest_templates, rules_of, templates_for
from phongtrao.reporting.queries.closing import Closing, closing_of, rounds_in_queue
from phongtrao.reporting.queries.doubles import Double, probable_doubles
from phongtrao.reporting.queries.entry import (
    EntryGrid,
    content_of,
    entry_grid,
    stored_content_of,
)
from phongtrao.reporting.queries.extensions import (
    asked_extensions,
    extension_for,
    extensions_of,
    may_be_undone,
    may_have_more_time,
)
from phongtrao.reporting.queries.figure_rows import FigureRow, figure_rows
from phongtrao.reporting.queries.inbox import inbox_sources
from phongtrao.reporting.queries.known import (
    FiguresAbout,
    KnownFigures,
    OfferedFigure,
    offer_figures,
    offered_figures,
    with_sources,
)
from phongtrao.reporting.queries.linked_numbers import number_choices, number_state
from phongtrao.reporting.queries.offline import build_of_scripts, machine_secret
from phongtrao.reporting.queries.one_off import (
    Answers,
    KnownFigure,
    answers_of,
    asked_this_month,
    known_figures,
    one_off_for,
    one_offs_for,
)
from phongtrao.reporting.queries.open_work import HELD_WORK, OPEN_WORK
from phongtrao.reporting.queries.overdue import MOST_URGED, Overdue, overdue_in
from phongtrao.reporting.queries.peers import PeerTable, areas_with_peers, peer_table
from phongtrao.reporting.queries.phrases import SHIPPED, phrase_for, phrases_of
from phongtrao.reporting.queries.places import expected_areas
from phongtrao.reporting.queries.reading import Reading, reading
from phongtrao.reporting.queries.record import RecordCheck, chain_holds, check_record
from phongtrao.reporting.queries.reports import (
    counting_versions,
    listed_reports,
    newest_version,
    out_of_time,
    report_for,
    reports_of_round,
    version_for,
    version_rows,
    visible,
)
from phongtrao.reporting.queries.roll_ups import (
    Ground,
    RollUpLine,
    RollUpTable,
    Source,
    ground_of,
    roll_up,
    sources_of,
    statements_by_topic,
)
from phongtrao.reporting.queries.rounds import (
    Completeness,
    completeness,
    late_reports,
    round_for,
    rounds_for,
)
from phongtrao.reporting.queries.stored_figures import FiguresAsked
from phongtrao.reporting.queries.target_reach import LineTarget, targets_of_lines
from phongtrao.reporting.queries.waiting import (
    MOST_AT_ONCE,
    Verdict,
    attach_forms,
    attach_review_facts,
    chosen_reports,
    neighbours,
    verdicts,
    versions_read,
    waiting_for,
)

__all__ = [
    "HELD_WORK",
    "MOST_AT_ONCE",
    "MOST_URGED",
    "OPEN_WORK",
    "SHIPPED",
    "Answers",
    "Closing",
    "Completeness",
    "Double",
    "EntryGrid",
    "FigureRow",
    "FiguresAbout",
    "FiguresAsked",
    "Ground",
    "KnownFigure",
    "KnownFigures",
    "LineTarget",
    "OfferedFigure",
    "Overdue",
    "PeerTable",
    "Reading",
    "RecordCheck",
    "RollUpLine",
    "RollUpTable",
    "Source",
    "Verdict",
    "adjustable_figures",
    "adjustment_for",
    "adjustments_entering",
    "adjustments_of_report",
    "adjustments_seen",
    "answers_of",
    "areas_with_peers",
    "asked_extensions",
    "asked_this_month",
    "attach_forms",
    "attach_review_facts",
    "build_of_scripts",
    "chain_holds",
    "check_record",
    "chosen_reports",
    "closing_of",
    "completeness",
    "content_of",
    "counting_versions",
    "entry_grid",
    "expected_areas",
    "extension_for",
    "extensions_of",
    "figure_rows",
    "ground_of",
    "inbox_sources",
    "known_figures",
    "late_reports",
    "listed_reports",
    "machine_secret",
    "may_be_undone",
    "may_have_more_time",
    "neighbours",
    "newest_templates",
    "newest_version",
    "number_choices",
    "number_state",
    "offer_figures",
    "offered_figures",
    "one_off_for",
    "one_offs_for",
    "out_of_time",
    "overdue_in",
    "peer_table",
    "phrase_for",
    "phrases_of",
    "probable_doubles",
    "reading",
    "report_for",
    "reports_of_round",
    "roll_up",
    "round_for",
    "rounds_for",
    "rounds_in_queue",
    "rules_of",
    "sources_of",
    "statements_by_topic",
    "stored_content_of",
    "targets_of_lines",
    "templates_for",
    "verdicts",
    "version_for",
    "version_rows",
    "versions_read",
    "visible",
    "waiting_for",
    "with_sources",
]
