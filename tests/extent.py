"""How many cases of a property a run tries: all in `make test-properties`, a third otherwise."""

import os

IS_FULL = os.environ.get("PHONGTRAO_PROPERTIES") == "full"
_SHARE = 3


def drawn(full: int) -> int:
    """The cases of one property in this run, of `full` in the campaign."""
    return full if IS_FULL else max(3, full // _SHARE)
