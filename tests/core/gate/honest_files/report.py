"""Print the tables of docs/reference/upload-kinds.md: ``python -m …honest_files.report``."""

import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from phongtrao.core.gate import inspect
from tests.core.gate import corpus_archives, corpus_bombs, corpus_papers, corpus_twins
from tests.core.gate.case import Case
from tests.core.gate.honest_files import corpus
from tests.core.gate.honest_files.measuring import Outcome, measured

READER = "phongtrao.core.guard.package:judge"
FAMILIES: tuple[tuple[str, list[Case]], ...] = (
    *((name, getattr(corpus_archives, key)) for name, key in (
        ("control", "CONTROL"), ("broken", "BROKEN"), ("wrong type", "WRONG_TYPE"),
        ("polyglot", "POLYGLOT"), ("locked", "LOCKED"), ("archive paths", "PATHS"),
        ("odd packages", "ODD_PACKAGES"))),
    ("bomb", corpus_bombs.BOMBS), ("outside reference", corpus_bombs.OUTSIDE),
    ("active", corpus_bombs.ACTIVE), ("formula", corpus_bombs.FORMULAS),
    ("active PDF", corpus_papers.PDF_ACTIVE), ("odd PDF", corpus_papers.PDF_ODD),
    ("text", corpus_papers.TEXT_KINDS), ("twins of honest kinds", corpus_twins.ALL),
)  # fmt: skip


def hostile() -> list[str]:
    """Rows of the hostile table: family, kinds, what is due, what came."""
    rows = []
    for family, cases in FAMILIES:
        due = [case.verdict for case in cases]
        right = sum(inspect(case.build(), case.filename).verdict == case.verdict for case in cases)
        shares = ", ".join(f"{word} {due.count(word)}" for word in ("refuse", "hold", "accept")
                           if word in due)  # fmt: skip
        rows.append(f"| {family} | {len(cases)} | {shares} | {right} of {len(cases)} as due |")
    return rows


def honest(outcomes: list[Outcome]) -> list[str]:
    """Rows of the honest table: producer, ending, kinds, files, refused, held, seconds."""
    groups: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for each in outcomes:
        groups[each.producer, each.ending].append(each)
    rows = []
    for (producer, ending), found in groups.items():
        times = sorted(each.seconds for each in found)
        rows.append(
            f"| {producer} | {ending} | {len({each.kind for each in found})} | {len(found)} | "
            f"{sum(each.verdict == 'refuse' for each in found)} | "
            f"{sum(each.verdict == 'hold' for each in found)} | "
            f"{times[len(times) // 2]:.2f} | {times[-1]:.2f} |"
        )
    return rows


def main() -> None:
    """Build everything, send it through, print both tables and what was not let in."""
    write = sys.stdout.write
    write("\n".join(hostile()) + "\n\n")
    with tempfile.TemporaryDirectory() as folder:
        outcomes = [measured(sample, READER) for sample in corpus.samples(Path(folder))]
    write("\n".join(honest(outcomes)) + "\n\n")
    wrong = [each for each in outcomes if each.verdict != each.due]
    times = sorted(each.seconds for each in outcomes)
    write(f"files {len(outcomes)}, kinds {len({each.kind for each in outcomes})}, ")
    write(f"not as due {len(wrong)}, median {times[len(times) // 2]:.2f} s, ")
    write(f"slowest {times[-1]:.2f} s\n")
    for each in [each for each in outcomes if each.verdict != each.due or each.findings]:
        write(f"{each.kind} {each.verdict} {each.codes} {sorted(set(each.findings))}\n")


if __name__ == "__main__":
    main()
