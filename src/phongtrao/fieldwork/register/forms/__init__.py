"""Forms that the registers share: an entry about an area, the reason of a strike, a sheet."""

from phongtrao.fieldwork.register.forms.entry import EntryForm, FigureField, StrikeForm, choices_of
from phongtrao.fieldwork.register.forms.filters import EntryFilter
from phongtrao.fieldwork.register.forms.sheet import Fault, SheetForm, SheetReading, read_sheet

__all__ = [
    "EntryFilter",
    "EntryForm",
    "Fault",
    "FigureField",
    "SheetForm",
    "SheetReading",
    "StrikeForm",
    "choices_of",
    "read_sheet",
]
