"""Extracts the Vietnamese strings into the English catalogue, keeping what is translated."""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "src" / "phongtrao" / "locale" / "en" / "LC_MESSAGES" / "django.po"
MAPPING = """[extractors]
terms = scripts.term_names:extract
[terms: fieldwork/**/data/*.json]
[terms: oversight/data/*.json]
[python: **.py]
[jinja2: **/jinja2/**.html]
newstyle_gettext = true
trim_blocks = true
lstrip_blocks = true
silent = false
extensions = jinja2.ext.do
"""
_NAMES = ("_", "_l", "N_", "gettext", "gettext_lazy", "ngettext:1,2")
_RESTLESS = ('"POT-Creation-Date', '"PO-Revision-Date', '"Report-Msgid-Bugs-To', '"Generated-By')
KEYWORDS = [part for name in _NAMES for part in ("-k", name)]


def babel(*arguments: str) -> None:
    """Run one Babel command."""
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", *arguments]
    subprocess.run(command, check=True, cwd=ROOT)


def extract(target: Path) -> None:
    """Write the template catalogue of every string of ours."""
    with tempfile.TemporaryDirectory() as folder:
        mapping = Path(folder) / "babel.cfg"
        mapping.write_text(MAPPING, encoding="utf-8")
        source = ROOT / "src" / "phongtrao"
        babel("extract", "-F", str(mapping), *KEYWORDS, "--no-location", "--omit-header",
              "--sort-output", "-o", str(target), str(source))  # fmt: skip


def refresh() -> None:
    """Extract, then merge into the catalogue."""
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "messages.pot"
        extract(template)
        CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
        verb = "update" if CATALOGUE.exists() else "init"
        extra = ["--no-fuzzy-matching", "--ignore-obsolete"] if verb == "update" else []
        babel(verb, "-l", "en", "-i", str(template), "-o", str(CATALOGUE), *extra)
    # Dates and an address in the head would change with every run and say nothing.
    lines = CATALOGUE.read_text(encoding="utf-8").splitlines(keepends=True)
    CATALOGUE.write_text(
        "".join(line for line in lines if not line.startswith(_RESTLESS)), encoding="utf-8"
    )


if __name__ == "__main__":
    refresh()
