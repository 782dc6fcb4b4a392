"""What comes in: the packaged catalogue and forms, and files of figures."""

from phongtrao.reporting.imports.catalogue import (
    load_catalogue,
    load_indicators,
    load_template,
    packaged_faults,
    packaged_forms,
    packaged_indicators,
)
from phongtrao.reporting.imports.filled_forms import FilledForm, filled_form

__all__ = [
    "FilledForm",
    "filled_form",
    "load_catalogue",
    "load_indicators",
    "load_template",
    "packaged_faults",
    "packaged_forms",
    "packaged_indicators",
]
