"""What the child process of the upload wall does with a template: check it, fill it.

Other modules name these functions as text (``answers``): none of them loads the engine.
"""

import json
from pathlib import Path
from typing import Any, BinaryIO

from phongtrao.publishing.layout_check.check import answer_about
from phongtrao.publishing.word_templates.answers import KIND, VALUES_NAME
from phongtrao.publishing.word_templates.checking import check
from phongtrao.publishing.word_templates.engine import fill
from phongtrao.publishing.word_templates.places import Fault
from phongtrao.publishing.word_templates.sample import sample_values


def check_template(path: Path, kind: str | None) -> dict[str, Any]:
    """The faults of a template; for one without, the layout faults of a paper filled from it.

    Filling is tried with a sample. `refused` keeps the guard from offering a covered text instead:
    a template is its layout.
    """
    if kind != KIND:
        return {"refused": "kind"}
    data = path.read_bytes()
    faults = check(data)
    if faults:
        return {"refused": "template", "template": [fault.plain() for fault in faults]}
    try:
        filled = fill(data, sample_values())
    except MemoryError:
        raise
    except Exception:  # whatever the engine meets, the file is no template
        return {"refused": "template", "template": [Fault("engine").plain()]}
    return {"layout": answer_about(filled)}


def fill_template(path: Path, kind: str | None, stream: BinaryIO) -> dict[str, Any]:
    """Write the filled template; the values lie beside it in `VALUES_NAME`."""
    order = json.loads(path.with_name(VALUES_NAME).read_bytes())
    filled = fill(path.read_bytes(), order["values"], demo_mark=order["demo_mark"])
    stream.write(filled)
    return {"written": len(filled)}
