"""How many random sequences run: a sample each time, the thousands of the goal on request."""

import os

_IS_FULL = os.environ.get("PHONGTRAO_AREAS") == "full"
SEQUENCES = 1_000 if _IS_FULL else 15
"""Sequences of acts in the database, each undone again."""
PLANS = 5_000 if _IS_FULL else 150
"""Sequences of acts without a database."""
