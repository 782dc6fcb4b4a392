"""Cut links to the outside out of an accepted package, before it is stored and served.

Pictures, templates and other workbooks that a package takes from elsewhere are accepted by the
wall (remark ``links-cut``) because honest papers carry them unknowingly; they must not call
anyone when a colleague opens the paper later.  Links that a reader clicks himself stay.
"""

import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

from phongtrao.core.gate.archive import Archive
from phongtrao.core.gate.limits import GateLimits
from phongtrao.core.gate.relations import MAX_RELATIONS_BYTES, NOWHERE, is_outside, tail_of
from phongtrao.core.gate.xml_scan import XmlScan

_ANY_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest day of the format: equal input, equal output


def cut_outside_links(source: Path, destination: Path, *, limits: GateLimits | None = None) -> int:
    """Write ``source`` to ``destination`` with its outside links turned to nowhere.

    Returns how many were cut.  ``source`` must have been accepted with the remark
    ``links-cut``.  Raises Refused for a file that has changed since.
    """
    limits = limits or GateLimits()
    archive = Archive(source.read_bytes(), limits)
    cut = 0
    with zipfile.ZipFile(destination, "w", zipfile.ZIP_DEFLATED) as package:
        for name, member in archive.members.items():
            entry = zipfile.ZipInfo(name, _ANY_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            if name.lower().endswith(".rels"):
                content, count = _rewritten(archive.read(member, MAX_RELATIONS_BYTES), limits)
                cut += count
                package.writestr(entry, content)
                continue
            with package.open(entry, "w") as target:
                for piece in archive.chunks(member):
                    target.write(piece)
    return cut


def _rewritten(content: bytes, limits: GateLimits) -> tuple[bytes, int]:
    """The relations written anew, and how many of them were cut."""
    rows: list[str] = []
    cuts: list[str] = []

    def note(name: str, attributes: dict[str, str]) -> None:
        if name != "Relationship":
            return
        kept = dict(attributes)
        if is_outside(attributes) and tail_of(attributes) != "hyperlink":
            cuts.append(attributes.get("Target", ""))
            kept |= {"Target": NOWHERE, "TargetMode": "External"}
        shown = " ".join(f"{key}={quoteattr(value)}" for key, value in kept.items())
        rows.append(f"<Relationship {shown}/>")

    XmlScan(limits, note).run((content,))
    if not cuts:
        return content, 0
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    text = f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{space}">'
    return (text + "".join(rows) + "</Relationships>").encode(), len(cuts)
