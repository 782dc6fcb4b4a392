"""Old office files (.doc .xls .rtf .odt .ods) turned into docx or xlsx, and judged as those.

A Word file that was made from a user's template goes the same way and becomes a PDF (`printed`).

Three steps, each in a child process of its own: the wall judges the structure of the old file;
LibreOffice converts a copy of it in the workshop, one file at a time on a machine; the result goes
through the wall as if it had been uploaded.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from phongtrao.core.gate import programs
from phongtrao.core.gate.admission import Admitted, admit, refused
from phongtrao.core.gate.limits import GateLimits, WorkshopLimits
from phongtrao.core.gate.old_formats import BECOMES, is_old
from phongtrao.core.gate.verdicts import verdict_from

__all__ = ["Arrival", "arrived", "is_old", "printed"]

# The kind that is printed.
_PRINTED = "docx"
_FILTERS = {
    "doc": ("MS Word 97", "docx:MS Word 2007 XML"),
    "rtf": ("Rich Text Format", "docx:MS Word 2007 XML"),
    "odt": ("writer8", "docx:MS Word 2007 XML"),
    "xls": ("MS Excel 97", "xlsx:Calc MS Excel 2007 XML"),
    "ods": ("calc8", "xlsx:Calc MS Excel 2007 XML"),
    _PRINTED: ("MS Word 2007 XML", "pdf:writer_pdf_Export"),
}
_BECOMES = {**BECOMES, _PRINTED: "pdf"}
# The exit code by which LibreOffice asks to be started again with the profile it has just made.
_AGAIN = 81
_MOST_STARTS = 3
# Nothing of a document is run, asked or fetched: macros off, links of sheets (1) and of texts (0)
# never followed, pictures from elsewhere blocked.  Names after LibreOffice's own schema.
_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Calc/Content/Update", "Link", "1"),
    ("Writer/Content/Update", "Link", "0"),
)


@dataclass(frozen=True)
class Arrival:
    """A file after the wall, converted on the way where its form was old.

    ``path`` holds the bytes that the verdict is about; it is gone when ``arrived`` ends.
    ``converted_from`` is the old kind (``doc``…), empty for a file that came as it is.
    """

    admitted: Admitted
    path: Path
    converted_from: str = ""


@contextmanager
def arrived(
    path: Path | str,
    filename: str,
    *,
    reader: str | None = None,
    limits: GateLimits | None = None,
    workshop: WorkshopLimits | None = None,
) -> Iterator[Arrival]:
    """Admit a file of any accepted kind; see ``admit`` for ``reader`` and ``limits``.

    An old file is converted; the reader then reads the result.  The verdict of a converted file
    has the new kind, the new name and the remark ``converted``.  A refusal has no use for ``path``.
    Raises nothing for any content of the file.
    """
    path = Path(path)
    if not is_old(filename):
        yield Arrival(admit(path, filename, reader=reader, limits=limits), path)
        return
    limits = limits or GateLimits()
    judged = admit(path, filename, limits=limits, old=True)
    kind = judged.verdict.kind or ""
    if not judged.accepted:
        yield Arrival(judged, path, kind)
        return
    with tempfile.TemporaryDirectory(prefix="phongtrao-", ignore_cleanup_errors=True) as folder:
        try:
            result = _converted(path, kind, Path(folder), workshop or WorkshopLimits())
        except programs.WorkshopError as error:
            yield Arrival(refused(filename, f"conversion-{error.code}", limits), path, kind)
            return
        name = str(PurePath(judged.verdict.clean_name).with_suffix(f".{BECOMES[kind]}"))
        yield Arrival(
            _marked(admit(result, name, reader=reader, limits=limits), judged), result, kind
        )


def printed(
    path: Path, *, limits: GateLimits | None = None, workshop: WorkshopLimits | None = None
) -> bytes:
    """A Word file that we keep as PDF, judged as if it had been uploaded.

    For files made from a user's template, which no other program of ours lays out. Raises
    WorkshopError, ``failed`` also where the wall refuses what came out.
    """
    with tempfile.TemporaryDirectory(prefix="phongtrao-", ignore_cleanup_errors=True) as folder:
        made = _converted(path, _PRINTED, Path(folder), workshop or WorkshopLimits())
        if not admit(made, made.name, limits=limits).accepted:
            raise programs.WorkshopError("failed")
        return made.read_bytes()


def _converted(path: Path, kind: str, folder: Path, limits: WorkshopLimits) -> Path:
    """The converted copy of a file.  Raises WorkshopError."""
    program = programs.office_program()
    if program is None:
        raise programs.WorkshopError("missing")
    source, out = folder / f"source.{kind}", folder / "out"
    shutil.copyfile(path, source)
    out.mkdir()
    command = [str(program), *_options(kind, folder), "--outdir", str(out), str(source)]
    with programs.turn("conversion", limits):
        _write_settings(folder)
        for _ in range(_MOST_STARTS):
            if programs.run(command, folder, limits) != _AGAIN:
                break
    result = out / f"source.{_BECOMES[kind]}"
    if result.is_symlink() or not result.is_file():
        raise programs.WorkshopError("failed")
    return result


def _options(kind: str, folder: Path) -> list[str]:
    """How LibreOffice is told to convert one file of ``kind`` and to end."""
    reading, writing = _FILTERS[kind]
    return [
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        f"--infilter={reading}",
        *("--convert-to", writing),
    ]


def _write_settings(folder: Path) -> None:
    """The settings of a new, empty profile."""
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{place}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for place, name, value in _SETTINGS
    )
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )


def _marked(admitted: Admitted, judged: Admitted) -> Admitted:
    """The same answer with the remarks on the old file and the one that it was converted."""
    verdict = admitted.verdict
    if not verdict.accepted:
        return admitted
    codes = dict.fromkeys(("converted", *judged.verdict.codes, *verdict.codes))
    marked = verdict_from("accept", verdict.kind, verdict.clean_name, tuple(codes))
    return replace(admitted, verdict=marked)
