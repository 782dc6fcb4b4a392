"""What answers must know of indicators, read again only where a row has changed."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db import connection

from phongtrao.analytics.queries.questions import Catalogue
from phongtrao.reporting.models import Indicator
from phongtrao.reporting.queries import rules_of
from phongtrao.reporting.rules.roll_up import parts_of

_SQL = "SELECT code, kind, numerator, denominator, unit, levels FROM reporting_indicator"
# With more codes than this all rows are fetched: that is faster than to name them.
_NAMED = 40


class KnownIndicators:
    """The catalogue as it was read last."""

    def __init__(self) -> None:
        self._rows: dict[str, tuple[Any, ...]] = {}
        self.catalogue = Catalogue({}, {})

    def refresh(self, codes: Sequence[str]) -> bool:
        """Whether anything about these indicators or their parts is otherwise than before."""
        wanted = set(codes)
        for code in codes:
            rule = self.catalogue.rules.get(code)
            if rule is not None:
                wanted.update(parts_of(rule))
        found = {row[0]: row for row in _read(wanted)}
        if all(self._rows.get(code) == found.get(code) for code in wanted):
            return False
        _none, rules = rules_of(())
        levels = dict(Indicator.objects.values_list("code", "levels"))
        self.catalogue = Catalogue(rules, levels)
        self._rows = {row[0]: row for row in _read(None)}
        return True


def _read(codes: Collection[str] | None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        if codes is None or len(codes) > _NAMED:
            cursor.execute(_SQL)
        else:
            marks = ", ".join(["%s"] * len(codes))
            cursor.execute(f"{_SQL} WHERE code IN ({marks})", sorted(codes))
        return cursor.fetchall()
