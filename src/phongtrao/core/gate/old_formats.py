"""The judgement of a file that must be converted before anyone reads it.

Old office files (doc, xls, rtf, odt, ods) go on to LibreOffice; texts in an old Vietnamese encoding
(txt, csv) are offered in Unicode.
"""

import struct
from pathlib import Path

from phongtrao.core.gate import legacy_text
from phongtrao.core.gate.compound import MAGIC as COMPOUND
from phongtrao.core.gate.inspection import opened, refuse_running_endings
from phongtrao.core.gate.limits import GateLimits
from phongtrao.core.gate.names import clean_name, ending_of
from phongtrao.core.gate.old_office import inspect_old_office
from phongtrao.core.gate.opendocument import inspect_opendocument
from phongtrao.core.gate.rich_text import MAGIC as RICH_TEXT
from phongtrao.core.gate.rich_text import inspect_rich_text
from phongtrao.core.gate.text import inspect_text, is_unicode
from phongtrao.core.gate.verdicts import Findings, Refused, Verdict, verdict_from

_TEXTS = {"txt", "csv"}
# The kind an old file becomes.
BECOMES = {"doc": "docx", "rtf": "docx", "odt": "docx", "xls": "xlsx", "ods": "xlsx"}


def is_old(filename: str) -> bool:
    """Whether a file of this name is converted before it is read."""
    return ending_of(filename.strip()) in BECOMES


def inspect_old(path: Path, filename: str, *, limits: GateLimits) -> Verdict:
    """Judge an old file by its bytes and its name; never raises for anything it may hold.

    Accepted means: it may be handed to the converter, whose result is judged anew.
    """
    findings = Findings()
    name, kind = "", None
    try:
        name = clean_name(filename, limits, findings)
        kind = ending_of(name)
        refuse_running_endings(name)
        with opened(path, limits) as data:
            if kind in _TEXTS:
                _check_text(data[:], table=kind == "csv", limits=limits)
            elif _found(data, limits) != kind:
                raise Refused("type-mismatch")
    except Refused as refused:
        return verdict_from("refuse", None, name, (refused.code,))
    except (OSError, ValueError, ArithmeticError, LookupError, RecursionError, struct.error):
        return verdict_from("refuse", None, name, ("cage-died",))
    if findings.holds:
        return verdict_from("hold", kind, name, tuple(findings.holds))
    return verdict_from("accept", kind, name, tuple(findings.remarks))


def _check_text(data: bytes, *, table: bool, limits: GateLimits) -> None:
    """A text whose old encoding is sure, judged as it reads in Unicode.  Raises Refused."""
    encoding = legacy_text.detect_bytes(data)
    if encoding is None or is_unicode(data):
        raise Refused("type-mismatch")
    inspect_text(legacy_text.decode(data, encoding).encode(), table=table, limits=limits)


def _found(data: bytes, limits: GateLimits) -> str:
    """The kind of the bytes, whose own rules are kept.  Raises Refused."""
    head = data[:16]
    if head.startswith(COMPOUND):
        return inspect_old_office(data)
    if head.startswith(RICH_TEXT):
        inspect_rich_text(data, limits)
        return "rtf"
    if head.startswith(b"PK"):
        return inspect_opendocument(data, limits)
    raise Refused("type-mismatch")
