"""The lists of papers, a paper's files, and its history in words."""

from phongtrao.publishing.exports.files import (
    committee_decision,
    committee_notice,
    composed_name,
    dossier_pdf_download,
    dossier_xml_download,
    memo_download,
    report_download,
    report_pdf_download,
    starting_download,
    summary_download,
    template_download,
)
from phongtrao.publishing.exports.lists import (
    DELIVERY_LIST,
    PAPER_LIST,
    RECEIPT_TONES,
    RECEIVED_LIST,
    TONES,
)
from phongtrao.publishing.exports.words import (
    STEP_TONES,
    TRACE_WORDS,
    history_of,
    in_words,
    kind_at,
    kind_links,
    layout_workbook,
    template_versions,
)

__all__ = [
    "DELIVERY_LIST",
    "PAPER_LIST",
    "RECEIPT_TONES",
    "RECEIVED_LIST",
    "STEP_TONES",
    "TONES",
    "TRACE_WORDS",
    "committee_decision",
    "committee_notice",
    "composed_name",
    "dossier_pdf_download",
    "dossier_xml_download",
    "history_of",
    "in_words",
    "kind_at",
    "kind_links",
    "layout_workbook",
    "memo_download",
    "report_download",
    "report_pdf_download",
    "starting_download",
    "summary_download",
    "template_download",
    "template_versions",
]
