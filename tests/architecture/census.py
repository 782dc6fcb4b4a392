"""The census of doors: reads the source as a tree and names every way past wall and guard.

Nothing here is believed because it is written down: a view counts as guarded when `requires` stands
on it, a helper when every function that uses it is guarded.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

CONTENT = {"POST", "FILES", "body", "read"}
REQUEST_NAMES = {"request", "_request"}
# Who may look into a request before a view does.
BEFORE_VIEWS = {
    "core/http.py",
    "core/privacy.py",
    "core/idempotency.py",
    "core/uploads/holding.py",
    "api/parsing.py",  # the guard of what programs send
}
# Readers of files that views of several modules name as their `before`, and where each stands.
SHARED_READERS = {"read_table": "fieldwork/register/views.py"}
FILE_FIELDS = {"FileField", "ImageField", "MultipleFileField"}
# Who writes rows of stored files: admitted uploads, and papers that this platform itself has made.
STORERS = {
    "core/uploads/keeping.py",
    "publishing/actions/meeting_books.py",
    "publishing/actions/signing.py",
}


@dataclass
class Function:
    """A function of a module: how it is declared and what it uses."""

    node: ast.FunctionDef
    names: set[str] = field(default_factory=set)
    content: set[str] = field(default_factory=set)

    @property
    def guard(self) -> ast.Call | None:
        """The call of `requires` on it."""
        for each in self.node.decorator_list:
            if isinstance(each, ast.Call) and _last_name(each.func) == "requires":
                return each
        return None

    @property
    def before(self) -> str:
        """What its `requires` runs first, as it is written."""
        for keyword in self.guard.keywords if self.guard else ():
            if keyword.arg == "before":
                return ast.unparse(keyword.value)
        return ""

    @property
    def is_public(self) -> bool:
        """The middleware reads what is sent to public views."""
        return any(_last_name(each) == "public" for each in self.node.decorator_list)


class Module:
    """The functions of one module."""

    def __init__(self, source: str) -> None:
        self.tree = ast.parse(source)
        self.functions = {
            node.name: _function(node)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.FunctionDef)
        }

    def users_of(self, name: str) -> list[Function]:
        """The functions that name this one, in their body or in their `requires`."""
        return [
            each
            for key, each in self.functions.items()
            if key != name and (name in each.names or each.before == name)
        ]

    def is_guarded(self, name: str, seen: frozenset[str] = frozenset()) -> bool:
        """Whether nothing reaches this function but through `requires`."""
        function = self.functions[name]
        if function.guard is not None or function.is_public:
            return True
        users = [each for each in self.users_of(name) if each.node.name not in seen]
        return bool(users) and all(
            each.before == name or self.is_guarded(each.node.name, seen | {name}) for each in users
        )


def unguarded_reads(root: Path) -> list[str]:
    """Functions that look into a request where no guard has read it."""
    found = []
    for name, module in _modules(root):
        if name in BEFORE_VIEWS:
            continue
        found += [
            f"{name}: {key} reads request.{each}"
            for key, function in module.functions.items()
            for each in sorted(function.content)
            if not module.is_guarded(key)
        ]
    return found


def raw_files(root: Path) -> list[str]:
    """Places that take files out of a request themselves instead of asking `core.uploads`.

    Handing `request.FILES` to a form is no harm: the form sees that a file was sent.
    """
    found = []
    for name, module in _modules(root):
        if name in BEFORE_VIEWS:
            continue
        for node in ast.walk(module.tree):
            taken = isinstance(node, ast.Attribute | ast.Subscript) and _is_files(node.value)
            if taken or (isinstance(node, ast.For) and _is_files(node.iter)):
                found.append(f"{name}:{node.lineno} takes a file out of the request")
    return found


def unjudged_file_forms(root: Path) -> list[str]:
    """Views that hand files to a form without `before=` one of `core.uploads`."""
    found = []
    for name, module in _modules(root):
        for key, function in module.functions.items():
            if "FILES" not in function.content or name in BEFORE_VIEWS:
                continue
            if not _is_judged(module, function):
                found.append(f"{name}: {key} takes files past core.uploads")
    return found


def file_fields(root: Path) -> dict[str, str]:
    """The forms that have a field for files, each with its module."""
    return {
        node.name: name
        for name, module in _modules(root)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
        and any(
            isinstance(call, ast.Call) and _last_name(call.func) in FILE_FIELDS
            for call in ast.walk(node)
        )
        and "migrations" not in name
    }


def forms_without_a_judged_view(root: Path) -> list[str]:
    """Forms with a field for files that are bound in a view whose files nobody judges."""
    fields = file_fields(root)
    found = []
    for name, module in _modules(root):
        for key, function in module.functions.items():
            used = {each for each in function.names if each in fields}
            if used and function.guard is not None and not _is_judged(module, function):
                found.append(f"{name}: {key} shows {', '.join(sorted(used))} past core.uploads")
    return found


def writers_of_files(root: Path) -> list[str]:
    """Places that store a file, or make an `Upload` of their own, beside `uploads.keep`."""
    found = []
    for name, module in _modules(root):
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call):
                continue
            written = ast.unparse(node.func)
            stores = written.endswith("files.store") and name not in STORERS
            rows = "StoredFile.objects" in written and written.endswith(("create", "save"))
            makes = written.split(".")[-1] in {"StoredFile", "Upload"}
            at_home = name in {"core/files.py", "core/uploads/admission.py"}
            if stores or ((rows or makes) and not at_home):
                found.append(f"{name}:{node.lineno} {written}")
    return found


def openers_of_uploads(root: Path) -> list[str]:
    """Who calls the gate itself: the doors go through `core.uploads`."""
    return sorted(
        name
        for name, module in _modules(root)
        if not name.startswith("core/gate/")
        and any(
            isinstance(node, ast.Call)
            and ast.unparse(node.func).split(".")[-1] in {"admit", "arrived", "clean_picture"}
            for node in ast.walk(module.tree)
        )
    )


def imports(root: Path) -> set[str]:
    """The first names of everything that is imported."""
    found: set[str] = set()
    for _, module in _modules(root):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.split(".")[0])
    return found


@cache
def _parsed(source: str) -> Module:
    """Each source is read as a tree once, however many questions are asked of it."""
    return Module(source)


def _modules(root: Path) -> Iterator[tuple[str, Module]]:
    for path in sorted(root.rglob("*.py")):
        yield path.relative_to(root).as_posix(), _parsed(path.read_text(encoding="utf-8"))


def _function(node: ast.FunctionDef) -> Function:
    found = Function(node)
    for part in ast.walk(ast.Module(body=node.body, type_ignores=[])):
        if isinstance(part, ast.Name):
            found.names.add(part.id)
        elif isinstance(part, ast.Attribute):
            found.names.add(part.attr)
            if part.attr in CONTENT and _is_request(part.value):
                found.content.add(part.attr)
    return found


def _is_request(node: ast.expr) -> bool:
    return _last_name(node) in REQUEST_NAMES


def _is_files(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "FILES" and _is_request(node.value)


def _is_judged(module: Module, function: Function) -> bool:
    """Whether its `before` is one of `core.uploads`, or calls one."""
    before = function.before
    if before.startswith("uploads.judged") or before in SHARED_READERS:
        return True
    helper = module.functions.get(before)
    return helper is not None and _judges(helper)


def shared_readers_that_judge_nothing(root: Path) -> list[str]:
    """Shared readers that ask no `core.uploads`."""
    modules = dict(_modules(root))
    return [
        name
        for name, place in SHARED_READERS.items()
        if not _judges(modules[place].functions[name])
    ]


def _judges(helper: Function) -> bool:
    return any(
        isinstance(node, ast.Attribute)
        and node.attr.startswith("judged")
        and _last_name(node.value) == "uploads"
        for node in ast.walk(helper.node)
    )


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
