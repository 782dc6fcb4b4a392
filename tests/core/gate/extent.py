"""How far a run of the wall's tests goes: a part by default, all with `make test-gate`."""

import os

FULL = os.environ.get("PHONGTRAO_GATE") == "full"
