"""The columns that lists of entries share, and the empty sheet that a register is filled from."""

from phongtrao.fieldwork.register.exports.columns import (
    area_column,
    body_column,
    prepare_areas,
    state_column,
    word_of,
)
from phongtrao.fieldwork.register.exports.sheet import (
    SheetColumn,
    SheetSpec,
    choice_column,
    empty_sheet,
)

__all__ = [
    "SheetColumn",
    "SheetSpec",
    "area_column",
    "body_column",
    "choice_column",
    "empty_sheet",
    "prepare_areas",
    "state_column",
    "word_of",
]
