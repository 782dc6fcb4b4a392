"""The structural judgement of one file: its name, its true type, and the rules of that type."""

import mmap
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from phongtrao.core.gate import pictures
from phongtrao.core.gate.limits import GateLimits
from phongtrao.core.gate.names import clean_name, ending_of, endings_of
from phongtrao.core.gate.package import inspect_package
from phongtrao.core.gate.pdf import inspect_pdf
from phongtrao.core.gate.text import inspect_text
from phongtrao.core.gate.verdicts import Findings, Refused, Verdict, verdict_from

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_OFFICE = (
    ("EncryptedPackage", "locked"),
    ("WordDocument", "old-word"),
    ("Workbook", "old-excel"),
    ("Book", "old-excel"),
)
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"#!")
_OTHER_PICTURES = (
    b"GIF87a",
    b"GIF89a",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
    b"RIFF",
    b"\x00\x00\x01\x00",
)
_RUNNING = {
    "exe", "com", "bat", "cmd", "scr", "pif", "msi", "dll", "cpl", "js", "jse", "vbs", "vbe",
    "wsf", "wsh", "hta", "ps1", "jar", "lnk", "reg", "sh", "php", "py", "html", "htm", "svg",
    "xhtml", "url", "iso", "img", "apk",
}  # fmt: skip
_TEXT_KINDS = {"txt", "csv"}
_ENDINGS = {"docx": "docx", "xlsx": "xlsx", "pdf": "pdf", "txt": "txt", "csv": "csv",
            "png": "png", "jpg": "jpg", "jpeg": "jpg"}  # fmt: skip
_OLD_ENDINGS = {
    "docm": "macro", "xlsm": "macro", "dotm": "macro", "xltm": "macro", "xlam": "macro",
    "dotx": "template-file", "xltx": "template-file", "xlsb": "binary-workbook",
    "pptx": "presentation", "ppt": "presentation", "rtf": "rtf",
    "odt": "opendocument", "ods": "opendocument",
}  # fmt: skip


def inspect(
    data_or_path: bytes | Path, filename: str, *, limits: GateLimits | None = None
) -> Verdict:
    """Judge a file by its bytes and its name; never raises for anything a file may hold.

    Runs in the calling process: doors use ``admit``, which adds time and memory limits.
    """
    limits = limits or GateLimits()
    findings = Findings()
    name, kind = "", None
    try:
        name = clean_name(filename, limits, findings)
        with opened(data_or_path, limits) as data:
            kind = true_kind(data, name)
            _check_ending(kind, name)
            if kind == "package":
                kind = inspect_package(data, limits, findings)
                _check_ending(kind, name)
            else:
                _inspect_kind(data, kind, limits, findings)
    except Refused as refused:
        return verdict_from("refuse", _known(kind), name, (refused.code,))
    except (OSError, ValueError, ArithmeticError, LookupError, RecursionError, struct.error):
        return verdict_from("refuse", _known(kind), name, ("cage-died",))
    return _settled(kind, name, findings)


def true_kind(data: bytes, name: str) -> str:
    """The type of the bytes: an accepted kind, or ``package`` for any archive.

    Raises Refused for everything that is not accepted, with the step that helps.
    """
    head = data[:1024]
    if len(data) < 2:
        raise Refused("too-short" if data[:] else "empty")
    _refuse_foreign(head, data)
    if head.startswith(b"PK"):
        if b"%PDF-" in head:
            raise Refused("polyglot")
        return "package"
    if head.startswith(pictures.PNG):
        return "png"
    if head.startswith(pictures.JPEG):
        return "jpg"
    if b"%PDF-" in head:
        if head.lstrip(b"\x00\t\n\f\r \xef\xbb\xbf").startswith(b"%PDF-"):
            return "pdf"
        raise Refused("polyglot")
    ending = ending_of(name)
    if ending in _TEXT_KINDS or not ending:
        return ending or "txt"
    raise Refused("type-mismatch" if ending in _ENDINGS else "unknown-type")


def _refuse_foreign(head: bytes, data: bytes) -> None:
    """Types that are known and not accepted."""
    if head.startswith(_COMPOUND):
        for stream, code in _OLD_OFFICE:
            if data.find(stream.encode("utf-16-le")) >= 0:
                raise Refused(code)
        raise Refused("old-office")
    if head.startswith(_PROGRAMS) and not _is_prose(head):
        raise Refused("program")
    if head.startswith(_OTHER_PICTURES) and (b"\x00" in head or head.startswith(b"GIF8")):
        raise Refused("type-not-accepted")
    if head.startswith(b"{\\rtf"):
        raise Refused("rtf")


def _is_prose(head: bytes) -> bool:
    """Text that happens to begin like a program (``MZ…``) is still text."""
    return not head.startswith(b"#!") and b"\x00" not in head and head.isascii()


def _check_ending(kind: str, name: str) -> None:
    """The ending must say what the bytes are; a name without ending is given one later."""
    refuse_running_endings(name)
    ending = ending_of(name)
    if ending in _OLD_ENDINGS:
        raise Refused(_OLD_ENDINGS[ending])
    stated = _ENDINGS.get(ending)
    if ending and stated is None:
        raise Refused("type-not-accepted")
    if kind == "package":
        if stated not in {"docx", "xlsx", None}:
            raise Refused("type-mismatch")
    elif stated not in {kind, None}:
        raise Refused("type-mismatch")


def refuse_running_endings(name: str) -> None:
    """Refuse a name that says, anywhere behind a dot, that the file is run and not read."""
    ending, earlier = ending_of(name), endings_of(name)[:-1]
    if any(part in _RUNNING for part in earlier):
        raise Refused("double-ending")
    if ending in _RUNNING:
        raise Refused("double-ending" if earlier else "type-not-accepted")


def _inspect_kind(data: bytes, kind: str, limits: GateLimits, findings: Findings) -> None:
    """The rules of the type itself."""
    if kind == "pdf":
        inspect_pdf(data, limits, findings)
    elif kind == "png":
        pictures.inspect_png(data, limits)
    elif kind == "jpg":
        pictures.inspect_jpeg(data, limits)
    else:
        inspect_text(data[:], table=kind == "csv", limits=limits)


def _known(kind: str | None) -> str | None:
    """The kind as shown outside: an archive that was refused has none."""
    return None if kind == "package" else kind


def _settled(kind: str, name: str, findings: Findings) -> Verdict:
    """Accept, or hold; a name without ending gets the one of its type."""
    if not ending_of(name):
        name = f"{name}.{kind}"
    if findings.holds:
        return verdict_from("hold", kind, name, tuple(findings.holds))
    return verdict_from("accept", kind, name, tuple(findings.remarks))


@contextmanager
def opened(data_or_path: bytes | Path, limits: GateLimits) -> Iterator[bytes]:
    """The bytes of a file; a path is mapped, not read, so that memory stays small."""
    if isinstance(data_or_path, bytes):
        if len(data_or_path) > limits.upload_bytes:
            raise Refused("too-large")
        yield data_or_path
        return
    with Path(data_or_path).open("rb") as file:
        size = file.seek(0, 2)
        if size > limits.upload_bytes:
            raise Refused("too-large")
        if not size:
            raise Refused("empty")
        # Not closed by hand: a search that was cut short by a refusal still holds the map.
        yield mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)  # type: ignore[misc]
