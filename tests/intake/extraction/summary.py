"""The main fields of an extraction, short enough to be read beside the text."""

from typing import Any

from phongtrao.intake.extraction import Extraction


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
