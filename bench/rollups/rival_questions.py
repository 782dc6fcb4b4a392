"""The five questions as a DHIS2-style PostgreSQL is asked them, over a warm connection."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import psycopg

from bench.rollups.dataset import Shape, years_of
from bench.rollups.questions import Questions
from bench.rollups.rival_tables import uid

Rows = Sequence[tuple[Any, ...]]
Ask = Callable[[], Rows]


def rival_questions(db: psycopg.Connection, shape: Shape, asked: Questions) -> dict[str, Ask]:
    """Each question's statement, ready to be run; the last column is the figure."""
    statements = _Statements(shape, asked, _units_asked(db, asked))
    return {
        name: _runner(db, statement)
        for name, statement in (
            ("q1", statements.provinces_by_month()),
            ("q2", statements.country_by_month()),
            ("q3", statements.communes_of_a_month()),
            ("q4", statements.trend()),
            ("q5", statements.received()),
        )
    }


def _runner(db: psycopg.Connection, statement: str) -> Ask:
    return lambda: db.execute(statement).fetchall()


def _units_asked(db: psycopg.Connection, asked: Questions) -> list[str]:
    """The communes of the province asked about, as such a client lists them in its request."""
    rows = db.execute(
        "SELECT uid FROM unit WHERE province = %s AND %s BETWEEN since AND until",
        [uid("province", asked.province), asked.month],
    )
    return [row[0] for row in rows]


class _Statements:
    """The statements of one size; every dimension is spelt out as a list, as that design does."""

    def __init__(self, shape: Shape, asked: Questions, communes: Sequence[str]) -> None:
        self._asked, self._communes = asked, communes
        self._one = _listed([uid("indicator", asked.indicator)])
        self._some = _listed(uid("indicator", each) for each in asked.indicators)
        self._all = _listed(uid("indicator", each) for each in range(shape.indicators))
        self._provinces = _listed(uid("province", each) for each in range(shape.provinces))
        self._months = _listed(f"{asked.year}{number:02d}" for number in range(1, 13))
        self._years = ", ".join(map(str, years_of(shape)))

    def provinces_by_month(self) -> str:
        return f"""
            SELECT dx, uidlevel2, monthly, sum(value) FROM analytics
            WHERE dx IN ({self._one}) AND uidlevel2 IN ({self._provinces})
              AND monthly IN ({self._months}) AND year IN ({self._asked.year})
            GROUP BY dx, uidlevel2, monthly"""

    def country_by_month(self) -> str:
        return f"""
            SELECT dx, uidlevel1, monthly, sum(value) FROM analytics
            WHERE dx IN ({self._all}) AND uidlevel1 IN ('{uid("root", 0)}')
              AND monthly IN ({self._months}) AND year IN ({self._asked.year})
            GROUP BY dx, uidlevel1, monthly"""

    def communes_of_a_month(self) -> str:
        return f"""
            SELECT dx, uidlevel3, sum(value) FROM analytics
            WHERE dx IN ({self._some}) AND uidlevel3 IN ({_listed(self._communes)})
              AND monthly IN ('{self._asked.month}') AND year IN ({self._asked.year})
            GROUP BY dx, uidlevel3"""

    def trend(self) -> str:
        return f"""
            SELECT monthly, sum(value * weight) FROM analytics JOIN became ON ou = old_uid
            WHERE dx IN ({self._one}) AND year IN ({self._years})
            GROUP BY monthly"""

    def received(self) -> str:
        return f"""
            SELECT due.province, due.n, coalesce(came.n, 0)
            FROM (SELECT province, count(*) AS n FROM unit
                  WHERE {self._asked.month} BETWEEN since AND until GROUP BY province) due
            LEFT JOIN (SELECT uidlevel2, count(DISTINCT ou) AS n FROM analytics
                       WHERE monthly = '{self._asked.month}' AND year IN ({self._asked.year})
                       GROUP BY uidlevel2) came ON due.province = came.uidlevel2"""


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)
