"""How many random sequences run: a sample each time, the thousand of the goal on request."""

import os

SEQUENCES = 1_000 if os.environ.get("PHONGTRAO_AREAS") == "full" else 15
