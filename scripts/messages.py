"""Extracts the Vietnamese strings into the English catalogue, keeping what is translated."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "src" / "phongtrao" / "locale" / "en" / "LC_MESSAGES" / "django.po"
MAPPING = """[python: **.py]
[jinja2: **/jinja2/**.html]
newstyle_gettext = true
trim_blocks = true
lstrip_blocks = true
silent = false
extensions = jinja2.ext.do
"""
# Sign-in pages are Django templates; Babel reads them through their plain {% translate "…" %}.
TRANSLATE = re.compile(r"""{%\s*translate\s+(["'])(.+?)\1""")
KEYWORDS = ["-k", "_", "-k", "N_", "-k", "gettext", "-k", "gettext_lazy", "-k", "ngettext:1,2"]


def babel(*arguments: str) -> None:
    """Run one Babel command."""
    subprocess.run([sys.executable, "-m", "babel.messages.frontend", *arguments], check=True)


def strings_of_django_templates(source: Path) -> str:
    """The translated strings of Django templates, as Python that Babel can read."""
    found = {
        match[2]
        for path in sorted(source.rglob("templates/**/*.html"))
        for match in TRANSLATE.finditer(path.read_text(encoding="utf-8"))
    }
    return "".join(f"_({text!r})\n" for text in sorted(found))


def extract(target: Path) -> None:
    """Write the template catalogue of every string of ours."""
    with tempfile.TemporaryDirectory() as folder:
        mapping, pages = Path(folder) / "babel.cfg", Path(folder) / "pages"
        mapping.write_text(MAPPING, encoding="utf-8")
        pages.mkdir()
        source = ROOT / "src" / "phongtrao"
        (pages / "strings.py").write_text(strings_of_django_templates(source), encoding="utf-8")
        babel("extract", "-q", "-F", str(mapping), *KEYWORDS, "--no-location", "--omit-header",
              "--sort-output", "-o", str(target), str(source), str(pages))  # fmt: skip


def refresh() -> None:
    """Extract, then merge into the catalogue."""
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "messages.pot"
        extract(template)
        CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
        verb = "update" if CATALOGUE.exists() else "init"
        extra = ["--no-fuzzy-matching", "--ignore-obsolete"] if verb == "update" else []
        babel(verb, "-q", "-l", "en", "-i", str(template), "-o", str(CATALOGUE), *extra)


if __name__ == "__main__":
    refresh()
