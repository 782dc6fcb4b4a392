"""The child process of the wall: judge one file, perhaps read it, answer once as JSON.

Started by ``admission``, which writes the order as JSON to standard input.
The answer is one line on standard output.  Whatever goes wrong ends in an answer or in silence;
the parent turns both into a plain refusal.
"""

import json
import sys
import time
from dataclasses import asdict, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from phongtrao.core.gate.cage import close_cage
from phongtrao.core.gate.inspection import inspect
from phongtrao.core.gate.limits import GateLimits


def main() -> None:
    """Run one order.  Exit code 0 with an answer, 3 when memory ran out."""
    order = json.loads(sys.stdin.buffer.read())
    limits = GateLimits(**order["limits"])
    reader = _loaded(order["reader"]) if order["reader"] else None
    caged = close_cage(limits)
    try:
        answer = _answer(Path(order["path"]), order["filename"], reader, limits)
    except MemoryError:
        sys.exit(3)
    answer["caged"] = caged
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()


def _answer(path: Path, filename: str, reader: Any, limits: GateLimits) -> dict[str, Any]:
    """The verdict, and what the reader made of an accepted file."""
    started = time.perf_counter()
    verdict = inspect(path, filename, limits=limits)
    answer: dict[str, Any] = {
        "verdict": verdict.verdict,
        "kind": verdict.kind,
        "clean_name": verdict.clean_name,
        "codes": list(verdict.codes),
        "seconds": time.perf_counter() - started,
    }
    if reader is None or not verdict.accepted:
        return answer
    try:
        answer["result"] = json.loads(json.dumps(reader(path, verdict.kind), default=_plain))
    except MemoryError:
        raise
    except Exception as error:
        answer["failed"] = type(error).__name__
    return answer


def _plain(value: object) -> object:
    """Results of readers may be dataclasses; everything else must be plain already."""
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    message = f"not a plain value: {type(value).__name__}"
    raise TypeError(message)


def _loaded(address: str) -> Any:
    """The reader named ``package.module:function``; loaded before the cage closes."""
    module, _, function = address.partition(":")
    return getattr(import_module(module), function)
