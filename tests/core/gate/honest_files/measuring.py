"""What happens to one honest file at the door: verdict, time, memory, findings of the guard."""

import resource
import time
from dataclasses import dataclass

from phongtrao.core.gate import admit
from tests.core.gate.honest_files.sample import Sample


@dataclass(frozen=True)
class Outcome:
    """``seconds`` of the whole passage; ``findings`` are kinds of what the guard marked."""

    kind: str
    producer: str
    ending: str
    due: str
    verdict: str
    codes: tuple[str, ...]
    seconds: float
    size: int
    findings: tuple[str, ...]


def measured(sample: Sample, reader: str) -> Outcome:
    """Send one file through the cage with ``reader`` behind the wall."""
    start = time.perf_counter()
    answer = admit(sample.path, sample.filename, reader=reader)
    seconds = time.perf_counter() - start
    found = [
        finding["kind"] for part in answer.result or () for finding in part.get("findings", ())
    ]
    return Outcome(
        sample.kind,
        sample.producer,
        sample.path.suffix[1:],
        sample.due,
        answer.verdict.verdict,
        answer.verdict.codes,
        seconds,
        sample.path.stat().st_size,
        tuple(found),
    )


def peak_mib() -> float:
    """The largest resident memory that any child of this process has had."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
