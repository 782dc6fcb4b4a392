"""The main fields of an extraction, short enough to be read beside the text.

As a command: `python -m tests.intake.extraction.summary [FOLDER …]` prints the scorer's table.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from phongtrao.intake.extraction import Extraction
from tests.intake.extraction import scored


def summary_of(x: Extraction) -> dict[str, Any]:
    """Kind, number, day, issuers, signers, references and requirements of an extraction."""
    m = x.metadata
    return {
        "kind": x.kind,
        "doc_type": m.doc_type.value if m.doc_type else None,
        "number": m.number.value if m.number else None,
        "date": m.date.value if m.date else None,
        "issuers": [i.org_id for i in m.issuers if i.role != "parent"],
        "signers": [x.text[s.name.start : s.name.end] for s in m.signers],
        "references": [[r.number, r.date] for r in x.references],
        "tasks": [
            {
                "action": " ".join(x.text[t.action.start : t.action.end].split())[:80],
                "lead": [b.org_id for b in t.lead],
                "coord": [b.org_id for b in t.coord],
                "deadline": t.deadline.norm if t.deadline else None,
            }
            for t in x.requirements
        ],
    }


def main(folders: Sequence[str]) -> int:
    """Print the scorer's table for each folder (`docs`, `gold`); the seeds where none is named."""
    if not scored.SCORER.exists():
        sys.stderr.write("../shared/intake/score.py is not here\n")
        return 1
    for folder in [Path(name) for name in folders] or [scored.SEEDS]:
        counters = scored.measures_of(folder)
        scored.scorer().table(counters, f"{folder.name}: {len(scored.papers_of(folder))} papers")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
