"""What is counted and told: indicators, frozen templates, rounds, reports and their versions."""

from phongtrao.reporting.models.catalogue import (
    IMPORT_TEMPLATE,
    BreakdownList,
    Indicator,
    ReportTemplate,
    TemplateDraft,
    TemplateVersion,
)
from phongtrao.reporting.models.deciding import Adjustment, DeadlineExtension, ReturnPhrase
from phongtrao.reporting.models.one_off import OneOffRequest
from phongtrao.reporting.models.records import (
    Approval,
    CellComment,
    Report,
    ReportVersion,
    Round,
    SavedCopy,
    ValueImport,
    WorkingCopy,
    official,
)

__all__ = [
    "IMPORT_TEMPLATE",
    "Adjustment",
    "Approval",
    "BreakdownList",
    "CellComment",
    "DeadlineExtension",
    "Indicator",
    "OneOffRequest",
    "Report",
    "ReportTemplate",
    "ReportVersion",
    "ReturnPhrase",
    "Round",
    "SavedCopy",
    "TemplateDraft",
    "TemplateVersion",
    "ValueImport",
    "WorkingCopy",
    "official",
]
