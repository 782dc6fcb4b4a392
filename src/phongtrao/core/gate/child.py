"""The child process of the wall: judge one file, perhaps read it, answer once as JSON.

Started by ``spawning``, which writes the order as JSON to standard input.
The answer is one line on standard output.  Whatever goes wrong ends in an answer or in silence;
the parent turns both into a plain refusal.
"""

import json
import os
import sys
import time
from dataclasses import asdict, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from phongtrao.core.gate.cage import close_cage
from phongtrao.core.gate.judges import judge_of
from phongtrao.core.gate.limits import GateLimits
from phongtrao.core.gate.nursery import serve

# Pages go before uploads: a hostile file must not slow down everybody else's work.
_PATIENCE = 10


def main() -> None:
    """Run one order; with the number of a line as argument, be the nursery on that line."""
    if sys.argv[1:]:
        serve(int(sys.argv[1]), run_order)
    else:
        run_order()


def run_order(output: int | None = None) -> None:
    """Run the order on standard input.  Raises SystemExit with 3 when memory ran out.

    ``output`` is the handle of the file the reader may write, where it has another number than
    in the order.
    """
    os.nice(_PATIENCE)
    order = json.loads(sys.stdin.buffer.read())
    limits = GateLimits(**order["limits"])
    reader = _loaded(order["reader"]) if order["reader"] else None
    judge = _loaded(judge_of(old=order["old"]))
    order["output"] = order["output"] if output is None else output
    caged = close_cage(limits)
    try:
        answer = _answer(order, judge, reader, limits)
    except MemoryError:
        sys.exit(3)
    answer["caged"] = caged
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()


def _answer(order: dict[str, Any], judge: Any, reader: Any, limits: GateLimits) -> dict[str, Any]:
    """The verdict, and what the reader made of a file that was not refused."""
    started = time.perf_counter()
    path = Path(order["path"])
    verdict = judge(path, order["filename"], limits=limits)
    answer: dict[str, Any] = {
        "verdict": verdict.verdict,
        "kind": verdict.kind,
        "clean_name": verdict.clean_name,
        "codes": list(verdict.codes),
        "seconds": time.perf_counter() - started,
    }
    if reader is None or verdict.verdict == "refuse":
        return answer
    try:
        result = _read(reader, path, verdict.kind, order["output"])
        answer["result"] = json.loads(json.dumps(result, default=_plain))
    except MemoryError:
        raise
    except Exception as error:
        answer["failed"] = type(error).__name__
    return answer


def _read(reader: Any, path: Path, kind: str | None, output: int | None) -> object:
    """What the reader says; where a file was handed over, it may write into that one."""
    if output is None:
        return reader(path, kind)
    with os.fdopen(output, "wb") as stream:
        return reader(path, kind, stream)


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
