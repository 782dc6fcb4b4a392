"""Templates that want more than they may: refused when saved, and harmless past the check."""

import gc
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate
from jinja2 import Environment as PlainJinja

from phongtrao.core import uploads
from phongtrao.publishing.word_templates.answers import FILLER, VALUES_NAME
from phongtrao.publishing.word_templates.checking import check
from phongtrao.publishing.word_templates.engine import Environment, fill
from phongtrao.publishing.word_templates.sample import sample_values
from tests.publishing.word_templates.escapes import (
    CANARY,
    COMPUTED,
    ESCAPES,
    GREEDY,
    INSIDES,
    Escape,
)
from tests.publishing.word_templates.files import docx, p

SOURCE = Path(__file__).resolve().parents[3] / "src"
# Tried in the cage only: without any guard they would not end.
_ENDLESS = {"endless loop", "loop in itself", "recursive loop"}
_NAMES = [name for name in ESCAPES if name not in _ENDLESS]

# They print what the list has, or their own words: by another spelling than the check asks for.
_PRINTS = {"raw", "no-break spaces"}


@pytest.fixture
def canary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a file that nobody may read; the environment holds the same word."""
    monkeypatch.setenv("PHONGTRAO_CANARY", CANARY)
    path = tmp_path / "canary.txt"
    path.write_text(CANARY, encoding="utf-8")
    return str(path)


def _words(data: bytes) -> str:
    """All parts of a file, as they are, and without markup."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        whole = "".join(
            archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        )
    return whole + unescape(re.sub(r"<[^>]*>", "", whole))


def _got_out(
    escape: Escape, path: str, render: Callable[[bytes], bytes], signs: tuple[str, ...]
) -> list[str]:
    """The signs of success in what comes out; none where nothing does."""
    before = _words(escape.make(path))
    try:
        after = _words(render(escape.make(path)))
    except Exception:
        return []
    return [sign for sign in signs if sign in after and sign not in before]


def test_there_are_at_least_sixty_different_ones(canary: str) -> None:
    assert len({escape.make(canary) for escape in ESCAPES.values()}) >= 60


@pytest.mark.parametrize("name", ESCAPES)
def test_it_is_refused_when_saved_with_a_sentence(name: str, canary: str) -> None:
    faults = check(ESCAPES[name].make(canary))
    assert faults
    for fault in faults:
        sentence = fault.sentence()
        assert sentence[0].isupper() or sentence[0] == "“"
        assert sentence.endswith((".", "?"))
        assert not re.search(r"%\((?:tag|place|hint)\)", sentence)


@pytest.mark.parametrize("name", _NAMES)
def test_past_the_check_it_does_nothing(name: str, canary: str) -> None:
    signs = () if name in _PRINTS else ESCAPES[name].signs
    found = _got_out(
        ESCAPES[name], canary, lambda data: fill(data, sample_values()), (*INSIDES, *signs)
    )
    assert found == []


@pytest.mark.parametrize("name", _NAMES)
def test_past_the_list_too_it_computes_nothing_and_sees_nothing(name: str, canary: str) -> None:
    """Everything may be compiled here: the sandbox stands alone."""

    def listless(data: bytes) -> bytes:
        return fill(data, sample_values(), environment=Environment)

    assert _got_out(ESCAPES[name], canary, listless, (*INSIDES, *COMPUTED)) == []


@pytest.mark.filterwarnings("ignore")
def test_the_table_has_teeth(canary: str) -> None:
    """The same files do what they want in an engine without any of our walls."""

    def unguarded(data: bytes) -> bytes:
        template = DocxTemplate(io.BytesIO(data))
        template.render(sample_values(), PlainJinja(), autoescape=True)
        made = io.BytesIO()
        template.save(made)
        return made.getvalue()

    out = [
        name
        for name in _NAMES
        if _got_out(ESCAPES[name], canary, unguarded, (*INSIDES, *ESCAPES[name].signs))
    ]
    gc.collect()  # what they have opened goes with them
    assert len(out) >= 60


@pytest.mark.parametrize("name", [*GREEDY, *sorted(_ENDLESS)])
def test_what_never_ends_is_stopped_by_the_cage(name: str) -> None:
    data = GREEDY[name]() if name in GREEDY else ESCAPES[name].make("")
    assert _in_cage(data) is None


def test_an_honest_template_is_filled_in_the_same_cage() -> None:
    made = _in_cage(docx(p("Số: {{ so_ky_hieu }}")))
    assert made is not None
    assert "Số: 05/BC-CQ" in _words(made)


def _in_cage(data: bytes) -> bytes | None:
    order = json.dumps({"values": sample_values(), "demo_mark": ""}).encode()
    return uploads.made_from(data, "mau.docx", writer=FILLER, order=(VALUES_NAME, order))


def test_the_web_process_never_loads_the_engine(tmp_path: Path) -> None:
    """FI-8: everything that answers pages and programs is loaded; the engine is not."""
    program = """
import sys, django
django.setup()
from django.urls import get_resolver
get_resolver().url_patterns
print([n for n in sys.modules if n.startswith("docxtpl") or "word_templates.engine" in n])
"""
    environment = os.environ | {
        "PYTHONPATH": str(SOURCE),
        "PHONGTRAO_DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "phongtrao.config.settings_test",
    }
    told: Any = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=True
    )
    assert told.stdout.strip() == "[]"


def test_only_the_wall_is_told_the_name_of_the_child() -> None:
    """The reverse way is held by an import contract; here by name."""
    named = [
        path.name
        for path in SOURCE.rglob("*.py")
        if "word_templates.child" in path.read_text(encoding="utf-8")
    ]
    assert named == ["answers.py"]
