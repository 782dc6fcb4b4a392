"""An annotation moved to the damaged text it belongs to."""

from typing import Any

from tests.intake.noise.damage import Damaged


def moved(node: Any, damaged: Damaged) -> Any:
    """The annotation with every place moved; quotes are those of the damaged text."""
    if isinstance(node, list):
        return [moved(item, damaged) for item in node]
    if not isinstance(node, dict):
        return node
    made = {key: moved(value, damaged) for key, value in node.items()}
    if isinstance(node.get("start"), int):
        made["start"] = damaged.forward(node["start"])
        made["end"] = damaged.forward(node["end"] - 1) + 1
        made["quote"] = damaged.text[made["start"] : made["end"]]
    return made
