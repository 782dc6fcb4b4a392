"""Compiles every .po catalogue of the package into the .mo that gettext reads."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "phongtrao"


def compile_all() -> None:
    """One .mo beside each .po."""
    for source in sorted(PACKAGE.rglob("*.po")):
        with source.open("rb") as stream:
            catalogue = read_po(stream)
        with source.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, catalogue)


if __name__ == "__main__":
    compile_all()
