"""`field__among=IdSet(...)`: a long list of ids as literal SQL.

`field__in` binds each id as a parameter; for the some 440 areas of a province that was most of the
cost of a list. Ids are integers made by us, so writing them out is safe and can be done once.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import Field, ForeignObject, Lookup


class IdSet:
    """Integer ids and their SQL; not iterable, so that Django does not walk through it."""

    __slots__ = ("ids", "sql")

    def __init__(self, ids: Iterable[int]) -> None:
        self.ids = frozenset(int(each) for each in ids)
        self.sql = ",".join(map(str, sorted(self.ids)))

    def __contains__(self, each: object) -> bool:
        return each in self.ids


@ForeignObject.register_lookup
@Field.register_lookup
class Among(Lookup):
    """Whether the column is one of the ids."""

    lookup_name = "among"
    prepare_rhs = False

    def get_prep_lookup(self) -> Any:
        """The set itself; anything else is a programming error."""
        if not isinstance(self.rhs, IdSet):
            raise TypeError("among needs an IdSet")
        return self.rhs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """`column IN (1,2,3)`; an empty set matches nothing."""
        if not self.rhs.ids:
            raise EmptyResultSet
        lhs, parameters = self.process_lhs(compiler, connection)
        return f"{lhs} IN ({self.rhs.sql})", parameters
