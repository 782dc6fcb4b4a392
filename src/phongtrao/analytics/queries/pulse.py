"""One short query that tells whether anything has changed on which answers rest."""

import threading
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

_SQL = """
SELECT
 (SELECT name FROM analytics_generation WHERE is_current),
 (SELECT figures FROM analytics_generation WHERE is_current),
 (SELECT id FROM analytics_figurechange ORDER BY id DESC LIMIT 1),
 (SELECT mark FROM analytics_figurechange ORDER BY id DESC LIMIT 1),
 (SELECT max(id) FROM reporting_round),
 (SELECT opened_at FROM reporting_round ORDER BY id DESC LIMIT 1),
 (SELECT max(id) FROM org_areaversion),
 (SELECT max(id) FROM org_succession),
 (SELECT max(id) FROM org_areachange),
 (SELECT max(made_at) FROM org_areachange),
 (SELECT max(undone_at) FROM org_areachange),
 (SELECT max(id) FROM reporting_templateversion),
 (SELECT max(id) FROM reporting_adjustment),
 (SELECT max(decided_at) FROM reporting_adjustment),
 (SELECT max(withdrawn_at) FROM reporting_adjustment),
 (SELECT max(id) FROM reporting_deadlineextension),
 (SELECT max(decided_at) FROM reporting_deadlineextension),
 (SELECT max(id) FROM reporting_indicator),
 (SELECT max(changed_at) FROM reporting_indicator),
 (SELECT max(loaded_at) FROM core_loadedpack)
"""


@dataclass(frozen=True, slots=True)
class Pulse:
    """The current generation with how many figures it holds, the end of the log, and states of
    rounds, areas, forms, signed lines, deadlines and indicators.

    A state is only compared with an earlier one. Moments stand beside numbers because numbers are
    given again after a transaction was taken back.
    """

    generation: str | None
    figures: int
    change: tuple[int, int]
    rounds: tuple[Any, ...]
    areas: tuple[Any, ...]
    forms: int | None
    lines: tuple[Any, ...]
    deadlines: tuple[Any, ...]
    indicators: tuple[Any, ...]


class _Felt(threading.local):
    """What this thread felt last, and the marks of its connection at that moment."""

    marks: tuple[Any, ...] | None = None
    pulse: Pulse | None = None


_FELT = _Felt()


def feel_pulse() -> Pulse:
    """The states of now: in one query, or in none where SQLite itself says that nothing changed."""
    marks = _marks()
    if marks is not None and marks == _FELT.marks and _FELT.pulse is not None:
        return _FELT.pulse
    pulse = _asked()
    # The marks were taken first: what came in between is found by the next question.
    _FELT.marks, _FELT.pulse = marks, pulse
    return pulse


def _marks() -> tuple[Any, ...] | None:
    """Marks that move with every change of an SQLite database; None where there are none.

    `data_version` moves when another connection commits, `total_changes` when this one writes.
    Within a transaction they say too little: one that is taken back moves neither.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return None
    connection.ensure_connection()
    raw = connection.connection
    return raw, raw.execute("PRAGMA data_version").fetchone()[0], raw.total_changes


def _asked() -> Pulse:
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(_SQL)
        row = cursor.fetchone()
    return Pulse(
        row[0],
        row[1] or 0,
        (row[2] or 0, row[3] or 0),
        row[4:6],
        row[6:11],
        row[11],
        row[12:15],
        row[15:17],
        row[17:],
    )
