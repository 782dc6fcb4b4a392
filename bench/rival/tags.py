"""Tags and filters of the other template engine, resting on the very functions of our own."""

from django import template

from phongtrao.core import formats, lists, ui

register = template.Library()
register.simple_tag(ui.icon, name="icon")
register.simple_tag(ui.once, name="once")
register.filter("number", formats.number)
register.filter("date_vn", formats.date_vn)
register.filter("is_checkbox", lambda bound: bound.field.widget.input_type == "checkbox")


@register.filter
def shown(value: object, numeric: bool = False) -> object:  # noqa: FBT001, FBT002 - a filter
    """A value as a reader expects it."""
    return lists.shown(value, numeric)


@register.simple_tag
def widget(bound: object, help_text: str = "") -> str:
    """A form control with the kit's class."""
    return ui.widget(bound, help_text)


@register.simple_tag
def tone_icon(tone: str) -> str:
    """The icon of a state."""
    return ui.tone_icons()[tone]


@register.simple_tag
def with_query(query: str, **changes: object) -> str:
    """The query string with some values replaced."""
    return ui.with_query(query, **changes)


@register.simple_tag
def pairs(query: str, without: str = "") -> list[tuple[str, str]]:
    """The name-value pairs of a query string but some."""
    return ui.pairs(query, without=without.split())


@register.simple_tag
def pairs_named(query: str, names: str) -> list[tuple[str, str]]:
    """The named name-value pairs of a query string."""
    return ui.pairs(query, names.split())
