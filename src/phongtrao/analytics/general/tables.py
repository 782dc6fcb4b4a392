"""The tables that the expressions read: their names, columns and types. Pure.

`stored` and `reports` are the record (`files`); `fresh` and `fresh_reports` came after it was
written, `retired` are areas of rounds whose rows no longer count; the others say what is
asked (`batches`). A month is the number of months since year 0; a state is one of
``reporting.cells.CellState``.
"""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

Columns = Mapping[str, str]

# One row a cell of a counting report, also where nothing was said (state 0). A report is one of
# its round, area and body.
CELLS: Columns = {
    "area": "int32",
    "body": "int32",
    "body_kind": "int16",
    "indicator": "int32",
    "scheme": "int16",
    "first": "int32",
    "months": "int16",
    "level": "int8",
    "state": "int8",
    "scaled": "int64",
    "decimals": "int8",
    "round": "int32",
}
# The version of each report that counts, and when it was submitted (microseconds): apart, since
# they would take more room than all figures.
REPORTS: Columns = {
    "round": "int32",
    "area": "int32",
    "body": "int32",
    "version": "int64",
    "submitted": "int64",
}
# What the record holds, one row a round, kind of bodies and indicator: which periods and levels
# there are, and how large a sum can grow. `said` counts cells that say something.
INDEX: Columns = {
    "round": "int32",
    "body_kind": "int16",
    "indicator": "int32",
    "scheme": "int16",
    "first": "int32",
    "months": "int16",
    "level": "int8",
    "decimals": "int8",
    "is_joint": "int8",
    "rows": "int64",
    "said": "int64",
    "largest": "int64",
}
RETIRED: Columns = {"round": "int32", "area": "int32"}
# What signed lines add to a cell of a report, all in all, in units of its decimals.
LINES: Columns = {
    "round": "int32",
    "area": "int32",
    "body": "int32",
    "indicator": "int32",
    "difference": "int64",
}

# What is looked for: one row for each part of a question and each period that may enter it.
WANTED: Columns = {
    "ask": "int32",
    "q": "int32",
    "g": "int32",
    "indicator": "int32",
    "scheme": "int16",
    "body_kind": "int16",
    "first": "int32",
    "months": "int16",
    "decimals": "int8",
}
# One row for each part of a question: how it adds up over time, and its place in the formula.
ASKED: Columns = {
    "ask": "int32",
    "q": "int32",
    "g": "int32",
    "target": "int32",
    "first": "int32",
    "months": "int16",
    "is_stock": "int8",
    "parts": "int16",
    "typed": "int16",
    "weighs": "int16",
    "weights": "int16",
    "own_weight": "int64",
    "whole": "int64",
}
# The areas whose figures may enter (expected ones and those they came from), per geography.
PLACES: Columns = {"g": "int32", "area": "int32"}
# Expected areas → groups, and sources → the expected areas that they became; shares are `weight`
# parts of the geography's common denominator.
MEMBERS: Columns = {
    "g": "int32",
    "area": "int32",
    "grp": "int32",
    "weight": "int64",
    "marked": "int8",
}
HEIRS: Columns = {
    "g": "int32",
    "area": "int32",
    "source": "int32",
    "weight": "int64",
    "marked": "int8",
    "sources": "int32",
}
TILINGS: Columns = {
    "target": "int32",
    "variant": "int8",
    "segments": "int16",
    "segment": "int16",
    "tiling": "int32",
    "size": "int16",
    "first": "int32",
    "months": "int16",
}
TARGETS: Columns = {"target": "int32", "first": "int32", "months": "int16"}

# For whoever reads the files elsewhere: areas in time, what they came from (shares as whole
# numbers), the days on which anything changed, and what the numbers of codes mean.
AREAS: Columns = {
    "lineage_id": "int64",
    "code": "string",
    "name": "string",
    "type": "string",
    "level": "string",
    "parent_id": "int64",
    "valid_from": "date32",
    "valid_to": "date32",
}
SUCCESSIONS: Columns = {
    "predecessor_id": "int64",
    "successor_id": "int64",
    "share_numerator": "int32",
    "share_denominator": "int32",
    "kind": "string",
    "on": "date32",
    "is_estimated": "bool",
}
BOUNDARIES: Columns = {"day": "date32"}
NUMBERS: Columns = {"what": "string", "number": "int32", "code": "string"}


def arrow_schema(columns: Columns) -> Any:
    """The Arrow schema of a table."""
    return pa.schema([(name, pa.type_for_alias(kind)) for name, kind in columns.items()])
