"""What LibreOffice makes of papers and workbooks: many files in one start of the program."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.core.gate.honest_files import (
    excel_features,
    sheet_libraries,
    word_features,
    word_libraries,
    word_parts,
)
from tests.core.gate.honest_files.office_sources import OTHERS
from tests.core.gate.honest_files.sample import Sample

PROGRAM = shutil.which("soffice")
_WORD = {
    "python-docx-state-paper", "python-docx-tables", "python-docx-pictures", "python-docx-sections",
    "python-docx-comments", "word-fields", "word-tracked", "word-notes", "word-contents",
    "word-equations", "word-text-boxes", "word-chart", "word-form-controls", "word-links",
    "word-metafiles", "word-old-fonts", "word-watermark", "word-numbering",
}  # fmt: skip
_SHEET = {
    "openpyxl-plain", "openpyxl-charts", "openpyxl-comments", "openpyxl-rules", "openpyxl-hidden",
    "openpyxl-merged", "openpyxl-epoch-of-1904", "excel-formulas", "excel-pivot",
    "excel-whole-columns", "excel-links", "excel-starts", "xlsxwriter-many-things",
}  # fmt: skip


@dataclass(frozen=True)
class _Form:
    """One way to save: the ending, the filter of LibreOffice, its options."""

    name: str
    ending: str
    filter: str
    options: tuple[tuple[str, str, str], ...] = ()

    @property
    def argument(self) -> str:
        """What stands behind ``--convert-to``."""
        named = {key: {"type": kind, "value": value} for key, kind, value in self.options}
        tail = f":{json.dumps(named)}" if named else ""
        return f"{self.ending}:{self.filter}{tail}"


def _pdf(name: str, module: str, **options: object) -> _Form:
    listed = tuple(
        (key, "boolean" if isinstance(value, bool) else
         "long" if isinstance(value, int) else "string", str(value).lower()
         if isinstance(value, bool) else str(value))
        for key, value in options.items()
    )  # fmt: skip
    return _Form(name, "pdf", f"{module}_pdf_Export", listed)


WORD_FORMS = (
    _Form("word-2007", "docx", "MS Word 2007 XML"),
    _Form("ooxml-text", "docx", "Office Open XML Text"),
    _pdf("plain", "writer"),
    _pdf("a-1", "writer", SelectPdfVersion=1),
    _pdf("a-2", "writer", SelectPdfVersion=2),
    _pdf("a-3", "writer", SelectPdfVersion=3),
    _pdf("tagged", "writer", UseTaggedPDF=True, ExportBookmarks=True, PDFUACompliance=True),
    _pdf("forms", "writer", ExportFormFields=True, FormsType=1),
    _pdf("notes", "writer", ExportNotes=True, ExportLinksRelativeFsys=False, InitialView=1),
    _pdf("watermark", "writer", Watermark="DU THAO", Quality=40, ReduceImageResolution=True),
    _pdf("restricted", "writer", RestrictPermissions=True, PermissionPassword="chu", Changes=0),
    _pdf("version-16", "writer", SelectPdfVersion=16, UseLosslessCompression=True),
)
SHEET_FORMS = (
    _Form("excel-2007", "xlsx", "Calc MS Excel 2007 XML"),
    _Form("ooxml-calc", "xlsx", "Calc Office Open XML"),
    _pdf("plain", "calc"),
    _pdf("a-2", "calc", SelectPdfVersion=2, UseTaggedPDF=True),
    _pdf("one-page", "calc", SinglePageSheets=True),
)
_FAST = {"word-2007", "excel-2007"}
_FAST_SOURCES = {
    "python-docx-state-paper", "python-docx-pictures", "word-fields", "word-chart", "word-tracked",
    "word-notes", "openpyxl-plain", "openpyxl-charts", "openpyxl-comments", "openpyxl-rules",
    "excel-pivot", "excel-links",
}  # fmt: skip


def made(folder: Path, *, seeds: Iterable[int] = (0,), fast: bool = False) -> list[Sample]:
    """All that LibreOffice writes of our sources; ``fast`` keeps to the usual two forms."""
    found: list[Sample] = []
    names = _FAST_SOURCES if fast else _WORD | _SHEET
    ours = _sources(folder / "sources", names, list(seeds))
    for group, forms in (("docx", WORD_FORMS), ("xlsx", SHEET_FORMS)):
        for form in forms:
            if not fast or form.name in _FAST:
                found += _converted(folder, ours[group], form, group)
    if fast:
        return found
    for name, paths in _others(folder / "others", list(seeds)).items():
        writes_text = name.startswith("text-")
        for form in (WORD_FORMS if writes_text else SHEET_FORMS)[:3]:
            found += _converted(folder, paths, form, name)
    return found


def _sources(folder: Path, names: set[str], seeds: list[int]) -> dict[str, list[Path]]:
    listed = [*word_libraries.ALL, *word_features.ALL, *word_parts.ALL, *sheet_libraries.ALL,
              *excel_features.ALL]  # fmt: skip
    found: dict[str, list[Path]] = {"docx": [], "xlsx": []}
    for kind in listed:
        name = kind.id.partition("-")[2]
        if name in names:
            for seed in seeds:
                path = _put(folder, f"{name}-{seed}.{kind.ending}", kind.build, seed)
                found[kind.ending].append(path)
    return found


def _others(folder: Path, seeds: list[int]) -> dict[str, list[Path]]:
    return {
        name: [_put(folder, f"{name}-{seed}.{ending}", build, seed) for seed in seeds]
        for name, ending, build in OTHERS
    }


def _put(folder: Path, name: str, build: Callable[[int], bytes], seed: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(build(seed))
    return path


def _converted(folder: Path, paths: list[Path], form: _Form, group: str) -> list[Sample]:
    """All ``paths`` saved in one form by one start of the program."""
    out = folder / f"{group}-{form.name}-{form.ending}"
    subprocess.run(
        [str(PROGRAM), f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", form.argument, "--outdir", str(out), *map(str, paths)],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    kind = f"{form.ending}-office-{form.name}-from-{group}"
    return [Sample(kind, "LibreOffice 7.4", path) for path in sorted(out.iterdir())]
