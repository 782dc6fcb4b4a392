"""Lists of org as page, workbook and print."""

from phongtrao.org.exports.accounts import ACCOUNT_LIST
from phongtrao.org.exports.areas import (
    AREA_LIST,
    CHANGE_LIST,
    DIFFERENCE_LIST,
    LEVELS,
    SET_KINDS,
    SET_LIST,
    VERBS,
    FixedRows,
    areas_listed_on,
    told,
)
from phongtrao.org.exports.correction_template import correction_template, how_to_write

__all__ = [
    "ACCOUNT_LIST",
    "AREA_LIST",
    "CHANGE_LIST",
    "DIFFERENCE_LIST",
    "LEVELS",
    "SET_KINDS",
    "SET_LIST",
    "VERBS",
    "FixedRows",
    "areas_listed_on",
    "correction_template",
    "how_to_write",
    "told",
]
