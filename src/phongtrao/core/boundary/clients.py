"""The integration wall: libraries that reach people's data are neither locked nor imported.

Pure: no Django. Source of the list: security.md CR-17; data/boundary_clients.yaml.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from phongtrao.core.boundary.stems import read_list

_LIST = Path(__file__).parent.parent / "data" / "boundary_clients.yaml"
_REQUIREMENT = re.compile(r"^([A-Za-z0-9][\w.-]*)", re.M)
_SCRIPT = re.compile(r'"node_modules/((?:@[\w.-]+/)?[\w.-]+)"')


def package_faults(requirements: str, *, name: str) -> list[str]:
    """The refused packages that a requirements file or an npm lock names, one sentence each."""
    found = {*_REQUIREMENT.findall(requirements), *_SCRIPT.findall(requirements)}
    refused = _refused("packages")
    return [
        f"{name}: thư viện {package} không được dùng ({refused[key]})."
        for package in sorted(found)
        if (key := _normal(package)) in refused
    ]


def import_faults(source: str, *, name: str) -> list[str]:
    """The refused modules that a Python file imports, one sentence each.

    Raises SyntaxError for text that is no Python.
    """
    refused = _refused("modules")
    found = []
    for module in _imports(ast.parse(source)):
        parts = module.split(".")
        heads = [".".join(parts[: n + 1]) for n in range(len(parts))]
        hit = next((head for head in heads if _normal(head) in refused), None)
        if hit:
            found.append(f"{name}: không được gọi thư viện {hit} ({refused[_normal(hit)]}).")
    return found


def installation_faults(package: Path) -> list[str]:
    """The refused imports of every module below a folder."""
    found = []
    for path in sorted(package.rglob("*.py")):
        name = str(path.relative_to(package.parent))
        found += import_faults(path.read_text(encoding="utf-8"), name=name)
    return found


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and _calls_import(node):
            yield str(node.args[0].value)  # type: ignore[attr-defined]  # a constant, see below


def _calls_import(node: ast.Call) -> bool:
    called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    called = node.func.id if isinstance(node.func, ast.Name) else called
    first = node.args[0] if node.args else None
    return called in ("import_module", "__import__") and isinstance(first, ast.Constant)


@cache
def _refused(kind: str) -> dict[str, str]:
    """Normal name → group of the list."""
    listed = read_list(_LIST)
    return {_normal(name): group for group, names in listed.items() for name in names[kind]}


def _normal(name: str) -> str:
    return re.sub(r"[-_]+", "-", name).lower()
