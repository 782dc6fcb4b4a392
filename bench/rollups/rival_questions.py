"""The five questions as a DHIS2-style PostgreSQL is asked them, over a warm connection."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import psycopg

from bench.rollups.dataset import Shape, years_of
from bench.rollups.questions import Questions
from bench.rollups.rival_tables import uid

Rows = Sequence[tuple[Any, ...]]
Ask = Callable[[], Rows]


def rival_questions(
    db: psycopg.Connection, shape: Shape, asked: Questions, *, within: bool
) -> dict[str, Ask]:
    """Each question ready to be asked, about the country or the one province; figures come last."""
    statements = _Statements(shape, asked, _units_asked(db, asked), within=within)
    return {
        "q1": _runner(db, statements.provinces_by_month()),
        "q2": _runner(db, statements.top_by_month()),
        "q3": _runner(db, statements.communes_of_a_month()),
        "q4": _runner(db, statements.trend()),
        "q5": _runner(db, statements.received()),
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

    def __init__(
        self, shape: Shape, asked: Questions, communes: Sequence[str], *, within: bool
    ) -> None:
        self._asked, self._communes = asked, communes
        self._one = _listed([uid("indicator", asked.indicator)])
        self._some = _listed(uid("indicator", each) for each in asked.indicators)
        self._all = _listed(uid("indicator", each) for each in range(shape.indicators))
        own = uid("province", asked.province)
        every = [uid("province", each) for each in range(shape.provinces)]
        self._provinces = _listed([own] if within else every)
        self._top = ("uidlevel2", own) if within else ("uidlevel1", uid("root", 0))
        self._own = own if within else None
        self._months = _listed(f"{asked.year}{number:02d}" for number in range(1, 13))
        self._years = ", ".join(map(str, years_of(shape)))

    def provinces_by_month(self) -> str:
        return f"""
            SELECT dx, uidlevel2, monthly, sum(value) FROM analytics
            WHERE dx IN ({self._one}) AND uidlevel2 IN ({self._provinces})
              AND monthly IN ({self._months}) AND year IN ({self._asked.year})
            GROUP BY dx, uidlevel2, monthly"""

    def top_by_month(self) -> str:
        level, top = self._top
        return f"""
            SELECT dx, {level}, monthly, sum(value) FROM analytics
            WHERE dx IN ({self._all}) AND {level} IN ('{top}')
              AND monthly IN ({self._months}) AND year IN ({self._asked.year})
            GROUP BY dx, {level}, monthly"""

    def communes_of_a_month(self) -> str:
        return f"""
            SELECT dx, uidlevel3, sum(value) FROM analytics
            WHERE dx IN ({self._some}) AND uidlevel3 IN ({_listed(self._communes)})
              AND monthly IN ('{self._asked.month}') AND year IN ({self._asked.year})
            GROUP BY dx, uidlevel3"""

    def trend(self) -> str:
        heirs = ""
        if self._own:
            heirs = f"JOIN unit ON unit.uid = new_uid AND unit.province = '{self._own}'"
        return f"""
            SELECT monthly, sum(value * weight) FROM analytics JOIN became ON ou = old_uid {heirs}
            WHERE dx IN ({self._one}) AND year IN ({self._years})
            GROUP BY monthly"""

    def received(self) -> str:
        inside = f"AND province IN ({self._provinces})"
        there = f"AND uidlevel2 IN ({self._provinces})" if self._own else ""
        return f"""
            SELECT due.province, due.n, coalesce(came.n, 0)
            FROM (SELECT province, count(*) AS n FROM unit
                  WHERE {self._asked.month} BETWEEN since AND until {inside}
                  GROUP BY province) due
            LEFT JOIN (SELECT uidlevel2, count(DISTINCT ou) AS n FROM analytics
                       WHERE monthly = '{self._asked.month}' AND year IN ({self._asked.year})
                         {there}
                       GROUP BY uidlevel2) came ON due.province = came.uidlevel2"""


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)
