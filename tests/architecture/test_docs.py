"""Documents that can drift are compared with the code."""

import re
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def test_every_model_is_in_the_glossary() -> None:
    glossary = set(re.findall(r"`(\w+)`", (DOCS / "glossary.md").read_text(encoding="utf-8")))
    ours = {
        model.__name__ for model in apps.get_models() if model.__module__.startswith("phongtrao.")
    }
    assert not ours - glossary


def test_every_setting_is_documented() -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "src" / "phongtrao" / "config").glob("*.py")
    )
    named = set(re.findall(r"\"(PHONGTRAO_[A-Z_]+)\"", source)) - {"PHONGTRAO_TEST_DATA_DIR"}
    page = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")
    assert named == set(re.findall(r"`(PHONGTRAO_[A-Z_]+)`", page))


def test_every_command_is_documented() -> None:
    folder = ROOT / "src" / "phongtrao" / "cli" / "management" / "commands"
    ours = {path.stem.replace("_", "-") for path in folder.glob("[!_]*.py")}
    page = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^## `phongtrao ([\w-]+)", page, re.M))
    assert ours | {"intake"} == documented


def test_every_link_inside_the_documents_leads_somewhere() -> None:
    broken = []
    for page in [*DOCS.rglob("*.md"), *ROOT.glob("*.md")]:
        links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        broken += [
            f"{page.relative_to(ROOT)} → {link}"
            for link in links
            if not (page.parent / link).exists()
        ]
    assert not broken


def test_the_title_of_a_decision_states_it() -> None:
    for page in (DOCS / "adr").glob("*.md"):
        number, _, slug = page.stem.partition("-")
        title = page.read_text(encoding="utf-8").splitlines()[0]
        assert title.startswith(f"# {int(number)}. "), page.name
        assert len(slug.split("-")) >= 5, page.name


def test_every_inversion_of_the_wiring_is_on_the_architecture_page() -> None:
    source = (ROOT / "src" / "phongtrao" / "config" / "wiring.py").read_text(encoding="utf-8")
    body = source.partition("def connect()")[2].partition("\n\n\n")[0]
    handed = set(re.findall(r"^    (\w+\.\w+)\(", body, re.M))
    page = (DOCS / "explanation" / "architecture.md").read_text(encoding="utf-8")
    listed = page.partition("## The inversions")[2]
    assert handed == set(re.findall(r"^\| `(\w+\.\w+)`", listed, re.M))
