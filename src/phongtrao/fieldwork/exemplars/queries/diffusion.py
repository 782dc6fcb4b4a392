"""Who took a model from whom: the way up to its origin, and the tree below it."""

from collections.abc import Iterator

from django.db import connection

_ABOVE = """
WITH RECURSIVE above(id) AS (
    SELECT adopted_from_id FROM exemplars_practicemodel WHERE id = %s
    UNION
    SELECT m.adopted_from_id FROM exemplars_practicemodel m JOIN above ON m.id = above.id
) SELECT id FROM above WHERE id IS NOT NULL
"""


def origins_of(model_id: int) -> frozenset[int]:
    """Every model that this one came from, at any distance."""
    return frozenset(_ids(_ABOVE, model_id))


def _ids(sql: str, model_id: int) -> Iterator[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [model_id])
        yield from (row[0] for row in cursor.fetchall())
