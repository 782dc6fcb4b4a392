"""What is counted and told: indicators, frozen templates, rounds, reports and their versions."""

from phongtrao.reporting.models.catalogue import (
    IMPORT_TEMPLATE,
    Indicator,
    ReportTemplate,
    TemplateVersion,
)
from phongtrao.reporting.models.records import (
    Approval,
    CellComment,
    Report,
    ReportVersion,
    Round,
    SavedCopy,
    ValueImport,
    WorkingCopy,
)

__all__ = [
    "IMPORT_TEMPLATE",
    "Approval",
    "CellComment",
    "Indicator",
    "Report",
    "ReportTemplate",
    "ReportVersion",
    "Round",
    "SavedCopy",
    "TemplateVersion",
    "ValueImport",
    "WorkingCopy",
]
