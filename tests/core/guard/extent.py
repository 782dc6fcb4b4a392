"""How far a run of the guard's tests goes: a part by default, all with ``PHONGTRAO_GUARD=full``.

A plain run reads every eighth row of the held-out material, tries a fifth of the drawn examples
and gives hostile texts a fifth of a megabyte.
"""

import os

FULL = os.environ.get("PHONGTRAO_GUARD") == "full"
EVERY = 1 if FULL else 8
HOSTILE_SIZE = 1_000_000 if FULL else 200_000


def examples(count: int) -> int:
    """How many drawn examples a test tries of the ``count`` of a full run."""
    return count if FULL else max(40, count // 5)
