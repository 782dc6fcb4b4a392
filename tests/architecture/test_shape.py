"""The house keeps its shape: sizes, docstrings, time, templates, words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "phongtrao"
LONGEST_FUNCTION = 30
LONGEST_FILE = 400
FORBIDDEN_NAMES = {"utils.py", "helpers.py", "common.py", "signals.py", "misc.py"}


def _modules() -> list[Path]:
    return [
        path
        for path in [*SOURCE.rglob("*.py"), *(ROOT / "scripts").rglob("*.py")]
        if "migrations" not in path.parts
    ]


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body
    if ast.get_docstring(node) is not None:
        body = body[1:]
    if not body:
        return 0
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def test_no_function_is_longer_than_thirty_lines() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name} {_body_lines(node)}"
        for path in _modules()
        for node in _functions(path)
        if _body_lines(node) > LONGEST_FUNCTION
    ]
    assert not long


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in _modules()}
    long = [f"{p.relative_to(ROOT)}: {n}" for p, n in sizes.items() if n > LONGEST_FILE]
    assert not long


def test_every_module_and_public_function_says_what_it_is_for() -> None:
    silent = []
    for path in _modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if tree.body and ast.get_docstring(tree) is None:
            silent.append(str(path.relative_to(ROOT)))
        for node in tree.body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_"
            if public and ast.get_docstring(node) is None:
                silent.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert not silent


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not [path for path in _modules() if path.name in FORBIDDEN_NAMES]


def test_only_the_clock_reads_the_time() -> None:
    pattern = re.compile(r"datetime\.now\(|date\.today\(|timezone\.now\(|timezone\.localdate\(")
    found = [
        str(path.relative_to(ROOT))
        for path in SOURCE.rglob("*.py")
        if path.name != "clock.py" and pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert not found


@pytest.mark.parametrize("pattern", [r"\sstyle=", r"<script(?![^>]*\ssrc=)", r"\son[a-z]+=\""])
def test_no_template_has_inline_script_or_style(pattern: str) -> None:
    found = [
        str(path.relative_to(ROOT))
        for path in SOURCE.rglob("*.html")
        if re.search(pattern, path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_every_form_that_posts_carries_its_tokens() -> None:
    """The one-time key makes a double click harmless; allauth's own pages have Django's token."""
    bare = []
    for path in (p for p in SOURCE.rglob("*.html") if "jinja2" in p.parts):
        text = path.read_text(encoding="utf-8")
        forms = re.findall(r"<form[^>]*method=\"post\".*?</form>", text, re.S | re.I)
        bare += [
            f"{path.relative_to(ROOT)}: {form[:80]}"
            for form in forms
            if "csrf_input" not in form or not ("once()" in form or "account" in path.parts)
        ]
    assert not bare


def test_every_function_in_tests_is_a_test_or_is_used() -> None:
    dead = []
    for path in (ROOT / "tests").rglob("test_*.py"):
        text = path.read_text(encoding="utf-8")
        for node in ast.parse(text).body:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("test_"):
                continue
            if len(re.findall(rf"\b{node.name}\b", text)) < 2 and not node.decorator_list:
                dead.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert not dead


def test_nothing_tracked_speaks_of_a_machine() -> None:
    pattern = re.compile("(?<![\\w./-])/(" + "work|fa" + "rm|ro" + "ot)/")
    kinds = {".py", ".html", ".md", ".toml", ".yaml", ".json", ".sh", ".js", ".css", ".txt"}
    found = [
        str(path.relative_to(ROOT))
        for folder in ("src", "tests", "docs", "scripts", "examples", "bench")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in kinds and pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert not found
