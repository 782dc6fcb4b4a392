"""The upload wall: decides by structure whether a file may be read at all.

``inspect`` judges a file in the calling process; ``admit`` does the same in a child process with
limits and, when the file is accepted, lets a named reader work in the same cage.  Doors of the
product call ``admit``; nothing else opens an uploaded file.

The names are looked up on first use, so that the child loads only what it needs.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from phongtrao.core.gate.admission import Admitted, admit
    from phongtrao.core.gate.inspection import inspect
    from phongtrao.core.gate.limits import GateLimits
    from phongtrao.core.gate.verdicts import Reason, Verdict

__all__ = ["Admitted", "GateLimits", "Reason", "Verdict", "admit", "inspect"]

_HOMES = {
    "Admitted": "admission",
    "admit": "admission",
    "inspect": "inspection",
    "GateLimits": "limits",
    "Reason": "verdicts",
    "Verdict": "verdicts",
}


def __getattr__(name: str) -> Any:
    """Load a public name from its module when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
