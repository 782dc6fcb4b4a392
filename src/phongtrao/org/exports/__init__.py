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
from phongtrao.org.exports.bodies import BODY_LIST
from phongtrao.org.exports.correction_template import correction_template, how_to_write
from phongtrao.org.exports.delegations import (
    DELEGATION_LIST,
    delegation_state,
    delegation_tone,
    last_day,
)

__all__ = [
    "ACCOUNT_LIST",
    "AREA_LIST",
    "BODY_LIST",
    "CHANGE_LIST",
    "DELEGATION_LIST",
    "DIFFERENCE_LIST",
    "LEVELS",
    "SET_KINDS",
    "SET_LIST",
    "VERBS",
    "FixedRows",
    "areas_listed_on",
    "correction_template",
    "delegation_state",
    "delegation_tone",
    "how_to_write",
    "last_day",
    "told",
]
