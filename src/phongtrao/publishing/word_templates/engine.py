"""Filling a template with docxtpl. Loaded only in the child process of the upload wall.

Three walls stand before a template that should do more than print: what Jinja has understood of it
is compared with the allow-list once more; the environment has no filter, test, function, call,
operator or attribute at all; and the process has no network, no programs, no writing, little
memory and little time. Values are printed, never compiled.
"""

import io
from collections.abc import Mapping
from typing import Any, NoReturn

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from phongtrao.publishing.word_templates.package import W
from phongtrao.publishing.word_templates.placeholders import IN_LOOPS, LOOPS, PLACEHOLDERS, SINGLE
from phongtrao.publishing.word_templates.tags import join_tags, texts_of

_NODES = (nodes.Template, nodes.Output, nodes.TemplateData)
_LISTED = {*SINGLE, *IN_LOOPS}
_LOOPS = {(loop.item, loop.source, loop.parent) for loop in LOOPS}
_NEW_PARAGRAPH = "\a"  # docxtpl ends the paragraph here and begins one that looks the same
_BRACES = str.maketrans({"{": "&#123;", "}": "&#125;"})
_OPERATORS = frozenset({"+", "-", "*", "/", "//", "**", "%"})


class Environment(ImmutableSandboxedEnvironment):
    """Jinja with nothing in it but the printing of listed names and the listed loops."""

    intercepted_binops = _OPERATORS
    intercepted_unops = frozenset({"+", "-"})

    def __init__(self) -> None:
        super().__init__(
            autoescape=True, undefined=StrictUndefined, optimized=False, cache_size=0, loader=None
        )
        self.filters.clear()
        self.tests.clear()
        self.globals.clear()

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of an item of a loop; nothing else has attributes."""
        if type(obj) is not dict or attribute not in obj:
            raise SecurityError(attribute)
        return obj[attribute]

    def getitem(self, obj: Any, argument: Any) -> Any:
        """The same, written in brackets."""
        return self.getattr(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No attribute of Python is safe."""
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing may be called."""
        return False

    def call(self, *_arguments: Any, **_named: Any) -> NoReturn:
        """Refuse every call."""
        raise SecurityError("call")

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> NoReturn:
        """Refuse every sum."""
        raise SecurityError(operator)

    def call_unop(self, context: Any, operator: str, arg: Any) -> NoReturn:
        """Refuse every sign."""
        raise SecurityError(operator)


class ListedEnvironment(Environment):
    """The same, and it compiles nothing that is not listed."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _require_listed(tree)
        return tree


class _Template(DocxTemplate):
    """A template whose result is either whole or an error."""

    def fix_tables(self, xml: str) -> Any:
        """Parse strictly first: docxtpl would silently drop what it can not parse."""
        etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=False))
        return super().fix_tables(xml)


def fill(
    template: bytes,
    values: Mapping[str, Any],
    *,
    demo_mark: str = "",
    environment: type[Environment] = ListedEnvironment,
) -> bytes:
    """The template with its placeholders replaced, as .docx bytes.

    `demo_mark` is printed in the header of every page. Raises an error of Jinja, lxml or Python for
    a template that is none; nothing of it is kept then.
    """
    document = _Template(io.BytesIO(template))
    document.init_docx()
    body = document.docx.element.body
    join_tags(body)
    _leave_out_empty(body, values)
    if demo_mark:
        _mark_headers(document.docx, demo_mark)  # before docxtpl copies the headers
    document.render(_printed(values), environment(), autoescape=True)
    _end_cells_with_a_paragraph(document.docx.element.body)
    written = io.BytesIO()
    document.docx.save(written)
    return written.getvalue()


def _require_listed(node: nodes.Node, item: str = "") -> None:
    """Raise SecurityError for whatever the allow-list does not have.

    `item` is the item of the loop around the node: no loop stands in itself.
    """
    if isinstance(node, nodes.For):
        plain = not node.else_ and node.test is None and not node.recursive
        if not plain or (_written(node.target), _written(node.iter), item) not in _LOOPS:
            raise SecurityError("for")
        inner, item = node.body, _written(node.target)
    elif isinstance(node, nodes.Name | nodes.Getattr):
        if _written(node) not in _LISTED:
            raise SecurityError(_written(node))
        return
    elif isinstance(node, _NODES):
        inner = list(node.iter_child_nodes())
    else:
        raise SecurityError(type(node).__name__)
    for child in inner:
        _require_listed(child, item)


def _written(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        return f"{node.node.name}.{node.attr}"
    return ""


def _printed(values: Any) -> Any:
    """The values so that they are printed as they are: markup and braces as entities."""
    if isinstance(values, str):
        return Markup(str(escape(values)).translate(_BRACES))
    return {name: _shown(name, value) for name, value in values.items()}


def _shown(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return _printed(value)
    if name in SINGLE:
        return Markup(_NEW_PARAGRAPH).join([_printed(line) for line in value])
    return [_printed(item) for item in value]


def _leave_out_empty(body: Any, values: Mapping[str, Any]) -> None:
    """Take out paragraphs that hold nothing but a placeholder that stands for no line."""
    empty = {each.tag for each in PLACEHOLDERS if each.lines and not values.get(each.name)}
    for paragraph in list(body.iter(f"{W}p")):
        whole = "".join(text.text or "" for text in texts_of(paragraph)).strip()
        parent = paragraph.getparent()
        if whole in empty and len(parent.findall(f"{W}p")) > 1:
            parent.remove(paragraph)


def _end_cells_with_a_paragraph(body: Any) -> None:
    """Word repairs a file with a cell that ends otherwise, as an empty loop may leave one."""
    for cell in body.iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            etree.SubElement(cell, f"{W}p")


def _mark_headers(document: Any, mark: str) -> None:
    """Print the mark at the head of every page, whatever headers the template has."""
    settings_even = document.settings.odd_and_even_pages_header_footer
    for section in document.sections:
        headers = [section.header]
        headers += [section.first_page_header] if section.different_first_page_header_footer else []
        headers += [section.even_page_header] if settings_even else []
        for header in headers:
            if not any(paragraph.text == mark for paragraph in header.paragraphs):
                header.paragraphs[0].insert_paragraph_before(mark)
