"""How well the recurrence rules do on labelled pairs of findings: a line a set, one for all.

python scripts/measure_findings.py tests/oversight/data/findings_tenth.jsonl …
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phongtrao.config.settings")


def counted(path: Path) -> tuple[int, int, int]:
    """Found, missed and falsely proposed pairs of a set; both findings are of one place."""
    from phongtrao.oversight.rules.recurrence import Finding, same_defect

    found = missed = false = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        a, b = (
            Finding(
                side["text"],
                asked=side.get("asked", ""),
                criterion=side.get("criterion", ""),
                body=side["unit"],
                place="here",
            )
            for side in (row["a"], row["b"])
        )
        is_same = same_defect(a, b).same
        found += is_same and row["same"]
        missed += row["same"] and not is_same
        false += is_same and not row["same"]
    return found, missed, false


def main(argv: Sequence[str]) -> None:
    """Print what each set and all together come to."""
    import django

    django.setup()
    told = [(Path(each).stem, counted(Path(each))) for each in argv]
    whole = tuple(sum(column) for column in zip(*(counts for _name, counts in told), strict=True))
    for name, (found, missed, false) in [*told, ("all", whole)]:
        score = 2 * found / (2 * found + missed + false)
        print(f"{name}: {found} found, {missed} missed, {false} false, F1 {score:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
