"""Reading papers: text in, number, date, issuers, references and requirements out.

Pure: no Django, no database, no network. Rules are numbered (``rules.py``); every record names
the rule that made it and how sure it is.
"""

from phongtrao.intake.extraction.as_json import extraction_as_json
from phongtrao.intake.extraction.doubts import Doubt, doubts_of
from phongtrao.intake.extraction.drafts import RequirementDraft, requirement_drafts
from phongtrao.intake.extraction.due import due_on
from phongtrao.intake.extraction.extract import extract
from phongtrao.intake.extraction.records import Extraction

__all__ = [
    "Doubt",
    "Extraction",
    "RequirementDraft",
    "doubts_of",
    "due_on",
    "extract",
    "extraction_as_json",
    "requirement_drafts",
]
