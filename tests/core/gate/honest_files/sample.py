"""A file of the corpus on disk, with the kind it stands for."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sample:
    """``path`` holds the bytes; the door is told ``filename``; ``due`` is the verdict."""

    kind: str
    producer: str
    path: Path
    due: str = "accept"

    @property
    def filename(self) -> str:
        """The name under which an office would send it."""
        return f"01. Bao cao {self.kind}{self.path.suffix}"
