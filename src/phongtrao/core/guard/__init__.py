"""The privacy guard: finds personal data in texts and in every part of a file.

``read_text`` names kinds and places, ``verdict`` decides, ``mask`` covers; ``persons_in`` finds
names, for doors that take none.  Files are read by ``phongtrao.core.guard.package`` inside the cage
of the upload wall.
"""

from phongtrao.core.guard.findings import Act, Finding, Outcome, verdict
from phongtrao.core.guard.people import persons_in
from phongtrao.core.guard.reading import mask, read_text

__all__ = ["Act", "Finding", "Outcome", "mask", "persons_in", "read_text", "verdict"]
