"""The YAML files of this folder, read once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_HERE = Path(__file__).parent


@lru_cache
def load(name: str) -> Any:
    """Return the content of ``name``.yaml of this folder."""
    return yaml.safe_load((_HERE / f"{name}.yaml").read_text(encoding="utf-8"))
