"""The English catalogue is complete, and placeholders agree."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "src" / "phongtrao" / "locale" / "en" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Every string of ours, as `make messages` extracts them."""
    target = tmp_path_factory.mktemp("messages") / "messages.pot"
    program = (
        "import sys; sys.path.insert(0, 'scripts'); import pathlib, messages;"
        " messages.extract(pathlib.Path(sys.argv[1]))"
    )
    subprocess.run([sys.executable, "-c", program, str(target)], cwd=ROOT, check=True)
    with target.open("rb") as stream:
        return read_po(stream)


@pytest.fixture(scope="module")
def english() -> Catalog:
    """The catalogue as committed."""
    with CATALOGUE.open("rb") as stream:
        return read_po(stream)


def _texts(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def test_every_string_has_english(extracted: Catalog, english: Catalog) -> None:
    missing = [
        message.id
        for message in extracted
        if message.id
        and (english.get(message.id) is None or not all(_texts(english.get(message.id))))
    ]
    assert not missing, f"{len(missing)} strings lack English; run `make messages`"


def test_no_english_string_is_left_over(extracted: Catalog, english: Catalog) -> None:
    assert not [m.id for m in english if m.id and extracted.get(m.id) is None]


def test_placeholders_agree(english: Catalog) -> None:
    wrong = []
    for message in english:
        source = message.id if isinstance(message.id, str) else message.id[0]
        wanted = set(PLACEHOLDER.findall(source))
        if source and any(set(PLACEHOLDER.findall(text)) != wanted for text in _texts(message)):
            wrong.append(source)
    assert not wrong


def test_a_lone_percent_sign_would_break_a_page_and_is_refused(extracted: Catalog) -> None:
    lone = re.compile(r"%(?!\(\w+\)[sd]|%)")
    shown = [m.id if isinstance(m.id, str) else m.id[0] for m in extracted if m.id]
    templates = "".join(p.read_text(encoding="utf-8") for p in ROOT.glob("src/**/jinja2/**/*.html"))
    assert not [text for text in shown if lone.search(text) and text in templates]
